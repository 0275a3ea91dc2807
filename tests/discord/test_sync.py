from pathlib import Path

import pytest

from bot.domain.errors import StorageFailed
from bot.interface.client import AtelierClient
from bot.interface.sync import CommandSync


async def test_what_it_remembers_by_is_part_of_the_data(
    client: AtelierClient, tmp_path: Path
) -> None:
    """A file that can't be read is told as the data folder's trouble, not as Discord's."""
    with pytest.raises(StorageFailed, match="disk: Is a directory"):
        await CommandSync(tmp_path).run(client.tree)
