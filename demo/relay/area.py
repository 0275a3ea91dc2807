"""Change only a part of a picture, where the words say which: by shares of its sides, or by a mask.

As models do, the demo goes by the words, and keeps the rest about as it was.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from demo.relay.resampling import resize

_ONLY = re.compile(r"\s*\bChange only\b(?P<what>.*)\Z", re.DOTALL)
_SHARE = r"from (\d+(?:\.\d+)?)% to (\d+(?:\.\d+)?)%"
_BOX = re.compile(rf"{_SHARE} of the picture's width[^%]*?{_SHARE} of\s+its height")
_MASK = re.compile(r"\bmask\b")


@dataclass(frozen=True, slots=True)
class Only:
    """Say which part is to change: boxes in percent, or where the last picture is white."""

    boxes: tuple[tuple[float, float, float, float], ...] = ()
    by_mask: bool = False

    def put(
        self, changed: Image.Image, on: Image.Image, masks: Sequence[Image.Image]
    ) -> Image.Image:
        """Return `on` with what has changed inside the part; all of it where sizes differ."""
        if changed.size != on.size:
            return changed
        inside = Image.new("L", on.size)
        for mask in masks[: int(self.by_mask)]:
            inside = resize(mask.convert("L"), on.size)
        for left, right, top, low in self.boxes:
            across, down = on.width / 100, on.height / 100
            place = (
                round(left * across),
                round(top * down),
                round(right * across),
                round(low * down),
            )
            inside.paste(255, place)
        return Image.composite(changed, on, inside)


def only(prompt: str) -> tuple[str, Only | None]:
    """Return the words without what they say of a part, and that part, if not all is meant."""
    found = _ONLY.search(prompt)
    if found is None:
        return prompt, None
    boxes = tuple(
        (float(left), float(right), float(top), float(low))
        for left, right, top, low in _BOX.findall(found["what"])
    )
    by_mask = not boxes and _MASK.search(found["what"]) is not None
    if not (boxes or by_mask):
        return prompt, None
    return prompt[: found.start()], Only(boxes, by_mask)
