from collections.abc import AsyncIterator

import pytest

from bot.pictures.workshop import Workshop


@pytest.fixture
async def workshop() -> AsyncIterator[Workshop]:
    """Open a workshop with the usual limits."""
    async with Workshop() as workshop:
        yield workshop
