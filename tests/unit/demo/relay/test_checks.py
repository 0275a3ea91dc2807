"""What the relay refuses, and in which words."""

import io
from contextlib import suppress
from typing import Any

import msgspec
import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from demo.relay import checks
from demo.relay.errors import WireError
from demo.relay.models import MODELS
from tests.unit.demo.relay.asking import Client, inline, said

_USER = {"role": "user", "parts": [{"text": "hello"}]}
_MODEL = {"role": "model", "parts": [{"text": "hello"}]}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"{no json", "Invalid JSON payload received."),
        (b"[" * 100_000, "Invalid JSON payload received."),
        (b"[1]", "Invalid JSON payload received. Expected `object`"),
        ({"contents": "hello"}, "$.contents"),
        ({"contents": [{"role": "user", "parts": [{"text": 7}]}]}, "$.contents[0].parts[0].text"),
        ({"contents": [{"role": "system", "parts": [{"text": "x"}]}]}, "role"),
        ({}, "contents is not specified"),
        ({"contents": [{"role": "user", "parts": []}]}, "parts must not be empty"),
        ({"contents": [_USER, _USER]}, "alternate between user and model"),
        ({"contents": [_USER, _MODEL]}, "end with a user turn"),
        ({"contents": [{"role": "user", "parts": [{}]}]}, "required oneof field 'data'"),
        ({"contents": [{"role": "user", "parts": [{"text": ""}]}]}, "required oneof field 'data'"),
    ],
)
async def test_a_body_of_the_wrong_shape_is_refused(client: Client, body: Any, message: str):
    """400 in Google's shape, and the message says where."""
    answer = await client.post(body, "gemini-3.1-pro")
    assert (answer.status, answer.json["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert message in answer.message


@pytest.mark.parametrize(
    ("model", "config", "message"),
    [
        ("gemini-3-pro-image", {"imageConfig": {"aspectRatio": "7:3"}}, "aspect_ratio must be one"),
        ("gemini-3-pro-image", {"imageConfig": {"aspectRatio": "1:8"}}, "aspect_ratio must be one"),
        ("gemini-3-pro-image", {"imageConfig": {"imageSize": "1k"}}, "'1K', '2K', '4K'"),
        ("gemini-3-pro-image", {"imageConfig": {"imageSize": "512"}}, "image_size must be one of"),
        ("gemini-2.5-flash-image", {"imageConfig": {"imageSize": "1K"}}, "Image size is not"),
        ("gemini-3.1-pro", {"imageConfig": {"aspectRatio": "1:1"}}, "Aspect ratio is not enabled"),
        ("gemini-3.1-pro", {"responseModalities": ["TEXT", "IMAGE"]}, "response modalities"),
        ("gemini-2.5-flash-image", {"thinkingConfig": {}}, "Thinking is not enabled for this"),
        ("gemini-2.5-pro", {"thinkingConfig": {"thinkingLevel": "LOW"}}, "level is not supported"),
        (
            "gemini-3.1-pro",
            {"thinkingConfig": {"thinkingLevel": "LOW", "thinkingBudget": 9}},
            "only set one of",
        ),
        ("gemini-3-pro-image", {"candidateCount": 2}, "Multiple candidates"),
    ],
)
async def test_an_option_that_the_model_lacks_is_refused(
    client: Client, model: str, config: dict[str, Any], message: str
):
    """400 that names the option."""
    answer = await client.post(said("hills", **config), model)
    assert answer.status == 400
    assert message in answer.message


@pytest.mark.parametrize(
    ("model", "thinking"),
    [
        ("gemini-3-pro-image", {"thinkingLevel": "HIGH"}),
        ("gemini-3.1-pro", {"includeThoughts": True}),
        ("gemini-2.5-flash", {"thinkingBudget": 0}),
    ],
)
async def test_thinking_that_the_model_knows_is_taken(
    client: Client, model: str, thinking: dict[str, Any]
):
    """200."""
    assert (await client.post(said("hills", thinkingConfig=thinking), model)).status == 200


async def test_a_turn_without_a_role_is_the_users(client: Client):
    """Google takes a first turn without role."""
    answer = await client.post({"contents": [{"parts": [{"text": "hello"}]}]}, "gemini-3.1-pro")
    assert answer.status == 200


def _png(size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", size).save(buffer, "png")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (inline(b""), "inline_data.data is empty"),
        (inline(_png((4, 4)), "image/jpg"), "MIME type must be one of image/png"),
        (inline(_png((4, 4)), "image/gif"), "MIME type must be one of image/png"),
        (inline(b"no picture at all"), "Provided image is not valid"),
        (inline(_png((640, 480))[:-40]), "Provided image is not valid"),
        (inline(_png((60_000, 900))), "Provided image is not valid"),
        ({"inlineData": {"mimeType": "image/png", "data": "?!"}}, "Base64 decoding failed"),
    ],
)
async def test_a_picture_that_cannot_be_used_is_refused(client: Client, part: Any, message: str):
    """400 with Google's words, for pictures that are none, cut, mislabelled or enormous."""
    answer = await client.post(said(part, "blur"))
    assert answer.status == 400
    assert message in answer.message


async def test_a_decompression_bomb_is_refused_before_it_is_decoded(client: Client):
    """A 60,000 pixels wide picture of a few kilobytes is no valid picture."""
    answer = await client.post(said(inline(_png((60_000, 6_000))), "blur"))
    assert (answer.status, answer.message) == (400, "Provided image is not valid")


async def test_a_heic_picture_is_read(client: Client):
    """The phone's format can be edited."""
    pillow_heif.register_heif_opener()
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(buffer, "HEIF")
    answer = await client.post(said(inline(buffer.getvalue(), "image/heic"), "blur"))
    assert answer.picture.size == (64, 64)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["parts", "text", "inlineData", "role"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(contents=_VALUES, config=_VALUES)
def test_any_document_is_read_or_refused(contents: Any, config: Any):
    """No JSON makes the checks fail in another way than by a refusal."""
    raw = msgspec.json.encode({"contents": contents, "generationConfig": config})
    with suppress(WireError):
        conversation = checks.read(checks.parse(raw), MODELS["gemini-3-pro-image"])
        assert conversation.turns[-1].role == "user"


@given(raw=st.binary(max_size=40))
def test_any_bytes_are_parsed_or_refused(raw: bytes):
    """No body makes the parser fail in another way than by a refusal."""
    with suppress(WireError):
        assert checks.parse(raw) == msgspec.json.decode(raw)
