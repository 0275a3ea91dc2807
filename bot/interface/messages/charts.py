"""Numbers as pictures, drawn anew each time: they are looked at seldom."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from bot.domain.errors import UnusablePicture
from bot.interface.messages.bodies import OutgoingFile
from bot.pictures.chart_drawing import Chart
from bot.pictures.image_pool import ImagePool
from bot.services.ports.blobs import Blobs

log = logging.getLogger(__name__)


class Charts:
    """Make files of charts."""

    def __init__(self, blobs: Blobs, image_pool: ImagePool) -> None:
        self._blobs = blobs
        self._image_pool = image_pool

    @asynccontextmanager
    async def drawn(self, chart: Chart, alt: str) -> AsyncGenerator[OutgoingFile | None]:
        """Yield a picture of a chart; None where it can't be drawn."""
        async with self._blobs.scratch() as target:
            file: OutgoingFile | None = OutgoingFile(target, "usage.png", alt)
            try:
                await self._image_pool.draw_chart(target, chart)
            except (UnusablePicture, OSError) as error:
                log.warning("no chart: %s", type(error).__name__)
                file = None
            yield file
