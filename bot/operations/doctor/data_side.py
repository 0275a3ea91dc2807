"""What the disk says: the database and the blobs are tried, beside a bot that works on them."""

import asyncio
import errno
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.domain.area import Box
from bot.domain.errors import StorageFailed
from bot.operations.doctor.findings import Finding, fails, looked, ok, skipped, warns
from bot.pictures.engine import black, save_png
from bot.pictures.image_pool import ImagePool
from bot.storage.backup import check_whole
from bot.storage.blobs import SPOOL
from bot.storage.engine import NOTHING, begin_writing, create_engine
from bot.storage.failures import storage_errors
from bot.storage.folder import BLOBS, DATABASE
from bot.storage.migrate import NEWEST, revision_of

FOLDER: Final = "data folder"
BASE: Final = "database"
FILES: Final = "blobs"
PICTURES: Final = "pictures"

GIB: Final = 2**30
LEAST_FREE: Final = GIB
"""Bytes; pictures have 1 to 25 MB each."""

TRIED: Final = 64 * 1024
"""Bytes of the file that is tried; a disk may be full for more than a few."""

_NEW: Final = "is made at the first start"
_MEND: Final = (
    "Set ATELIER_DATA_DIR to a folder of the bot's alone that this user may write to, with room on"
    " its disk"
)


async def data_findings(
    folder: Path, *, free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free
) -> list[Finding]:
    """Return what was found of the folder and what is in it, and whether pictures are drawn."""
    return list(
        await asyncio.gather(
            looked(FOLDER, lambda: asyncio.to_thread(_folder, folder, free)),
            looked(BASE, lambda: asyncio.to_thread(_database, folder / DATABASE)),
            looked(FILES, lambda: asyncio.to_thread(_blobs, folder / BLOBS)),
            looked(PICTURES, lambda: _pictures(folder / BLOBS / SPOOL)),
        )
    )


def _folder(folder: Path, free: Callable[[Path], int]) -> Finding:
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    if not there.is_dir():
        return fails(FOLDER, f"{folder} is no folder, or in none", _MEND)
    try:
        with storage_errors():
            # Where there is none yet, what is to hold it is tried.
            _write_read_delete(there / f".doctor-{secrets.token_hex(8)}")
            room = free(there)
    except StorageFailed as error:
        return fails(FOLDER, f"{there} can't be written to: {error.detail}", _MEND)
    said = f"{folder}, {room / GIB:.1f} GiB free"
    if not folder.exists():
        said += f"; it {_NEW}"
    if room < LEAST_FREE:
        return warns(FOLDER, said, "Make room, or set ATELIER_RETENTION_DAYS")
    return ok(FOLDER, said)


def _database(path: Path) -> Finding:
    try:
        check_whole(path.parent)
    except StorageFailed as error:
        return fails(BASE, error.detail.removesuffix("."), "")
    if not path.exists():
        return skipped(BASE, f"it {_NEW}")
    engine = create_engine(path)
    try:
        with storage_errors():
            with engine.connect() as connection:
                revision = revision_of(connection) or ""
            with begin_writing(engine) as connection:
                connection.exec_driver_sql(NOTHING)
    except StorageFailed as error:
        return fails(BASE, f"{path} can't be used: {error.detail}", _MEND)
    finally:
        engine.dispose()
    if revision > NEWEST:
        said = f"revision {revision} is newer than this version, which works with {NEWEST}"
        return fails(BASE, said, "Run the version that wrote it, or restore a backup")
    if revision < NEWEST:
        said = f"revision {revision or 'none'}, and this version works with {NEWEST}"
        return warns(BASE, said, "The next start brings it there; `python -m bot migrate` does now")
    return ok(BASE, f"revision {revision}, written to")


def _blobs(root: Path) -> Finding:
    spool = root / SPOOL
    if not spool.exists():
        return skipped(FILES, f"their folder {_NEW}")
    try:
        with storage_errors():
            _write_read_delete(spool / f"doctor-{secrets.token_hex(8)}")
    except StorageFailed as error:
        return fails(FILES, f"{root} can't be written to: {error.detail}", _MEND)
    return ok(FILES, "written, read and deleted")


def _write_read_delete(path: Path) -> None:
    """Try a file as a blob is written; raise OSError."""
    data = secrets.token_bytes(TRIED)
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.read_bytes() != data:
            raise OSError(errno.EIO, "what was written is not what is read")
    finally:
        path.unlink(missing_ok=True)


async def _pictures(spool: Path) -> Finding:
    """Draw a picture as **Only here** does: libvips, Pillow and its font have a part in it."""
    try:
        source, target = _new_file(spool), _new_file(spool)
        try:
            async with ImagePool() as pool:
                await asyncio.to_thread(save_png, black(64, 64), source)
                await pool.draw_boxes(source, target, [Box(0, 0, 500, 500)], [0])
        finally:
            for file in (source, target):
                await asyncio.to_thread(file.unlink, missing_ok=True)
    except (OSError, StorageFailed):
        return skipped(PICTURES, "needs a place to write to")
    return ok(PICTURES, "drawn and encoded, with numbers on them")


def _new_file(spool: Path) -> Path:
    """Name a file in the spool, which alone may be writable, or before there is one elsewhere."""
    place = spool if spool.exists() else Path(tempfile.gettempdir())
    return place / f"doctor-{secrets.token_hex(8)}.png"
