"""Signatures that come back: whole, missing, altered, misplaced, of others."""

import base64
import copy
from collections.abc import Callable
from typing import Any

import pytest

from demo.relay.signatures import Signer
from tests.unit.demo.relay.asking import Client, picture_part, quick_relay, said

PRO, FLASH, CHAT = "gemini-3-pro-image", "gemini-3.1-flash-image", "gemini-3.1-pro"


async def _conversation(client: Client, model: str = PRO, prompt: str = "hill number 1"):
    """Ask once and return the body of the next turn."""
    body = said(prompt)
    answer = await client.post(body, model)
    parts = [part for part in answer.parts if "thought" not in part]
    body["contents"] += [
        {"role": "model", "parts": parts},
        {"role": "user", "parts": [{"text": "make it black and white"}]},
    ]
    return body


async def test_signatures_sent_back_whole_are_accepted(client: Client):
    """The second turn edits the picture of the first."""
    answer = await client.post(await _conversation(client))
    assert answer.status == 200
    assert answer.picture.size == (1408, 768)


@pytest.mark.parametrize(("part", "kind"), [(0, "Text"), (1, "Image")])
async def test_a_missing_signature_is_named_by_its_position(client: Client, part: Any, kind: str):
    """400 as Google words it, counting from one."""
    body = await _conversation(client)
    del body["contents"][1]["parts"][part]["thoughtSignature"]
    answer = await client.post(body)
    assert answer.status == 400
    assert answer.message == (
        f"{kind} part is missing a thought_signature in content position 2, part position"
        f" {part + 1}. Please refer to https://ai.google.dev/gemini-api/docs/"
        "thought-signatures#model-behavior for more details."
    )


async def test_a_text_after_the_picture_needs_none(client: Client):
    """Only the text that opens the turn before a picture is signed."""
    body = await _conversation(client)
    text, image = body["contents"][1]["parts"]
    body["contents"][1]["parts"] = [image, {"text": text["text"]}]
    assert (await client.post(body)).status == 200


async def test_a_text_turn_without_pictures_needs_none(client: Client):
    """A model turn of text alone is accepted unsigned."""
    body = said("hello")
    body["contents"] += [{"role": "model", "parts": [{"text": "Hi"}]}, body["contents"][0]]
    assert (await client.post(body)).status == 200


async def test_thoughts_sent_back_need_none(client: Client):
    """A picture flagged as a thought is not asked for a signature."""
    body = await _conversation(client)
    body["contents"][1]["parts"].insert(0, picture_part() | {"thought": True})
    assert (await client.post(body)).status == 200


async def test_a_users_picture_needs_none(client: Client):
    """Pictures in user turns are not signed."""
    assert (await client.post(said(picture_part(), "blur"))).status == 200


def _altered(parts: list[Any]):
    raw = bytearray(base64.b64decode(parts[1]["thoughtSignature"]))
    raw[1000] ^= 1
    parts[1]["thoughtSignature"] = base64.b64encode(raw).decode()


def _swapped(parts: list[Any]):
    one, two = (part["thoughtSignature"] for part in parts)
    parts[0]["thoughtSignature"], parts[1]["thoughtSignature"] = two, one


def _cut(parts: list[Any]):
    parts[1]["thoughtSignature"] = parts[1]["thoughtSignature"][:40]


def _no_base64(parts: list[Any]):
    parts[1]["thoughtSignature"] = "?"


def _another_text(parts: list[Any]):
    parts[0]["text"] += "!"


@pytest.mark.parametrize("spoil", [_altered, _swapped, _cut, _no_base64, _another_text])
async def test_a_signature_that_is_not_the_parts_own_is_corrupted(
    client: Client, spoil: Callable[[list[Any]], None]
):
    """400 for one that was altered, swapped, cut, or whose part was changed."""
    body = await _conversation(client)
    spoil(body["contents"][1]["parts"])
    answer = await client.post(body)
    assert (answer.status, answer.message) == (400, "Corrupted thought signature.")


async def test_url_safe_signatures_are_accepted(client: Client):
    """Either base64 alphabet is read."""
    body = await _conversation(client)
    for part in body["contents"][1]["parts"]:
        safe = part["thoughtSignature"].replace("+", "-").replace("/", "_")
        part["thoughtSignature"] = safe
    assert (await client.post(body)).status == 200


async def test_snake_case_signatures_are_lost(client: Client):
    """new-api drops `thought_signature`, so it counts as missing."""
    body = await _conversation(client)
    for part in body["contents"][1]["parts"]:
        part["thought_signature"] = part.pop("thoughtSignature")
    assert "missing a thought_signature" in (await client.post(body)).message


async def test_another_familys_signature_is_corrupted(client: Client):
    """A flash model does not read a Pro model's."""
    answer = await client.post(await _conversation(client), FLASH)
    assert answer.message == "Corrupted thought signature."


async def test_a_preview_reads_its_successors(client: Client):
    """Both names are one family."""
    answer = await client.post(await _conversation(client), "gemini-3-pro-image-preview")
    assert answer.status == 200


async def test_a_restarted_relay_knows_its_signatures(client: Client):
    """The same secret is enough, even when signatures have another size by now."""
    body = await _conversation(client)
    async with quick_relay(signature_bytes=99) as restarted:
        assert (await Client(restarted).post(body)).status == 200


async def test_another_relay_does_not(client: Client):
    """Another secret makes every signature a corrupted one."""
    body = await _conversation(client)
    async with quick_relay(secret=b"another") as stranger:
        assert (await Client(stranger).post(body)).status == 400


async def test_signatures_have_the_size_that_was_asked():
    """Megabytes for who wants to test with them."""
    async with quick_relay(signature_bytes=1_500_000) as relay:
        answer = await Client(relay).post(said("hills"))
        assert len(answer.parts[-1]["thoughtSignature"]) == 2_000_000


def test_a_signature_has_room_for_its_hash():
    """A length below 32 bytes is refused."""
    with pytest.raises(ValueError, match="at least 32"):
        Signer(b"secret", 31)


async def test_a_chat_takes_turns_with_and_without_signatures(client: Client):
    """Signatures are optional for text."""
    body = await _conversation(client, CHAT)
    assert (await client.post(body, CHAT)).status == 200
    bare = copy.deepcopy(body)
    del bare["contents"][1]["parts"][0]["thoughtSignature"]
    assert (await client.post(bare, CHAT)).status == 200


async def test_a_chat_refuses_a_false_signature(client: Client):
    """One that is there has to be true."""
    body = await _conversation(client, CHAT)
    body["contents"][1]["parts"][0]["text"] = "something else"
    assert (await client.post(body, CHAT)).message == "Corrupted thought signature."


async def test_a_chat_reads_an_image_models_signatures(client: Client):
    """A painted turn may be talked about."""
    assert (await client.post(await _conversation(client), CHAT)).status == 200


async def test_a_streamed_chats_signature_stands_for_its_whole_text(client: Client):
    """It is accepted on any piece of the turn, when the pieces are all there."""
    body = said("hello")
    stream = await client.post(body, CHAT, method="streamGenerateContent?alt=sse")
    parts = [part for e in stream.events for part in e["candidates"][0]["content"]["parts"]]
    signature = parts.pop()["thoughtSignature"]
    parts[-1]["thoughtSignature"] = signature
    body["contents"] += [{"role": "model", "parts": parts}, body["contents"][0]]
    assert (await client.post(body, CHAT)).status == 200


async def test_the_25_model_asks_for_no_signatures(client: Client):
    """An unsigned turn of its own is edited."""
    model = "gemini-2.5-flash-image"
    assert (await client.post(await _conversation(client, model), model)).status == 200
