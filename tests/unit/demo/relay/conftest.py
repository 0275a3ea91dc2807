from collections.abc import AsyncIterator

import pytest

from demo.relay import EmbeddedRelay
from tests.unit.demo.relay.asking import Client, quick_relay


@pytest.fixture
async def relay() -> AsyncIterator[EmbeddedRelay]:
    """Run a quick relay."""
    async with quick_relay() as running:
        yield running


@pytest.fixture
def client(relay: EmbeddedRelay) -> Client:
    """Return a client of the test's relay."""
    return Client(relay)
