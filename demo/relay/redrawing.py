"""Draw a picture once more, as models do that answer with all of it: moved, grown, recoded."""

import io

import pybase64
from PIL import Image

from demo.relay.resampling import resize


def redraw(
    picture: Image.Image, *, shift: tuple[int, int], zoom: float, scale: float
) -> Image.Image:
    """Return a picture that grew from its middle, then moved, and then has other sides.

    What comes in at an edge is what went out at the other.
    """
    width, height = picture.size
    left, top = (width - width / zoom) / 2, (height - height / zoom) / 2
    across, down = shift
    place = (left - across, top - down, left - across + width / zoom, top - down + height / zoom)
    whole = Image.new("RGB", (3 * width, 3 * height))
    for column in range(3):
        for row in range(3):
            whole.paste(picture, (column * width, row * height))
    extent = (place[0] + width, place[1] + height, place[2] + width, place[3] + height)
    moved = whole.transform(picture.size, Image.Transform.EXTENT, extent, Image.Resampling.BICUBIC)
    if scale == 1:
        return moved
    return resize(moved, (round(width * scale), round(height * scale)), Image.Resampling.LANCZOS)


def redrawn_base64(
    encoded: str, *, shift: tuple[int, int], zoom: float, scale: float, quality: int
) -> str:
    """Redraw a picture as it stands on the wire; it comes back in the same format."""
    with Image.open(io.BytesIO(pybase64.b64decode(encoded))) as opened:
        picture_format = opened.format or "PNG"
        picture = redraw(opened.convert("RGB"), shift=shift, zoom=zoom, scale=scale)
    buffer = io.BytesIO()
    picture.save(buffer, picture_format, quality=quality)
    return pybase64.b64encode(buffer.getvalue()).decode()
