"""Check a request body as Google does, and read it into a `Conversation`.

The messages are Google's where they are publicly known, and plain truth where they are not.
"""

from itertools import pairwise
from typing import Any, Literal

import msgspec
import pybase64

from demo.jsons import rebuilt
from demo.relay.conversation import Conversation, MediaFile, Part, Picture, Turn
from demo.relay.errors import WireError, google
from demo.relay.models import Model, Thinking
from demo.relay.pictures import measure

_PICTURE_TYPES = ("image/png", "image/jpeg", "image/webp", "image/heic", "image/heif")

# What a file of a type holds near its beginning. Google: "Document", "Audio", "Video".
_FILE_TYPES = {
    "application/pdf": b"%PDF-",
    "audio/wav": b"WAVE",
    "audio/mp3": b"",
    "audio/aiff": b"AIF",
    "audio/aac": b"\xff",
    "audio/ogg": b"OggS",
    "audio/flac": b"fLaC",
    "audio/mp4": b"ftyp",
    "video/mp4": b"ftyp",
    "video/mov": b"ftyp",
    "video/3gpp": b"ftyp",
    "video/avi": b"AVI ",
    "video/webm": b"webm",
    "video/mpeg": b"\0\0\1",
}
_BEGINNING = 1024

# The snake_case spellings that new-api reads beside the camelCase ones; it loses all others.
_SNAKE_CASE = {
    "inline_data": "inlineData",
    "mime_type": "mimeType",
    "system_instruction": "systemInstruction",
    "image_config": "imageConfig",
    "response_modalities": "responseModalities",
    "thinking_config": "thinkingConfig",
}


class _InlineData(msgspec.Struct, rename="camel"):
    data: str
    mime_type: str


class _Call(msgspec.Struct):
    name: str
    args: dict[str, Any] = {}


class _Response(msgspec.Struct):
    name: str
    response: dict[str, Any]


class _Part(msgspec.Struct, rename="camel"):
    text: str | None = None
    function_call: _Call | None = None
    function_response: _Response | None = None
    inline_data: _InlineData | None = None
    thought: bool = False
    thought_signature: str | None = None


class _Content(msgspec.Struct):
    parts: list[_Part]
    role: Literal["user", "model"] | None = None


class _System(msgspec.Struct):
    parts: list[_Part]


class _Declaration(msgspec.Struct):
    name: str
    description: str
    parameters: dict[str, Any] = {}


class _Tool(msgspec.Struct, rename="camel"):
    function_declarations: list[_Declaration] = []
    google_search: dict[str, Any] | None = None


class _ImageConfig(msgspec.Struct, rename="camel"):
    aspect_ratio: str | None = None
    image_size: str | None = None


class _ThinkingConfig(msgspec.Struct, rename="camel"):
    thinking_level: str | None = None
    thinking_budget: int | None = None
    include_thoughts: bool = False


class _GenerationConfig(msgspec.Struct, rename="camel"):
    response_modalities: list[str] | None = None
    image_config: _ImageConfig | None = None
    thinking_config: _ThinkingConfig | None = None
    candidate_count: int | None = None


class _Body(msgspec.Struct, rename="camel"):
    contents: list[_Content] = []
    system_instruction: _System | None = None
    generation_config: _GenerationConfig | None = None
    tools: list[_Tool] = []


def parse(raw: bytes) -> Any:
    """Return the JSON document of a body; raise `WireError` 400 when it is none."""
    try:
        document = msgspec.json.decode(raw)
        return rebuilt(document, name=lambda name: _SNAKE_CASE.get(name, name))
    except (msgspec.DecodeError, RecursionError) as error:
        raise google(f"Invalid JSON payload received. {error}") from None


def read(document: Any, model: Model) -> Conversation:
    """Return the conversation that a document asks for; raise `WireError` 400 with the reason.

    Decodes every picture once: call it on a thread.
    """
    try:
        body = msgspec.convert(document, _Body)
    except msgspec.ValidationError as error:
        raise google(f"Invalid JSON payload received. {error}") from None
    config = body.generation_config or _GenerationConfig()
    _check_modalities(config.response_modalities, model)
    _check_thinking(config.thinking_config, model)
    if model.paints and (config.candidate_count or 1) != 1:
        raise google("Multiple candidates is not enabled for this model")
    image = config.image_config or _ImageConfig()
    _check_image_config(image, model)
    _check_roles(body.contents)
    _check_calls(body.contents)
    declared = [each.name for tool in body.tools for each in tool.function_declarations]
    searches = any(tool.google_search is not None for tool in body.tools)
    _check_tools(declared, model, searches=searches)
    modalities = {name.upper() for name in config.response_modalities or ["TEXT"]}
    system = body.system_instruction.parts if body.system_instruction else []
    return Conversation(
        model=model,
        turns=tuple(
            Turn(content.role or "user", tuple(_part(part, model) for part in content.parts))
            for content in body.contents
        ),
        system="".join(part.text or "" for part in system),
        ratio=image.aspect_ratio,
        size=image.image_size,
        wants_text="TEXT" in modalities,
        wants_thoughts=config.thinking_config is not None
        and config.thinking_config.include_thoughts,
        tools=tuple(declared),
        searches=searches,
    )


def _check_tools(declared: list[str], model: Model, *, searches: bool) -> None:
    if declared and model.paints:
        raise google("Function calling is not enabled for this model")
    if searches and not model.searches:
        raise google("Search as tool is not enabled for this model")
    if searches and declared:
        raise google("Multiple tools are supported only when they are all search tools.")


def _check_modalities(modalities: list[str] | None, model: Model) -> None:
    allowed = {"TEXT", "IMAGE"} if model.paints else {"TEXT"}
    asked = {name.upper() for name in modalities or []}
    if not asked <= allowed:
        raise google(
            "The requested combination of response modalities "
            f"({', '.join(sorted(asked))}) is not supported by the model."
        )


def _check_thinking(thinking: _ThinkingConfig | None, model: Model) -> None:
    if thinking is None:
        return
    if model.thinking is Thinking.NONE:
        raise google("Thinking is not enabled for this model")
    if thinking.thinking_level is None:
        return
    if thinking.thinking_budget is not None:
        raise google("You can only set one of thinking budget and thinking level.")
    if model.thinking is Thinking.BUDGET:
        raise google("Thinking level is not supported for this model.")


def _check_image_config(image: _ImageConfig, model: Model) -> None:
    for field, value, offered in (
        ("aspect_ratio", image.aspect_ratio, model.ratios),
        ("image_size", image.image_size, model.sizes),
    ):
        if value is None or value in offered:
            continue
        if not offered:
            raise google(f"{field.replace('_', ' ').capitalize()} is not enabled for this model")
        names = ", ".join(f"'{name}'" for name in offered)
        raise google(f"generation_config.image_config.{field} must be one of {names}.")


def _check_roles(contents: list[_Content]) -> None:
    if not contents:
        raise google("* GenerateContentRequest.contents: contents is not specified")
    roles = [content.role or "user" for content in contents]
    if any(one == other for one, other in pairwise(roles)):
        raise google("Please ensure that multiturn requests alternate between user and model.")
    if roles[-1] != "user":
        raise google("Please ensure that multiturn requests end with a user turn.")
    for position, content in enumerate(contents):
        if not content.parts:
            raise google(
                f"* GenerateContentRequest.contents[{position}].parts: contents.parts must not"
                " be empty."
            )


def _check_calls(contents: list[_Content]) -> None:
    """Raise unless each call of a model is answered at once, and nothing else is."""
    calls = 0
    for content in contents:
        responses = sum(part.function_response is not None for part in content.parts)
        if responses != calls:
            raise google(
                "Please ensure that the number of function response parts is equal to the number of"
                " function call parts of the function call turn."
            )
        calls = sum(part.function_call is not None for part in content.parts)


def _part(part: _Part, model: Model) -> Part:
    if part.function_call is not None:
        return Part(call=part.function_call.args, signature=part.thought_signature)
    if part.function_response is not None:
        return Part(is_response=True)
    if part.inline_data is not None and part.inline_data.mime_type in _FILE_TYPES:
        if model.paints:
            raise _unsupported(part.inline_data.mime_type)
        return Part(file=_file(part.inline_data))
    if part.inline_data is not None:
        picture = _picture(part.inline_data)
        return Part(picture=picture, thought=part.thought, signature=part.thought_signature)
    if part.text:
        return Part(text=part.text, thought=part.thought, signature=part.thought_signature)
    # new-api drops an empty text, and Google then finds a part without data.
    raise google(
        "Unable to submit request because it must have a text or inline data parameter:"
        " required oneof field 'data' must have one initialized field"
    )


def _picture(inline: _InlineData) -> Picture:
    if inline.mime_type not in _PICTURE_TYPES:
        raise _unsupported(inline.mime_type)
    data = _decoded(inline)
    size = measure(data, whole=True)
    if size is None:
        raise google("Provided image is not valid")
    return Picture(inline.mime_type, data, *size)


def _file(inline: _InlineData) -> MediaFile:
    data = _decoded(inline)
    if _FILE_TYPES[inline.mime_type] not in data[:_BEGINNING]:
        raise google("Request contains an invalid argument.")
    return MediaFile(inline.mime_type, data)


def _decoded(inline: _InlineData) -> bytes:
    try:
        data = pybase64.b64decode(inline.data, validate=True)
    except ValueError:
        raise google("Invalid value at 'inline_data.data': Base64 decoding failed") from None
    if not data:
        raise google("Unable to process input image: inline_data.data is empty.")
    return data


def _unsupported(mime_type: str) -> WireError:
    return google(
        f"Unsupported MIME type: {mime_type}. MIME type must be one of {', '.join(_PICTURE_TYPES)}."
    )
