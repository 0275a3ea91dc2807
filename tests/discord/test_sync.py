import shutil
from pathlib import Path

import pytest

from bot.domain.errors import StorageFailed
from bot.interface.client import AtelierClient
from bot.interface.sync import CommandSync
from bot.interface.texts import FOLDER
from demo.stack import Stack


async def test_what_it_remembers_by_is_part_of_the_data(
    client: AtelierClient, tmp_path: Path
) -> None:
    """A file that can't be read is told as the data folder's trouble, not as Discord's."""
    with pytest.raises(StorageFailed, match="disk: Is a directory"):
        await CommandSync(tmp_path).run(client.tree)


async def test_commands_are_told_again_when_their_words_change(
    world: Stack, client: AtelierClient, tmp_path: Path
) -> None:
    """Words of any language are a change; without one, Discord is told nothing."""

    def told() -> int:
        return sum(call.method == "PUT" and "commands" in call.path for call in world.discord.calls)

    catalogues = tmp_path / "catalogues"
    shutil.copytree(FOLDER, catalogues)
    sync = CommandSync(tmp_path / "told", catalogues)
    before = told()
    await sync.run(client.tree)
    await sync.run(client.tree)
    assert told() == before + 1
    with (catalogues / "de.ftl").open("a", encoding="utf-8") as catalogue:
        catalogue.write("# another word\n")
    await sync.run(client.tree)
    assert told() == before + 2
