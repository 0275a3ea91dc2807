from collections.abc import AsyncIterator

import pytest

from bot.pictures.image_pool import ImagePool


@pytest.fixture
async def image_pool() -> AsyncIterator[ImagePool]:
    """Open an image pool with the usual limits."""
    async with ImagePool() as image_pool:
        yield image_pool
