"""The relay's wire: routes, key, limits, pictures and streams over real HTTP."""

import json
from typing import Any

import pytest

from demo.relay import EmbeddedRelay
from tests.unit.demo.relay.asking import Client, picture_part, quick_relay, said


async def test_an_image_model_answers_with_a_signed_text_and_picture(client: Client):
    """A picture comes after a text, both signed, with usage and names."""
    answer = await client.post(said("a blue boat"))
    parts = [part for part in answer.parts if "thought" not in part]
    assert answer.status == 200
    assert [("text" in part, "inlineData" in part) for part in parts] == [
        (True, False),
        (False, True),
    ]
    assert all("thoughtSignature" in part for part in parts)
    assert answer.json["candidates"][0]["finishReason"] == "STOP"
    assert answer.json["modelVersion"] == "gemini-3-pro-image"
    assert answer.json["responseId"]
    usage = answer.json["usageMetadata"]
    assert usage["candidatesTokensDetails"] == [{"modality": "IMAGE", "tokenCount": 1120}]
    assert usage["totalTokenCount"] >= usage["promptTokenCount"] + usage["candidatesTokenCount"]


@pytest.mark.parametrize(
    ("model", "config", "size", "kind"),
    [
        ("gemini-3-pro-image-preview", {}, (1408, 768), "JPEG"),
        ("gemini-3-pro-image", {"aspectRatio": "21:9"}, (1584, 672), "JPEG"),
        ("gemini-3.1-flash-image", {"aspectRatio": "1:8", "imageSize": "1K"}, (384, 3072), "JPEG"),
        ("gemini-3.1-flash-image", {"aspectRatio": "16:9", "imageSize": "512"}, (688, 384), "JPEG"),
        ("gemini-nano-banana-2.1", {"aspectRatio": "3:4", "imageSize": "2K"}, (1792, 2400), "JPEG"),
        ("gemini-3-pro-image", {"aspectRatio": "1:1", "imageSize": "4K"}, (4096, 4096), "JPEG"),
        ("gemini-2.5-flash-image", {}, (1024, 1024), "PNG"),
        ("gemini-2.5-flash-image", {"aspectRatio": "9:16"}, (768, 1344), "PNG"),
    ],
)
async def test_a_picture_has_the_pixels_of_the_table(
    client: Client, model: str, config: dict[str, Any], size: tuple[int, int], kind: str
):
    """Ratio, size and model decide the pixels and the file type."""
    answer = await client.post(said("hills", imageConfig=config), model)
    assert (answer.picture.size, answer.picture.format) == (size, kind)


async def test_the_25_model_signs_nothing(client: Client):
    """Its parts carry no signature."""
    answer = await client.post(said("hills"), "gemini-2.5-flash-image")
    assert not [part for part in answer.parts if "thoughtSignature" in part]


async def test_image_alone_leaves_the_text_out(client: Client):
    """With `["IMAGE"]` no text part comes."""
    answer = await client.post(said("hills", responseModalities=["IMAGE"]))
    assert not [part for part in answer.parts if "text" in part and "thought" not in part]


async def test_some_prompts_get_thoughts_first(client: Client):
    """A Pro model thinks aloud for some prompts, unsigned and flagged; a flash model never."""
    prompts = [f"hill number {number}" for number in range(12)]
    answers = [await client.post(said(prompt)) for prompt in prompts]
    thinking = [
        prompt
        for prompt, answer in zip(prompts, answers, strict=True)
        if "thought" in answer.parts[0]
    ]
    assert 0 < len(thinking) < len(prompts)
    thoughts = [part for part in (await client.post(said(thinking[0]))).parts if "thought" in part]
    assert [next(iter(part)) for part in thoughts] == ["text", "inlineData"]
    assert not any("thoughtSignature" in part for part in thoughts)
    flash = await client.post(said(thinking[0]), "gemini-3.1-flash-image")
    assert not [part for part in flash.parts if "thought" in part]


async def test_snake_case_fields_that_new_api_reads_are_read(client: Client):
    """`inline_data`, `mime_type` and `image_config` do what their camelCase forms do."""
    picture = picture_part()["inlineData"]
    part = {"inline_data": {"mime_type": picture["mimeType"], "data": picture["data"]}}
    body = said(part, "blur", image_config={"aspectRatio": "1:1"})
    answer = await client.post(body)
    assert answer.picture.size == (1024, 1024)


async def test_the_google_header_opens_too(client: Client):
    """`x-goog-api-key` is taken instead of a bearer token."""
    answer = await client.post(
        said("hills"), "gemini-2.5-flash", headers={"x-goog-api-key": "a-demo-key"}
    )
    assert answer.status == 200


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"x-goog-api-key": "wrong"}]
)
async def test_a_wrong_key_is_refused_as_new_api_does(client: Client, headers: dict[str, str]):
    """401 in OpenAI's shape."""
    answer = await client.post(said("hills"), headers=headers)
    assert answer.status == 401
    assert answer.json["error"]["type"] == "new_api_error"
    assert "Invalid token" in answer.message


async def test_an_unknown_model_is_not_found(client: Client):
    """404 in Google's shape."""
    answer = await client.post(said("hills"), "gemini-9")
    assert (answer.status, answer.json["error"]["status"]) == (404, "NOT_FOUND")
    assert answer.message.startswith("models/gemini-9 is not found for API version v1beta")


async def test_an_unknown_method_is_not_found(client: Client):
    """404 in Google's shape, naming the method."""
    answer = await client.post(said("hills"), method="countTokens")
    assert answer.status == 404
    assert "countTokens" in answer.message


async def test_an_unknown_path_is_an_invalid_url(client: Client):
    """404 in new-api's shape."""
    answer = await client.get("/v1/chat")
    assert answer.status == 404
    assert answer.message.startswith("Invalid URL (GET /v1/chat)")


async def test_the_models_are_listed(client: Client):
    """`GET /v1beta/models` names what can be asked."""
    answer = await client.get("/v1beta/models")
    names = [model["name"] for model in answer.json["models"]]
    assert "models/gemini-3-pro-image-preview" in names
    assert len(names) == 13


async def test_the_list_needs_the_key(client: Client):
    """401 without it."""
    assert (await client.get("/v1beta/models", key="wrong")).status == 401


async def test_a_body_over_the_limit_is_refused(client: Client):
    """413 as new-api names it, and the relay goes on."""
    answer = await client.post(b" " * (32 * 1024 * 1024 + 1))
    assert (answer.status, answer.json["error"]["code"]) == (413, "read_request_body_failed")
    assert (await client.get("/v1beta/models")).status == 200


async def test_a_picture_streams_as_events(client: Client):
    """One picture is one `data:` line; only the last event says how it finished."""
    answer = await client.post(said("hills"), method="streamGenerateContent?alt=sse")
    assert answer.content_type == "text/event-stream"
    reasons = [event["candidates"][0].get("finishReason") for event in answer.events]
    assert reasons == [None] * (len(reasons) - 1) + ["STOP"]
    parts = [part for e in answer.events for part in e["candidates"][0]["content"]["parts"]]
    assert sum("inlineData" in part and "thought" not in part for part in parts) == 1
    totals = [event["usageMetadata"]["totalTokenCount"] for event in answer.events]
    assert totals == sorted(totals)


async def test_a_chat_streams_in_pieces_and_signs_at_the_end(client: Client):
    """The pieces make the text; the signature comes with an empty text in the last event."""
    whole = await client.post(said("hello"), "gemini-3.1-pro")
    answer = await client.post(
        said("hello"), "gemini-3.1-pro", method="streamGenerateContent?alt=sse"
    )
    parts = [part for e in answer.events for part in e["candidates"][0]["content"]["parts"]]
    assert len(parts) > 3
    assert "".join(part["text"] for part in parts) == whole.parts[0]["text"]
    assert [("thoughtSignature" in part) for part in parts] == [False] * (len(parts) - 1) + [True]
    assert parts[-1]["text"] == ""
    assert answer.events[-1]["candidates"][0]["finishReason"] == "STOP"


async def test_a_stream_without_sse_is_a_json_array(client: Client):
    """Google's other form: the same documents in brackets."""
    answer = await client.post(said("hello"), "gemini-2.5-flash", method="streamGenerateContent")
    documents = json.loads(answer.body)
    assert documents[-1]["candidates"][0]["finishReason"] == "STOP"
    assert len(documents) > 2


@pytest.mark.parametrize(
    ("model", "reason"),
    [("gemini-3-pro-image", "IMAGE_SAFETY"), ("gemini-3.1-pro", "SAFETY")],
)
async def test_the_words_of_refusal_refuse(
    client: Client, relay: EmbeddedRelay, model: str, reason: str
):
    """No content, a reason and a message that explains; nothing is billed."""
    answer = await client.post(said("Please Refuse This Please"), model)
    candidate = answer.json["candidates"][0]
    assert (candidate["content"], candidate["finishReason"]) == ({}, reason)
    assert "You will not be charged" in candidate["finishMessage"]
    assert relay.requests[-1].billed is False


async def test_a_refusal_streams_as_one_event(client: Client):
    """The only event carries the reason."""
    answer = await client.post(said("refuse this please"), method="streamGenerateContent?alt=sse")
    assert [e["candidates"][0]["finishReason"] for e in answer.events] == ["IMAGE_SAFETY"]


async def test_the_delay_is_kept():
    """A picture takes as long as was asked."""
    async with quick_relay(delay=0.4) as slow:
        await Client(slow).post(said("hills"))
        assert slow.requests[-1].seconds >= 0.4
