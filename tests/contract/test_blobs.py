"""What every place for blobs promises."""

import os
import time
from datetime import timedelta

import pytest
from blake3 import blake3

from bot.domain.blob import BlobRef
from bot.services.ports.blobs import Blobs

AN_HOUR = timedelta(hours=1)


async def put(blobs: Blobs, data: bytes) -> BlobRef:
    """Store bytes by way of a scratch file."""
    async with blobs.scratch() as path:
        path.write_bytes(data)
        return await blobs.adopt(path)


async def test_a_blob_is_named_by_its_content(blobs: Blobs):
    """The key is b3- and the BLAKE3 of the bytes, the size theirs."""
    blob = await put(blobs, b"fox" * 1000)
    assert blob.key == "b3-" + blake3(b"fox" * 1000).hexdigest()
    assert blob.size == 3000


async def test_a_blob_is_a_file_with_the_same_bytes(blobs: Blobs):
    """What was adopted is read from its path."""
    blob = await put(blobs, b"\x00fox\xff")
    assert blobs.path(blob).read_bytes() == b"\x00fox\xff"


async def test_the_same_bytes_are_one_blob(blobs: Blobs):
    """Putting them twice gives one name and one file."""
    assert await put(blobs, b"fox") == await put(blobs, b"fox")


async def test_a_scratch_file_is_gone_at_the_end(blobs: Blobs):
    """Also when something went wrong meanwhile."""
    seen = []

    async def paint():
        async with blobs.scratch(".png") as path:
            assert path.suffix == ".png"
            assert not path.exists()
            path.write_bytes(b"half a picture")
            seen.append(path)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await paint()
    assert not seen[0].exists()


async def test_a_scratch_file_that_was_never_written_does_not_matter(blobs: Blobs):
    """Leaving without having written is fine."""
    async with blobs.scratch() as path:
        pass
    assert not path.exists()


async def test_an_empty_file_is_no_blob(blobs: Blobs):
    """Nothing is not worth a name."""
    with pytest.raises(ValueError, match="empty"):
        await put(blobs, b"")


async def test_a_spool_becomes_a_blob_like_any_other(blobs: Blobs):
    """Bytes that arrive in pieces have the name of the whole."""
    spool = blobs.spool()
    for piece in (b"f", b"o", b"x"):
        spool.write(piece)
        await spool.drain()
    assert await spool.commit() == await put(blobs, b"fox")


def age(blobs: Blobs, *stored: BlobRef, hours: float = 2) -> None:
    """Make blobs as old as if nobody had wanted them for so long."""
    then = time.time() - hours * 3600
    for blob in stored:
        os.utime(blobs.path(blob), (then, then))


async def old(blobs: Blobs) -> set[str]:
    """Return the blobs that are an hour old."""
    return {key async for keys in blobs.old(AN_HOUR) for key in keys}


async def test_what_nobody_wanted_for_long_is_old(blobs: Blobs):
    """What was just stored is not; what was stored two hours ago is."""
    young, aged = await put(blobs, b"young"), await put(blobs, b"aged")
    age(blobs, aged)
    assert await old(blobs) == {aged.key}
    assert {key async for keys in blobs.old(timedelta(0)) for key in keys} == {young.key, aged.key}


async def test_what_is_stored_again_is_young_again(blobs: Blobs):
    """Whether it comes by a scratch file or by a spool."""
    first, second = await put(blobs, b"fox"), await put(blobs, b"hen")
    age(blobs, first, second)
    assert await put(blobs, b"fox") == first
    spool = blobs.spool()
    spool.write(b"hen")
    assert await spool.commit() == second
    assert await old(blobs) == set()


async def test_what_is_renewed_is_young_again(blobs: Blobs):
    """As long as it is there."""
    blob = await put(blobs, b"fox")
    age(blobs, blob)
    assert await blobs.renew(blob)
    assert await old(blobs) == set()
    assert not await blobs.renew(BlobRef(blob.key[:-1] + "!", 3))


async def test_what_is_old_can_be_deleted(blobs: Blobs):
    """What is not, or not any more, stays; what is gone already does not matter."""
    kept, wanted, gone = [await put(blobs, name) for name in (b"kept", b"wanted", b"gone")]
    age(blobs, kept, wanted, gone)
    assert await old(blobs) == {kept.key, wanted.key, gone.key}
    await put(blobs, b"wanted")
    keys = [wanted.key, gone.key]
    assert await blobs.delete(keys, age=AN_HOUR) == 1
    assert await blobs.delete(keys, age=AN_HOUR) == 0
    assert blobs.path(kept).read_bytes() == b"kept"
    assert blobs.path(wanted).read_bytes() == b"wanted"
    assert not blobs.path(gone).exists()


async def test_what_was_deleted_can_be_stored_again(blobs: Blobs):
    """It has the same name, and is there."""
    blob = await put(blobs, b"fox")
    await blobs.delete([blob.key], age=timedelta(0))
    assert await put(blobs, b"fox") == blob
    assert blobs.path(blob).read_bytes() == b"fox"


async def test_what_is_no_blob_yet_is_not_looked_at(blobs: Blobs):
    """However long its bytes have been waiting."""
    spool = blobs.spool()
    spool.write(b"fox")
    then = time.time() - 7200
    os.utime(await spool.finish(), (then, then))
    assert {key async for keys in blobs.old(timedelta(0)) for key in keys} == set()
    blob = await spool.commit()
    assert await old(blobs) == set()
    assert blobs.path(blob).read_bytes() == b"fox"
