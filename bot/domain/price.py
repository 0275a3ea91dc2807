"""What a request can cost at most, and what its answer did cost: in millionths of a US dollar.

Both go by the same prices, so that what was spent is never more than what was reserved, as long as
a model keeps to the limits of its table and makes no more pictures than it was asked for. What is
counted is rounded up. Searches of the web are not in it: nobody knows how many there will be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.media import MOST_MINUTES, MediaFile, MediaKind
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture
from bot.domain.request import Reply, TokenCounts
from bot.domain.tariff import Tariff, TokenPrices

_A_MILLION: Final = 1_000_000

_BESIDE: Final = {ModelKind.IMAGE: 256, ModelKind.CHAT: 16_000}
"""Tokens of what goes along with any conversation: a persona, tools, the names of who speaks."""

_PART: Final = 64
"""Tokens of what stands around a part: whose it is, and what a called tool said.

A signature has none: 300 bytes of one added nothing to the prompt of a request that was recorded.
"""

# What the known models count of what is no text, as `config/models.toml` has its sources: of any,
# the one that counts most.
_PICTURE: Final = 1_120
_TILE: Final = 258
_TILE_SIDE: Final = 768
_PDF: Final = 1_000 * 560
_A_SECOND: Final = {MediaKind.AUDIO: 32, MediaKind.VIDEO: 300}
_LOWEST_RATE: Final = 1_000
"""Bytes of a second: how long a file may play that does not say it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Say how many tokens a request has at most; `sound` of them are of files that are heard."""

    tokens: int
    sound: int = 0


def sent_at_most(model: ModelProfile, turns: Iterable[Turn], asked: Iterable[Part]) -> Sent:
    """Bound the tokens of what is asked and of the turns that it goes on from.

    No text has more tokens than bytes.
    """
    tokens, sound = _BESIDE[model.kind], 0
    said = [part for turn in turns for part in (*turn.user, *turn.answer)]
    for part in (*said, *asked):
        tokens += _PART + len((part.text or "").encode()) + len(str(part.memory.extra).encode())
        if part.picture:
            tokens += _of_picture(part.picture)
        if part.file and model.reads(part.file):
            of_file = _of_file(part.file)
            tokens += of_file
            sound += of_file if part.file.kind in _A_SECOND else 0
        elif part.file:
            tokens += len(part.file.name.encode())
    return Sent(tokens, sound)


def most_micros(model: ModelProfile, tariff: Tariff, sent: Sent, *, size: str | None) -> int | None:
    """Return the most that one picture, or one answer, can cost; None where no price is known."""
    one = _one(model, tariff, tariff.dearest(size))
    if one is None:
        return None
    tokens = min(sent.tokens, model.input_limit)
    steps = [each for each in tariff.tokens if each.over < tokens]
    return one + max((_most_of_tokens(model, each, sent) for each in steps), default=0)


def spent_micros(
    model: ModelProfile, tariff: Tariff, reply: Reply, *, size: str | None
) -> int | None:
    """Return what a reply cost; None where no price is known, or the relay counted nothing.

    Every picture that came is paid for. A relay that bills no tokens bills an answer in words, too.
    """
    one, counts = _one(model, tariff, tariff.of(size)), reply.tokens
    if one is None or (tariff.tokens and not counts.are_told):
        return None
    paints = model.kind is ModelKind.IMAGE
    painted = sum(1 for part in reply.parts if part.picture) if paints else 0
    if not tariff.tokens:
        return one * max(painted, 1)
    step = [each for each in tariff.tokens if each.over < counts.prompt][-1]
    return one * (painted if paints else 1) + _of_tokens(step, counts, painted=painted > 0)


def _one(model: ModelProfile, tariff: Tariff, price: int | None) -> int | None:
    """Return what a picture costs, or an answer beside its tokens, which may be nothing."""
    if price is None and model.kind is ModelKind.CHAT and tariff.tokens:
        return 0
    return price


def _most_of_tokens(model: ModelProfile, step: TokenPrices, sent: Sent) -> int:
    words = min(model.output_limit, model.sampling.max_output_tokens or model.output_limit)
    read = max(step.input, step.cached or 0)
    heard = max(read, step.audio or 0)
    asked = (sent.tokens - sent.sound) * read + sent.sound * heard
    return -(-(min(asked, model.input_limit * heard) + words * step.output) // _A_MILLION)


def _of_tokens(step: TokenPrices, counts: TokenCounts, *, painted: bool) -> int:
    heard = min(counts.sound, counts.prompt)
    known = min(counts.cached, counts.prompt - heard)
    fresh = counts.prompt - heard - known
    asked = (
        fresh * step.input
        + known * (step.input if step.cached is None else step.cached)
        + heard * (step.input if step.audio is None else step.audio)
    )
    # Pictures have a price of their own; where they are not told apart, words beside them are few.
    said = 0 if painted and not counts.pictures else max(counts.answer - counts.pictures, 0)
    return -(-(asked + (said + counts.thoughts) * step.output) // _A_MILLION)


def _of_picture(picture: Picture) -> int:
    tiles = -(-picture.width // _TILE_SIDE) * -(-picture.height // _TILE_SIDE)
    return max(_PICTURE, tiles * _TILE)


def _of_file(file: MediaFile) -> int:
    if file.kind is MediaKind.PDF:
        return _PDF
    seconds = max(60 * MOST_MINUTES[file.kind], file.blob.size // _LOWEST_RATE)
    return seconds * _A_SECOND[file.kind]
