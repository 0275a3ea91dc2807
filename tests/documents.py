"""What the documents tell people to type, for tests that type it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of one language in a text, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def section(document: str, title: str) -> str:
    """Return what stands under a title, down to the next one of its rank or above."""
    text = (ROOT / document).read_text("utf-8")
    (rank,) = re.findall(rf"^(#+) {re.escape(title)}$", text, re.MULTILINE)
    after = text.partition(f"{rank} {title}\n")[2]
    return re.split(rf"^#{{1,{len(rank)}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]
