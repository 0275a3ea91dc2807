"""A request as the JSON of Google's `generateContent`: only what the model is known to take.

Names are camelCase throughout, for relays drop some fields in the other spelling; fields that only
newer relays carry are not used. Google's API reference, GenerateContentRequest, describes all.
"""

from bot.domain.blob import BlobRef
from bot.domain.content import Content, Part
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import GenerateRequest, Safety
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


def request_tree(request: GenerateRequest) -> JsonTree:
    """Return the request's JSON, with an `Inserted` for each picture and long signature."""
    contents = [_content(content) for content in request.contents]
    tree: JsonTree = {"contents": [content for content in contents if content["parts"]]}
    if config := _generation_config(request):
        tree["generationConfig"] = config
    if threshold := _THRESHOLDS.get(request.safety):
        tree["safetySettings"] = [{"category": harm, "threshold": threshold} for harm in _HARMS]
    return tree


def _content(content: Content) -> JsonTree:
    parts = [_part(part) for part in content.parts if not part.thought]
    return {"role": content.role.value, "parts": [part for part in parts if part]}


def _part(part: Part) -> JsonTree:
    """Return one part; empty for a text without words, which Google refuses, signed or not."""
    tree: JsonTree = dict(part.extra)
    if part.picture is not None:
        data = Inserted(part.picture.blob, encode=True)
        tree["inlineData"] = {"mimeType": part.picture.media_type, "data": data}
    elif part.text:
        tree["text"] = part.text
    if tree and part.signature:
        tree["thoughtSignature"] = (
            Inserted(part.signature, encode=False)
            if isinstance(part.signature, BlobRef)
            else part.signature
        )
    return tree


def _generation_config(request: GenerateRequest) -> JsonTree:
    model, sampling = request.model, request.model.sampling
    thinking = model.thinking.get(request.thinking) if request.thinking else None
    fields: JsonTree = {
        "temperature": sampling.temperature,
        "topP": sampling.top_p,
        "topK": sampling.top_k,
        "maxOutputTokens": sampling.max_output_tokens,
        "responseModalities": list(model.modalities or _MODALITIES[model.kind]) or None,
        "imageConfig": _image_config(request, model) or None,
    }
    if isinstance(thinking, str):
        fields["thinkingConfig"] = {"thinkingLevel": thinking}
    elif thinking is not None:
        fields["thinkingConfig"] = {"thinkingBudget": thinking}
    return {name: value for name, value in fields.items() if value is not None}


def _image_config(request: GenerateRequest, model: ModelProfile) -> JsonTree:
    config: JsonTree = {}
    if request.aspect in model.aspects:
        config["aspectRatio"] = request.aspect
    # Google takes "2K" and refuses "2k".
    size = request.size.upper() if request.size else None
    if size in {allowed.upper() for allowed in model.sizes}:
        config["imageSize"] = size
    return config
