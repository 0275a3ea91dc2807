"""The pool: off the loop, bounded, and done with its files when it says so."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits, ModelLimits
from bot.pictures.image_pool import ImagePool, _Bench


def drawn(path: Path, side: int = 2_500) -> Path:
    """Draw a picture that takes some tenths of a second to work on."""
    Image.effect_noise((side, side), 80).convert("RGB").save(path, compress_level=1)
    return path


async def test_the_loop_goes_on_while_pictures_are_worked_on(image_pool: ImagePool, tmp_path: Path):
    """Other tasks are not held up for the length of a decode."""
    source = drawn(tmp_path / "a.png")
    await image_pool.examine(source, source.with_name("mended"))
    work = asyncio.create_task(image_pool.fit(source, tmp_path / "b", 10**6))
    turns = 0
    while not work.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 100  # one or two, if the work kept the interpreter to itself
    await work


async def test_a_cancelled_job_has_left_its_files_when_it_ends(tmp_path: Path):
    """Who deletes the files after a cancellation deletes them for good."""
    source, target = drawn(tmp_path / "a.png"), tmp_path / "b"
    async with ImagePool() as image_pool:
        job = asyncio.create_task(image_pool.fit(source, target, 10**6))
        await asyncio.sleep(0.05)
        job.cancel()
        with pytest.raises(asyncio.CancelledError):
            await job
        target.unlink(missing_ok=True)
    assert not target.exists()


async def test_a_job_that_waits_can_be_cancelled_at_once(tmp_path: Path):
    """What has not begun never begins."""
    source = drawn(tmp_path / "a.png")
    async with ImagePool(workers=1) as image_pool:
        first = asyncio.create_task(image_pool.fit(source, tmp_path / "b", 10**6))
        second = asyncio.create_task(image_pool.fit(source, tmp_path / "c", 10**6))
        await asyncio.sleep(0.05)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        assert not first.done()
        await first
    assert not (tmp_path / "c").exists()


async def test_what_was_paid_goes_before_uploads(tmp_path: Path):
    """However many uploads wait, a relay's picture is next; the uploads follow in their order."""
    source, done = drawn(tmp_path / "a.png", 300), list[str]()

    async def work(name: str) -> None:
        target = tmp_path / name
        if name.startswith("upload"):
            await image_pool.normalise(source, target, ModelLimits())
        elif name == "answer":
            await image_pool.examine(source, source.with_name("mended"))
        else:
            await image_pool.fit(source, target, 10**6)
        done.append(name)

    async with ImagePool(workers=1) as image_pool:
        names = ["upload 1", "upload 2", "upload 3", "answer", "fitted"]
        await asyncio.gather(*map(work, names))
    assert done == ["upload 1", "answer", "fitted", "upload 2", "upload 3"]


@pytest.mark.parametrize("steps", range(4))
async def test_a_place_given_to_who_leaves_goes_on(steps: int):
    """Just before, between and just after a place is given and taken, leaving loses nothing."""
    bench, leave, inside = _Bench(1), asyncio.Event(), list[int]()

    async def come(number: int) -> None:
        async with bench.place(first=number == 1):
            inside.append(number)
            await leave.wait()

    coming = [asyncio.create_task(come(number)) for number in range(3)]
    await asyncio.sleep(0)
    leave.set()
    for _ in range(steps):
        await asyncio.sleep(0)
    coming[1].cancel()
    await asyncio.wait(coming)
    assert {0, 2} <= set(inside)
    async with asyncio.timeout(30), bench.place(first=False):
        pass


async def test_closing_drops_what_waits(tmp_path: Path):
    """What is worked on is finished, what has not begun never begins."""
    source = drawn(tmp_path / "a.png")
    image_pool = ImagePool(workers=1)
    works = [
        asyncio.create_task(image_pool.normalise(source, tmp_path / str(n), ModelLimits()))
        for n in range(3)
    ]
    await asyncio.sleep(0)
    await image_pool.close()
    await asyncio.wait(works)
    assert [work.cancelled() for work in works] == [False, True, True]


async def test_many_pictures_at_once_all_arrive(image_pool: ImagePool, tmp_path: Path):
    """More work than workers waits its turn."""
    source = drawn(tmp_path / "a.png", 300)
    headers = await asyncio.gather(
        *(image_pool.normalise(source, tmp_path / str(n), ModelLimits()) for n in range(8))
    )
    assert {header.width for header in headers} == {300}


def test_nothing_heavy_is_imported_before_it_is_needed():
    """A bot that makes no pictures starts without the picture libraries."""
    script = (
        "import sys, bot.pictures.image_pool;"
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
    async with ImagePool(IntakeLimits(max_pixels=9_999)) as image_pool:
        for work in (
            image_pool.examine(source, source.with_name("mended")),
            image_pool.normalise(source, tmp_path / "b", ModelLimits()),
            image_pool.fit(source, tmp_path / "b", 10**6),
        ):
            with pytest.raises(UnusablePicture) as caught:
                await work
            assert caught.value.message_key == "error-picture-too-many-pixels"
    async with ImagePool(IntakeLimits(max_side=99)) as image_pool:
        with pytest.raises(UnusablePicture):
            await image_pool.examine(source, source.with_name("mended"))
