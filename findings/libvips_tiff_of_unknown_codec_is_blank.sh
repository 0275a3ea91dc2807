#!/usr/bin/env bash
# libvips 8.18.7 (pyvips-binary): a TIFF of a codec that it lacks opens, and is blank.
#
# Its libtiff has neither Zstandard nor LZMA. By default (fail_on=none) that is a warning: the
# header is read, the pixels are what was in the buffer, zero, and nothing raises.
#
# Seen: a white picture in Zstandard is black, by its average; with fail_on=error it raises.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
	'pillow==13.0.0' 'pyvips==3.2.0' 'pyvips-binary==8.18.7'
cat >"$work/try.py" <<'PY'
import sys

import pyvips
from PIL import Image

for codec in ("zstd", "lzma"):
    Image.new("L", (64, 64), 255).save(sys.argv[1], compression=codec)
    blank = pyvips.Image.new_from_file(sys.argv[1]).avg()
    try:
        pyvips.Image.new_from_file(sys.argv[1], fail_on="error").avg()
        raised = False
    except pyvips.Error:
        raised = True
    version = ".".join(str(pyvips.version(part)) for part in range(3))
    print(f"libvips {version}: white in {codec} is {blank} on average; raises if told to: {raised}")
    assert (blank, raised) == (0.0, True), "this has changed"
PY
VIPS_WARNING=0 "$work/venv/bin/python" "$work/try.py" "$work/a.tiff"
