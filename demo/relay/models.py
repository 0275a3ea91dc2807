"""The models that the relay plays, and what each of them takes and answers.

Figures: ai.google.dev, Gemini API, "Image generation", "Models" and "Pricing".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Thinking(StrEnum):
    """How a model's thinking may be set."""

    NONE = "none"
    LEVEL = "level"
    BUDGET = "budget"


_SCALES = {"512": 0.5, "1K": 1.0, "2K": 2.0, "4K": 4.0}

_TEN = {
    "1:1": (1024, 1024),
    "2:3": (848, 1264),
    "3:2": (1264, 848),
    "3:4": (896, 1200),
    "4:3": (1200, 896),
    "4:5": (928, 1152),
    "5:4": (1152, 928),
    "9:16": (768, 1376),
    "16:9": (1376, 768),
    "21:9": (1584, 672),
}
_FOURTEEN = _TEN | {
    "1:4": (512, 2048),
    "4:1": (2048, 512),
    "1:8": (384, 3072),
    "8:1": (3072, 384),
}
_TEN_OF_2_5 = {
    "1:1": (1024, 1024),
    "2:3": (832, 1248),
    "3:2": (1248, 832),
    "3:4": (864, 1184),
    "4:3": (1184, 864),
    "4:5": (896, 1152),
    "5:4": (1152, 896),
    "9:16": (768, 1344),
    "16:9": (1344, 768),
    "21:9": (1536, 672),
}


@dataclass(frozen=True, slots=True)
class Model:
    """One model: an image model has `ratios` (aspect ratio to pixels at 1K), a chat model none.

    `size_tokens` says which image sizes it takes, and the output tokens that one picture of that
    size counts; a model that takes no size has the single key `""`.
    """

    name: str
    thinking: Thinking = Thinking.LEVEL
    input_limit: int = 1_048_576
    output_limit: int = 65_536
    ratios: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    size_tokens: Mapping[str, int] = field(default_factory=dict[str, int])
    pixels_unasked: tuple[int, int] = (1408, 768)
    picture_format: str = "JPEG"
    signs: bool = True
    shows_thoughts: bool = False
    searches: bool = True

    @property
    def paints(self) -> bool:
        """Whether it answers with pictures."""
        return bool(self.ratios)

    @property
    def family(self) -> str:
        """Return the name that a preview and its successor share: they share signatures."""
        return self.name.removesuffix("-preview")

    @property
    def sizes(self) -> tuple[str, ...]:
        """Return the values of `imageSize` that it takes."""
        return tuple(size for size in self.size_tokens if size)

    def pixels(self, ratio: str | None, size: str | None) -> tuple[int, int]:
        """Return width and height for a ratio and a size that the model takes."""
        width, height = self.ratios[ratio] if ratio else self.pixels_unasked
        scale = _SCALES[size] if size else 1.0
        return int(width * scale), int(height * scale)

    def tokens(self, size: str | None) -> int:
        """Return the output tokens of one picture."""
        return self.size_tokens.get(size or "1K", self.size_tokens.get("", 0))


def _image(name: str, tokens: Mapping[str, int], **more: Any) -> Model:
    """Return an image model; most take 131,072 tokens, answer with 32,768 and know 14 ratios."""
    most: dict[str, Any] = {"input_limit": 131_072, "output_limit": 32_768, "ratios": _FOURTEEN}
    return Model(name, size_tokens=tokens, **(most | more))


_PRO = {"1K": 1120, "2K": 1120, "4K": 2000}
_FLASH = {"512": 747, "1K": 1120, "2K": 1680, "4K": 2520}
_OF_PRO: Mapping[str, Any] = {"input_limit": 65_536, "ratios": _TEN, "shows_thoughts": True}
_OF_2_5: Mapping[str, Any] = {"thinking": Thinking.BUDGET, "signs": False}
_MODELS = (
    _image("gemini-3-pro-image-preview", _PRO, **_OF_PRO),
    _image("gemini-3-pro-image", _PRO, **_OF_PRO),
    _image("gemini-3.1-flash-image-preview", _FLASH),
    _image("gemini-3.1-flash-image", _FLASH),
    _image("gemini-nano-banana-2.1", {"1K": 1120, "2K": 1680, "4K": 2520}),
    _image(
        "gemini-3.1-flash-lite-image",
        {"1K": 1120},
        input_limit=65_536,
        output_limit=4_096,
        ratios=_TEN,
        searches=False,
    ),
    _image(
        "gemini-2.5-flash-image",
        {"": 1290},
        thinking=Thinking.NONE,
        input_limit=32_768,
        ratios=_TEN_OF_2_5,
        pixels_unasked=(1024, 1024),
        picture_format="PNG",
        signs=False,
        searches=False,
    ),
    Model("gemini-3.1-pro"),
    Model("gemini-3.1-pro-preview"),
    Model("gemini-3.8-flash"),
    Model("gemini-3-flash-preview"),
    Model("gemini-2.5-flash", **_OF_2_5),
    Model("gemini-2.5-pro", **_OF_2_5),
)
MODELS: Mapping[str, Model] = MappingProxyType({model.name: model for model in _MODELS})
