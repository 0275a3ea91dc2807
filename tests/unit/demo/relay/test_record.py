"""What the relay remembers of its requests."""

import base64
import hashlib

from demo.relay import EmbeddedRelay, describe, digest_of, faults
from demo.relay.record import Pictures
from tests.unit.demo.relay.asking import Client, picture_part, quick_relay, said


async def test_a_request_is_remembered_with_its_outcome(client: Client, relay: EmbeddedRelay):
    """Method, model, status, billing and time."""
    await client.post(said("hills"))
    (request,) = relay.requests
    assert (request.method, request.model) == ("generateContent", "gemini-3-pro-image")
    assert (request.status, request.billed) == (200, True)
    assert request.seconds > 0


async def test_pictures_and_signatures_are_shortened(client: Client, relay: EmbeddedRelay):
    """The body is kept without its bytes, and says what they were."""
    body = said(picture_part((64, 32)), "blur")
    answer = await client.post(body)
    signed = [part for part in answer.parts if "thought" not in part]
    body["contents"] += [{"role": "model", "parts": signed}, said("invert")["contents"][0]]
    await client.post(body)
    user, model, _ = relay.requests[-1].body["contents"]
    assert user["parts"][0]["inlineData"]["data"].startswith("<image/png 64x32, ")
    assert model["parts"][0]["thoughtSignature"].startswith("<signature 2,732 chars, sha256 ")


async def test_a_description_is_readable(client: Client, relay: EmbeddedRelay):
    """A line on the outcome, then the body."""
    await client.post(said("一座山"))
    text = describe(relay.requests[-1])
    assert "gemini-3-pro-image:generateContent -> 200 in" in text
    assert ", billed" in text
    assert '"text": "一座山"' in text


async def test_a_refused_request_is_remembered_unbilled(client: Client, relay: EmbeddedRelay):
    """With the status that it was refused with."""
    await client.post(said("hills", imageConfig={"imageSize": "1k"}))
    assert (relay.requests[-1].status, relay.requests[-1].billed) == (400, False)
    assert ", billed" not in describe(relay.requests[-1])


async def test_data_that_is_no_base64_and_long_texts_are_shortened(
    client: Client, relay: EmbeddedRelay
):
    """Whatever was sent, the record stays small."""
    part = {"inlineData": {"mimeType": "image/png", "data": "?" * 9}}
    await client.post(said(part, "x" * 9_000))
    kept = relay.requests[-1].body["contents"][0]["parts"]
    assert kept[0]["inlineData"]["data"] == "<image/png, 9 chars that are no base64>"
    assert kept[1]["text"].endswith("… <9,000 chars>")


async def test_data_that_is_no_picture_has_no_pixels(client: Client, relay: EmbeddedRelay):
    """It is still told by size and hash."""
    await client.post(said({"inlineData": {"mimeType": "image/png", "data": "AAAA"}}))
    kept = relay.requests[-1].body["contents"][0]["parts"][0]["inlineData"]["data"]
    assert kept.startswith("<image/png 0x0, 3 bytes")


async def test_only_so_many_are_kept(client: Client, relay: EmbeddedRelay):
    """The oldest go first."""
    for number in range(205):
        await client.post(said(f"hello {number}"), "gemini-2.5-flash")
    assert len(relay.requests) == 200
    assert relay.requests[0].body["contents"][0]["parts"][0]["text"] == "hello 5"


async def test_who_looks_on_sees_the_answers_and_their_pictures():
    """The documents of the answer, shortened, and the picture behind each mark."""
    async with quick_relay(watched=True) as relay:
        sent = await Client(relay).post(said("hills"))
    parts = relay.requests[-1].answer[0]["candidates"][0]["content"]["parts"]
    marks = [part["inlineData"]["data"] for part in parts if "inlineData" in part]
    found = [relay.pictures.find(digest_of(mark) or "") for mark in marks]
    wired = [part["inlineData"]["data"] for part in sent.parts if "inlineData" in part]
    assert wired == [base64.b64encode(data or b"").decode() for data in found]


async def test_who_looks_on_sees_what_came_instead_of_an_answer():
    """A proxy's page, and a refusal's document."""
    async with quick_relay(watched=True) as relay:
        relay.next(faults.bad_gateway())
        client = Client(relay)
        await client.post(said("hills"))
        await client.post(said("hills", imageConfig={"imageSize": "1k"}))
    page, refusal = relay.requests
    assert "nginx" in page.answer
    assert refusal.answer["error"]["status"] == "INVALID_ARGUMENT"


async def test_nobody_looks_on_at_first(client: Client, relay: EmbeddedRelay):
    """No answer is kept."""
    await client.post(said("hills"))
    assert relay.requests[-1].answer is None


def test_the_newest_pictures_are_kept_up_to_a_size():
    """The oldest go first; one kept twice counts once; what is no base64 is left out."""
    kept = Pictures(limit=8)
    raws = (b"1111", b"2222", b"3333")
    first, second, third = ({"data": base64.b64encode(raw).decode()} for raw in raws)
    kept.keep_all([first, second, first, {"data": "???"}, {"deep": [third]}])
    digests = [hashlib.sha256(raw).hexdigest()[:8] for raw in raws]
    assert [kept.find(digest) for digest in digests] == [b"1111", None, b"3333"]
