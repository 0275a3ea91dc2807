"""How often each kind of picture is encoded to fit an upload.

Run it with `python -m tests.benchmarks.pictures`; it takes about a minute.
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

import pyvips

from bot.pictures.quality_steps import Trial, next_rung
from tests.benchmarks.pictures_drawn import KINDS

MIB: Final = 2**20
UPLOAD_LIMIT: Final = 10 * MIB
"""What a server without boosts takes of one file."""


def ssim(one: pyvips.Image, other: pyvips.Image) -> float:
    """Return the structural similarity of two pictures' light (Wang et al., 2004), 1 for equal.

    The window is Gaussian, of a sigma of 1.5 pixels. A smaller picture is enlarged first.
    """
    x = one.colourspace("b-w")[0].cast("float")
    y = other.colourspace("b-w")[0].cast("float")
    if y.width != x.width:
        y = y.resize(x.width / y.width, vscale=x.height / y.height)

    def blur(image: pyvips.Image) -> pyvips.Image:
        return image.gaussblur(1.5, precision="float")

    mean_x, mean_y = blur(x), blur(y)
    spread_x = blur(x * x) - mean_x * mean_x
    spread_y = blur(y * y) - mean_y * mean_y
    together = blur(x * y) - mean_x * mean_y
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    likeness = (mean_x * mean_y * 2 + c1) * (together * 2 + c2)
    most = (mean_x * mean_x + mean_y * mean_y + c1) * (spread_x + spread_y + c2)
    return (likeness / most).avg()


def tries(source: Path, max_bytes: int) -> list[Trial]:
    """Go down the ladder with a picture, and return each encoding that it took."""
    image = pyvips.Image.new_from_file(str(source)).copy_memory()
    taken: list[Trial] = []
    while not taken or taken[-1].size > max_bytes:
        last = taken[-1] if taken else None
        rung = next_rung(image.width * image.height, max_bytes, last)
        shrunk = image.thumbnail_image(round(image.width * rung.scale), size="down")
        taken.append(Trial(rung, len(shrunk.jpegsave_buffer(Q=rung.quality, keep=0))))
    return taken


def ladder(folder: Path) -> str:
    """Return how often each kind of picture is encoded, and what that leaves of the room."""
    rooms = ("10 MiB", "half", "a fifth")
    lines = [f"{'picture':22}{'KiB':>8}" + "".join(f"{room:>24}" for room in rooms)]
    for kind, draw in KINDS.items():
        for side in (1_024, 2_048, 4_096):
            drawn = draw(side).copy_memory()
            for extension, options in (("png", {}), ("jpg", {"Q": 98})):
                # A name of its own: libvips remembers what was in a file.
                source = folder / f"{kind}-{side}.{extension}"
                drawn.write_to_file(str(source), **options)
                size = source.stat().st_size
                cells = (_steps(source, room) for room in (UPLOAD_LIMIT, size // 2, size // 5))
                name = f"{kind}, {side}, {extension}"
                lines.append(f"{name:22}{size // 1_024:8}" + "".join(f"{c:>24}" for c in cells))
    return "\n".join(lines)


def _steps(source: Path, room: int) -> str:
    if source.stat().st_size <= room:
        return "as it is"
    taken = tries(source, room)
    last = taken[-1]
    scale = "" if last.rung.scale == 1 else f" x{last.rung.scale:.2f}"
    return f"{len(taken)}: q{last.rung.quality}{scale}, {last.size / room:.0%}"


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(ladder(Path(folder)) + "\n")


if __name__ == "__main__":
    _main()
