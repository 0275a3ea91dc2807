"""Describing a picture: how a model is asked to, and how its answer is read."""

import re
from dataclasses import dataclass
from typing import Final

_ASKED: Final = """\
Look at the picture, and answer in two parts. Write both in the language of the locale {locale}.

Begin the first with a line of its own that says DESCRIPTION: and tell in two to five sentences \
what the picture shows, to somebody who can't see it.

Begin the second with a line of its own that says PROMPT: and write one prompt of at most 120 \
words from which a model that has never seen it would paint this very picture: subject, setting, \
composition, light, colours, medium and style. Plain words, no list, and nothing behind it."""

_MARK: Final = re.compile(
    r"^[^\w\n]*(?:\d[.)][^\w\n]*)?(?P<part>description|prompt)[^\w\n:：]*(?:[:：][*_`]*|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""What begins a part, in whatever markup: `**Prompt:** a fox`, or a heading."""

_FENCED: Final = re.compile(r"```\w*\n(?P<inside>.*?)\n?```", re.DOTALL)
_QUOTED: Final = re.compile(r"^> ?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Description:
    """Hold what a picture shows, and what would paint it; None where no such part was found."""

    words: str
    prompt: str | None

    @property
    def to_paint(self) -> str:
        """Return what to paint: the prompt, else all that was said."""
        return self.prompt or self.words


def asked_for(locale: str) -> str:
    """Return the words that ask for the description of a picture, in a member's language."""
    return _ASKED.format(locale=locale)


def description_of(said: str) -> Description:
    """Read what a model said; where it left its marks out, all of it is both parts."""
    begun = [mark for mark in _MARK.finditer(said) if mark["part"].lower() == "prompt"]
    if not begun:
        return Description(_MARK.sub("", said).strip(), None)
    words = _MARK.sub("", said[: begun[0].start()]).strip()
    prompt = _bare(said[begun[0].end() :])
    if not (words and prompt):
        return Description(words or prompt, None)
    return Description(words, prompt)


def _bare(prompt: str) -> str:
    """Return a prompt without the marks of a quote or of a code block."""
    text = prompt.strip()
    if fenced := _FENCED.fullmatch(text):
        text = fenced["inside"]
    return _QUOTED.sub("", text).strip()
