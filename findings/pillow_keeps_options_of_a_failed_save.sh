#!/usr/bin/env bash
# Pillow 13.0.0: the options of a save that failed go along with the next save of the same picture.
#
# `Image.save` puts its options into `encoderinfo` of the picture and takes them away at the end,
# but not where it raises before it comes to the encoder, as for `save_all` of a format that has one
# frame: they are merged into the next save, of whatever format.
#
# Seen: a JPEG with save_all and quality=95 is refused (KeyError); the same picture as TIFF with LZW
# is then refused for its quality. A copy of it is not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pillow==13.0.0'
cat >"$work/try.py" <<'PY'
import io

import PIL
from PIL import Image


def refused(image: Image.Image, kind: str, **options: object) -> str:
    """Return why a picture is not saved."""
    try:
        image.save(io.BytesIO(), kind, **options)
    except (KeyError, ValueError) as error:
        return str(error)
    return ""


image = Image.new("RGB", (8, 8))
first = refused(image, "JPEG", quality=95, save_all=True)
again = refused(image, "TIFF", compression="tiff_lzw")
copy = refused(image.copy(), "TIFF", compression="tiff_lzw")
print(f"Pillow {PIL.__version__}: JPEG: {first!r}, then TIFF: {again!r}, of a copy: {copy!r}")
assert first and again and not copy, "this has changed"
PY
"$work/venv/bin/python" "$work/try.py"
