"""What independent decoders see in a file, and how far two pictures are from each other."""

import array
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyvips
from PIL import Image, ImageCms, ImageOps

from bot.domain.errors import UnusablePicture
from bot.domain.picture import ModelLimits
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures.corpus import PATCH, Specimen

WHITE, DARK = (255, 255, 255), (49, 51, 56)
"""The grounds on which Discord shows a picture."""

CELL = 8
_INNER = range(1, PATCH // CELL - 1)
_SRGB = ImageCms.createProfile("sRGB")


def by_pillow(path: Path) -> pyvips.Image:
    """Decode a file by Pillow and LittleCMS: upright, in 8-bit sRGB with alpha."""
    # Not by its path: it turns no TIFF that it maps into memory.
    with Image.open(io.BytesIO(path.read_bytes())) as opened:
        opened.load()
        icc = opened.info.get("icc_profile")
        image = ImageOps.exif_transpose(opened)
    if image.mode.startswith("I;16"):
        image = _eight_bits(image)
    alpha = image.convert("RGBA").getchannel("A")
    if icc:
        foreign = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        plain = image if image.mode in {"RGB", "CMYK"} else image.convert("RGB")
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        image = ImageCms.profileToProfile(plain, foreign, _SRGB, intent, "RGB") or plain
    colours = image.convert("RGBA").convert("RGB")
    colours.putalpha(alpha)
    return pyvips.Image.new_from_memory(
        colours.tobytes(), *colours.size, len("RGBA"), "uchar"
    ).copy(interpretation="srgb")


def _eight_bits(image: Image.Image) -> Image.Image:
    deep = pyvips.Image.new_from_memory(image.tobytes(), *image.size, 1, "ushort")
    plain = (deep / 257).rint().cast("uchar")
    return Image.frombytes("L", image.size, bytes(plain.write_to_memory()))


def by_libvips(path: Path) -> pyvips.Image:
    """Decode a file by libvips: upright, in 8-bit sRGB with alpha."""
    image = pyvips.Image.new_from_file(str(path)).autorot()
    if image.get_typeof("icc-profile-data") or image.interpretation == "cmyk":
        image = image.icc_transform("srgb", embedded=True, input_profile="cmyk")
    image = image.colourspace("srgb").cast("uchar")
    return (image if image.hasalpha() else image.addalpha().cast("uchar")).copy_memory()


DECODERS: dict[str, Callable[[Path], pyvips.Image]] = {
    "Pillow": by_pillow,
    "libvips": by_libvips,
}


_UNREAD = (OSError, ValueError, SyntaxError, ImageCms.PyCMSError, pyvips.Error)

KNOWN = {
    r"compression=(zstd|lzma)": "the libtiff of libvips has no such codec, and shows nothing",
    "CMYK(?! cmyk| quality.* cmyk)": "without a profile libvips takes the inks for those of paper",
    "16 miniswhite": "Pillow takes white for black where a sample has 16 bits",
}
"""Where the two decoders differ from each other, by a pattern of names, and why."""


@dataclass(slots=True)
class Verdict:
    """Say of a file how far what a model gets of it is from what each decoder sees in it.

    `apart`: how far these are from each other. `refused`: it is not taken, by this sentence.
    """

    name: str
    distances: dict[str, float] = field(default_factory=dict)
    apart: float = 0.0
    refused: str = ""

    @property
    def nearest(self) -> float:
        """Return how far it is from the decoder that sees it most alike."""
        return min(self.distances.values(), default=0.0)


async def verdicts(pool: ImagePool, specimens: Iterable[Specimen], folder: Path) -> list[Verdict]:
    """Clean each file that its writer makes, and compare."""
    return [
        await _verdict(pool, specimen.name, path, folder / "out")
        for specimen in specimens
        if (path := specimen.written(folder))
    ]


async def _verdict(pool: ImagePool, name: str, path: Path, out: Path) -> Verdict:
    verdict = Verdict(name)
    try:
        await pool.normalise(path, out, ModelLimits())
    except UnusablePicture as refused:
        verdict.refused = refused.message_key
        return verdict
    cleaned = by_libvips(out)
    seen: dict[str, pyvips.Image] = {}
    for decoder, decode in DECODERS.items():
        try:
            seen[decoder] = decode(path)
        except _UNREAD:
            continue
    verdict.distances = {each: distance(cleaned, image) for each, image in seen.items()}
    verdict.apart = distance(*seen.values()) if len(seen) > 1 else 0.0
    return verdict


def distance(one: pyvips.Image, other: pyvips.Image) -> float:
    """Return the largest difference of a patch's mean colour on either ground, in ΔE 2000.

    Of pictures of other sizes: infinity.
    """
    if (one.width, one.height) != (other.width, other.height):
        return float("inf")
    return max(distance_on(ground, one, other) for ground in (WHITE, DARK))


def distance_on(ground: tuple[int, ...], one: pyvips.Image, other: pyvips.Image) -> float:
    """Return that difference on one ground. Both pictures have alpha."""
    means = [
        image.flatten(background=ground).shrink(CELL, CELL).colourspace("lab")
        for image in (one, other)
    ]
    apart = means[0].dE00(means[1]).cast("float")
    values = array.array("f", bytes(apart.write_to_memory()))
    cells = PATCH // CELL
    # What is at the edge of a patch is blurred by lossy formats.
    return max(
        values[y * apart.width + x]
        for y in range(apart.height)
        for x in range(apart.width)
        if y % cells in _INNER and x % cells in _INNER
    )
