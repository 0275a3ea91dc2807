"""The options that several commands share: ratios, sizes, models, thinking."""

from typing import TYPE_CHECKING, Final

from discord import app_commands

from bot.domain.model import ModelKind, Thinking
from bot.interface.jobs.requests import AUTO
from bot.interface.texts import words

if TYPE_CHECKING:
    import discord

    from bot.interface.client import AtelierClient

MOST_CHOICES: Final = 25
"""Discord docs, Application Commands: choices and autocomplete results of an option."""

RATIOS: Final = (
    "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9",
    "1:4", "4:1", "1:8", "8:1",
)  # fmt: skip
PIXELS: Final = ("512", "1K", "2K", "4K")

ASPECTS: Final = [
    app_commands.Choice(name=words("aspect-auto"), value=AUTO),
    *(app_commands.Choice(name=ratio, value=ratio) for ratio in RATIOS),
]
SIZES: Final = [app_commands.Choice(name=size, value=size) for size in PIXELS]
THINKING: Final = [
    app_commands.Choice(name=words(f"thinking-{level}"), value=level.value) for level in Thinking
]


def names(*options: str) -> dict[str, app_commands.locale_str]:
    """Return what Discord calls these options: in English as the code does, else translated."""
    return {option: words(f"named-{option}") for option in options}


async def image_models(
    interaction: "discord.Interaction[AtelierClient]", typed: str
) -> list[app_commands.Choice[str]]:
    """Offer the image models whose name holds what was typed."""
    return _offer(interaction, ModelKind.IMAGE, typed)


async def chat_models(
    interaction: "discord.Interaction[AtelierClient]", typed: str
) -> list[app_commands.Choice[str]]:
    """Offer the chat models whose name holds what was typed."""
    return _offer(interaction, ModelKind.CHAT, typed)


def _offer(
    interaction: "discord.Interaction[AtelierClient]", kind: ModelKind, typed: str
) -> list[app_commands.Choice[str]]:
    choices = [
        app_commands.Choice(name=profile.name, value=profile.id)
        for profile in interaction.client.models.of_kind(kind)
        if typed.casefold() in f"{profile.name} {profile.id}".casefold()
    ]
    return choices[:MOST_CHOICES]
