"""How a picture of 4,096 x 4,096 pixels is made to fit an upload: ours beside Pillow.

Pillow is given the same work, on a thread as well, and the same steps of quality. The control is a
loop that waits for as long and does nothing.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyvips
from PIL import Image

from bot.pictures.image_pool import ImagePool
from bot.pictures.quality_steps import Trial, next_rung
from tests.benchmarks.fresh import Row, alternating, middle, ratio
from tests.benchmarks.goals import Goal
from tests.benchmarks.meter import MIB, Figures, measure
from tests.benchmarks.pictures import UPLOAD_LIMIT, ssim, tries
from tests.benchmarks.pictures_drawn import grain, photo

KINDS: Final[dict[str, Callable[[int], pyvips.Image]]] = {"photo": photo, "grain": grain}
SIDE: Final = 4_096
SMALL: Final = 256
RUNS: Final = 1
"""Each run is long enough for itself."""


async def ours(*, source: str, small: str, target: str) -> Figures:
    """Fit a picture as the bot does."""
    async with ImagePool() as image_pool:

        async def fit(path: str) -> None:
            await image_pool.fit(Path(path), Path(target), UPLOAD_LIMIT)

        return await measure(lambda: fit(source), warm_up=lambda: fit(small), runs=RUNS)


async def with_pillow(*, source: str, small: str, target: str) -> Figures:
    """Fit a picture with Pillow."""

    async def fit(path: str) -> None:
        await asyncio.to_thread(_pillow, Path(path), Path(target))

    return await measure(lambda: fit(source), warm_up=lambda: fit(small), runs=RUNS)


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


async def control(**_: str) -> Figures:
    """Let the loop wait."""
    return await measure(lambda: asyncio.sleep(0.5), runs=RUNS)


async def goals(*, light: bool) -> list[Goal]:
    """Fit pictures both ways, and return what was reached."""
    reached: list[Goal] = []
    with TemporaryDirectory() as folder:
        for kind in ("photo",) if light else KINDS:
            reached += await _goals(Path(folder), kind, rounds=3)
    return reached


async def _goals(folder: Path, kind: str, *, rounds: int) -> list[Goal]:
    source, small = folder / f"{kind}.png", folder / "small.png"
    target = folder / f"{kind}.jpg"
    drawn = KINDS[kind](SIDE).copy_memory()
    drawn.pngsave(str(source))
    drawn.crop(0, 0, SMALL, SMALL).pngsave(str(small))
    ways = {"pillow": with_pillow, "control": control, "ours": ours}
    paths = {"source": str(source), "small": str(small), "target": str(target)}
    rows = await alternating(ways, rounds=rounds, **paths)
    likeness = ssim(
        pyvips.Image.new_from_file(str(source)), pyvips.Image.new_from_file(str(target))
    )
    size = source.stat().st_size / MIB
    fitted = f"{target.stat().st_size / MIB:.1f} MiB of SSIM {likeness:.4f}"
    often = f"in {len(tries(source, UPLOAD_LIMIT))} encoding(s)"
    limited = kind == "photo"
    name = f"PNG of {size:.0f} MiB into 10 MiB ({kind})"
    mine, theirs = rows["ours"], rows["pillow"]
    return [
        Goal(
            f"{name}, held / Pillow",
            ratio(mine, theirs, "held"),
            0.3 if limited else None,
            note=f"{_mib(mine)}, Pillow {_mib(theirs)}",
        ),
        Goal(
            f"{name}, time / Pillow",
            ratio(mine, theirs, "wall"),
            1 if limited else None,
            note=f"{1_000 * middle(mine, 'wall'):.0f} ms, {often}: {fitted}",
        ),
        Goal(
            f"{name}, stall over the control",
            1_000 * (middle(mine, "stall") - middle(rows["control"], "stall")),
            10 if limited else None,
            "ms",
            f"Pillow: {1_000 * middle(theirs, 'stall'):.0f} ms",
        ),
    ]


def _mib(rows: list[Row]) -> str:
    return f"{middle(rows, 'held') / MIB:.0f} MiB"
