import base64
import json
import random
from typing import Any

import pytest

from bot.domain.blob import BlobRef
from bot.domain.errors import Gone
from bot.relay.writer import SLICE, Inserted, RequestBody
from tests.unit.relay.support import Shelf


async def sent(body: RequestBody) -> list[bytes]:
    """Send a body and return its pieces."""
    return [piece async for piece in body]


@pytest.mark.parametrize("size", [1, 2, 3, 1000, SLICE - 1, SLICE, SLICE + 1, 3 * SLICE + 2])
async def test_a_body_is_json_with_the_files_in_it(shelf: Shelf, size: int) -> None:
    """Whatever the size, a picture arrives as base64, a signature as it is, at the length said."""
    data = random.Random(size).randbytes(size)
    signature = base64.urlsafe_b64encode(data)
    tree: dict[str, Any] = {
        "text": "caf\u00e9 \"'\\\n",
        "a": [{"data": Inserted(shelf.keep(data), encode=True)}],
        "thoughtSignature": Inserted(shelf.keep(signature), encode=False),
        "z": 1,
    }
    body = RequestBody(tree, shelf.path)
    await body.check()
    whole = b"".join(await sent(body))
    assert len(whole) == body.length
    assert json.loads(whole) == {
        "text": "caf\u00e9 \"'\\\n",
        "a": [{"data": base64.b64encode(data).decode()}],
        "thoughtSignature": signature.decode(),
        "z": 1,
    }


async def test_a_body_can_be_sent_again(shelf: Shelf) -> None:
    """A second sending is the first one over again."""
    body = RequestBody({"data": Inserted(shelf.keep(b"abc"), encode=True)}, shelf.path)
    assert await sent(body) == await sent(body)


async def test_no_piece_is_larger_than_a_slice(shelf: Shelf) -> None:
    """A large picture is never whole in memory."""
    body = RequestBody({"data": Inserted(shelf.keep(bytes(10 * SLICE)), encode=True)}, shelf.path)
    assert max(map(len, await sent(body))) == SLICE // 3 * 4


async def test_a_body_without_files_is_one_piece(shelf: Shelf) -> None:
    """Plain JSON needs no thread."""
    body = RequestBody({"a": 1}, shelf.path)
    await body.check()
    assert await sent(body) == [b'{"a":1}']
    assert body.length == 7


async def test_missing_and_broken_files_are_found_before_sending(shelf: Shelf) -> None:
    """A blob that is gone or of another size is said to be so while nothing was sent."""
    kept = shelf.keep(b"abc")
    for blob in (BlobRef("b3-none", 3), BlobRef(kept.key, 4)):
        with pytest.raises(Gone):
            await RequestBody({"data": Inserted(blob, encode=True)}, shelf.path).check()
