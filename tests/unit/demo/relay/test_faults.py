"""Each fault spoils one answer in its own way, and only one."""

import asyncio
import base64
import io
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from PIL import Image

from demo.relay import EmbeddedRelay, faults
from tests.unit.demo.relay.asking import Client, said

SSE = "streamGenerateContent?alt=sse"


async def test_a_fault_is_for_one_request(client: Client, relay: EmbeddedRelay):
    """The next request is answered as ever."""
    relay.next(faults.http(503, "busy", "text/plain", {"Retry-After": "3"}))
    first, second = await client.post(said("hills")), await client.post(said("hills"))
    assert (first.status, first.content_type, first.body) == (503, "text/plain", b"busy")
    assert second.status == 200
    assert [request.billed for request in relay.requests] == [False, True]


async def test_a_bad_gateway_is_html(client: Client, relay: EmbeddedRelay):
    """502 with a page."""
    relay.next(faults.bad_gateway())
    answer = await client.post(said("hills"))
    assert (answer.status, answer.content_type) == (502, "text/html")


async def test_slow_takes_longer(client: Client, relay: EmbeddedRelay):
    """The answer comes, later."""
    relay.next(faults.slow(0.3))
    assert (await client.post(said("hello"), "gemini-2.5-flash")).status == 200
    assert relay.requests[-1].seconds >= 0.3


async def test_hang_never_answers(client: Client, relay: EmbeddedRelay):
    """Until the client gives up; the relay still closes at once."""
    relay.next(faults.hang())
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await client.post(said("hills"))


@pytest.mark.parametrize("method", ["generateContent", SSE])
async def test_cut_ends_in_the_middle(client: Client, relay: EmbeddedRelay, method: str):
    """The body is shorter than it should be; the picture is billed all the same."""
    relay.next(faults.cut())
    with pytest.raises(aiohttp.ClientPayloadError):
        await client.post(said("hills"), method=method)
    assert relay.requests[-1].billed is True


@pytest.mark.parametrize("method", ["generateContent", SSE])
async def test_refuse_gives_reason_and_message_alone(
    client: Client, relay: EmbeddedRelay, method: str
):
    """An empty content, whatever the method."""
    relay.next(faults.refuse("RECITATION", None))
    answer = await client.post(said("hills"), method=method)
    (document,) = answer.events if method == SSE else [answer.json]
    assert document["candidates"] == [{"content": {}, "finishReason": "RECITATION", "index": 0}]
    assert relay.requests[-1].billed is False


async def test_refuse_explains_itself(client: Client, relay: EmbeddedRelay):
    """A message comes unless it is taken away."""
    relay.next(faults.refuse())
    answer = await client.post(said("hills"))
    assert answer.json["candidates"][0]["finishMessage"].startswith("Unable to show")


async def test_block_has_no_candidates(client: Client, relay: EmbeddedRelay):
    """Only the feedback on the prompt."""
    relay.next(faults.block())
    document = (await client.post(said("hills"))).json
    assert document["promptFeedback"] == {"blockReason": "PROHIBITED_CONTENT"}
    assert "candidates" not in document


async def test_text_only_promises_a_picture(client: Client, relay: EmbeddedRelay):
    """STOP, and no picture."""
    relay.next(faults.text_only())
    assert (await client.post(said("hills"))).parts == [{"text": "Here is your picture."}]


async def test_words_of_ones_own_come_piece_by_piece(client: Client, relay: EmbeddedRelay):
    """In a stream each is a document, else they are one text."""
    relay.next(*[faults.says(("Look: ", "a kite"))] * 2)
    model = "gemini-3-flash-preview"
    assert (await client.post(said("hills"), model)).parts == [{"text": "Look: a kite"}]
    streamed = await client.post(said("hills"), model, "streamGenerateContent?alt=sse")
    parts = [event["candidates"][0]["content"]["parts"] for event in streamed.events]
    assert parts == [[{"text": "Look: "}], [{"text": "a kite"}]]


@pytest.mark.parametrize(
    ("fault", "candidates"),
    [(faults.no_candidates(), None), (faults.no_candidates(null=False), [])],
)
async def test_candidates_can_be_null_or_empty(
    client: Client, relay: EmbeddedRelay, fault: faults.Fault, candidates: list[Any] | None
):
    """200 with nothing in it."""
    relay.next(fault)
    assert (await client.post(said("hills"))).json["candidates"] == candidates


async def test_unsigned_drops_signatures(client: Client, relay: EmbeddedRelay):
    """The picture is there, its signature is not."""
    relay.next(faults.unsigned())
    answer = await client.post(said("hills"))
    assert answer.picture.size == (1408, 768)
    assert not [part for part in answer.parts if "thoughtSignature" in part]


async def test_a_picture_can_be_markdown(client: Client, relay: EmbeddedRelay):
    """A data URI in the text instead of an inline part."""
    relay.next(faults.markdown_picture())
    text = (await client.post(said("hills"))).parts[-1]["text"]
    assert text.startswith("![image](data:image/jpeg;base64,/9j/")


async def test_snake_case_respells_every_field(client: Client, relay: EmbeddedRelay):
    """At every depth."""
    relay.next(faults.snake_case())
    document = (await client.post(said("hills"))).json
    candidate = document["candidates"][0]
    assert candidate["finish_reason"] == "STOP"
    assert candidate["content"]["parts"][-1]["inline_data"]["mime_type"] == "image/jpeg"
    assert document["usage_metadata"]["prompt_tokens_details"][0]["modality"] == "TEXT"


async def test_url_safe_pictures_decode_in_their_own_alphabet(client: Client, relay: EmbeddedRelay):
    """No plus and no slash."""
    relay.next(faults.url_safe())
    data = (await client.post(said("hills"))).parts[-1]["inlineData"]["data"]
    assert not set(data) & set("+/")
    assert Image.open(io.BytesIO(base64.urlsafe_b64decode(data))).size == (1408, 768)


async def test_the_declared_type_can_be_wrong(client: Client, relay: EmbeddedRelay):
    """Says WebP, is JPEG."""
    relay.next(faults.wrong_type())
    answer = await client.post(said("hills"))
    assert answer.parts[-1]["inlineData"]["mimeType"] == "image/webp"
    assert answer.picture.format == "JPEG"


async def test_unfinished_streams_have_no_reason(client: Client, relay: EmbeddedRelay):
    """No event says how it finished."""
    relay.next(faults.unfinished())
    answer = await client.post(said("hello"), "gemini-3.1-pro", method=SSE)
    assert not [e for e in answer.events if "finishReason" in e["candidates"][0]]


@pytest.mark.parametrize(
    "make",
    [
        faults.too_many,
        faults.overloaded,
        faults.bad_gateway,
        faults.refuse,
        faults.block,
        faults.text_only,
        faults.no_candidates,
        faults.unsigned,
        faults.markdown_picture,
        faults.snake_case,
        faults.url_safe,
        faults.wrong_type,
        faults.drafts,
        faults.thoughts_alone,
        faults.data_uri,
        faults.half_pictures,
        faults.unfinished,
    ],
    ids=lambda make: make().name,
)
async def test_every_fault_answers(
    client: Client, relay: EmbeddedRelay, make: Callable[[], faults.Fault]
):
    """Each makes an HTTP answer that a client can read to its end."""
    relay.next(make())
    answer = await client.post(said("hills"))
    assert answer.status in {200, 429, 502, 503}


async def test_a_standing_fault_meets_every_request_until_it_is_taken_back(
    client: Client, relay: EmbeddedRelay
):
    """A queued fault comes before it, for one request."""
    relay.fault = faults.too_many()
    relay.next(faults.overloaded())
    statuses = [(await client.post(said("hills"))).status for _ in range(3)]
    relay.fault = faults.Fault()
    assert [*statuses, (await client.post(said("hills"))).status] == [503, 429, 429, 200]
