"""One file with all that is kept: the database of one moment, and the blobs that it names.

It is a tar that other tools open, too: `atelier.db`, `blobs/…`, and last `SHA256SUMS`, which
`sha256sum -c` reads. One that broke off has no such end, and is no backup.

What is restored is put together aside, and moved to its place once every checksum is right: the
database last, so that without it nothing is restored. What waited to be sent is not sent from it:
the bot went on after its backup, and that may have been paid for.
"""

import hashlib
import io
import os
import re
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from bot.domain.errors import StorageFailed
from bot.domain.job import JobState
from bot.storage.blobs import place_of
from bot.storage.failures import storage_errors
from bot.storage.folder import BLOBS, DATABASE, LOCK, RESTORING
from bot.storage.migrate import NEWEST
from bot.storage.snapshot import copy_database

SUMS: Final = "SHA256SUMS"

_NAME: Final = re.compile(rf"{re.escape(DATABASE)}|{BLOBS}/[0-9a-f]{{2}}/[0-9a-f]{{62}}")
_SUM: Final = re.compile(r"([0-9a-f]{64})  (\S+)")
_PIECE: Final = 1024 * 1024

_NAMED: Final = """
SELECT tables.name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
WHERE tables.type = 'table' AND columns.name = 'blob'
"""
"""Whatever table names blobs, also of another version."""

_MAY_BE_SENT: Final = "UPDATE jobs SET state = ? WHERE state = ?"
"""These columns are in every version's table."""


class BackupUnusable(Exception):
    """Say why a file can't be written, or restored, and what to do."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Count what is in a backup; `missing` blobs are named and were not there."""

    blobs: int
    size: int
    missing: int = 0


def back_up(data: Path, target: Path) -> Contents:
    """Write a backup of a data folder, also while a bot works on it.

    A file of this name is there when all of it is. Raise BackupUnusable where one is already, and
    StorageFailed.
    """
    with storage_errors():
        (data / DATABASE).stat()
    try:
        if target.exists():
            raise BackupUnusable("there is such a file already. Name another; none is overwritten")
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as aside:
            database, archive = Path(aside, DATABASE), Path(aside, "backup")
            copy_database(data / DATABASE, database)
            with archive.open("xb") as file:
                contents = _write(file, database, data / BLOBS)
                file.flush()
                os.fsync(file.fileno())
            archive.rename(target)
    except OSError as error:
        raise BackupUnusable(f"can't be written: {error.strerror or error}") from None
    return contents


def restore(source: Path, data: Path) -> Contents:
    """Put a backup into an empty data folder, which this process holds.

    Raise BackupUnusable, and StorageFailed where the disk does not do its part; nothing is restored
    then.
    """
    check_empty(data)
    if source.is_fifo():
        raise BackupUnusable("can't be read: it has to be a file")
    try:
        source.open("rb").close()
    except OSError as error:
        raise BackupUnusable(f"can't be read: {error.strerror}") from None
    aside = data / RESTORING
    with storage_errors():
        _clear(data)
        aside.mkdir()
        try:
            contents = _read(source, aside)
            _check_revision(aside / DATABASE)
            _send_nothing_anew(aside / DATABASE)
            os.sync()
            (aside / BLOBS).rename(data / BLOBS)
            (aside / DATABASE).rename(data / DATABASE)
            os.sync()
        except BaseException:
            _clear(data)
            raise
        aside.rmdir()
    return contents


def check_empty(data: Path) -> None:
    """Raise BackupUnusable where a data folder has something in it already.

    What a restore left that was killed is nothing, nor is what a file system has of its own.
    """
    ours = {LOCK, RESTORING, "lost+found"}
    with storage_errors():
        there = {path.name for path in data.iterdir()} if data.exists() else set[str]()
    if _has_moved_blobs(data):
        ours.add(BLOBS)
    if found := sorted(there - ours):
        raise BackupUnusable(
            f"{data} is not empty: {', '.join(found[:3])}. Move it away, and restore into a folder"
            " that is new. Nothing was changed"
        )


def is_half_restored(data: Path) -> bool:
    """Tell whether a restore was killed before it was through."""
    return (data / RESTORING).exists() and not (data / DATABASE).exists()


def check_whole(data: Path) -> None:
    """Raise StorageFailed where a restore was killed: a bot would begin from nothing there."""
    if is_half_restored(data):
        raise StorageFailed(
            f"A restore into {data} broke off. Restore again, or, to begin from nothing, delete"
            f" {data / RESTORING}."
        )


def _has_moved_blobs(data: Path) -> bool:
    """Tell whether the blobs there are those of a restore that was killed, and no bot's."""
    aside = data / RESTORING
    return is_half_restored(data) and (aside / DATABASE).exists() and not (aside / BLOBS).exists()


def _clear(data: Path) -> None:
    """Remove what a restore that did not get through has put into a folder that was empty."""
    if _has_moved_blobs(data):
        shutil.rmtree(data / BLOBS, ignore_errors=True)
    shutil.rmtree(data / RESTORING, ignore_errors=True)


def _write(file: IO[bytes], database: Path, blobs: Path) -> Contents:
    sums: dict[str, str] = {}
    keys = _named(database)
    missing = 0
    with tarfile.open(fileobj=file, mode="w") as archive:
        _add(archive, DATABASE, database, sums)
        for key in keys:
            place = place_of(key)
            try:
                _add(archive, f"{BLOBS}/{place.as_posix()}", blobs / place, sums)
            except FileNotFoundError:
                missing += 1  # forgotten since, as a rule
        listed = "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()
        archive.addfile(_entry(SUMS, len(listed)), io.BytesIO(listed))
    return Contents(len(sums) - 1, file.tell(), missing)


def _named(database: Path) -> list[str]:
    """Return the keys of the blobs that a database names, in order."""
    try:
        with closing(sqlite3.connect(database)) as opened:
            tables = [name for (name,) in opened.execute(_NAMED)]
            selects = " UNION ".join(f'SELECT blob FROM "{name}"' for name in tables)  # noqa: S608 (names of our own tables)
            return sorted(key for (key,) in opened.execute(selects)) if tables else []
    except sqlite3.Error as error:
        raise StorageFailed(f"database: {error}") from error


def _add(archive: tarfile.TarFile, name: str, path: Path, sums: dict[str, str]) -> None:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        read = _Summed(file)
        archive.addfile(_entry(name, size), read)
    sums[name] = read.digest


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size = size
    entry.mode = 0o600
    return entry


class _Summed(io.RawIOBase):
    """Pass on what is read, and sum it up."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read as the file does."""
        data = self._file.read(size)
        self._sum.update(data)
        return data

    @property
    def digest(self) -> str:
        """Return the sum of what was read."""
        return self._sum.hexdigest()


def _read(source: Path, aside: Path) -> Contents:
    """Take all of a backup out of it, and check every sum; raise BackupUnusable."""
    (aside / BLOBS).mkdir()
    found: dict[str, str] = {}
    with _opened(source) as archive:
        for entry in archive:
            if not entry.isreg() or entry.issparse():
                raise BackupUnusable(f"no backup of Atelier: {entry.name!r} is no plain file")
            file = archive.extractfile(entry)
            assert file is not None
            if entry.name == SUMS:
                listed = dict[str, str](
                    (name, digest) for digest, name in _SUM.findall(file.read().decode("ascii"))
                )
                break
            if not _NAME.fullmatch(entry.name) or entry.name in found:
                raise BackupUnusable(f"no backup of Atelier: it holds {entry.name!r}")
            found[entry.name] = _take_out(file, aside / entry.name)
        else:
            raise BackupUnusable("it breaks off: its end with the checksums is missing")
    wrong = [name for name in sorted(found.keys() | listed) if found.get(name) != listed.get(name)]
    if wrong or DATABASE not in found:
        name = wrong[0] if wrong else DATABASE
        raise BackupUnusable(f"it is damaged: {name} is not what was backed up")
    return Contents(len(found) - 1, source.stat().st_size)


@contextmanager
def _opened(source: Path) -> Generator[tarfile.TarFile]:
    try:
        with tarfile.open(source, "r:") as archive:
            yield archive
    except (tarfile.TarError, EOFError, UnicodeDecodeError) as error:
        raise BackupUnusable(f"it breaks off, or is no backup: {error}") from error


def _take_out(file: IO[bytes], place: Path) -> str:
    digest = hashlib.sha256()
    place.parent.mkdir(exist_ok=True)
    with place.open("xb") as target:
        while data := file.read(_PIECE):
            digest.update(data)
            target.write(data)
    return digest.hexdigest()


def _check_revision(database: Path) -> None:
    with closing(sqlite3.connect(database)) as opened:
        try:
            ((revision,),) = opened.execute("SELECT version_num FROM alembic_version").fetchall()
        except (sqlite3.Error, ValueError):
            raise BackupUnusable("its database is none of Atelier's") from None
    if revision > NEWEST:
        raise BackupUnusable(
            f"its database is at revision {revision}, and this version works with {NEWEST}: restore"
            " it with the version that wrote it, or a newer one"
        )


def _send_nothing_anew(database: Path) -> None:
    """Let jobs that were accepted be taken for sent: their authors are told, and have a button."""
    try:
        with closing(sqlite3.connect(database)) as opened, opened:
            opened.execute(_MAY_BE_SENT, [JobState.SENT, JobState.ACCEPTED])
    except sqlite3.Error as error:
        raise StorageFailed(f"database: {error}") from error
