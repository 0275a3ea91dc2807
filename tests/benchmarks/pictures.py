"""How pictures are made to fit an upload: time, tries, memory, stalls of the loop, likeness.

Run it with `python -m tests.benchmarks.pictures`; it takes about two minutes. Pillow is given the
same work and the same steps of quality. Each measurement is made in a process of its own, in turns
with Pillow's, and the median of three is told.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Final

import pyvips
from PIL import Image

from bot.pictures.ladder import Trial, next_rung
from bot.pictures.workshop import Workshop
from tests.benchmarks.pictures_drawn import KINDS, grain, photo

MIB: Final = 2**20
UPLOAD_LIMIT: Final = 10 * MIB
"""What a server without boosts takes of one file."""

ROUNDS: Final = 3
FIGURES: Final = ("seconds", "cpu seconds", "peak MB", "stall ms")


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


async def fit_ours(source: Path, target: Path) -> None:
    """Fit a picture as the bot does."""
    async with Workshop() as workshop:
        await workshop.fit(source, target, UPLOAD_LIMIT)


async def fit_with_pillow(source: Path, target: Path) -> None:
    """Fit a picture with Pillow, on a thread as well."""
    await asyncio.to_thread(_pillow, source, target)


def _pillow(source: Path, target: Path) -> None:
    with Image.open(source) as opened:
        image = opened.convert("RGB")
    trial = None
    while trial is None or trial.size > UPLOAD_LIMIT:
        rung = next_rung(image.width * image.height, UPLOAD_LIMIT, trial)
        sides = round(image.width * rung.scale), round(image.height * rung.scale)
        shrunk = image if sides == image.size else image.resize(sides)
        shrunk.save(target, "JPEG", quality=rung.quality)
        trial = Trial(rung, target.stat().st_size)


WAYS: Final[dict[str, Callable[[Path, Path], Awaitable[None]]]] = {
    "Atelier": fit_ours,
    "Pillow": fit_with_pillow,
}


async def measured(way: str, small: Path, source: Path, target: Path) -> dict[str, float]:
    """Fit a small picture to warm up, then the real one, and tell what that cost."""
    fit = WAYS[way]
    await fit(small, target)
    held = _fresh_peak_mb()
    stalls = [0.0]
    ticker = asyncio.create_task(_tick(stalls))
    began, cpu = time.perf_counter(), time.process_time()
    await fit(source, target)
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    ticker.cancel()
    figures = (seconds, cpu_seconds, _peak_mb() - held, max(stalls) * 1_000)
    return dict(zip(FIGURES, figures, strict=True))


async def _tick(stalls: list[float]) -> None:
    """Note how late the loop wakes a task that asks for every millisecond."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        stalls.append(time.perf_counter() - before - 0.001)


def _fresh_peak_mb() -> float:
    """Set the peak back to what is held now (proc(5), /proc/pid/clear_refs), and return that."""
    Path("/proc/self/clear_refs").write_text("5")
    return _peak_mb()


def _peak_mb() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1_024


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


def compare(folder: Path, name: str, drawn: pyvips.Image) -> str:
    """Return the figures of both ways of fitting one picture, and their ratio."""
    source, small = folder / f"{name}.png", folder / "small.png"
    drawn.pngsave(str(source))
    drawn.crop(0, 0, 256, 256).pngsave(str(small))
    original = pyvips.Image.new_from_file(str(source))
    figures: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    likeness: dict[str, tuple[float, float]] = {}
    for _ in range(ROUNDS):
        for way in WAYS:
            target = folder / way
            command = [sys.executable, "-m", "tests.benchmarks.pictures", way]
            done = subprocess.run(  # noqa: S603 (this module, in another process)
                [*command, str(small), str(source), str(target)],
                capture_output=True,
                text=True,
                check=True,
            )
            figures[way].append(json.loads(done.stdout))
            fitted = pyvips.Image.new_from_file(str(target))
            likeness[way] = (ssim(original, fitted), target.stat().st_size / MIB)
    middle = {
        way: [median(each[figure] for each in figures[way]) for figure in FIGURES] for way in WAYS
    }
    size, number = source.stat().st_size / MIB, len(tries(source, UPLOAD_LIMIT))
    lines = [
        f"{name}: a PNG of {size:.1f} MiB into {UPLOAD_LIMIT // MIB} MiB, in {number} encoding(s)",
        f"{'':9}{''.join(f'{figure:>13}' for figure in FIGURES)}{'SSIM':>9}{'MiB':>7}",
    ]
    for way, values in middle.items():
        alike, size = likeness[way]
        row = "".join(f"{value:13.2f}" for value in values)
        lines.append(f"{way:9}{row}{alike:9.4f}{size:7.1f}")
    ratios = (ours / theirs for ours, theirs in zip(*middle.values(), strict=True))
    lines.append(f"{'ratio':9}{''.join(f'{ratio:13.2f}' for ratio in ratios)}")
    return "\n".join(lines)


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
    if len(sys.argv) > 1:
        way, *paths = sys.argv[1:]
        figures = asyncio.run(measured(way, *map(Path, paths)))
        sys.stdout.write(json.dumps(figures))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind, draw in (("photo", photo), ("grain", grain)):
            sys.stdout.write(compare(folder, kind, draw(4_096).copy_memory()) + "\n\n")
        sys.stdout.write(ladder(folder) + "\n")


if __name__ == "__main__":
    _main()
