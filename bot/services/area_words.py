"""What a model is told of the area that is to change."""

from bot.domain.area import WHOLE, Area, Box
from bot.domain.content import Part

_REST = (
    "Everything else in the picture stays exactly as it is, pixel for pixel: the same framing,"
    " the same proportions, the same colours."
)

_MASK = (
    "what lies where the mask is white: the last picture, in black and white, is that mask, laid"
    " over the picture and not to be seen in the result"
)


def pointed_out(user: tuple[Part, ...], area: Area) -> tuple[Part, ...]:
    """Return what is asked of a model with the words, and the mask, that say where.

    The mask comes last: whatever else goes along, it can be told apart.
    """
    *pictures, words = user if user and user[-1].text else (*user, Part(text=""))
    said = "\n\n".join(filter(None, [words.text, f"Change only {_told(area)}. {_REST}"]))
    mask = [Part(picture=area.mask)] if area.mask else []
    return (*pictures, *mask, Part(text=said))


def _told(area: Area) -> str:
    if area.mask is not None:
        return _MASK
    places = [_place(box) for box in area.boxes]
    if area.name:
        names = area.name.splitlines()
        places = [f"“{name}”, which is {place}" for name, place in zip(names, places, strict=True)]
    return "; and ".join(places)


def _place(box: Box) -> str:
    return (
        f"the part from {_percent(box.left)} to {_percent(box.right)} of the picture's width,"
        f" counted from its left side, and from {_percent(box.top)} to {_percent(box.bottom)} of"
        " its height, counted from its top"
    )


def _percent(share: int) -> str:
    return f"{share * 100 / WHOLE:g}%"
