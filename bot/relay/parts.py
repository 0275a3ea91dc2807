"""The parts of a reply while it is read, and the pictures among their words.

A picture that a model says is a data URI, mostly inside markdown. What is left of it here is its
head, and `#` with the number of what was cut out (`bot.relay.scanner`, each wire's reader).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.tool import ToolCall
from bot.relay.fields import JsonValue
from bot.relay.large_fields import Cut

_LINK = r"!?\[[^\[\]\n]{0,500}\]\(\s*"
_MARKED_URI = re.compile(
    rf"({_LINK})?"
    r"(?i:data:(?:image/[\w.+-]{1,40}|application/octet-stream)?(?:;[\w.+-]{1,20}=[\w.+-]{0,40}){0,2})"
    r";base64,#(?P<number>\d{1,9})(?(1)\s*\))",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class ReceivedPart:
    """Hold one part whose picture and long token are still cuts."""

    text: str | None = None
    picture: Cut | None = None
    token: str | Cut | None = None
    extra: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    call: ToolCall | None = None

    @property
    def is_plain(self) -> bool:
        """Tell whether this is text and nothing else."""
        return bool(self.text) and not (self.picture or self.token or self.extra)

    @property
    def is_empty(self) -> bool:
        """Tell whether this is a text without a character, and nothing else."""
        return self.text == "" and not (self.picture or self.extra)


def at_uris(text: str) -> Iterator[tuple[str, str]]:
    """Yield words, each with the number of the data URI behind it; empty where there is none."""
    start = 0
    for uri in _MARKED_URI.finditer(text):
        yield text[start : uri.start()], uri["number"]
        start = uri.end()
    yield text[start:], ""


def joined(documents: Sequence[Sequence[ReceivedPart]]) -> list[ReceivedPart]:
    """Return the parts of all documents; a stream cuts a text anywhere.

    Within one document parts stay as the model made them.
    """
    joined: list[ReceivedPart] = []
    texts: list[str] = []

    def end_text() -> None:
        if texts:
            joined.append(ReceivedPart(text="".join(texts)))
        texts.clear()

    for parts in documents:
        for position, part in enumerate(parts):
            if position or not part.is_plain:
                end_text()
            if part.text and part.is_plain:
                texts.append(part.text)
            else:
                joined.append(part)
    end_text()
    return joined
