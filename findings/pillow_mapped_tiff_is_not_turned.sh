#!/usr/bin/env bash
# Pillow 13.0.0: an uncompressed TIFF that it maps into memory is not turned by its orientation.
#
# TIFF 6.0, section 8: Orientation (274) says how the rows and columns lie. Pillow turns a TIFF when
# it is loaded, and takes the tag away, so that `ImageOps.exif_transpose` has nothing left to do.
# Where the file is opened by its path, uncompressed and of a mode that can be mapped (L, P, RGBA,
# CMYK), that step is left out, but the tag is gone: the picture lies on its side for good, while
# its `size` was the upright one before it was loaded. From a BytesIO the same file is turned.
#
# Seen: L, uncompressed, orientation 6, 4 x 2 pixels: 4 x 2 from a path, 2 x 4 from a BytesIO.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pillow==13.0.0'
cat >"$work/try.py" <<'PY'
import io
import sys
from pathlib import Path

import PIL
from PIL import Image, ImageOps

path = Path(sys.argv[1])
exif = Image.Exif()
exif[0x0112] = 6
for mode, lies in (("L", True), ("RGBA", True), ("CMYK", True), ("RGB", False)):
    Image.new(mode, (4, 2)).save(path, exif=exif)
    with Image.open(path) as by_path:
        mapped = ImageOps.exif_transpose(by_path).size
    with Image.open(io.BytesIO(path.read_bytes())) as by_bytes:
        read = ImageOps.exif_transpose(by_bytes).size
    print(f"Pillow {PIL.__version__}: {mode}, from its path {mapped}, from its bytes {read}")
    assert read == (2, 4), "this has changed"
    assert mapped == ((4, 2) if lies else (2, 4)), "this has changed"
PY
"$work/venv/bin/python" "$work/try.py" "$work/a.tiff"
