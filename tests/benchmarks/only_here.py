"""What stays of a picture where only a part of it is to change: a table of twelve pictures.

    python -m tests.benchmarks.only_here           # prints it; takes some twenty seconds
    python -m tests.benchmarks.only_here --write   # puts it into docs/only-here.md

Pictures are the demo's, drawn by rule, so the table is the same on every machine but for its times.
Each is changed inside its part as a model was asked to, and then drawn once more in one of the ways
in which models answer.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageOps

from bot.domain.area import WHOLE, Box, Grid
from bot.domain.picture import IntakeLimits
from bot.pictures.composing import compose
from demo.relay.painter import paint
from demo.relay.redrawing import redraw

PAGE: Final = Path(__file__).parents[2] / "docs" / "only-here.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end -->"

HEADS: Final = ("the same as it came", "the same as it is shown", "seconds")

Way = Callable[[Image.Image], Image.Image]


@dataclass(frozen=True, slots=True)
class Case:
    """Say what is painted, how large, which cells are to change, and how the answer comes back."""

    prompt: str
    size: tuple[int, int]
    cells: Sequence[int]
    how: str
    way: Way
    quality: int = 90


@dataclass(frozen=True, slots=True)
class Row:
    """Hold what was measured of one picture; shares are of the pixels outside of the part."""

    case: Case
    is_kept: bool
    same_before: float
    same_after: float
    seconds: float


def _redrawn(*, shift: tuple[int, int] = (0, 0), zoom: float = 1.0, scale: float = 1.0) -> Way:
    return lambda picture: redraw(picture, shift=shift, zoom=zoom, scale=scale)


CASES: Final = (
    Case("a fox in a forest", (1024, 1024), [12], "as it was", _redrawn()),
    Case("a lake at dawn", (1376, 768), [6, 7, 8], "recoded, quality 70", _redrawn(), 70),
    Case("a city at night", (768, 1376), [4, 7], "twice as large", _redrawn(scale=2)),
    Case("dunes", (1584, 672), [0, 1], "half as large", _redrawn(scale=0.5)),
    Case(
        "a bear in a forest",
        (1024, 1024),
        [6, 7, 11, 12],
        "moved by 9, -6",
        _redrawn(shift=(9, -6)),
    ),
    Case("a harbour with boats", (1200, 896), [7, 8], "grown by 2 %", _redrawn(zoom=1.02)),
    Case(
        "mountains in snow",
        (896, 1200),
        [9, 10],
        "grown by 2.5 %, moved by -8, 7",
        _redrawn(zoom=1.025, shift=(-8, 7)),
    ),
    Case(
        "an owl by the river",
        (1200, 900),
        [0, 1, 5],
        "1184 × 864: sides rounded",
        lambda picture: picture.resize((1184, 864), Image.Resampling.LANCZOS),
    ),
    Case(
        "a street in the rain",
        (1024, 1024),
        [18, 19, 23, 24],
        "6 % brighter",
        lambda picture: ImageEnhance.Brightness(picture).enhance(1.06),
    ),
    Case("a deer", (1376, 768), [7], "moved by a fifth", _redrawn(shift=(275, 0))),
    Case("a ship at sea", (1024, 1024), [12, 13], "mirrored", ImageOps.mirror),
    Case(
        "a tower on a hill",
        (1024, 1024),
        [2, 7],
        "made night of it all",
        lambda picture: ImageEnhance.Brightness(picture).enhance(0.4),
    ),
)


def _places(boxes: Sequence[Box], size: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    width, height = size
    for box in boxes:
        yield (
            round(box.left * width / WHOLE),
            round(box.top * height / WHOLE),
            round(box.right * width / WHOLE),
            round(box.bottom * height / WHOLE),
        )


def _same(one: Image.Image, other: Image.Image, outside: Image.Image) -> float:
    """Return the share of the pixels outside that are the same to the last bit."""
    if one.size != other.size:
        one = one.resize(other.size, Image.Resampling.LANCZOS)
    high = ImageChops.difference(one, other).split()
    changed = ImageChops.lighter(ImageChops.lighter(*high[:2]), high[2])
    equal = changed.point(lambda value: 0 if value else 255)
    found = ImageChops.multiply(equal, outside).histogram()[255]
    return found / outside.histogram()[255]


def measured(case: Case, folder: Path, *, scale: float = 1.0) -> Row:
    """Change one picture as a model would, compose it, and compare."""
    size = round(case.size[0] * scale), round(case.size[1] * scale)
    original = paint(case.prompt, size)
    boxes = Grid.over(*size).boxes(case.cells)
    outside = Image.new("L", size, 255)
    result = original.copy()
    for place in _places(boxes, size):
        ImageDraw.Draw(outside).rectangle((place[0], place[1], place[2] - 1, place[3] - 1), fill=0)
        result.paste(ImageOps.invert(original.crop(place)), place[:2])
    names = [folder / name for name in ("original.png", "answer.jpg", "composed.png")]
    original.save(names[0])
    case.way(result).save(names[1], quality=case.quality)
    began = time.perf_counter()
    header = compose(*names, IntakeLimits(), boxes=boxes)
    seconds = time.perf_counter() - began
    with Image.open(names[1]) as answer:
        before = _same(answer.convert("RGB"), original, outside)
    if header is None:
        return Row(case, False, before, before, seconds)
    with Image.open(names[2]) as whole:
        return Row(case, True, before, _same(whole, original, outside), seconds)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as Markdown."""
    heads = ("picture", "pixels", "the model's answer", "lies on it", *HEADS)
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows:
        case = row.case
        size = f"{case.size[0]} × {case.size[1]}"
        kept = f"{row.same_after:.2%}" if row.is_kept else "as it came"
        lines.append(
            f"| {case.prompt} | {size} | {case.how} | {'yes' if row.is_kept else 'no'}"
            f" | {row.same_before:.1%} | {kept} | {row.seconds:.2f} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure all, and print the table or write it into its page."""
    with tempfile.TemporaryDirectory() as folder:
        found = table([measured(case, Path(folder)) for case in CASES])
    sys.stdout.write(found)
    if "--write" in sys.argv[1:]:
        page = PAGE.read_text()
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}{found}{END}{rest.partition(END)[2]}")


if __name__ == "__main__":
    main()
