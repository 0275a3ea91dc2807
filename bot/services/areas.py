"""Only here: what a model changed outside of the area that was pointed at is taken back."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.content import Part
from bot.domain.conversation import Turn
from bot.domain.job import GenerationRequest
from bot.domain.picture import Picture
from bot.services.ports.blobs import Blobs
from bot.services.ports.conversations import Conversations
from bot.services.ports.images import Images
from bot.services.ports.jobs import Jobs

log = logging.getLogger(__name__)


class Areas:
    """Compose what models made inside areas with the pictures as they were."""

    def __init__(
        self, conversations: Conversations, jobs: Jobs, blobs: Blobs, images: Images
    ) -> None:
        self._conversations = conversations
        self._jobs = jobs
        self._blobs = blobs
        self._images = images

    async def keep_rest(self, request: GenerationRequest, turn: Turn) -> Turn:
        """Put the composed picture behind the model's own, which is written down by now.

        The turn stays as it came where the model's picture does not lie on the one that was to
        change, or anything goes wrong: it is paid for. One that was composed before stays, too.
        """
        made = _one_made(turn.answer)
        if made is None:
            return turn
        try:
            composed = await self._composed(request, turn.answer[made].picture)
            if composed is None:
                return turn
            whole = Part(picture=composed)
            return await self._jobs.rewritten(
                turn, (*turn.answer[: made + 1], whole, *turn.answer[made + 1 :])
            )
        except Exception:
            log.exception("a picture could not be composed, and is shown as it came")
            return turn

    async def _composed(self, request: GenerationRequest, result: Picture | None) -> Picture | None:
        area, pointed = request.area, request.pointed
        asked = await self._conversations.turn(pointed.turn_id) if pointed else None
        original = asked.picture(pointed.part) if asked and pointed else None
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
    """Return where the one picture is that was made; None for none, a half one, or a story.

    And for one that is composed already.
    """
    pictures = [index for index, part in enumerate(answer) if part.picture]
    if not pictures:
        return None
    first, last = pictures[0], pictures[-1]
    tells = any(part.text and part.text.strip() for part in answer[first:last])
    picture = answer[last].picture
    is_done = picture is None or picture.is_half or picture.is_composed
    return None if tells or is_done else last
