from datetime import UTC, datetime

from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.conversation import Turn
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.picture import Picture

PAINTER = ModelProfile(id="painter", kind=ModelKind.IMAGE, family="painter", signs=True)
PLAIN = ModelProfile(id="plain", kind=ModelKind.IMAGE, family="plain")
TALKER = ModelProfile(id="talker", kind=ModelKind.CHAT, family="talker", signs=True)


def picture(name: str, size: int = 900) -> Picture:
    """Return a picture that is named by its blob."""
    return Picture(BlobRef(f"b3-{name}", size), "image/jpeg", 1024, 768)


def painted(name: str, *, signature: str | None = "c2ln", size: int = 900) -> Part:
    """Return a part with a picture, signed unless told otherwise."""
    return Part(picture=picture(name, size), memory=Memory(signature))


def turn(number: int, *answer: Part, asked: str | None = None, family: str = "painter") -> Turn:
    """Return a turn that continues the one before it."""
    prompt = asked or f"wish {number}"
    return Turn(
        id=number,
        conversation_id=1,
        parent_id=number - 1 or None,
        author_id=7,
        prompt=prompt,
        user=(Part(text=prompt),),
        answer=answer,
        model=family,
        family=family,
        aspect=None,
        size=None,
        created_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
