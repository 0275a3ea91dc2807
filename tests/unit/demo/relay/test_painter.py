"""The painter: exact pixels, always the same, different for different words."""

import pytest
from PIL import Image, ImageStat

from demo.relay.lettering import NOTICE, caption, drawable, headline
from demo.relay.painter import paint

OTHER = "(the demo's font has Latin letters only)"


def _sky(prompt: str) -> list[float]:
    """Return the mean colour of the upper part."""
    picture = paint(prompt, (320, 200))
    return ImageStat.Stat(picture.crop((0, 0, 320, 90))).mean


def test_the_same_prompt_paints_the_same_picture():
    """To the last byte."""
    assert paint("a fox", (300, 200)).tobytes() == paint("a fox", (300, 200)).tobytes()


def test_another_prompt_paints_another_picture():
    """The words matter."""
    assert paint("a fox", (300, 200)).tobytes() != paint("a dog", (300, 200)).tobytes()


def test_each_variant_is_another_picture():
    """Who asks for four gets four."""
    four = {paint("a fox", (300, 200), variant=nth).tobytes() for nth in range(4)}
    assert len(four) == 4


@pytest.mark.parametrize("size", [(1, 1), (16, 9), (384, 3072), (3072, 384)])
def test_any_size_can_be_painted(size: tuple[int, int]):
    """Down to a pixel, and in the longest ratios."""
    assert paint("mountains", size).size == size


@pytest.mark.parametrize(
    ("prompt", "channel"),
    [("a red sky", 0), ("green", 1), ("a blue dream", 2), ("红色的天空", 0), ("蓝色", 2)],
)
def test_the_named_colour_rules_the_sky(prompt: str, channel: int):
    """In English and in Chinese."""
    mean = _sky(prompt)
    assert mean[channel] == max(mean)


def test_night_is_darker_than_day():
    """A word for night turns the light down."""
    assert sum(_sky("a blue sea at night")) < sum(_sky("a blue sea")) * 0.6


@pytest.mark.parametrize("place", ["city", "sea", "forest", "desert", "mountains", "城市"])
def test_every_ground_can_be_painted(place: str):
    """Each of the places that words can ask for."""
    assert paint(f"a {place}", (200, 120)).getcolors(200 * 120)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("  a red\n fox ", "a red fox"),
        ("café 🌊 life", "cafe life"),
        ("一只狐狸", OTHER),
        ("a fox 狐", OTHER),
        ("Лиса", OTHER),
        ("", ""),
    ],
)
def test_a_caption_holds_only_letters_that_the_font_has(text: str, drawn: str):
    """Accents and symbols go; for a text of another script it says why it is not there."""
    assert " ".join(drawable(text).split()) == drawn


def test_a_long_caption_is_cut():
    """With an ellipsis."""
    assert drawable("word " * 100).endswith("word …")


def test_a_caption_darkens_the_foot_and_a_headline_the_top():
    """Each leaves the other end as it was."""
    white = Image.new("RGB", (400, 300), "white")
    footed, headed = caption(white, "hello", NOTICE), headline(white, "hello")
    assert footed.getpixel((399, 299)) != (255, 255, 255) == footed.getpixel((399, 0))
    assert headed.getpixel((399, 0)) != (255, 255, 255) == headed.getpixel((399, 299))
