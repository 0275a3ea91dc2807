"""The editor: each word does what it says to the picture that was sent."""

import io
import operator
import time
from collections.abc import Callable
from typing import TypeAlias

import pytest
from PIL import Image, ImageChops, ImageStat

from demo.relay.conversation import Conversation, Part, Picture, Turn
from demo.relay.editor import edit
from demo.relay.edits import find_edits
from demo.relay.models import MODELS

Colour: TypeAlias = tuple[int, int, int]


def _encoded(image: Image.Image) -> Picture:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return Picture("image/png", buffer.getvalue(), *image.size)


def _quarters() -> Image.Image:
    """Return a picture of 80x40 with red, green, blue and yellow quarters."""
    image = Image.new("RGB", (80, 40), "red")
    image.paste((0, 128, 0), (40, 0, 80, 20))
    image.paste((0, 0, 255), (0, 20, 40, 40))
    image.paste((255, 255, 0), (40, 20, 80, 40))
    return image


RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 0)


def _ask(prompt: str, *images: Image.Image, **wishes: str) -> tuple[Image.Image, str]:
    parts = [Part(picture=_encoded(image)) for image in images or [_quarters()]]
    turn = Turn("user", (*parts, Part(text=prompt)))
    return edit(Conversation(MODELS["gemini-3-pro-image"], (turn,), **wishes))


def _plain(*colours: Colour) -> list[Image.Image]:
    return [Image.new("RGB", (60, 60), colour) for colour in colours]


def _colours(image: Image.Image) -> set[Colour]:
    return {pixel for _, pixel in image.getcolors(9_999_999)}


def _corner_of(colour: Colour, image: Image.Image) -> tuple[int, int]:
    """Return the leftmost and the topmost place of a colour."""
    others = ImageChops.difference(image, Image.new("RGB", image.size, colour)).convert("L")
    left, top, _, _ = others.point(lambda step: 255 * (not step)).getbbox()
    return left, top


def _corners(image: Image.Image) -> list[Colour]:
    right, foot = image.width - 2, image.height - 2
    return [image.getpixel(at) for at in ((1, 1), (right, 1), (1, foot), (right, foot))]


@pytest.mark.parametrize(
    "prompt", ["make it black and white", "greyscale please", "B&W", "变成黑白", "转成黑白照片"]
)
def test_black_and_white_has_no_colour(prompt: str):
    """Every pixel is grey, and nothing else was done."""
    picture, report = _ask(prompt)
    assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(9999))
    assert picture.size == (80, 40)
    assert ";" not in report


@pytest.mark.parametrize(
    ("prompt", "corners"),
    [
        ("rotate left", [GREEN, YELLOW, RED, BLUE]),
        ("rotate it to the right", [BLUE, RED, YELLOW, GREEN]),
        ("rotate it", [BLUE, RED, YELLOW, GREEN]),
        ("turn it 90 degrees clockwise", [BLUE, RED, YELLOW, GREEN]),
        ("rotate by 90 degrees counter-clockwise", [GREEN, YELLOW, RED, BLUE]),
        ("rotate left by 90 degrees", [GREEN, YELLOW, RED, BLUE]),
        ("turn it upside down", [YELLOW, BLUE, GREEN, RED]),
        ("rotate 180°", [YELLOW, BLUE, GREEN, RED]),
        ("向左旋转", [GREEN, YELLOW, RED, BLUE]),
        ("旋转180度", [YELLOW, BLUE, GREEN, RED]),
        ("倒过来", [YELLOW, BLUE, GREEN, RED]),
        ("flip it", [GREEN, RED, YELLOW, BLUE]),
        ("mirror it horizontally", [GREEN, RED, YELLOW, BLUE]),
        ("flip vertical", [BLUE, YELLOW, RED, GREEN]),
        ("flip it upside down", [BLUE, YELLOW, RED, GREEN]),
        ("上下翻转", [BLUE, YELLOW, RED, GREEN]),
        ("镜像", [GREEN, RED, YELLOW, BLUE]),
        ("invert the colours", [(0, 255, 255), (255, 127, 255), (255, 255, 0), (0, 0, 255)]),
        ("反色", [(0, 255, 255), (255, 127, 255), (255, 255, 0), (0, 0, 255)]),
    ],
)
def test_turns_mirrors_and_opposites_put_every_corner_in_its_place(
    prompt: str, corners: list[Colour]
):
    """Exactly, by the colours of the corners."""
    assert _corners(_ask(prompt)[0]) == corners


def test_any_angle_turns_on_white():
    """The picture grows round what was turned."""
    picture, _ = _ask("rotate by 30 degrees")
    assert picture.size[0] > 80
    assert _corners(picture)[0] == (255, 255, 255)


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("crop to a square", (40, 40)),
        ("裁剪成方形", (40, 40)),
        ("crop it to 4:3", (53, 40)),
        ("crop to 16:1", (80, 5)),
        ("crop to 0:5", (8, 40)),
        ("crop the middle", (53, 26)),
        ("make it smaller", (40, 20)),
        ("缩小", (40, 20)),
        ("add a red frame", (88, 48)),
        ("blur", (80, 40)),
        ("pixelate", (80, 40)),
        ("sharpen", (80, 40)),
        ("posterize", (80, 40)),
    ],
)
def test_the_size_changes_only_where_asked(prompt: str, size: tuple[int, int]):
    """Cropping, shrinking and framing change it, nothing else does."""
    assert _ask(prompt)[0].size == size


def test_a_tiny_picture_is_not_made_smaller():
    """A pixel stays a pixel."""
    assert _ask("smaller", Image.new("RGB", (1, 3)))[0].size == (1, 3)


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("add a blue border", (52, 110, 196)),
        ("a frame in red", (204, 51, 51)),
        ("加红色的边框", (204, 51, 51)),
        ("put a frame round it", (255, 255, 255)),
    ],
)
def test_a_border_has_the_named_colour(prompt: str, colour: Colour):
    """White when none is named, and the picture inside keeps its own."""
    picture, _ = _ask(prompt)
    assert picture.getpixel((0, 0)) == colour
    assert RED in {pixel for _, pixel in picture.getcolors(9999)}


@pytest.mark.parametrize(
    ("prompt", "strongest"),
    [("make it blue", 2), ("turn the whole sky green", 1), ("red tint", 0), ("变成蓝色", 2)],
)
def test_a_tint_washes_everything(prompt: str, strongest: int):
    """A grey picture leans to the named colour."""
    mean = ImageStat.Stat(_ask(prompt, Image.new("RGB", (40, 40), "grey"))[0]).mean
    assert mean[strongest] == max(mean)
    assert max(mean) - min(mean) > 40


@pytest.mark.parametrize(
    ("prompt", "light"), [("brighter", 140), ("darker", 60), ("变亮", 140), ("变暗", 60)]
)
def test_light_can_be_added_and_taken(prompt: str, light: int):
    """The mean goes up or down."""
    mean = ImageStat.Stat(_ask(prompt, Image.new("RGB", (40, 40), (100, 100, 100)))[0]).mean[0]
    assert mean == light


def _contrast(image: Image.Image) -> float:
    return ImageStat.Stat(image.convert("L")).stddev[0]


@pytest.mark.parametrize(
    ("prompt", "compare"),
    [("more contrast", operator.gt), ("blur it", operator.lt), ("模糊", operator.lt)],
)
def test_contrast_grows_and_blur_takes_it(prompt: str, compare: Callable[[float, float], bool]):
    """Measured by how far the greys spread."""
    stripes = Image.new("L", (64, 64), 90)
    for x in range(0, 64, 2):
        stripes.paste(160, (x, 0, x + 1, 64))
    before = _contrast(stripes)
    after = _contrast(_ask(prompt, stripes.convert("RGB"))[0])
    assert compare(after, before)


def test_sepia_is_warm():
    """More red than blue."""
    red, _, blue = ImageStat.Stat(_ask("sepia")[0]).mean
    assert red > blue + 15


def test_pixelated_pictures_have_large_squares():
    """Neighbours share a colour."""
    ramp = Image.linear_gradient("L").convert("RGB")
    assert len(_ask("pixelate", ramp)[0].getcolors(70_000)) <= 64


def test_edits_combine_in_the_order_of_their_words():
    """A crop before a border is not a border before a crop."""
    framed_last, report = _ask("crop to a square, then a red border")
    framed_first, _ = _ask("a red border, then crop to a square")
    assert framed_last.getpixel((0, 20)) == (204, 51, 51) != framed_first.getpixel((0, 20))
    assert report.endswith("I did this to your picture: crop to a square; red border.")


def test_a_quoted_text_is_written_and_never_obeyed():
    """The words inside the quotes are no orders."""
    picture, report = _ask('add the text "rotate and blur"', Image.new("RGB", (300, 200), "white"))
    assert picture.size == (300, 200)
    assert len(picture.crop((0, 0, 300, 30)).getcolors(9999)) > 5
    assert picture.getpixel((299, 199)) == (255, 255, 255)
    assert report.endswith('I did this to your picture: add the text "rotate and blur".')


def test_an_unknown_wish_becomes_a_headline_and_the_words_are_listed():
    """The picture shows the words, the report shows what is known."""
    picture, report = _ask("put a hat on the fox", Image.new("RGB", (300, 200), "white"))
    assert picture.getpixel((299, 1)) != (255, 255, 255)
    assert "found no word that I know" in report
    for word in ("black and white", "rotate", "crop", "border"):
        assert word in report


def test_a_chinese_wish_gets_a_chinese_report():
    """With the Chinese words that are known."""
    _, report = _ask("给狐狸戴帽子")
    assert "我认识的词" in report
    assert "黑白" in report


@pytest.mark.parametrize(
    "prompt", ["combine these", "", "拼图", "flip it", "左右翻转", 'write "two" on it']
)
def test_several_pictures_become_a_collage(prompt: str):
    """All of them, also where the words ask for an edit."""
    picture, report = _ask(prompt, *_plain(RED, GREEN, BLUE))
    assert {RED, GREEN, BLUE} <= _colours(picture)
    assert "a collage of all pictures" in report or "所有图片的拼图" in report


@pytest.mark.parametrize("ratio", ["9:16", "1:1", "16:9", "21:9"])
def test_a_ratio_cuts_no_picture_of_a_collage(ratio: str):
    """Whatever shapes they have, the corners of each are there."""
    tall, wide = _quarters().rotate(90, expand=True), Image.new("RGB", (160, 40), "white")
    wide.paste((255, 0, 255), (0, 0, 4, 40))
    wide.paste((0, 255, 255), (156, 0, 160, 40))
    model = MODELS["gemini-3-pro-image"]
    picture, _ = _ask("together", tall, wide, ratio=ratio)
    assert picture.size == model.pixels(ratio, None)
    assert {RED, GREEN, BLUE, YELLOW, (255, 0, 255), (0, 255, 255)} <= _colours(picture)


def test_pictures_stand_in_as_many_rows_as_suit_the_ratio():
    """Two squares lie over each other in a tall picture, and side by side in a wide one."""
    tall, _ = _ask("together", *_plain(RED, GREEN), ratio="9:16")
    wide, _ = _ask("together", *_plain(RED, GREEN), ratio="16:9")
    assert _corner_of(GREEN, tall)[1] > tall.height / 2
    assert _corner_of(GREEN, wide)[0] > wide.width / 2


@pytest.mark.parametrize("count", [2, 4, 5, 9, 14])
def test_a_collage_of_any_count_shows_every_picture(count: int):
    """In rows, nothing left out."""
    colours = [(18 * number, 255 - 15 * number, 99) for number in range(count)]
    picture, report = _ask("collage", *(Image.new("RGB", (50, 40), colour) for colour in colours))
    assert set(colours) <= {pixel for _, pixel in picture.getcolors(9_999_999)}
    assert "a collage of all pictures" in report


def test_a_collage_can_be_edited_as_one():
    """The words apply to the sheet."""
    picture, report = _ask("in black and white", _quarters(), _quarters())
    assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(9_999_999))
    assert report.endswith("a collage of all pictures; black and white.")


def test_without_a_new_picture_the_newest_answer_is_edited():
    """The last picture of the newest model turn, and not an older one."""
    model = MODELS["gemini-3-pro-image"]
    old, new = (_encoded(Image.new("RGB", size)) for size in ((10, 10), (24, 12)))
    turns = (
        Turn("user", (Part(text="a fox"),)),
        Turn("model", (Part(picture=old),)),
        Turn("user", (Part(text="again"),)),
        Turn("model", (Part(text="Here"), Part(picture=old), Part(picture=new))),
        Turn("user", (Part(text="blur"),)),
    )
    assert edit(Conversation(model, turns))[0].size == (24, 12)


def _goes_on(*asked: Part) -> set[Colour]:
    """Return the colours of an edit that goes on from two answers, the newer one green."""
    turns = (
        Turn("user", (Part(picture=_of(YELLOW)), Part(text="a fox"))),
        Turn("model", (Part(picture=_of(RED)),)),
        Turn("user", (Part(text="again"),)),
        Turn("model", (Part(text="Here"), Part(picture=_of(RED)), Part(picture=_of(GREEN)))),
        Turn("user", asked),
    )
    return _colours(edit(Conversation(MODELS["gemini-3-pro-image"], turns))[0])


def _of(colour: Colour) -> Picture:
    return _encoded(*_plain(colour))


def test_a_reference_stands_beside_the_picture_that_is_edited():
    """The newest answer is what a reference goes with."""
    made = _goes_on(Part(picture=_of(BLUE)), Part(text="flip"))
    assert made & {RED, GREEN, BLUE, YELLOW} == {GREEN, BLUE}


def test_a_picture_that_is_sent_again_is_the_one_that_is_meant():
    """It is not the newest one of the answer."""
    made = _goes_on(Part(picture=_of(RED)), Part(picture=_of(BLUE)), Part(text="flip"))
    assert made & {RED, GREEN, BLUE, YELLOW} == {RED, BLUE}


def test_a_picture_behind_the_words_that_asked_for_it_is_newer_than_the_answer():
    """So another model's picture comes, and with it what is asked now."""
    asked_before = (Part(picture=_of(YELLOW)), Part(text="rotate"))
    made = _goes_on(*asked_before, Part(picture=_of(BLUE)), Part(text="flip"))
    assert made & {RED, GREEN, BLUE, YELLOW} == {BLUE}


@pytest.mark.parametrize(
    ("wishes", "size"),
    [
        ({"ratio": "1:1"}, (1024, 1024)),
        ({"ratio": "16:9", "size": "2K"}, (2752, 1536)),
        ({"size": "1K"}, (1448, 724)),
    ],
)
def test_a_named_ratio_or_size_is_kept_to(wishes: dict[str, str], size: tuple[int, int]):
    """A size alone keeps the picture's own ratio."""
    assert _ask("blur", **wishes)[0].size == size


def test_a_huge_picture_is_worked_on_smaller():
    """Its longest side becomes 2048."""
    assert _ask("invert", Image.new("RGB", (4096, 2048)))[0].size == (2048, 1024)


def test_no_prompt_makes_the_search_slow():
    """Long and hostile prompts are read in a moment."""
    started = time.monotonic()
    for piece in ("turn ", "make a ", "写“", "rotate 1", "crop it ", "red red "):
        find_edits(piece * 4_000)
    assert time.monotonic() - started < 5


def test_each_variant_of_an_edit_is_another_picture():
    """Who asks for four gets four, also with a reference."""
    turn = Turn("user", (Part(picture=_of(YELLOW)), Part(text="flip")))
    asked = Conversation(MODELS["gemini-3-pro-image"], (turn,))
    assert len({edit(asked, variant=nth)[0].tobytes() for nth in range(4)}) == 4


def _percent(left: int, right: int, top: int, low: int) -> str:
    return (
        f"the part from {left}% to {right}% of the picture's width, counted from its left side, and"
        f" from {top}% to {low}% of its height, counted from its top"
    )


def test_only_the_part_that_the_words_name_is_edited() -> None:
    """Several parts are told one by one; the words about them are no edits themselves."""
    parts = f"{_percent(0, 50, 0, 50)}; and {_percent(50, 100, 50, 100)}"
    picture, report = _ask(f"invert it\n\nChange only {parts}. The same colours.")
    assert picture.getpixel((20, 10)) == tuple(255 - value for value in RED)
    assert picture.getpixel((60, 30)) == tuple(255 - value for value in YELLOW)
    assert picture.getpixel((60, 10)) == GREEN
    assert picture.getpixel((20, 30)) == BLUE
    assert report.endswith("I did this to your picture: invert.")


def test_only_what_is_white_in_a_mask_is_edited() -> None:
    """The mask is the last picture, and no part of a collage."""
    mask = Image.new("L", (80, 40))
    mask.paste(255, (0, 0, 40, 40))
    picture, _ = _ask(
        "invert it\n\nChange only what lies where the mask is white.", _quarters(), mask
    )
    assert picture.size == (80, 40)
    assert picture.getpixel((20, 10)) == tuple(255 - value for value in RED)
    assert picture.getpixel((60, 10)) == GREEN


def test_a_part_of_a_picture_that_was_turned_is_not_looked_for() -> None:
    """Models that do more than was asked do so as well."""
    picture, _ = _ask(f"rotate it\n\nChange only {_percent(0, 50, 0, 50)}.")
    assert picture.size == (40, 80)


def test_a_prompt_that_only_sounds_like_one_means_all() -> None:
    """Members say so, too."""
    picture, _ = _ask("invert it. Change only the colours")
    assert picture.getpixel((60, 30)) == tuple(255 - value for value in YELLOW)
