"""What every place for blobs promises."""

import pytest
from blake3 import blake3

from bot.domain.blob import BlobRef
from bot.services.ports import Blobs


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
