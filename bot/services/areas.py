"""Only here: what a model changed outside of the area that was pointed at is taken back."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.content import Part
from bot.domain.job import GenerationRequest
from bot.domain.picture import Picture
from bot.services.ports.blobs import Blobs
from bot.services.ports.conversations import Conversations
from bot.services.ports.images import Images

log = logging.getLogger(__name__)


class Areas:
    """Compose what models made inside areas with the pictures as they were."""

    def __init__(self, conversations: Conversations, blobs: Blobs, images: Images) -> None:
        self._conversations = conversations
        self._blobs = blobs
        self._images = images

    async def keep_rest(
        self, request: GenerationRequest, answer: tuple[Part, ...]
    ) -> tuple[Part, ...]:
        """Return an answer with the composed picture behind the model's own.

        It is returned as it came where the model's picture does not lie on the one that was to
        change, or anything goes wrong: it is paid for.
        """
        made = _one_made(answer)
        if made is None:
            return answer
        try:
            composed = await self._composed(request, answer[made].picture)
        except Exception:
            log.exception("a picture could not be composed, and is shown as it came")
            return answer
        if composed is None:
            return answer
        return (*answer[: made + 1], Part(picture=composed), *answer[made + 1 :])

    async def _composed(self, request: GenerationRequest, result: Picture | None) -> Picture | None:
        area, pointed = request.area, request.pointed
        turn = await self._conversations.turn(pointed.turn_id) if pointed else None
        original = turn.picture(pointed.part) if turn and pointed else None
        if area is None or original is None or result is None:
            return None
        async with self._blobs.scratch() as target:
            header = await self._images.compose(
                self._blobs.path(original.blob),
                self._blobs.path(result.blob),
                target,
                boxes=area.reach,
                mask=self._blobs.path(area.mask.blob) if area.mask else None,
            )
            if header is None:
                return None
            blob = await self._blobs.adopt(target)
        return replace(
            result,
            blob=blob,
            media_type=header.media_type,
            width=header.width,
            height=header.height,
            is_composed=True,
        )


def _one_made(answer: Sequence[Part]) -> int | None:
    """Return where the one picture is that was made; None for none, a half one, or a story."""
    pictures = [index for index, part in enumerate(answer) if part.picture]
    if not pictures:
        return None
    first, last = pictures[0], pictures[-1]
    tells = any(part.text and part.text.strip() for part in answer[first:last])
    picture = answer[last].picture
    return None if tells or picture is None or picture.is_half else last
