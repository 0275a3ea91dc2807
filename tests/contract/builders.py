"""Values that tests of any store are made of."""

from datetime import UTC, datetime
from typing import Any

from bot.domain.access import Terms
from bot.domain.blob import BlobRef
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.content import Memory, Part
from bot.domain.job import Draft, GenerationRequest, JobKind, Place
from bot.domain.picture import Picture
from bot.services.ports.ledger import Ledger

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
LATE = datetime(2999, 1, 1, tzinfo=UTC)
"""After all that a test does."""
GUILD, CHANNEL, THREAD, MEMBER = 2**62 + 1, 2**62 + 2, 2**62 + 3, 2**62 + 4
TERMS = Terms(99, 99)
ONE_A_DAY = Terms(1, 1)
HERE = Place(guild_id=GUILD, channel_id=CHANNEL)
IN_THREAD = Place(guild_id=GUILD, channel_id=CHANNEL, thread_id=THREAD)


def nobody_pays(_guild_id: int | None) -> bool:
    """Say that no server has a relay of its own."""
    return False


async def used(
    store: Ledger, guild_id: int | None, member_id: int, kind: JobKind, now: datetime
) -> int:
    """Count what a member has reserved or settled of a day: pictures, or answers."""
    return (await store.standing(guild_id, member_id, UTC_CALENDAR, now)).used(kind)


def blob(name: str) -> BlobRef:
    """Return the name of a blob that a row may hold; the bytes do not matter here."""
    return BlobRef(f"b3-{name.encode().hex():0<64}", 1_000)


def picture_part(name: str, *, signature: str | BlobRef | None = None) -> Part:
    """Return a part with a picture."""
    return Part(picture=Picture(blob(name), "image/png", 640, 480), memory=Memory(signature))


def request(prompt: str = "a red fox", **values: Any) -> GenerationRequest:
    """Return a request for one picture, changed by `values`."""
    defaults: dict[str, Any] = {
        "kind": JobKind.PICTURE,
        "place": HERE,
        "author_id": MEMBER,
        "model": "painter",
        "user": (Part(text=prompt),),
    }
    return GenerationRequest(prompt=prompt, **(defaults | values))


def draft(
    name: str = "fox",
    *,
    parent_id: int | None = None,
    signature: str | BlobRef | None = "c2ln",
) -> Draft:
    """Return what a model answered: a sentence and a signed picture."""
    return Draft(
        parent_id=parent_id,
        user=(Part(text=f"paint a {name}"),),
        answer=(Part(text="Here it is."), picture_part(name, signature=signature)),
        model="painter",
        family="painters",
    )
