from pathlib import Path

import pytest

from tests.unit.relay.support import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Return an empty blob store."""
    return Shelf(tmp_path)
