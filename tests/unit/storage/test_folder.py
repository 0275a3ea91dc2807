"""Holding a data folder, and who may look into it."""

import asyncio
import logging
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.errors import StorageFailed
from bot.storage.blobs import FileBlobs
from bot.storage.folder import LOCK, FolderInUse, held, tighten


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name a data folder that is not there yet."""
    return tmp_path / "data"


def mode(path: Path) -> int:
    """Return who may do what."""
    return stat.S_IMODE(path.stat().st_mode)


async def test_a_folder_is_held_by_one(folder: Path, caplog: pytest.LogCaptureFixture):
    """The second one says once that it waits, gives up in the end, and may come again."""
    async with held(folder, patience=0) as is_ours:
        assert is_ours
        with pytest.raises(FolderInUse, match=str(folder)):
            async with held(folder, patience=0.6):
                pass
        (said,) = [record for record in caplog.records if record.levelno == logging.WARNING]
        assert "another process" in said.getMessage()
    async with held(folder, patience=0) as is_ours:
        assert is_ours


async def test_who_has_no_patience_says_nothing(folder: Path, caplog: pytest.LogCaptureFixture):
    """There is nothing to wait for."""
    async with held(folder, patience=0):
        with pytest.raises(FolderInUse):
            async with held(folder, patience=0):
                pass
    assert not caplog.records


async def test_who_waits_gets_it_when_it_is_free(folder: Path):
    """However long it took, within its patience."""
    order: list[str] = []

    async def second() -> None:
        async with held(folder, patience=60):
            order.append("second")

    async with held(folder, patience=0):
        waiting = asyncio.create_task(second())
        await asyncio.sleep(0)
        order.append("first")
    await waiting
    assert order == ["first", "second"]


async def test_who_waits_may_be_told_to_stop(folder: Path):
    """It does not hold the folder then."""
    stop = asyncio.Event()
    async with held(folder, patience=0):
        asyncio.get_running_loop().call_soon(stop.set)
        async with held(folder, patience=60, stop=stop) as is_ours:
            assert not is_ours


async def test_the_file_stays(folder: Path):
    """A new one under its name would be another lock. It is empty, and nobody else's to read."""
    async with held(folder, patience=0):
        first = (folder / LOCK).stat().st_ino
    async with held(folder, patience=0):
        pass
    assert (folder / LOCK).stat().st_ino == first
    assert (mode(folder), mode(folder / LOCK)) == (0o700, 0o600)


async def test_a_folder_that_can_not_be_is_a_storage_error(tmp_path: Path):
    """It is told in a line like any other trouble with the disk."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match="disk: Not a directory"):
        async with held(tmp_path / "file" / "data", patience=0):
            pass


def test_what_an_operator_keeps_there_is_left_alone(folder: Path):
    """Only our own files change; the folder is closed for others all the same."""
    folder.mkdir()
    (folder / "atelier.db").touch(0o644)
    (folder / "notes.txt").touch(0o644)
    (folder / "notes.txt").chmod(0o644)
    tighten(folder, served=False)
    assert (mode(folder), mode(folder / "atelier.db")) == (0o700, 0o600)
    assert mode(folder / "notes.txt") == 0o644
    tighten(folder, served=True)
    assert (mode(folder), mode(folder / "atelier.db")) == (0o710, 0o600)


async def test_a_volume_of_somebody_else_is_told_of_and_used(
    monkeypatch: pytest.MonkeyPatch, folder: Path, caplog: pytest.LogCaptureFixture
):
    """What may not be changed does not keep the bot from starting."""

    def refuse(*_: object) -> None:
        raise PermissionError

    async with FileBlobs.open(folder / "blobs"):
        pass
    (folder / "blobs").chmod(0o755)
    monkeypatch.setattr(Path, "chmod", refuse)
    tighten(folder, served=False)
    async with FileBlobs.open(folder / "blobs") as blobs:
        assert not [keys async for keys in blobs.old(timedelta(0))]
    told = [record.args for record in caplog.records]
    assert told[-2:] == [("data",), ("blobs",)]
