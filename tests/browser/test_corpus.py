"""The corpus of pictures, cleaned, beside a screenshot of each file: as members see it."""

import base64
import re
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pyvips

from bot.domain.errors import UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool
from demo.browser import chromium
from tests.unit.pictures.corpus import SIZE, Specimen, by_hand, specimens
from tests.unit.pictures.seen import DARK, WHITE, by_libvips, distance_on

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TOLERANCE = 2.5
"""In ΔE 2000: Chromium and libvips turn the colours of a 10-bit AVIF into RGB apart by 2.2."""

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "avif": "image/avif",
}
"""What Chromium shows, and so Discord."""

KNOWN = {
    r"webp.* turn": "Chromium does not turn a WebP by its EXIF; Pillow and libvips do",
    r"turned late": "Chromium does not turn a PNG by what stands behind its pixels",
    r"libvips jpg CMYK": "Chromium reckons rich black otherwise, where a profile tells the inks",
    r"avif.* animated": "Chromium takes the full range of an AVIF sequence for the narrow one",
}
"""Where what Chromium shows is not what a model gets, by a pattern of names, and why."""

SIDE, IN_A_ROW, ROWS = max(SIZE), 6, 8
MOST_SHOWN = 10

# An animation goes on while the screenshot is taken: this puts its first frame in its place.
STILL = """async numbers => {
  for (const number of numbers) {
    const image = document.images[number];
    const frame = await createImageBitmap(await (await fetch(image.src)).blob());
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [frame.width, frame.height];
    canvas.getContext("2d").drawImage(frame, 0, 0);
    image.style.display = "none";
    image.after(canvas);
  }
}"""
DECODED = """Promise.all([...document.images].map(image => image.decode().then(
  () => [image.naturalWidth, image.naturalHeight], () => null)))"""


class Cleaned(NamedTuple):
    """Hold a file, and what a model gets of it."""

    name: str
    address: str
    image: pyvips.Image


async def test_cleaning_changes_nothing_that_members_see(tmp_path: Path) -> None:
    """On white and on dark each file looks as Chromium shows it, or it is known why not."""
    everything = chain(by_hand(), specimens())
    shown = [specimen for specimen in everything if specimen.extension in TYPES]
    async with ImagePool() as pool:
        cleaned = [await _cleaned(pool, specimen, tmp_path) for specimen in shown]
    files = [each for each in cleaned if each]
    found: dict[str, float] = {}
    async with chromium() as browser:
        tab = await browser.new_page(viewport={"width": IN_A_ROW * SIDE, "height": ROWS * SIDE})
        for first in range(0, len(files), IN_A_ROW * ROWS):
            found |= await _distances(tab, files[first : first + IN_A_ROW * ROWS])
    unknown = {
        name: distance
        for name, distance in sorted(found.items(), key=lambda each: -each[1])
        if not any(re.search(pattern, name) for pattern in KNOWN)
    }
    lines = [f"Chromium shows {len(found)} of {len(files)} files, {len(unknown)} as they should be"]
    lines += [f"{unknown[name]:6.2f} {name}" for name in [*unknown][:MOST_SHOWN]]
    print("", *lines, sep="\n")  # noqa: T201 (shown with `-s`)
    assert len(found) > len(files) - MOST_SHOWN
    assert max(unknown.values()) <= TOLERANCE


async def _cleaned(pool: ImagePool, specimen: Specimen, folder: Path) -> Cleaned | None:
    path, out = specimen.written(folder), folder / "out"
    if path is None:
        return None
    data = base64.b64encode(path.read_bytes()).decode()
    try:
        await pool.normalise(path, out, ModelLimits())
    except UnusablePicture:
        return None
    address = f"data:{TYPES[specimen.extension]};base64,{data}"
    return Cleaned(specimen.name, address, by_libvips(out))


async def _distances(tab: Any, files: list[Cleaned]) -> dict[str, float]:
    """Return how far each file is from what a model gets of it, of those that Chromium reads."""
    places = [(number % IN_A_ROW * SIDE, number // IN_A_ROW * SIDE) for number in range(len(files))]
    await tab.set_content(
        "".join(
            f'<div style="position:absolute;left:{x}px;top:{y}px"><img src="{file.address}"></div>'
            for (x, y), file in zip(places, files, strict=True)
        )
    )
    sizes = await tab.evaluate(DECODED)
    moving = [
        number for number, file in enumerate(files) if "animated" in file.name and sizes[number]
    ]
    await tab.evaluate(STILL, moving)
    found = {file.name: 0.0 for size, file in zip(sizes, files, strict=True) if size}
    for ground in (WHITE, DARK):
        await tab.evaluate(f"document.body.style.background = 'rgb{ground}'")
        screen = pyvips.Image.new_from_buffer(await tab.screenshot(), "")[:3].bandjoin(255)
        for (x, y), size, (name, _, image) in zip(places, sizes, files, strict=True):
            if size == [image.width, image.height]:
                there = screen.crop(x, y, *size)
                found[name] = max(found[name], distance_on(ground, image, there))
            elif size:
                found[name] = float("inf")
    return found
