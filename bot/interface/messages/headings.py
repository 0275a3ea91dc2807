"""What stands above pictures: what was asked for, by whom, and of which picture they were made."""

from typing import Final

from bot.domain.job import GenerationRequest, Shown
from bot.interface.markup import address_of, escaped
from bot.interface.messages.layouts import SMALL
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts

LINE_CHARACTERS: Final = 90
"""About as much as a client shows on one line."""


def heading(
    request: GenerationRequest,
    origin: Shown | None,
    texts: Texts,
    locale: str,
    guild_id: int | None,
) -> str:
    """Say what pictures are, with a link to the message that shows what they were made of.

    Their author is named as markup, which mentions nobody: a name would be words of theirs.
    """
    told = [f"<@{request.author_id}>"]
    if origin is not None:
        told.append(f"[{texts.get('post-origin', locale)}]({address_of(origin, guild_id)})")
    if request.style:
        told.append(texts.get("post-style", locale, style=request.style))
    if request.redone:
        told.append(texts.get("post-redone", locale))
    return "\n".join([*wish(request.prompt), SMALL + " · ".join(told)])


def wish(prompt: str) -> list[str]:
    """Return what was asked for in bold, as plain words, on two lines at most."""
    first, *others = [line for line in prompt.splitlines() if line.strip()] or [""]
    if others:
        lines = [shorten(first, LINE_CHARACTERS), shorten(" ".join(others), LINE_CHARACTERS)]
    else:
        lines = [shorten(first, 2 * LINE_CHARACTERS)]
    return [f"**{words}**" for words in map(escaped, lines) if words.strip()]
