"""Bars as a picture."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageFont

from bot.interface.texts import FOLDER, LOCALES
from bot.pictures.chart_drawing import FONT, Chart, _svg, draw_chart

EVIL = "<script>x</script> & \x00\u202e\ud800"


def ink(path: Path, box: tuple[float, float, float, float]) -> int:
    """Count the pixels of a part, in shares of its sides, that are not the ground's."""
    with Image.open(path) as opened:
        sides = (*opened.size, *opened.size)
        part = opened.convert("RGB").crop([round(s * b) for s, b in zip(sides, box, strict=True)])
        return sum(count for count, colour in part.getcolors(1 << 24) if colour != (43, 45, 49))


def test_bars_are_drawn(tmp_path: Path):
    """A picture of one size, whatever it holds."""
    chart = Chart([str(day) for day in range(1, 31)], {"Pictures": [5] * 30, "Answers": [0] * 30})
    header = draw_chart(tmp_path / "chart.png", chart)
    assert (header.media_type, header.width, header.height) == ("image/png", 1_200, 600)


def test_what_lies_is_as_high_as_it_needs(tmp_path: Path):
    """Ten bars are higher than two."""
    heights = [
        draw_chart(
            tmp_path / f"{count}.png", Chart(["x"] * count, {"a": [1] * count}, lies=True)
        ).height
        for count in (2, 10)
    ]
    assert heights[0] < heights[1] <= 600


@pytest.mark.parametrize("name", ["山田太郎", "王小明", "이순신", "Größe", "Дмитрий", "Ωmega"])
def test_names_of_all_languages_are_written(tmp_path: Path, name: str):
    """Each in letters of its own: no two become the same sign for what is missing."""
    drawn = []
    for label in (name, "\U0001f9ff" * len(name)):
        path = tmp_path / f"{len(drawn)}.png"
        draw_chart(path, Chart([label], {"": [1]}, lies=True))
        drawn.append(path.read_bytes())
    assert drawn[0] != drawn[1]
    assert ink(tmp_path / "0.png", (0, 0, 0.15, 0.5)) > 50


def test_a_name_is_text_whatever_it_holds(tmp_path: Path):
    """Marks of XML are shown, what it can't carry or turns the line is left out."""
    svg = _svg(Chart([EVIL], {EVIL: [1]}))
    root = ET.fromstring(svg)  # noqa: S314 (our own)
    texts = [each.text for each in root.iter() if each.tag.endswith("text")]
    assert "<script>x</script> &" in texts
    draw_chart(tmp_path / "chart.png", Chart([EVIL], {EVIL: [1]}))


def test_a_chart_names_no_address():
    """By itself pygal would let it fetch a script of somebody else's."""
    root = ET.fromstring(_svg(Chart(["1"], {"a": [1]})))  # noqa: S314 (our own)
    named = [name for each in root.iter() for name in each.attrib if name.endswith(("href", "src"))]
    assert named == []


def test_the_font_has_the_letters_of_all_catalogues():
    """Where the bot runs there may be no other font."""
    font = ImageFont.truetype(FONT, 20)
    missing = bytes(font.getmask("\U0010fffd"))
    words = "".join((FOLDER / f"{locale}.ftl").read_text("utf-8") for locale in LOCALES)
    letters = {each for each in words if each.isalnum()}
    assert len(letters) > 500
    assert [each for each in sorted(letters) if bytes(font.getmask(each)) == missing] == []
