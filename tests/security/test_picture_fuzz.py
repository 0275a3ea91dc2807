"""Real pictures of each format, damaged at random: taken or refused, and never anything else.

In a child process: the decoders are C, and one that falls takes its whole process with it. Here
that fails a test and shows the bytes, instead of ending the test run.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.unit.pictures import made_files

EXAMPLES = 500

WORK = r"""
import asyncio, pathlib, sys
from bot.domain.errors import UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool

async def look(image_pool, source):
    target = source.with_name("target")
    try:
        await image_pool.examine(source, source.with_name("mended"))
        header = await image_pool.normalise(source, target, ModelLimits(max_side=64))
        outcome = "taken" if 0 < header.width <= 64 and 0 < header.height <= 64 else str(header)
    except UnusablePicture as error:
        outcome = error.message_key
    except BaseException as error:
        outcome = repr(error)
    target.unlink(missing_ok=True)
    source.with_name("mended").unlink(missing_ok=True)
    return outcome

async def main():
    async with ImagePool() as image_pool:
        for line in sys.stdin:
            print(await look(image_pool, pathlib.Path(line.strip())), flush=True)

asyncio.run(main())
"""

OUTCOMES = {
    "taken",
    "error-picture-empty",
    "error-picture-type",
    "error-picture-unreadable",
    "error-picture-broken",
    "error-picture-too-many-pixels",
    "error-picture-too-many-parts",
    "error-picture-too-many-pixels-held",
    "error-picture-too-long",
    "error-picture-codec",
    "error-picture-raw",
}


def seeds() -> list[bytes]:
    """Return a small real picture of each format and kind of decoder."""
    detail = Image.effect_noise((48, 32), 60)
    colours = Image.merge(
        "RGB", [detail, detail.rotate(180), Image.linear_gradient("L").resize((48, 32))]
    )
    veiled = colours.convert("RGBA")
    veiled.putalpha(detail)
    exif = Image.Exif()
    exif[0x0112] = 6
    several = {"save_all": True, "append_images": [colours.rotate(180)]}
    return [
        made_files.encoded(colours, "PNG", exif=exif),
        made_files.encoded(veiled.quantize(16), "PNG"),
        made_files.encoded(colours, "PNG", **several),
        made_files.encoded(colours, "JPEG", exif=exif),
        made_files.encoded(colours.convert("CMYK"), "JPEG", progressive=True),
        made_files.jpeg_of_planes(colours),
        made_files.encoded(veiled, "WEBP", exif=exif),
        made_files.encoded(colours, "WEBP", **several),
        made_files.encoded(colours, "GIF", **several),
        made_files.encoded(colours, "BMP"),
        made_files.bmp_of_runs(48, 32, 48 * 32),
        made_files.encoded(colours, "TIFF", compression="tiff_lzw", exif=exif),
        made_files.encoded(veiled, "TIFF", compression="tiff_adobe_deflate", **several),
        made_files.encoded(colours, "TIFF", compression="jpeg"),
        made_files.encoded(veiled, "AVIF", exif=exif),
        made_files.encoded(colours, "AVIF", **several),
        made_files.encoded(veiled, "HEIF", exif=exif),
        made_files.heic(colours.resize((64, 64)), rows=2, columns=2, turn=[(made_files.IROT, 1)]),
    ]


SEEDS = seeds()

Damage = Callable[[bytes], bytes]

# Where in a file, of a thousand; headers, where most is decided, come up more often.
places = st.one_of(st.integers(0, 1_000), st.integers(0, 120))


def _at(data: bytes, place: int) -> int:
    return place * len(data) // 1_000


def bytes_changed(place: int, value: bytes) -> Damage:
    """Write over a few bytes."""

    def change(data: bytes) -> bytes:
        at = _at(data, place)
        return data[:at] + value + data[at + len(value) :]

    return change


def cut_out(first: int, second: int) -> Damage:
    """Leave out what lies between two places."""
    start, end = sorted((first, second))
    return lambda data: data[: _at(data, start)] + data[_at(data, end) :]


def doubled(first: int, second: int) -> Damage:
    """Repeat what lies between two places."""
    start, end = sorted((first, second))
    return lambda data: data[: _at(data, end)] + data[_at(data, start) :]


def spliced(other: bytes, place: int) -> Damage:
    """Go on as another file from some place."""
    return lambda data: data[: _at(data, place)] + other[_at(other, place) :]


damages = st.one_of(
    st.builds(bytes_changed, places, st.binary(min_size=1, max_size=4)),
    st.builds(bytes_changed, places, st.sampled_from([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])),
    st.builds(cut_out, places, places),
    st.builds(cut_out, places, st.just(1_000)),
    st.builds(doubled, places, places),
    st.builds(spliced, st.sampled_from(SEEDS), places),
)


class Look(Protocol):
    """Let the child look at a file."""

    def __call__(self, data: bytes) -> str:
        """Return what came of it."""
        ...


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the child works."""
    return tmp_path_factory.mktemp("fuzz")


@pytest.fixture(scope="module")
def look(folder: Path) -> Iterator[Look]:
    """Keep a child that looks at one file after the other."""
    source = folder / "source"
    child = subprocess.Popen(  # noqa: S603 (this interpreter, with our own words)
        [sys.executable, "-c", WORK],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    def ask(data: bytes) -> str:
        assert child.stdin
        assert child.stdout
        source.write_bytes(data)
        child.stdin.write(f"{source}\n")
        child.stdin.flush()
        return child.stdout.readline().strip() or f"died: {child.wait()}"

    with child:
        yield ask
        child.communicate()


@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.large_base_example],
)
@given(seed=st.sampled_from(SEEDS), damage=st.lists(damages, max_size=3))
def test_a_damaged_picture_is_taken_or_refused(
    look: Look, folder: Path, seed: bytes, damage: list[Damage]
):
    """Whatever befalls a file, there is a picture or a sentence, and no file is left over."""
    for harm in damage:
        seed = harm(seed)
    assert look(seed) in OUTCOMES
    assert {path.name for path in folder.iterdir()} == {"source"}
