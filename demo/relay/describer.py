"""Describe a picture by its size and its colours, for who asks for a description and a prompt."""

import re

from demo.relay.colours import RGB, names_of
from demo.relay.conversation import Conversation, Picture
from demo.relay.language import pick

_ASKS = re.compile(r"\bDESCRIPTION:.*\bPROMPT:", re.DOTALL)
_LOCALE = re.compile(r"\blocale zh\b")
_SHADES = 4
_SIDE = 32


def describe(conversation: Conversation) -> str:
    """Return both parts, each behind its mark; nothing where that is not what is asked for."""
    prompt, pictures = conversation.prompt, conversation.turns[-1].pictures
    if not pictures or not _ASKS.search(prompt):
        return ""
    language = "中" if _LOCALE.search(prompt) else ""
    picture = pictures[0]
    english, chinese = zip(*(names_of(colour) for colour in _colours(picture)), strict=True)
    size = f"{picture.width}x{picture.height}"
    some, colours = " and ".join(dict.fromkeys(english)), "和".join(dict.fromkeys(chinese))
    description = pick(
        language,
        f"I am a demo, no AI: I see {size} pixels, mostly {some}.",
        f"我是演示程序。不是人工智能。我看到 {size} 像素，主要是{colours}色。",
    )
    to_paint = pick(language, f"A landscape in {some}, wide and calm", f"一片{colours}色的宁静风景")
    return f"DESCRIPTION:\n{description}\n\nPROMPT:\n{to_paint}"


def _colours(picture: Picture) -> list[RGB]:
    """Return the two colours that most of a picture has."""
    small = picture.open()
    small.thumbnail((_SIDE, _SIDE))
    shades = small.quantize(_SHADES).convert("RGB")
    found: list[tuple[int, RGB]] = shades.getcolors(_SIDE**2) or []  # pyright: ignore[reportAssignmentType] (of RGB they are these)
    return [colour for _, colour in sorted(found, reverse=True)[:2]]
