from pathlib import Path

import pytest

from tests.unit.relay.scripts import Clock
from tests.unit.relay.support import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty blob store."""
    return Shelf(tmp_path)


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still."""
    return Clock()
