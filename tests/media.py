"""Small files of the kinds that chat models read."""

import struct


def pdf(*pages: str, more: bytes = b"") -> bytes:
    """Return a PDF whose pages say these words; `more` stands in its trailer."""
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>"
        % (b" ".join(b"%d 0 R" % (4 + 2 * page) for page in range(len(pages))), len(pages)),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    for number, words in enumerate(pages):
        shown = b"BT /F1 24 Tf 72 700 Td (%s) Tj ET" % words.encode("latin-1")
        objects += [
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources <</Font <</F1 3 0 R>>>> /Contents %d 0 R>>" % (5 + 2 * number),
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(shown), shown),
        ]
    data, places = b"%PDF-1.4\n", list[int]()
    for number, written in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<</Size %d /Root 1 0 R%s>>\n" % (size, more)
        + b"startxref\n%d\n%%%%EOF\n" % len(data)
    )


def wav(seconds: float, *, rate: int = 8_000) -> bytes:
    """Return silence of so many seconds, that many bytes each."""
    size = int(seconds * rate)
    form = struct.pack("<HHIIHH", 1, 1, rate, rate, 1, 8)
    return (
        b"RIFF"
        + struct.pack("<I", 36 + size)
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + form
        + b"data"
        + struct.pack("<I", size)
        + b"\x80" * size
    )


def ogg(seconds: float) -> bytes:
    """Return the first and the last page of so much Opus, as Discord's voice messages are."""

    def page(granules: int, body: bytes) -> bytes:
        head = struct.pack("<4sBBqIIIBB", b"OggS", 0, 0, granules, 1, 0, 0, 1, len(body))
        return head + body

    return page(0, b"OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0") + page(int(48_000 * seconds), b"\0")


def mp4(seconds: int, *, brand: bytes = b"isom", is_long: bool = False) -> bytes:
    """Return the boxes that say what a film is, and how long."""
    form = (
        struct.pack(">IQQIQ", 1 << 24, 0, 0, 1_000, 1_000 * seconds)
        if is_long
        else (struct.pack(">IIIII", 0, 0, 0, 1_000, 1_000 * seconds))
    )
    mvhd = struct.pack(">I", 8 + len(form)) + b"mvhd" + form
    moov = struct.pack(">I", 8 + len(mvhd)) + b"moov" + mvhd
    return struct.pack(">I", 16) + b"ftyp" + brand + b"\0\0\0\0" + moov
