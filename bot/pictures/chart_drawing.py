"""Numbers as a picture of bars: pygal writes SVG, and librsvg, a part of libvips, draws that."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from bot.pictures.engine import save_svg
from bot.pictures.header import Header, read_header

FONT: Final = Path(__file__).with_name("fonts") / "AtelierChart-Regular.otf"
"""Noto Sans of the letters, kana, syllables and common signs of all languages of the catalogues.

Where the bot runs there may be no font at all. `OFL.txt` beside it is its licence.
"""

_FAMILY: Final = "Atelier Chart"
_WIDTH: Final = 1_200
_HEIGHT: Final = 600
_LINE: Final = 46
"""How high one bar is that lies, in pixels."""

_AROUND: Final = 130
"""What lying bars have above and below them, in pixels."""

_LABEL_CHARACTERS: Final = 24
_GROUND, _QUIET, _WHITE = "#2b2d31", "#b5bac1", "#ffffff"
_COLOURS: Final = ("#ff8c32", "#5b9dff", "#57c785", "#c58af9")

_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What XML can't carry, and what turns the direction of what stands beside it."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Say what bars show: for each of some labels a number of each kind, stacked.

    `kinds` maps the name of a kind to its numbers, in the order of `labels`; `prefix` stands before
    each number, such as a currency. Bars that `lie` have room for long labels.
    """

    labels: Sequence[str]
    kinds: Mapping[str, Sequence[float]]
    prefix: str = ""
    lies: bool = False


def draw_chart(target: Path, chart: Chart) -> Header:
    """Write a PNG of a chart; raise UnusablePicture where that can't be drawn."""
    save_svg(_svg(chart), target, font=FONT)
    return read_header(target)


def _svg(chart: Chart) -> bytes:
    """Return a chart as SVG; what its labels say is text there, whatever they hold."""
    pygal: Any = import_module("pygal")
    height = _AROUND + _LINE * len(chart.labels) if chart.lies else _HEIGHT
    make = pygal.HorizontalStackedBar if chart.lies else pygal.StackedBar
    drawn = make(
        js=[],  # by default it names a script of somebody else's
        width=_WIDTH,
        height=height,
        style=_style(),
        show_legend=len(chart.kinds) > 1,
        legend_at_bottom=True,
        legend_at_bottom_columns=len(chart.kinds),
        legend_box_size=22,
        truncate_legend=-1,
        truncate_label=-1,
        margin=24,
        spacing=16,
        value_formatter=partial(_number, chart.prefix),
        show_y_guides=not chart.lies,
        show_x_guides=chart.lies,
    )
    # Lying bars are drawn from below.
    order = slice(None, None, -1) if chart.lies else slice(None)
    drawn.x_labels = [*map(_label, chart.labels)][order]
    for name, numbers in chart.kinds.items():
        drawn.add(_label(name), [*numbers][order])
    return drawn.render()


def _number(prefix: str, number: float) -> str:
    return f"{prefix}{number:,.10g}"


def _style() -> Any:
    return import_module("pygal.style").Style(
        background=_GROUND,
        plot_background=_GROUND,
        foreground=_QUIET,
        foreground_strong=_WHITE,
        foreground_subtle=_QUIET,
        guide_stroke_color="#4e5058",
        major_guide_stroke_color="#4e5058",
        colors=_COLOURS,
        opacity="1",
        font_family=f"{_FAMILY}, sans-serif",
        label_font_size=20,
        major_label_font_size=20,
        legend_font_size=24,
    )


def _label(text: str) -> str:
    """Return one short line of what may be anybody's name."""
    line = " ".join(_UNSEEN.sub("", text).split())
    return line if len(line) <= _LABEL_CHARACTERS else f"{line[: _LABEL_CHARACTERS - 1]}…"
