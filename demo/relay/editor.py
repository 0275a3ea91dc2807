"""Edit the picture that was sent, as its prompt says, and tell what was done."""

from PIL import Image, ImageEnhance, ImageOps

from demo.relay.area import only
from demo.relay.collage import collage
from demo.relay.conversation import Conversation
from demo.relay.edits import EDITS, find_edits, write_text
from demo.relay.language import pick
from demo.relay.resampling import resize

_LONGEST_SIDE = 2048
_SHADE = 0.07
_SHADES = 8


def edit(conversation: Conversation, *, variant: int = 0) -> tuple[Image.Image, str]:
    """Return the edited picture and a report, for a conversation that has a picture to edit.

    Several pictures become a collage, so that each is seen to have come, and the sheet is edited.
    Each `variant` is a shade darker, for a few of them. Pixels stay as they are, up to a longest
    side of 2048, except where the request names a ratio or a size.
    """
    prompt, part = only(conversation.prompt)
    asked = find_edits(prompt)
    pictures = [_shrunk(subject.open()) for subject in conversation.subjects]
    masks: list[Image.Image] = []
    if part and part.by_mask and len(pictures) > 1:
        masks = [pictures.pop()]
    several = len(pictures) > 1
    picture = collage(pictures, _ratio(conversation)) if several else pictures[0]
    whole = picture
    for found, match in asked:
        picture = found.apply(picture, match)
    done = [match[0].strip() for _, match in asked]
    if several:
        done.insert(0, pick(prompt, "a collage of all pictures", "所有图片的拼图"))
    if not done:
        picture = write_text(picture, prompt)
    if part:
        picture = part.put(picture, whole, masks)
    return _shaded(_fitted(picture, conversation), variant), _report(prompt, done)


def _ratio(conversation: Conversation) -> float | None:
    if not conversation.ratio:
        return None
    width, height = conversation.model.pixels(conversation.ratio, conversation.size)
    return width / height


def _shrunk(picture: Image.Image) -> Image.Image:
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return picture


def _fitted(picture: Image.Image, conversation: Conversation) -> Image.Image:
    """Return the picture in the pixels that the request names; unchanged when it names none."""
    model, ratio, size = conversation.model, conversation.ratio, conversation.size
    if ratio:
        return ImageOps.fit(picture, model.pixels(ratio, size))
    if not size:
        return picture
    width, height = model.pixels("1:1", size)
    scale = (width * height / (picture.width * picture.height)) ** 0.5
    wide, high = (max(1, round(side * scale)) for side in picture.size)
    return resize(picture, (wide, high), Image.Resampling.LANCZOS)


def _shaded(picture: Image.Image, variant: int) -> Image.Image:
    share = 1 - _SHADE * (variant % _SHADES)
    return ImageEnhance.Brightness(picture).enhance(share) if share < 1 else picture


def _report(prompt: str, done: list[str]) -> str:
    if done:
        return pick(
            prompt,
            f"I am a demo painter, no AI. I did this to your picture: {'; '.join(done)}.",
            f"我是演示画师。不是人工智能。我对图片做了这些: {'、'.join(done)}。",
        )
    english = ", ".join(each.english for each in EDITS)
    chinese = "、".join(each.chinese for each in EDITS)
    return pick(
        prompt,
        "I am a demo painter, no AI, and found no word that I know, so I wrote your words on the"
        f" picture. The words that I know: {english}.",
        "我是演示画师。不是人工智能。没有找到我认识的词。我把你的话写在了图片上。"
        f"我认识的词: {chinese}。",
    )
