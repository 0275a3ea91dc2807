"""Answer a checked conversation: paint, edit, chat or refuse, and sign what was made."""

import hashlib
import io

import pybase64
from PIL import Image

from demo.jsons import JSON
from demo.relay.chat import respond
from demo.relay.conversation import Conversation
from demo.relay.editor import edit
from demo.relay.language import pick
from demo.relay.painter import paint
from demo.relay.reply import Reply
from demo.relay.searcher import grounding
from demo.relay.signatures import Signer, call_text
from demo.relay.wishes import CHINESE, DRAW, ENGLISH, wished

REFUSED_WORDS = "refuse this please"
"""A prompt that holds these words, in any case, is refused as unsafe pictures are."""

REFUSAL = (
    "Unable to show the generated image. The image was filtered out because it was asked to be"
    " refused. You will not be charged for this request. Try rephrasing the prompt."
)

_DRAFT_SIDE = 256
_ONE_IN_THINKS_ALOUD = 3


def answer(
    conversation: Conversation, signer: Signer, *, sketches: bool = False, variant: int = 0
) -> Reply:
    """Return the answer; takes up to a second of computing, so call it on a thread.

    New pictures are sketches where nobody looks at them. Each `variant` is another picture, of an
    edit too.
    """
    if REFUSED_WORDS in conversation.prompt.lower():
        reason = "IMAGE_SAFETY" if conversation.model.paints else "SAFETY"
        return Reply(conversation, finish_reason=reason, finish_message=REFUSAL)
    if conversation.model.paints:
        painted = _painted(conversation, signer, sketches=sketches, variant=variant)
        return Reply(conversation, painted, grounding=grounding(conversation))
    if arguments := wished(conversation):
        call = {"functionCall": {"name": DRAW, "args": arguments}}
        said = {"text": pick(conversation.prompt, ENGLISH, CHINESE)}
        return Reply(
            conversation, (said, _signed(call, call_text(arguments), conversation, signer))
        )
    text = respond(conversation)
    said = (*_summed_up(conversation), _signed({"text": text}, text, conversation, signer))
    return Reply(conversation, said, grounding=grounding(conversation))


def _painted(
    conversation: Conversation, signer: Signer, *, sketches: bool, variant: int
) -> tuple[JSON, ...]:
    if conversation.subjects:
        picture, report = edit(conversation, variant=variant)
    else:
        picture, report = _new(conversation, sketch=sketches, variant=variant)
    data = _encode(picture, conversation.model.picture_format)
    image = _signed(_inline(data, conversation), data, conversation, signer)
    parts = [*_thoughts(picture, conversation)]
    if conversation.wants_text:
        parts.append(_signed({"text": report}, report, conversation, signer))
    return (*parts, image)


def _new(conversation: Conversation, *, sketch: bool, variant: int) -> tuple[Image.Image, str]:
    prompt = conversation.prompt
    width, height = conversation.model.pixels(conversation.ratio, conversation.size)
    report = pick(
        prompt,
        f"A demo painted this from the words of your prompt, no AI: {width}x{height} pixels.",
        f"演示程序按你的文字画了这张图。没有使用人工智能。{width}x{height} 像素。",
    )
    return paint(prompt, (width, height), sketch=sketch, variant=variant), report


def _thoughts(picture: Image.Image, conversation: Conversation) -> list[JSON]:
    """Return thought parts, for some prompts to a model that shows them: a text and a draft."""
    first_byte = hashlib.sha256(conversation.prompt.encode()).digest()[0]
    if not conversation.model.shows_thoughts or first_byte % _ONE_IN_THINKS_ALOUD:
        return []
    draft = picture.copy()
    draft.thumbnail((_DRAFT_SIDE, _DRAFT_SIDE))
    data = _encode(draft, conversation.model.picture_format)
    return [
        {"text": "A small draft first, to see where everything goes.", "thought": True},
        {**_inline(data, conversation), "thought": True},
    ]


def _summed_up(conversation: Conversation) -> list[JSON]:
    """Return what a chat model thought, in two parts, where it is asked for that."""
    if not conversation.wants_thoughts:
        return []
    count = len(conversation.turns)
    told = pick(
        conversation.prompt,
        f"**Counting what came**\n\nI count the turns that reached me: {count}.\n\n",
        f"**数一数**\n\n我数了数收到的内容：共 {count} 轮。\n\n",
    )
    last = pick(
        conversation.prompt,
        "**Saying it**\n\nI say what I counted.\n",
        "**说出来**\n\n我说出数到的内容。\n",
    )
    return [{"text": words, "thought": True} for words in (told, last)]


def _signed(part: JSON, content: str | bytes, conversation: Conversation, signer: Signer) -> JSON:
    if not conversation.model.signs:
        return part
    return {**part, "thoughtSignature": signer.sign(conversation.model.family, content)}


def _inline(data: bytes, conversation: Conversation) -> JSON:
    mime_type = f"image/{conversation.model.picture_format.lower()}"
    encoded = pybase64.b64encode(data).decode("ascii")
    return {"inlineData": {"mimeType": mime_type, "data": encoded}}


def _encode(picture: Image.Image, picture_format: str) -> bytes:
    buffer = io.BytesIO()
    # Level 1 of PNG's compression: a tenth larger and several times faster than the default.
    picture.save(buffer, picture_format, quality=92, compress_level=1)
    return buffer.getvalue()
