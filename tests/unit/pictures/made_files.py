"""Pictures put together byte by byte: harmless ones, and such as no encoder writes."""

import io
import struct
import zlib
from collections.abc import Sequence

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

PNG = b"\x89PNG\r\n\x1a\n"

IROT, IMIR = b"irot", b"imir"


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return a picture as a file of Pillow's."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png_chunk(name: bytes, data: bytes = b"") -> bytes:
    """Return a chunk with its checksum."""
    checksum = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + checksum


def png(
    width: int,
    height: int,
    *,
    depth: int = 8,
    colour: int = 2,
    interlace: int = 0,
    more: bytes = b"",
) -> bytes:
    """Return a whole PNG of nothing but zeros, a few KB for any number of pixels.

    `more` are chunks that come before the pixels.
    """
    samples = {0: 1, 2: 3, 6: 4}[colour]
    line = bytes(1 + (width * depth * samples + 7) // 8)
    pack = zlib.compressobj(9)
    pixels = b"".join(pack.compress(line) for _ in range(height)) + pack.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    chunks = (png_chunk(b"IHDR", head), more, png_chunk(b"IDAT", pixels), png_chunk(b"IEND"))
    return PNG + b"".join(chunks)


def jpeg_after_start(jpeg: bytes, more: bytes) -> bytes:
    """Return a JPEG with further bytes where its segments begin."""
    return jpeg[:2] + more + jpeg[2:]


def jpeg_of_scans(side: int, scans: int) -> bytes:
    """Return a grey progressive JPEG that goes over its pixels again and again, without a flaw."""
    jpeg = encoded(Image.new("L", (side, side)), "JPEG", progressive=True)
    start = jpeg.rindex(b"\xff\xda")
    # Its last scan corrects the lowest bit; made to give all bits anew, it may stand any number of
    # times: T.81, section G.1.1.1.
    last = jpeg[:-2][jpeg.rindex(b"\xff\xc4", 0, start) :].replace(b"\x3f\x10", b"\x3f\x00", 1)
    return jpeg[:-2] + last * scans + jpeg[-2:]


def jpeg_of_planes(image: Image.Image) -> bytes:
    """Return a baseline JPEG of three scans, one for each plane (T.81, section A.2.2)."""
    planes = [encoded(plane, "JPEG", quality=95) for plane in image.convert("YCbCr").split()]
    grey = planes[0]
    frame, scan = grey.index(b"\xff\xc0"), grey.index(b"\xff\xda")
    head = grey[frame + 4 : frame + 9] + b"\3" + b"".join(bytes((n, 0x11, 0)) for n in (1, 2, 3))
    whole = grey[:frame] + b"\xff\xc0" + struct.pack(">H", len(head) + 2) + head
    tables = grey[frame + 13 : scan]
    for number, plane in enumerate(planes, 1):
        data = plane[plane.index(b"\xff\xda") + 10 : -2]
        whole += tables + b"\xff\xda\0\x08\1" + bytes((number, 0)) + b"\0\x3f\0" + data
        tables = b""
    return whole + b"\xff\xd9"


def gif(width: int, height: int, *, frames: int, before: bytes = b"") -> bytes:
    """Return a GIF of so many frames of one pixel; `before` are blocks ahead of them."""
    start = b"GIF89a" + struct.pack("<HH", width, height) + b"\x80\0\0" + b"\0\0\0\xff\xff\xff"
    return start + before + b"\x2c\0\0\0\0\1\0\1\0\0\x02\x02\x44\x01\0" * frames + b";"


def gif_on_canvas(
    image: Image.Image,
    canvas: tuple[int, int],
    at: tuple[int, int],
    *,
    background: int = 0,
    further: bytes = b"",
) -> bytes:
    """Return a GIF whose first frame leaves some of its canvas free; `further` are more frames."""
    whole = bytearray(encoded(image, "GIF"))
    frame = 13 + (3 << (whole[10] & 7) + 1)
    assert whole[frame] == ord(",")
    whole[6:12] = struct.pack("<HHBB", *canvas, whole[10], background)
    whole[frame + 1 : frame + 5] = struct.pack("<HH", *at)
    return b"GIF89a" + bytes(whole[6:-1]) + further + b";"


def webp(width: int, height: int, *, frames: int) -> bytes:
    """Return an animated WebP of so many frames of one pixel (RFC 9649, section 2.7)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)

    def three(number: int) -> bytes:
        return struct.pack("<I", number)[:3]

    pixel = encoded(Image.new("RGB", (1, 1)), "WEBP", lossless=True)[12:]
    frame = chunk(b"ANMF", bytes(12) + three(1) + b"\0" + pixel)
    canvas = chunk(b"VP8X", b"\2\0\0\0" + three(width - 1) + three(height - 1))
    body = b"WEBP" + canvas + chunk(b"ANIM", bytes(6)) + frame * frames
    return b"RIFF" + struct.pack("<I", len(body)) + body


def tiff(
    tags: Sequence[tuple[int, int, int, int]],
    *,
    pages: int = 1,
    data: bytes = b"",
    ring: bool = False,
) -> bytes:
    """Return a TIFF whose pages all have these tags: number, type, count and value.

    The data begin at byte 8. In a ring the last page is followed by the first.
    """
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    first = 8 + len(data)
    length = 6 + len(entries)
    whole = bytearray(b"II*\0" + struct.pack("<I", first) + data)
    for page in range(1, pages + 1):
        after = first + page * length if page < pages else first if ring else 0
        whole += struct.pack("<H", len(tags)) + entries + struct.pack("<I", after)
    return bytes(whole)


def grey_tags(side: int, compressed: int) -> list[tuple[int, int, int, int]]:
    """Return the tags of a grey picture of one strip, deflated, at byte 8."""
    return [
        (256, 3, 1, side),
        (257, 3, 1, side),
        (258, 3, 1, 8),
        (259, 3, 1, 8),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (277, 3, 1, 1),
        (278, 3, 1, side),
        (279, 4, 1, compressed),
    ]


def _box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + name + data


def _full_box(name: bytes, version: int, data: bytes, flags: int = 0) -> bytes:
    return _box(name, struct.pack(">I", version << 24 | flags) + data)


def heic(
    tile: Image.Image,
    *,
    rows: int = 1,
    columns: int = 1,
    size: tuple[int, int] | None = None,
    turn: Sequence[tuple[bytes, int]] = (),
    more: bytes = b"",
) -> bytes:
    """Return a HEIC of a grid whose tiles are all the same one (ISO/IEC 23008-12, section 6.6.2).

    `size` is the grid's, by default just that of its tiles. `turn` are properties irot (quarters of
    a turn to the left) and imir (0: upside down, 1: left to right), in their order. `more` are
    boxes at the end of the table of contents.
    """
    width, height = size or (tile.width * columns, tile.height * rows)
    source = encoded(tile, "HEIF", quality=90)
    at = source.index(b"hvcC") - 4
    codec = source[at : at + int.from_bytes(source[at : at + 4])]
    pixels = source[source.index(b"mdat") + 4 :]

    def item(number: int, name: bytes, *, hidden: bool) -> bytes:
        return _full_box(b"infe", 2, struct.pack(">HH", number, 0) + name + b"\0", hidden)

    tiles = struct.pack(">HH", 1, rows * columns) + struct.pack(">H", 2) * (rows * columns)
    properties = (
        codec,
        _full_box(b"ispe", 0, struct.pack(">II", *tile.size)),
        _full_box(b"ispe", 0, struct.pack(">II", width, height)),
        *(_box(name, bytes((value,))) for name, value in turn),
    )
    # Of item 1 (the grid) properties 3 and on, of item 2 (the tile) 1 and 2; 0x80: essential.
    turned = bytes(0x84 + number for number in range(len(turn)))
    owners = struct.pack(">IHB", 2, 1, 1 + len(turn)) + b"\3" + turned
    owners += struct.pack(">HB", 2, 2) + b"\x81\2"
    items = item(1, b"grid", hidden=False) + item(2, b"hvc1", hidden=True)
    grid = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, width, height)
    start = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")

    def contents(place: int) -> bytes:
        places = struct.pack(">HHHHII", 1, 1, 0, 1, 0, len(grid))
        places += struct.pack(">HHHHII", 2, 0, 0, 1, place, len(pixels))
        return _full_box(
            b"meta",
            0,
            _full_box(b"hdlr", 0, bytes(4) + b"pict" + bytes(13))
            + _full_box(b"pitm", 0, struct.pack(">H", 1))
            + _full_box(b"iloc", 1, b"\x44\0" + struct.pack(">H", 2) + places)
            + _full_box(b"iinf", 0, struct.pack(">H", 2) + items)
            + _box(b"iprp", _box(b"ipco", b"".join(properties)) + _full_box(b"ipma", 0, owners))
            + _full_box(b"iref", 0, _box(b"dimg", tiles))
            + _box(b"idat", grid)
            + more,
        )

    place = len(start) + len(contents(0)) + 8
    return start + contents(place) + _box(b"mdat", pixels)


def free_boxes(number: int) -> bytes:
    """Return so many boxes of nothing."""
    return _box(b"free", b"") * number


def bmp_5_6_5(image: Image.Image) -> bytes:
    """Return a BMP of 16 bits a pixel, its lines from the top (a negative height)."""
    width, height = image.size
    lines = b"".join(
        struct.pack("<H", red >> 3 << 11 | green >> 2 << 5 | blue >> 3)
        for red, green, blue in (
            image.getpixel((x, y)) for y in range(height) for x in range(width)
        )
    )
    head = struct.pack("<IiiHHIIiiII", 40, width, -height, 1, 16, 3, len(lines), 0, 0, 0, 0)
    head += struct.pack("<III", 0xF800, 0x07E0, 0x001F)
    return (
        b"BM"
        + struct.pack("<IHHI", 14 + len(head) + len(lines), 0, 0, 14 + len(head))
        + head
        + lines
    )


def bmp_with_alpha(image: Image.Image) -> bytes:
    """Return a BMP of 32 bits a pixel with an alpha channel (BITMAPV5HEADER)."""
    width, height = image.size
    lines = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes("raw", "BGRA")
    head = struct.pack("<IiiHHIIiiII", 124, width, height, 1, 32, 3, len(lines), 0, 0, 0, 0)
    head += struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000) + b"BGRs" + bytes(64)
    return (
        b"BM"
        + struct.pack("<IHHI", 14 + len(head) + len(lines), 0, 0, 14 + len(head))
        + head
        + lines
    )


def bmp_of_runs(width: int, height: int, runs: int) -> bytes:
    """Return a BMP of 8 bits a pixel, compressed to so many runs of one pixel."""
    lines = b"\1\0" * runs + b"\0\1"
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 8, 1, len(lines), 0, 0, 256, 0)
    start = 14 + len(head) + 1024
    return (
        b"BM" + struct.pack("<IHHI", start + len(lines), 0, 0, start) + head + bytes(1024) + lines
    )


def _page_tags(image: Image.Image, size: int, *, kind: int) -> list[tuple[int, int, int, int]]:
    """Return the tags of a page of 8-bit RGB, which stands uncompressed behind the header."""
    return [
        (254, 4, 1, kind),
        (256, 3, 1, image.width),
        (257, 3, 1, image.height),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (273, 4, 1, 8),
        (277, 3, 1, 3),
        (278, 3, 1, image.height),
        (279, 4, 1, size),
    ]


def dng(preview: Image.Image) -> bytes:
    """Return a raw file as phones write it: a small preview first, the sensor's page behind it."""
    pixels = preview.convert("RGB").tobytes()
    tags = [*_page_tags(preview, len(pixels), kind=1), (330, 4, 1, 8), (50706, 1, 4, 0x0401)]
    return tiff(tags, data=pixels)


def tiff_with(
    first: Image.Image, second: Sequence[tuple[int, int, int, int]], *, below: bool, kind: int = 0
) -> bytes:
    """Return a TIFF of a picture, and a page of these tags below it or after it.

    `kind` is what the first page says that it is: 1, a smaller version of another one.
    """
    pixels = first.convert("RGB").tobytes()
    further = struct.pack("<H", len(second)) + b"".join(
        struct.pack("<HHII", *tag) for tag in second
    )
    place = 8 + len(pixels)
    tags = [
        *_page_tags(first, len(pixels), kind=kind),
        *([(330, 4, 1, place)] if below else []),
    ]
    whole = tiff(tags, data=pixels + further + bytes(4))
    return whole if below else whole[:-4] + struct.pack("<I", place)


def jpeg_of_frame(image: Image.Image, marker: int) -> bytes:
    """Return a JPEG whose frame claims to be of another kind."""
    plain = encoded(image, "JPEG")
    at = plain.index(b"\xff\xc0")
    return plain[: at + 1] + bytes((marker,)) + plain[at + 2 :]


def png_turned_late(image: Image.Image, exif: Image.Exif) -> bytes:
    """Return a PNG that says how it lies only behind its pixels, as is allowed (PNG, eXIf)."""
    plain = encoded(image, "PNG")
    return plain[:-12] + png_chunk(b"eXIf", exif.tobytes().removeprefix(b"Exif\0\0")) + plain[-12:]


def png_of_bad_sums(image: Image.Image, *names: bytes) -> bytes:
    """Return a PNG in which chunks of these names have a wrong checksum, around its pixels."""
    plain = encoded(image, "PNG")
    bad = b"".join(png_chunk(name, b"a\0b")[:-4] + b"oops" for name in names)
    return plain[:33] + bad + plain[33:-12] + bad + plain[-12:]


def jpeg_of_bits(image: Image.Image, bits: int) -> bytes:
    """Return a JPEG whose frame claims so many bits a sample."""
    plain = encoded(image, "JPEG")
    at = plain.index(b"\xff\xc0")
    return plain[: at + 1] + b"\xc1" + plain[at + 2 : at + 4] + bytes((bits,)) + plain[at + 5 :]


def exif_of(kind: int, value: bytes) -> bytes:
    """Return a JPEG's EXIF segment that gives the orientation as one value of this kind."""
    entry = struct.pack("<HHI", 0x0112, kind, 1) + value.ljust(4, b"\0")
    body = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def with_credentials(data: bytes) -> bytes:
    """Return a PNG, JPEG, WebP or AVIF with an empty manifest of C2PA where that has it."""
    kind = bytes.fromhex("63327061 00110010 800000aa00389b71")
    manifest = _box(b"jumb", _box(b"jumd", kind + b"\3c2pa\0"))
    if data.startswith(b"\x89PNG"):
        return data[:33] + png_chunk(b"caBX", manifest) + data[33:]
    if data.startswith(b"\xff\xd8"):
        body = b"JP\0\1" + struct.pack(">I", 1) + manifest
        return jpeg_after_start(data, b"\xff\xeb" + struct.pack(">H", len(body) + 2) + body)
    if data.startswith(b"RIFF"):
        body = data[8:] + b"C2PA" + struct.pack("<I", len(manifest)) + manifest
        return b"RIFF" + struct.pack("<I", len(body)) + body + bytes(len(manifest) % 2)
    name = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
    return data + _box(b"uuid", name + bytes(4) + b"manifest\0" + bytes(8) + manifest)


def avif_of_brands(avif: bytes, *brands: bytes) -> bytes:
    """Return an AVIF that calls itself by the first of these brands, and then by the others."""
    length = int.from_bytes(avif[:4])
    start = _box(b"ftyp", brands[0] + bytes(4) + b"".join(brands[1:]))
    rest = bytearray(avif[length:])
    _move(rest, len(start) - length)
    return start + bytes(rest)


def avif_premultiplied(avif: bytes) -> bytes:
    """Return an AVIF that says that its colours are multiplied by its alpha channel."""
    whole = bytearray(avif)
    at = avif.index(b"auxl") - 4
    alpha, _, picture = struct.unpack_from(">HHH", avif, at + 8)
    more = _box(b"prem", struct.pack(">HHH", picture, 1, alpha))
    for name in (b"meta", b"iref"):
        start = avif.index(name) - 4
        whole[start : start + 4] = struct.pack(
            ">I", int.from_bytes(avif[start : start + 4]) + len(more)
        )
    _move(whole, len(more))
    return bytes(whole[:at] + more + whole[at:])


def _move(boxes: bytearray, by: int) -> None:
    """Say in the table of contents that all pictures lie so many bytes further behind."""
    at = boxes.index(b"iloc") + 8
    sizes, items = struct.unpack_from(">HH", boxes, at)
    assert sizes == 0x4400
    at += 4
    for _ in range(items):
        (extents,) = struct.unpack_from(">H", boxes, at + 4)
        at += 6
        for _ in range(extents):
            (place,) = struct.unpack_from(">I", boxes, at)
            struct.pack_into(">I", boxes, at, place + by)
            at += 8
