"""Answer in the language of the prompt."""

import re

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def pick(prompt: str, english: str, chinese: str) -> str:
    """Return the Chinese wording when the prompt holds any CJK character, else the English."""
    return chinese if _CJK.search(prompt) else english
