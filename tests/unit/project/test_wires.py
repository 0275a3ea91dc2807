"""What no wire is to be found in: the values of the bot, and what it does with them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ROOMS = ("bot/domain", "bot/services", "bot/storage", "bot/interface", "cogs")
WORDS = re.compile(
    r"gemini|google|openai|generateContent|thought_?signature|finish_?reason|block_?reason"
    r"|inline_?data|usage_?metadata|base64",
    re.IGNORECASE,
)


@pytest.mark.parametrize("room", ROOMS)
def test_no_wire_is_spoken_of_outside_the_relays_room(room: str) -> None:
    """Neither its name nor a word of its JSON: a wire that is added changes nothing there."""
    found = {
        f"{path.relative_to(ROOT)}: {word}"
        for path in (ROOT / room).rglob("*.py")
        for word in WORDS.findall(path.read_text("utf-8"))
    }
    assert not found
