"""The options that several commands share: ratios, sizes, models, thinking."""

from typing import Final

from discord import app_commands

from bot.domain.model import ModelKind, Thinking
from bot.interface.jobs.requests import AUTO
from bot.interface.texts import localised
from bot.services.models import Models

MOST_CHOICES: Final = 25
"""Discord docs, Application Commands: choices and autocomplete results of an option."""

RATIOS: Final = (
    "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9",
    "1:4", "4:1", "1:8", "8:1",
)  # fmt: skip
PIXELS: Final = ("512", "1K", "2K", "4K")

ASPECTS: Final = [
    app_commands.Choice(name=localised("aspect-auto"), value=AUTO),
    *(app_commands.Choice(name=ratio, value=ratio) for ratio in RATIOS),
]
SIZES: Final = [app_commands.Choice(name=size, value=size) for size in PIXELS]
THINKING: Final = [
    app_commands.Choice(name=localised(f"thinking-{level}"), value=level.value)
    for level in Thinking
]


def option_names(*options: str) -> dict[str, app_commands.locale_str]:
    """Return what Discord calls these options: in English as the code does, else translated."""
    return {option: localised(f"named-{option}") for option in options}


def offered(models: Models, kind: ModelKind, typed: str) -> list[app_commands.Choice[str]]:
    """Return the models to choose from whose name holds what was typed."""
    choices = [
        app_commands.Choice(name=profile.name, value=profile.id)
        for profile in models.of_kind(kind)
        if typed.casefold() in f"{profile.name} {profile.id}".casefold()
    ]
    return choices[:MOST_CHOICES]
