#!/usr/bin/env bash
# libvips 8.18.7 and Pillow 13.0.0: what the first frame of a GIF leaves free is black, or a colour.
#
# GIF89a, section 18, gives a background colour; browsers have ignored it for decades, and leave
# what no frame covers transparent. libvips makes it opaque black, Pillow colour 0 of the palette.
# Neither looks at the background that the file names.
#
# Seen: a red frame of 30 x 20 on a canvas of 60 x 40, corner: libvips (0, 0, 0) in three bands,
# Pillow (0, 0, 255), which is colour 0. Chromium: transparent.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
	'pillow==13.0.0' 'pyvips==3.2.0' 'pyvips-binary==8.18.7'
cat >"$work/try.py" <<'PY'
import io
import struct

import PIL
import pyvips
from PIL import Image

frame = Image.new("P", (30, 20), 1)
frame.putpalette([0, 0, 255, 255, 0, 0, 0, 255, 0, 255, 255, 255])
file = io.BytesIO()
frame.save(file, "GIF", optimize=False)
data = bytearray(file.getvalue())
data[6:10] = struct.pack("<HH", 60, 40)
data[11] = 2
place = 13 + (3 << (data[10] & 7) + 1)
assert data[place] == ord(",")
data[place + 1 : place + 5] = struct.pack("<HH", 15, 10)

by_vips = pyvips.Image.new_from_buffer(bytes(data), "")
with Image.open(io.BytesIO(data)) as opened:
    by_pillow = opened.convert("RGBA").getpixel((0, 0))
version = ".".join(str(pyvips.version(part)) for part in range(3))
print(f"libvips {version}: {by_vips(0, 0)}; Pillow {PIL.__version__}: {by_pillow}")
assert by_vips(0, 0) == [0, 0, 0], "this has changed"
assert by_pillow == (0, 0, 255, 255), "this has changed"
PY
"$work/venv/bin/python" "$work/try.py"
