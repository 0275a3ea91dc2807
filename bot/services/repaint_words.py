"""What models are told, in the language that they follow best."""

from typing import Final

VARY: Final = (
    "Paint a new variation of this picture: the same subject, style and mood, composed differently"
    " and with other details."
)

ASPECT: Final = (
    "Repaint this picture with an aspect ratio of {ratio}: keep its subject, style and details, and"
    " continue the scene where there is more room for it now."
)

UPSCALE: Final = (
    "Repaint this same picture at a higher resolution: keep its composition, colours and content"
    " exactly as they are, and add only fine detail."
)
