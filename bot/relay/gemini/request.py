"""A request as the JSON of Google's `generateContent`: only what the model is known to take.

Names are camelCase throughout, for relays drop some fields in the other spelling; fields that only
newer relays carry are not used. Google's API reference, GenerateContentRequest, describes all.
"""

from collections.abc import Sequence

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import GenerationOptions, Safety
from bot.relay.gemini.contents import Content
from bot.relay.gemini.tools import declared
from bot.relay.writer import Inserted, JsonTree

_HARMS = (
    "HARM_CATEGORY_HARASSMENT",
    "HARM_CATEGORY_HATE_SPEECH",
    "HARM_CATEGORY_SEXUALLY_EXPLICIT",
    "HARM_CATEGORY_DANGEROUS_CONTENT",
)
_THRESHOLDS = {
    Safety.MEDIUM: "BLOCK_MEDIUM_AND_ABOVE",
    Safety.STRICT: "BLOCK_LOW_AND_ABOVE",
}

_MODALITIES: dict[ModelKind, tuple[str, ...]] = {
    ModelKind.IMAGE: ("TEXT", "IMAGE"),
    ModelKind.CHAT: (),
}


_SPELT = {
    "audio/mpeg": "audio/mp3",
    "video/quicktime": "video/mov",
    "video/vnd.avi": "video/avi",
}
"""Media types that Google's pages on audio and video spell in their own way."""


def request_tree(
    model: ModelProfile, contents: Sequence[Content], options: GenerationOptions
) -> JsonTree:
    """Return the request's JSON, with an `Inserted` for each file and long signature."""
    trees = [_content(content) for content in contents]
    tree: JsonTree = {"contents": [content for content in trees if content["parts"]]}
    if options.persona:
        tree["systemInstruction"] = {"parts": [{"text": options.persona}]}
    if config := _generation_config(model, options):
        tree["generationConfig"] = config
    if tools := declared(options.tools, search=options.search and model.search):
        tree["tools"] = tools
    if threshold := _THRESHOLDS.get(options.safety):
        tree["safetySettings"] = [{"category": harm, "threshold": threshold} for harm in _HARMS]
    return tree


def _content(content: Content) -> JsonTree:
    parts = [_part(part) for part in content.parts]
    return {"role": content.role.value, "parts": [part for part in parts if part]}


def _part(part: Part) -> JsonTree:
    """Return one part; empty for a text without words, which Google refuses, signed or not."""
    tree: JsonTree = dict(part.memory.extra)
    if part.data is not None:
        data = Inserted(part.data.blob, encode=True)
        media_type = part.data.media_type
        tree["inlineData"] = {"mimeType": _SPELT.get(media_type, media_type), "data": data}
    elif part.text:
        tree["text"] = part.text
    signature = part.memory.token
    if tree and signature:
        is_blob = isinstance(signature, BlobRef)
        tree["thoughtSignature"] = Inserted(signature, encode=False) if is_blob else signature
    return tree


def _generation_config(model: ModelProfile, options: GenerationOptions) -> JsonTree:
    sampling = model.sampling
    fields: JsonTree = {
        "temperature": sampling.temperature,
        "topP": sampling.top_p,
        "topK": sampling.top_k,
        "maxOutputTokens": sampling.max_output_tokens,
        "responseModalities": list(model.modalities or _MODALITIES[model.kind]) or None,
        "imageConfig": _image_config(model, options) or None,
        "thinkingConfig": _thinking_config(model, options) or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _thinking_config(model: ModelProfile, options: GenerationOptions) -> JsonTree:
    config: JsonTree = {}
    if options.thinking and (chosen := model.thinking.get(options.thinking)) is not None:
        config["thinkingLevel" if isinstance(chosen, str) else "thinkingBudget"] = chosen
    if options.thoughts and model.thoughts:
        config["includeThoughts"] = True
    return config


def _image_config(model: ModelProfile, options: GenerationOptions) -> JsonTree:
    config: JsonTree = {}
    if options.aspect in model.aspects:
        config["aspectRatio"] = options.aspect
    # Google takes "2K" and refuses "2k".
    size = options.size.upper() if options.size else None
    if size in {allowed.upper() for allowed in model.sizes}:
        config["imageSize"] = size
    return config
