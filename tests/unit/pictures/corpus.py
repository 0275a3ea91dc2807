"""Every kind of file that Pillow, libheif and libvips write of one picture: the corpus.

A product of options, of which those are taken that the library does not refuse: each format by
each of its writers, with alpha, palette, 16 bits, grey, CMYK, profile, orientation, animation,
interlace and tiles.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any

import pillow_heif
import pyvips
from PIL import Image
from PIL.Image import Transpose

from tests.unit.pictures import made_files

pillow_heif.register_heif_opener()

PATCH = 32
COLUMNS, LINES = 6, 4
SIZE = (COLUMNS * PATCH, LINES * PATCH)
COLOURS = (
    (115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67), (133, 128, 177), (103, 189, 170),
    (214, 126, 44), (80, 91, 166), (193, 90, 99), (94, 60, 108), (157, 188, 64), (224, 163, 46),
    (56, 61, 150), (70, 148, 73), (175, 54, 60), (231, 199, 31), (187, 86, 149), (40, 133, 161),
    (243, 243, 242), (200, 200, 200), (160, 160, 160), (122, 122, 121), (85, 85, 85), (52, 52, 52),
)  # fmt: skip
"""Of skin, sky, leaves, fruit, inks and greys: from the upper left to the lower right."""

ORIENTATION = 0x0112
# How a picture lies in a file that says of it 1 to 8 (EXIF 2.32, section 4.6.4).
_LYING = (
    None,
    Transpose.FLIP_LEFT_RIGHT,
    Transpose.ROTATE_180,
    Transpose.FLIP_TOP_BOTTOM,
    Transpose.TRANSPOSE,
    Transpose.ROTATE_90,
    Transpose.TRANSVERSE,
    Transpose.ROTATE_270,
)
_REFUSED = (OSError, ValueError, KeyError, TypeError, RuntimeError, pyvips.Error)

_Options = Mapping[str, Any]
_PLAIN: _Options = {}


@dataclass(frozen=True, slots=True)
class Specimen:
    """Name a file by all that is odd about it; `write` makes it, or raises what its writer does."""

    name: str
    extension: str
    write: Callable[[Path], object]

    def written(self, folder: Path) -> Path | None:
        """Write the file and return where it is; None where its writer refuses."""
        path = folder / f"a.{self.extension}"
        try:
            self.write(path)
        except _REFUSED:
            return None
        return path


@cache
def picture(mode: str = "RGB", orientation: int = 1) -> Image.Image:
    """Return the patches in a mode of Pillow, as they lie in a file of this orientation.

    In modes with alpha the right half is seen through by half, and one patch wholly.
    """
    image = Image.new("RGB", (COLUMNS, LINES))
    image.putdata(COLOURS)
    image = image.resize(SIZE, Image.Resampling.NEAREST)
    if mode in {"RGBA", "LA", "PA"}:
        alpha = Image.new("L", SIZE, 255)
        alpha.paste(128, (SIZE[0] // 2, 0, *SIZE))
        alpha.paste(0, (0, 0, PATCH, PATCH))
        image.putalpha(alpha)
    if transpose := _LYING[orientation - 1]:
        image = image.transpose(transpose)
    if mode in {"P", "PA"}:
        method = Image.Quantize.FASTOCTREE if mode == "PA" else None
        return image.quantize(64, method, dither=Image.Dither.NONE)
    if mode == "I;16":
        deep = bytes(of_vips(image.convert("L"), deep=True).write_to_memory())
        return Image.frombytes(mode, image.size, deep)
    return image.convert(mode, dither=Image.Dither.NONE)


def of_vips(image: Image.Image, *, deep: bool = False) -> pyvips.Image:
    """Hand a picture of Pillow over to libvips, in 8 or 16 bits."""
    bands = len(image.getbands())
    copy = pyvips.Image.new_from_memory(image.tobytes(), *image.size, bands, "uchar")
    names = ("grey16", "rgb16") if deep else ("b-w", "srgb")
    copy = (copy * 257).cast("ushort") if deep else copy
    return copy.copy(interpretation=names[bands > len("LA")])


@cache
def profile(name: str) -> bytes:
    """Return one of the profiles that libvips brings: p3 or cmyk."""
    return bytes(pyvips.Operation.call("profile_load", name))


def specimens() -> Iterator[Specimen]:
    """Yield the whole corpus."""
    yield from _of_pillow()
    yield from _of_libvips()


def by_hand() -> Iterator[Specimen]:
    """Yield what no library writes, and what neither Pillow nor libvips shows as it is."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    dark = of_vips(picture("RGBA")).premultiply().cast("uchar")
    multiplied = Image.frombytes("RGBA", SIZE, bytes(dark.write_to_memory()))
    small = picture("P").resize((SIZE[0] // 2, SIZE[1] // 2))
    files = {
        "free canvas.gif": made_files.gif_on_canvas(small, SIZE, (PATCH, PATCH)),
        "free canvas, background.gif": made_files.gif_on_canvas(
            small, SIZE, (PATCH, PATCH), background=3
        ),
        "turned late.png": made_files.png_turned_late(picture("RGB", 6), exif),
        "premultiplied.avif": made_files.avif_premultiplied(
            made_files.encoded(multiplied, "AVIF", quality=95)
        ),
        "fifth brand.avif": made_files.avif_of_brands(
            made_files.encoded(picture(), "AVIF", quality=95),
            b"mif1",
            b"mif1",
            b"miaf",
            b"MA1B",
            b"MiHB",
            b"avif",
        ),
    }
    for name, data in files.items():
        yield Specimen(
            f"by hand, {name}", name.rpartition(".")[2], partial(Path.write_bytes, data=data)
        )


_TIFF = ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "group4", "jpeg", "zstd", "lzma")

_PILLOWS: Mapping[str, Iterable[_Options]] = {
    "png": ({}, {"bits": 2}, {"bits": 4}),
    "jpg": tuple(
        {"quality": 95, "progressive": progressive, "subsampling": subsampling}
        for progressive in (False, True)
        for subsampling in (0, 1, 2)
    ),
    "webp": ({"lossless": True}, {"quality": 95}),
    "gif": ({"interlace": 0}, {"interlace": 1}),
    "bmp": ({},),
    "tiff": (*({"compression": name} for name in _TIFF), {"big_endian": True}),
    "avif": ({"quality": 95}, {"quality": 95, "subsampling": "4:4:4"}),
    "heic": ({"quality": 95}, {"quality": 95, "chroma": 444}),
}

_VIPSES: Mapping[str, Iterable[_Options]] = {
    "png": ({}, {"interlace": True}, {"palette": True}, {"palette": True, "bitdepth": 4}),
    "jpg": (
        {"Q": 95},
        {"Q": 95, "interlace": True, "optimize_scans": True},
        {"Q": 95, "subsample_mode": "off"},
        {"Q": 95, "restart_interval": 2},
    ),
    "webp": ({"lossless": True}, {"Q": 95, "smart_subsample": True}, {"near_lossless": True}),
    "gif": ({}, {"interlace": True}, {"bitdepth": 5}),
    "tiff": (
        *({"compression": name} for name in ("none", "lzw", "deflate", "packbits")),
        {"compression": "jpeg", "Q": 95},
        {"compression": "deflate", "predictor": "horizontal"},
        {"tile": True, "tile_width": 64, "tile_height": 64},
        {"tile": True, "compression": "jpeg", "Q": 95},
        {"tile": True, "pyramid": True},
        {"tile": True, "pyramid": True, "subifd": True},
        {"miniswhite": True},
        {"premultiply": True},
        {"bigtiff": True},
    ),
    "avif": (
        {"Q": 95},
        {"Q": 95, "bitdepth": 8, "subsample_mode": "off"},
        {"Q": 95, "bitdepth": 10},
        {"Q": 95, "bitdepth": 12},
        {"lossless": True},
    ),
}

_MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "I;16")


def _named(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part not in ("", None))


def _said(options: _Options) -> str:
    return ",".join(f"{name}={value}" for name, value in options.items())


def _of_pillow() -> Iterator[Specimen]:
    for extension, choices in _PILLOWS.items():
        for options, mode, frames in product(choices, _MODES, (1, 2)):
            profiles = (None, "cmyk") if mode == "CMYK" else (None, "p3")
            turns = range(1, 9) if (mode, options) == ("RGB", next(iter(choices))) else (1, 6)
            for icc, turn in product(profiles, turns):
                if (frames > 1 and (icc or turn > 1)) or (icc and mode in {"1", "L", "LA", "I;16"}):
                    continue
                yield Specimen(
                    _named(
                        "Pillow",
                        extension,
                        mode,
                        _said(options),
                        icc,
                        f"turn {turn}" if turn > 1 else "",
                        "animated" if frames > 1 else "",
                    ),
                    extension,
                    partial(_save_pillow, mode, turn, icc, frames, options),
                )


def _save_pillow(
    mode: str, turn: int, icc: str | None, frames: int, options: _Options, path: Path
) -> None:
    image = picture(mode, turn).copy()
    more: dict[str, Any] = dict(options)
    if icc:
        more["icc_profile"] = profile(icc)
    if turn > 1:
        exif = Image.Exif()
        exif[ORIENTATION] = turn
        more["exif"] = exif
    if frames > 1:
        more |= {"save_all": True, "append_images": [image.transpose(Transpose.ROTATE_180)]}
    image.save(path, **more)


def _of_libvips() -> Iterator[Specimen]:
    for extension, choices in _VIPSES.items():
        modes = ("L", "LA", "RGB", "RGBA", "CMYK")
        for options, mode, deep, icc in product(choices, modes, (False, True), (None, "p3")):
            if icc and mode in {"L", "LA", "CMYK"}:
                continue
            yield Specimen(
                _named("libvips", extension, mode, "16" if deep else "", _said(options), icc),
                extension,
                partial(_save_libvips, mode, deep, icc, options),
            )


def _save_libvips(
    mode: str,
    deep: bool,  # noqa: FBT001 (of a product)
    icc: str | None,
    options: _Options,
    path: Path,
) -> None:
    image = of_vips(picture("RGB" if mode == "CMYK" else mode), deep=deep)
    if mode == "CMYK":
        image = image.icc_transform("cmyk", input_profile="srgb", depth=16 if deep else 8)
    if icc:
        image = image.copy()
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile(icc))
    image.write_to_file(str(path), **options)
