"""What a file is, told from its bytes."""

import contextlib
import struct
import zlib
from pathlib import Path

import pillow_heif
import pytest
import pyvips
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.errors import UnusablePicture
from bot.domain.picture import EXTENSIONS, IntakeLimits, ModelLimits
from bot.pictures.header import RAW, check, read_header, sniff
from bot.pictures.image_pool import ImagePool
from tests.unit.pictures import made_files

pillow_heif.register_heif_opener()

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "avif": "image/avif",
    "heic": "image/heic",
}

# Pillow warns of a damaged TIFF before it gives up; the warning is all that a warning can be.
pillow_grumbles = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9"><image href="/etc/passwd"/></svg>'


def drawn(path: Path, size: tuple[int, int] = (24, 16)) -> Path:
    """Draw a small picture in the format that the path's extension names."""
    Image.linear_gradient("L").resize(size).convert("RGB").save(path)
    return path


def png_of(width: int, height: int, *, depth: int = 1, color: int = 0, interlace: int = 0) -> bytes:
    """Return a PNG that declares these sizes and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    body = zlib.compress(bytes(64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


async def refusal(image_pool: ImagePool, path: Path) -> UnusablePicture:
    """Return why a file was refused."""
    with pytest.raises(UnusablePicture) as caught:
        await image_pool.examine(path, path.with_name("mended"))
    return caught.value


@pytest.mark.parametrize(("extension", "media_type"), TYPES.items())
async def test_each_accepted_type_is_told_with_its_size(
    image_pool: ImagePool, tmp_path: Path, extension: str, media_type: str
):
    """All eight formats are known by their bytes."""
    path = drawn(tmp_path / f"a.{extension}")
    header = await image_pool.examine(path, path.with_name("mended"))
    assert (header.media_type, header.width, header.height) == (media_type, 24, 16)
    assert header.size == path.stat().st_size
    assert not header.has_alpha
    assert not header.animated


def test_each_accepted_type_has_an_extension():
    """No type is accepted that could not be given a file name."""
    assert set(TYPES.values()) <= set(EXTENSIONS)


async def test_a_wrong_extension_is_not_believed(image_pool: ImagePool, tmp_path: Path):
    """A PNG named .jpg is a PNG."""
    path = drawn(tmp_path / "a.png").rename(tmp_path / "a.jpg")
    assert (await image_pool.examine(path, path.with_name("mended"))).media_type == "image/png"


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
async def test_an_alpha_channel_is_seen(image_pool: ImagePool, tmp_path: Path, mode: str):
    """Alpha shows in the header."""
    Image.new(mode, (8, 8)).save(tmp_path / "a.png")
    assert (await image_pool.examine(tmp_path / "a.png", tmp_path / "mended")).has_alpha


@pytest.mark.parametrize("extension", ["gif", "webp", "png", "tiff", "avif", "heic"])
async def test_further_frames_are_seen(image_pool: ImagePool, tmp_path: Path, extension: str):
    """An animation or a file of several pages shows in the header."""
    frames = [Image.new("RGB", (64, 64), color) for color in ("red", "green", "blue")]
    path = tmp_path / f"a.{extension}"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert (await image_pool.examine(path, path.with_name("mended"))).animated


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "tiff", "avif"])
async def test_the_size_is_upright(image_pool: ImagePool, tmp_path: Path, extension: str):
    """A photo taken on its side is as wide as it looks."""
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / f"a.{extension}"
    Image.new("RGB", (24, 16)).save(path, exif=exif)
    header = await image_pool.examine(path, path.with_name("mended"))
    assert (header.width, header.height) == (16, 24)


async def test_an_empty_file_is_refused(image_pool: ImagePool, tmp_path: Path):
    """Zero bytes have a sentence of their own."""
    (tmp_path / "a.png").touch()
    assert (await refusal(image_pool, tmp_path / "a.png")).message_key == "error-picture-empty"


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"%PDF-1.7\n1 0 obj",
        b"<html><img src=x></html>",
        b"PK\x03\x04",
        b"\0\0\0\x18ftypisom" + bytes(16),
        b"RIFF\0\0\0\0WAVEfmt ",
        b"P6 1 1 255 abc",
        b"just words",
        b"\x89",
    ],
)
async def test_what_is_no_accepted_picture_is_refused(
    image_pool: ImagePool, tmp_path: Path, content: bytes
):
    """SVG, PDF, archives, films and text are told by their bytes, whatever their name."""
    (tmp_path / "a.png").write_bytes(content)
    assert (await refusal(image_pool, tmp_path / "a.png")).message_key == "error-picture-type"


@pytest.mark.parametrize(
    "signature",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBP",
        b"II*\0",
        b"BM",
        b"\0\0\0\x18ftypheic",
        b"\0\0\0\x18ftypavif",
    ],
)
@pillow_grumbles
@pytest.mark.parametrize("rest", [b"", SVG, b"%PDF-1.7\n" + bytes(99)])
async def test_a_signature_alone_makes_no_picture(
    image_pool: ImagePool, tmp_path: Path, signature: bytes, rest: bytes
):
    """A file that begins as one thing and goes on as another is not read as that other."""
    (tmp_path / "a").write_bytes(signature + rest)
    assert (await refusal(image_pool, tmp_path / "a")).message_key == "error-picture-unreadable"


@pytest.mark.parametrize(
    ("content", "key", "values"),
    [
        (png_of(60_000, 60_000), "error-picture-too-many-pixels", {"megapixels": "3600"}),
        (png_of(9_000, 9_000), "error-picture-too-many-pixels", {"megapixels": "81"}),
        (png_of(8_367, 8_367), "error-picture-too-many-pixels", {"megapixels": "70.1"}),
        (png_of(16_384, 16_384), "error-picture-too-many-pixels", {"megapixels": "268.5"}),
        (png_of(2**31 - 1, 2**31 - 1), "error-picture-too-many-pixels", {}),
        (png_of(60_000, 1), "error-picture-too-long", {"limit": 16_384}),
        (png_of(1_080, 18_000), "error-picture-too-long", {"limit": 16_384}),
    ],
)
async def test_a_refusal_names_the_limit_that_was_hit(
    image_pool: ImagePool, tmp_path: Path, content: bytes, key: str, values: dict[str, object]
):
    """A bomb is told by its header, in a sentence that says how large it would be and may be."""
    (tmp_path / "a.png").write_bytes(content)
    error = await refusal(image_pool, tmp_path / "a.png")
    width, height = struct.unpack(">II", content[16:24])
    assert error.message_key == key
    limit = {} if "limit" in values else {"limit": "70"}
    assert error.values.items() >= ({"width": width, "height": height} | limit | values).items()


async def test_what_must_be_held_whole_has_fewer_pixels(image_pool: ImagePool, tmp_path: Path):
    """An interlaced PNG is refused at sizes at which a plain one can be read line by line."""
    plain = png_of(6_000, 6_000, depth=16, color=6)
    woven = png_of(6_000, 6_000, depth=16, color=6, interlace=1)
    (tmp_path / "plain.png").write_bytes(plain)
    (tmp_path / "woven.png").write_bytes(woven)
    assert (await image_pool.examine(tmp_path / "plain.png", tmp_path / "mended")).held == 0
    error = await refusal(image_pool, tmp_path / "woven.png")
    assert error.message_key == "error-picture-too-many-pixels-held"
    assert (error.values["megapixels"], error.values["limit"]) == ("36", "17.4")


async def test_a_progressive_jpeg_is_held_whole(image_pool: ImagePool, tmp_path: Path):
    """The kind of JPEG that comes in several passes is known to cost memory."""
    Image.new("RGB", (10, 10)).save(tmp_path / "a.jpg", progressive=True)
    assert (await image_pool.examine(tmp_path / "a.jpg", tmp_path / "mended")).held == 800


@pytest.mark.parametrize(
    ("mode", "codec"),
    [
        ("F", "TIFF, 1 × 32-bit float"),
        ("I", "TIFF, 1 × 32-bit signed"),
        ("LAB", "TIFF, 3 × 8-bit CIELAB"),
        ("YCbCr", "TIFF, 3 × 8-bit YCbCr"),
    ],
)
async def test_measurements_and_foreign_colours_are_named(
    image_pool: ImagePool, tmp_path: Path, mode: str, codec: str
):
    """A TIFF of 32-bit numbers has no white; others would come out in wrong colours."""
    Image.new(mode, (8, 8)).save(tmp_path / "a.tiff")
    error = await refusal(image_pool, tmp_path / "a.tiff")
    assert (error.message_key, error.values) == ("error-picture-codec", {"codec": codec})


@pytest.mark.parametrize(
    ("bands", "number", "codec"),
    [
        (3, "float", "TIFF, 3 × 32-bit float"),
        (3, "int", "TIFF, 3 × 32-bit signed"),
        (5, "uchar", "TIFF, 5 × 8-bit"),
    ],
)
async def test_what_no_header_is_known_of_is_named(
    image_pool: ImagePool, tmp_path: Path, bands: int, number: str, codec: str
):
    """A TIFF that Pillow has no mode for is not told as damage."""
    black = pyvips.Image.black(8, 8, bands=bands).cast(number)
    black.copy(interpretation="multiband").tiffsave(str(tmp_path / "a.tiff"))
    error = await refusal(image_pool, tmp_path / "a.tiff")
    assert (error.message_key, error.values) == ("error-picture-codec", {"codec": codec})


@pytest.mark.parametrize(
    ("brand", "compatible", "media_type"),
    [
        (b"heic", b"mif1", "image/heic"),
        (b"mif1", b"heic", "image/heif"),
        (b"mif1", b"avif", "image/avif"),
        (b"avis", b"msf1", "image/avif"),
        (b"mif1", b"miafMA1Bheixmsf1avif", "image/avif"),
        (b"mif1", b"xxxxxxav" + b"if" + b"yy", "image/heif"),
        (b"miaf", b"mif1avif", "image/avif"),
        (b"MiHE", b"mif1heic", "image/heif"),
        (b"crx ", b"crx isom", RAW),
        (b"qt  ", b"heic", None),
    ],
)
def test_the_brand_of_an_iso_file_is_its_type(
    brand: bytes, compatible: bytes, media_type: str | None
):
    """HEIC, HEIF and AVIF share a container and differ in its first box."""
    box = b"ftyp" + brand + bytes(4) + compatible
    assert sniff(struct.pack(">I", len(box) + 4) + box + b"\0\0\0\x08freeavif") == media_type


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (made_files.dng(Image.new("RGB", (32, 24))), "error-picture-raw"),
        (b"II*\0\x10\0\0\0CR\2\0" + bytes(64), "error-picture-raw"),
        (b"FUJIFILMCCD-RAW 0201" + bytes(64), "error-picture-raw"),
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom" + bytes(64), "error-picture-raw"),
        (made_files.jpeg_of_bits(Image.new("L", (8, 8)), 12), "error-picture-codec"),
    ],
    ids=["DNG", "Canon", "Fujifilm", "Canon's newer", "12 bits"],
)
async def test_what_nobody_here_reads_is_named(
    image_pool: ImagePool, tmp_path: Path, content: bytes, key: str
):
    """A raw file is not taken for its preview, and a rare codec not for damage."""
    (tmp_path / "a").write_bytes(content)
    assert (await refusal(image_pool, tmp_path / "a")).message_key == key


SENSOR = [(256, 3, 1, 6_000), (257, 3, 1, 4_000), (259, 3, 1, 1), (262, 3, 1, 32_803)]
PACKED = [*SENSOR[:2], (259, 3, 1, 32_770), (262, 3, 1, 1)]


@pytest.mark.parametrize("kind", [0, 1])
@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize("sensor", [SENSOR, PACKED], ids=["colours", "compression"])
async def test_a_raw_file_is_told_wherever_its_sensors_page_is(
    image_pool: ImagePool,
    tmp_path: Path,
    sensor: list[tuple[int, int, int, int]],
    *,
    below: bool,
    kind: int,
):
    """It is not taken for the preview that comes first, however that is called."""
    preview = Image.new("RGB", (32, 24))
    (tmp_path / "a").write_bytes(made_files.tiff_with(preview, sensor, below=below, kind=kind))
    assert (await refusal(image_pool, tmp_path / "a")).message_key == "error-picture-raw"


@pytest.mark.parametrize(
    "content",
    [
        b"II*\0\x08\0\0\0IIII" + bytes(64),
        b"MM\0*\0\0\0\x08MMMM" + bytes(64),
        b"II\x1a\0\0\0HEAPCCDR\2\0" + bytes(64),
    ],
    ids=["Phase One", "Phase One, big-endian", "Canon's oldest"],
)
async def test_a_camera_is_known_by_how_its_files_begin(
    image_pool: ImagePool, tmp_path: Path, content: bytes
):
    """Also one whose pages say nothing of a sensor."""
    (tmp_path / "a").write_bytes(content)
    assert (await refusal(image_pool, tmp_path / "a")).message_key == "error-picture-raw"


async def test_a_preview_before_the_picture_is_not_taken_for_it(
    image_pool: ImagePool, tmp_path: Path
):
    """Where the first page says that it is a smaller version, another one is meant."""
    preview = Image.new("RGB", (32, 24))
    whole = [(254, 4, 1, 0), (256, 3, 1, 6_000), (257, 3, 1, 4_000)]
    (tmp_path / "a").write_bytes(made_files.tiff_with(preview, whole, below=False, kind=1))
    error = await refusal(image_pool, tmp_path / "a")
    assert error.values == {"codec": "TIFF, preview first"}


@pytest.mark.parametrize(
    ("content", "codec"),
    [
        (b"\xff\x0a" + bytes(64), "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(64), "JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(64), "JPEG 2000"),
        (b"II+\0\x08\0\0\0" + bytes(64), "BigTIFF"),
        (b"8BPS\0\1" + bytes(64), "Photoshop"),
        (made_files.encoded(Image.new("RGB", (16, 16)), "ICO"), "ICO"),
        (b"v/1\1\2\0\0\0" + bytes(64), "OpenEXR"),
        (made_files.jpeg_of_frame(Image.new("L", (8, 8)), 0xC5), "hierarchical JPEG"),
        (made_files.jpeg_of_frame(Image.new("L", (8, 8)), 0xF7), "JPEG-LS"),
        (made_files.jpeg_of_bits(Image.new("L", (8, 8)), 10), "10-bit JPEG"),
        (
            made_files.bmp_of_runs(8, 8, 4).replace(b"\1\0\0\0", b"\4\0\0\0", 1),
            "BMP compression (4)",
        ),
    ],
)
async def test_a_picture_of_a_kind_that_is_not_read_is_named(
    image_pool: ImagePool, tmp_path: Path, content: bytes, codec: str
):
    """It is a picture, and no damaged one: what to save it as is told."""
    (tmp_path / "a").write_bytes(content)
    error = await refusal(image_pool, tmp_path / "a")
    assert (error.message_key, error.values) == ("error-picture-codec", {"codec": codec})


@pytest.mark.parametrize(
    ("number", "codec"), [(34_887, "TIFF, LERC"), (99, "TIFF, 99"), (6, "Old-style JPEG")]
)
async def test_a_codec_that_no_decoder_has_is_named(
    image_pool: ImagePool, tmp_path: Path, number: int, codec: str
):
    """Also one that is found missing only while it is decoded is no damage."""
    data = zlib.compress(bytes(64))
    tags = [
        (*tag[:3], number) if tag[0] == 259 else tag for tag in made_files.grey_tags(8, len(data))
    ]
    (tmp_path / "a").write_bytes(made_files.tiff(tags, data=data))
    with pytest.raises(UnusablePicture) as caught:
        await image_pool.normalise(tmp_path / "a", tmp_path / "out", ModelLimits())
    assert (caught.value.message_key, caught.value.values) == (
        "error-picture-codec",
        {"codec": codec},
    )


SEEDS = [png_of(8, 8), b"GIF89a\x08\0\x08\0\x80\0\0", b"BM" + bytes(60), b"II*\0\x08\0\0\0\x01\0"]


@pillow_grumbles
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(
        [*SEEDS, b"\xff\xd8\xff\xe1", b"RIFF\x40\0\0\0WEBPVP8X", b"\0\0\0\x1cftypavif"]
    ),
    rest=st.binary(max_size=300),
    at=st.integers(0, 80),
)
def test_hostile_bytes_end_in_a_sentence(tmp_path: Path, start: bytes, rest: bytes, at: int):
    """Whatever follows a signature, the header is read or the file refused; nothing else leaks."""
    path = tmp_path / "a"
    path.write_bytes(start[:at] + rest + start[at:] if at > 16 else start + rest)
    with contextlib.suppress(UnusablePicture):
        header = read_header(path)
        check(header, IntakeLimits())
        assert header.width * header.height <= IntakeLimits().max_pixels
