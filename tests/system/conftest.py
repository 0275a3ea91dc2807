from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.demo.stage import Stage, stage


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[Stage]:
    """Give an embedded relay and Discord, to which a bot process can be joined."""
    async with stage(tmp_path, delay=0.0) as here:
        yield here
