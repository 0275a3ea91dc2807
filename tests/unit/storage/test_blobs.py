import asyncio
import errno
import os
import random
import resource
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from blake3 import blake3
from blockbuster import blockbuster_ctx

from bot.domain.blob import BlobRef
from bot.domain.errors import StorageFailed
from bot.storage.blobs import AT_ONCE, FileBlobs
from bot.storage.spool import AHEAD, BUFFER, Buffers, FileSpool

MIB = 1024 * 1024


@pytest.fixture
async def blobs(tmp_path: Path) -> AsyncIterator[FileBlobs]:
    """Open an empty place for blobs."""
    async with FileBlobs.open(tmp_path / "blobs") as opened:
        yield opened


def files(root: Path) -> list[Path]:
    """List all files below a folder."""
    return sorted(path for path in root.rglob("*") if path.is_file())


async def test_a_blob_lies_in_a_folder_of_its_first_byte(blobs: FileBlobs, tmp_path: Path):
    """No folder gets too many files."""
    spool = blobs.spool()
    spool.write(b"fox")
    blob = await spool.commit()
    digest = blake3(b"fox").hexdigest()
    assert blobs.path(blob) == tmp_path / "blobs" / digest[:2] / digest[2:]
    assert files(tmp_path / "blobs") == [blobs.path(blob)]


async def test_blobs_may_share_a_folder(blobs: FileBlobs):
    """The first of 257 blobs with a folder in common is as whole as the last."""
    stored = []
    for number in range(257):
        spool = blobs.spool()
        spool.write(str(number).encode())
        stored.append(await spool.commit())
    contents = [blobs.path(blob).read_bytes() for blob in stored]
    assert contents == [str(number).encode() for number in range(257)]


async def test_large_blobs_arrive_in_order_and_whole(blobs: FileBlobs):
    """Pieces of any size make the same file and hash as the whole."""
    whole = os.urandom(5 * MIB + 12_345)
    spool = blobs.spool()
    position = 0
    for size in [1, 100, 65_536, BUFFER, BUFFER + 1, 3 * BUFFER] * 100:
        spool.write(whole[position : position + size])
        await spool.drain()
        position += size
    blob = await spool.commit()
    assert blob.size == len(whole)
    assert blob.key == f"b3-{blake3(whole).hexdigest()}"
    assert blobs.path(blob).read_bytes() == whole


async def test_many_spools_do_not_mix(blobs: FileBlobs):
    """One writer thread serves all of them."""

    async def put(byte: int) -> BlobRef:
        spool = blobs.spool()
        for _ in range(30):
            spool.write(bytes([byte]) * 100_000)
            await spool.drain()
        return await spool.commit()

    stored = await asyncio.gather(*(put(byte) for byte in range(8)))
    for byte, blob in enumerate(stored):
        assert blobs.path(blob).read_bytes() == bytes([byte]) * 3_000_000


async def test_a_blob_that_is_there_already_wins(blobs: FileBlobs, tmp_path: Path):
    """The second file of the same content is dropped, and the first stays."""
    first, second = blobs.spool(), blobs.spool()
    for spool in (first, second):
        spool.write(b"fox")
    blob = await first.commit()
    before = blobs.path(blob).stat().st_ino
    assert await second.commit() == blob
    assert blobs.path(blob).stat().st_ino == before
    assert files(tmp_path) == [blobs.path(blob)]


async def test_nothing_on_the_disk_comes_before_the_first_byte(blobs: FileBlobs, tmp_path: Path):
    """A spool that was never written to leaves no trace, whatever its end."""
    spool = blobs.spool()
    await spool.drain()
    assert files(tmp_path) == []
    await spool.discard()
    assert files(tmp_path) == []


async def test_an_empty_spool_is_no_blob(blobs: FileBlobs, tmp_path: Path):
    """Its commit is refused, and its file goes with it."""
    spool = blobs.spool()
    with pytest.raises(ValueError, match="empty"):
        await spool.commit()
    await spool.discard()
    assert files(tmp_path) == []


async def test_a_discarded_spool_leaves_nothing(blobs: FileBlobs, tmp_path: Path):
    """Twice is as good as once."""
    spool = blobs.spool()
    spool.write(bytes(2 * BUFFER))
    spool.write(b"not handed over yet")
    await spool.discard()
    await spool.discard()
    assert files(tmp_path) == []


async def test_discarding_after_a_commit_keeps_the_blob(blobs: FileBlobs):
    """A `finally` may always discard."""
    spool = blobs.spool()
    spool.write(b"fox")
    blob = await spool.commit()
    await spool.discard()
    assert blobs.path(blob).read_bytes() == b"fox"


async def test_a_finished_spool_is_a_file_until_its_end(blobs: FileBlobs):
    """What was received can be read before it is decided whether it stays."""
    spool = blobs.spool()
    spool.write(b"fox")
    path = await spool.finish()
    assert path.read_bytes() == b"fox"
    blob = await spool.commit()
    assert not path.exists()
    assert blobs.path(blob).read_bytes() == b"fox"


async def test_a_finished_spool_without_bytes_is_an_empty_file(blobs: FileBlobs):
    """Who reads it says what is wrong with it."""
    spool = blobs.spool()
    path = await spool.finish()
    assert path.read_bytes() == b""
    await spool.discard()
    assert not path.exists()


async def test_what_a_dead_process_left_is_cleared_away(blobs: FileBlobs, tmp_path: Path):
    """Spools and scratch files of before are gone after opening; blobs are not."""
    spool = blobs.spool()
    spool.write(b"fox")
    blob = await spool.commit()
    async with blobs.scratch() as path:
        path.write_bytes(b"half a picture")
        assert len(files(tmp_path)) == 2
        async with FileBlobs.open(tmp_path / "blobs"):
            assert files(tmp_path) == [blobs.path(blob)]


async def test_the_loop_never_waits_for_the_disk(blobs: FileBlobs):
    """No call that may block is made on the event loop."""
    with blockbuster_ctx():
        spool = blobs.spool()
        spool.write(bytes(3 * BUFFER))
        await spool.drain()
        blob = await spool.commit()
        await spool.discard()
        assert await asyncio.to_thread(blobs.path(blob).is_file)
        async with blobs.scratch() as path:
            await asyncio.to_thread(path.write_bytes, b"fox")
            await blobs.adopt(path)
        assert await blobs.renew(blob)
        keys = [key async for keys in blobs.old(timedelta(0)) for key in keys]
        assert await blobs.delete(keys, age=timedelta(0)) == 2


async def test_writes_wait_for_a_slow_disk_without_the_loop(tmp_path: Path):
    """`write` returns at once; `drain` waits while more than one buffer is with the writer."""
    with ThreadPoolExecutor(max_workers=1) as writer:
        disk = threading.Event()
        writer.submit(disk.wait, 60)
        spool = FileSpool(tmp_path / "spool", writer, Buffers(), lambda path, _: path.unlink())
        for _ in range(AHEAD):
            spool.write(bytes(BUFFER))
            await asyncio.wait_for(spool.drain(), 30)
        spool.write(bytes(BUFFER + 1))
        draining = asyncio.create_task(spool.drain())
        await asyncio.sleep(0.05)
        assert not draining.done()
        disk.set()
        await draining
        assert (await spool.commit()).size == (AHEAD + 1) * BUFFER + 1


async def test_a_buffer_is_used_again_without_what_was_in_it(blobs: FileBlobs):
    """Neither the next spool nor one that was discarded shows what another one wrote."""
    first = blobs.spool()
    first.write(b"a secret")
    await first.discard()
    for spool in (first, blobs.spool()):
        spool.write(b"fox")
        blob = await spool.commit()
        assert blobs.path(blob).read_bytes() == b"fox"


async def test_nothing_follows_on_a_gap(blobs: FileBlobs):
    """Whatever kept the writer from one piece, the rest is no blob."""

    class Broken:
        def update(self, _: object) -> None:
            raise MemoryError

    spool = blobs.spool()
    spool._file._hash, hash_ = Broken(), spool._file._hash
    spool.write(bytes(BUFFER))
    with pytest.raises(MemoryError):
        await spool.finish()
    spool._file._hash = hash_
    spool.write(b"the rest")
    with pytest.raises(MemoryError):
        await spool.commit()
    await spool.discard()


async def test_who_stops_waiting_leaves_no_gap(tmp_path: Path):
    """A cancelled `drain` does not take its batch out of the file."""
    with ThreadPoolExecutor(max_workers=1) as writer:
        disk = threading.Event()
        writer.submit(disk.wait, 60)
        spool = FileSpool(tmp_path / "spool", writer, Buffers(), lambda path, _: path.unlink())
        for _ in range(8):
            spool.write(bytes(BUFFER))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(spool.drain(), 0.01)
        disk.set()
        assert (await spool.commit()).size == 8 * BUFFER


@pytest.fixture
def small_disk():
    """Refuse files over 1 MiB, as a full disk would; restore at the end."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MIB, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.usefixtures("small_disk")
async def test_a_full_disk_is_a_storage_error(blobs: FileBlobs, tmp_path: Path):
    """Writing goes on to fail, whatever comes after, and nothing stays on the disk."""
    spool = blobs.spool()

    async def fill():
        for _ in range(16):
            spool.write(bytes(BUFFER))
            await spool.drain()

    with pytest.raises(StorageFailed, match="disk: File too large") as failed:
        await fill()
    assert failed.value.message_key == "error-storage"
    spool.write(b"more")
    with pytest.raises(StorageFailed):
        await spool.commit()
    await spool.discard()
    assert files(tmp_path) == []


async def test_a_folder_that_can_not_be_is_a_storage_error(tmp_path: Path):
    """The error says what the system said."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match=os.strerror(errno.ENOTDIR)):
        async with FileBlobs.open(tmp_path / "file" / "blobs"):
            pass


async def test_a_scratch_file_that_is_gone_can_not_be_adopted(blobs: FileBlobs):
    """The error is a storage error like any other."""
    async with blobs.scratch() as path:
        with pytest.raises(StorageFailed):
            await blobs.adopt(path)


async def test_no_blob_is_ever_half(tmp_path: Path):
    """A name is there with all its bytes or not at all, whenever one looks."""
    root = tmp_path / "blobs"
    content = os.urandom(8 * MIB)
    async with FileBlobs.open(root) as blobs:
        spool = blobs.spool()
        for start in range(0, len(content), BUFFER):
            spool.write(content[start : start + BUFFER])
        committing = asyncio.create_task(spool.commit())
        sizes = set()
        while not committing.done():
            sizes |= {path.stat().st_size for path in root.glob("??/*")}
            await asyncio.sleep(0)
        blob = await committing
    assert sizes <= {blob.size}


async def test_a_folder_is_looked_through_in_steps(blobs: FileBlobs, tmp_path: Path):
    """However many blobs share a folder, the writer looks at 1,000 of them at a time."""
    folder = tmp_path / "blobs" / "ab"
    folder.mkdir()
    for number in range(2 * AT_ONCE + 1):
        (folder / f"{number:062x}").touch()
    sizes = [len(keys) async for keys in blobs.old(timedelta(0))]
    assert sizes == [AT_ONCE, AT_ONCE, 1]


async def test_what_is_no_blob_is_none_of_its_business(blobs: FileBlobs, tmp_path: Path):
    """Other files and folders of the operator's are neither listed nor deleted."""
    root = tmp_path / "blobs"
    (root / "ab").mkdir()
    for name in ("ab/.DS_Store", "ab/short", "README", "ab/" + "G" * 62):
        (root / name).touch()
    assert [keys async for keys in blobs.old(timedelta(0))] == []


async def test_what_is_stored_while_it_is_deleted_is_there(blobs: FileBlobs):
    """Whichever comes first: the writer does one after the other, and looks before it deletes."""
    for _ in range(50):
        spool = blobs.spool()
        spool.write(b"fox")
        blob = await spool.commit()
        os.utime(blobs.path(blob), (1, 1))
        again = blobs.spool()
        again.write(b"fox")
        await asyncio.gather(
            *random.sample([again.commit(), blobs.delete([blob.key], age=timedelta(hours=1))], 2)
        )
        assert blobs.path(blob).read_bytes() == b"fox"


WRITE_AND_STOP = """
import asyncio, pathlib, sys
from bot.storage.blobs import AT_ONCE, FileBlobs
async def main():
    async with FileBlobs.open(pathlib.Path(sys.argv[1])) as blobs:
        spool = blobs.spool()
        spool.write(bytes(1_000_000))
        raise RuntimeError('inside')
asyncio.run(main())
"""


def test_an_exception_inside_ends_the_process(tmp_path: Path):
    """The writer thread does not keep it alive."""
    result = subprocess.run(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", WRITE_AND_STOP, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert result.returncode == 1
    assert "RuntimeError: inside" in result.stderr
