"""The pool: off the loop, bounded, and done with its files when it says so."""

import asyncio
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits, ModelLimits
from bot.pictures.workshop import Workshop


def drawn(path: Path, side: int = 2_500) -> Path:
    """Draw a picture that takes some tenths of a second to work on."""
    Image.effect_noise((side, side), 80).convert("RGB").save(path, compress_level=1)
    return path


async def test_the_loop_goes_on_while_pictures_are_worked_on(workshop: Workshop, tmp_path: Path):
    """Other tasks are not held up for the length of a decode."""
    source = drawn(tmp_path / "a.png")
    await workshop.examine(source)
    work = asyncio.create_task(workshop.fit(source, tmp_path / "b", 10**6))
    ticks, began = 0, time.monotonic()
    while not work.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > (time.monotonic() - began) / 0.01 / 4
    await work


async def test_a_cancelled_job_has_left_its_files_when_it_ends(tmp_path: Path):
    """Who deletes the files after a cancellation deletes them for good."""
    source, target = drawn(tmp_path / "a.png"), tmp_path / "b"
    async with Workshop() as workshop:
        job = asyncio.create_task(workshop.fit(source, target, 10**6))
        await asyncio.sleep(0.05)
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
        target.unlink(missing_ok=True)
    assert not target.exists()


async def test_a_job_that_waits_can_be_cancelled_at_once(tmp_path: Path):
    """What has not begun never begins."""
    source = drawn(tmp_path / "a.png")
    async with Workshop(workers=1) as workshop:
        first = asyncio.create_task(workshop.fit(source, tmp_path / "b", 10**6))
        second = asyncio.create_task(workshop.fit(source, tmp_path / "c", 10**6))
        await asyncio.sleep(0.05)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        assert not first.done()
        await first
    assert not (tmp_path / "c").exists()


async def test_many_pictures_at_once_all_arrive(workshop: Workshop, tmp_path: Path):
    """More work than workers waits its turn."""
    source = drawn(tmp_path / "a.png", 300)
    headers = await asyncio.gather(
        *(workshop.normalise(source, tmp_path / str(n), ModelLimits()) for n in range(8))
    )
    assert {header.width for header in headers} == {300}


def test_nothing_heavy_is_imported_before_it_is_needed():
    """A bot that makes no pictures starts without the picture libraries."""
    script = (
        "import sys, bot.pictures.workshop;"
        "print({'PIL', 'pyvips', 'pillow_heif'} & sys.modules.keys())"
    )
    done = subprocess.run(  # noqa: S603 (this interpreter, with our own words)
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == "set()"


async def test_its_limits_can_be_set(tmp_path: Path):
    """What counts as too many pixels is for the operator to say."""
    source = drawn(tmp_path / "a.png", 100)
    async with Workshop(IntakeLimits(max_pixels=9_999)) as workshop:
        for work in (
            workshop.examine(source),
            workshop.normalise(source, tmp_path / "b", ModelLimits()),
            workshop.fit(source, tmp_path / "b", 10**6),
        ):
            with pytest.raises(UnusablePicture) as caught:
                await work
            assert caught.value.message_key == "error-picture-too-many-pixels"
    async with Workshop(IntakeLimits(max_side=99)) as workshop:
        with pytest.raises(UnusablePicture):
            await workshop.examine(source)
