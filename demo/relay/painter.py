"""Paint a picture for a prompt: by rule and from its words, with no AI.

The words choose colours and scenery, a hash of the prompt chooses the rest: the same variant of a
prompt in the same size is the same picture to the last byte.
"""

from random import Random

from PIL import Image, ImageChops

from demo.relay.grounds import ground_for
from demo.relay.lettering import caption, drawable
from demo.relay.palette import palette_for
from demo.relay.resampling import remap, resize
from demo.relay.sky import clouds, light, sky

_CANVAS_AREA = 4_500_000
_SKETCH_AREA = 40_000


def paint(
    prompt: str, size: tuple[int, int], *, sketch: bool = False, variant: int = 0
) -> Image.Image:
    """Return a landscape for the prompt in exactly these pixels, captioned where the font can.

    A sketch of it is coarse, without grain, and costs a twentieth.
    """
    chance = Random(f"{prompt}\n{variant}" if variant else prompt)
    palette = palette_for(prompt, chance)
    canvas = sky(_canvas(size, _SKETCH_AREA if sketch else _CANVAS_AREA), palette)
    across = light(canvas, palette, chance)
    clouds(canvas, palette, chance)
    ground_for(prompt, chance)(canvas, palette, chance, across)
    if sketch:
        return resize(caption(canvas, drawable(prompt)), size, Image.Resampling.NEAREST)
    picture = resize(canvas, size, Image.Resampling.LANCZOS)
    return caption(_grained(picture, chance), drawable(prompt))


def _canvas(size: tuple[int, int], area: int) -> tuple[int, int]:
    """Return the pixels to draw in: more than asked for small pictures, fewer for huge ones.

    Shapes come out smooth when they are scaled down, and a 4K picture costs no more to draw than
    a small one.
    """
    scale = (area / (size[0] * size[1])) ** 0.5
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _grained(picture: Image.Image, chance: Random) -> Image.Image:
    """Return the picture with a breath of grain, which hides the steps of the gradients."""
    noise = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    grain = remap(noise, [(value - 128) // 22 + 128 for value in range(256)]).convert("RGB")
    return ImageChops.add(picture, grain, offset=-128)
