"""The options that several commands share: ratios, sizes, models, thinking."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from discord import app_commands

from bot.domain.model import ModelKind, Thinking
from bot.interface.texts import localised
from bot.services.models import Models

MOST_CHOICES: Final = 25
"""Discord docs, Application Commands: choices and autocomplete results of an option."""

AUTO: Final = "auto"
"""The ratio that members choose to leave it to the pictures."""

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

FURTHER_PICTURES: Final = {
    "image2": "option-reference",
    "image3": "option-reference",
    "image4": "option-reference",
}

SHARED: Final = FURTHER_PICTURES | {
    "aspect": "option-aspect",
    "size": "option-size",
    "model": "option-model",
    "thinking": "option-thinking",
}
"""The sentences that describe what all commands about pictures have."""

Callback = TypeVar("Callback", bound=Callable[..., Any])
Installable = TypeVar("Installable", bound=app_commands.ContextMenu | Callable[..., Any])


def option_names(*options: str) -> dict[str, app_commands.locale_str]:
    """Return what Discord calls these options: in English as the code does, else translated."""
    return {option: localised(f"named-{option}") for option in options}


def picture_options(**keys: str) -> Callable[[Callback], Callback]:
    """Describe and name the options of a command about pictures, in every language.

    `keys` are the sentences that describe what only this command has, or has in a way of its own.
    """
    described = described_options(**SHARED | keys)

    def decorate(command: Callback) -> Callback:
        choices = app_commands.choices(aspect=ASPECTS, size=SIZES, thinking=THINKING)
        return anywhere(choices(described(command)))

    return decorate


def described_options(**keys: str) -> Callable[[Callback], Callback]:
    """Describe and name the options of a command, each by the sentence of a key."""

    def decorate(command: Callback) -> Callback:
        sentences = {option: localised(key) for option, key in keys.items()}
        command = app_commands.describe(**sentences)(command)
        return app_commands.rename(**option_names(*keys))(command)

    return decorate


def without_option(command: app_commands.Command[Any, ..., Any], option: str) -> None:
    """Take an option from the command of one client, which leaves it as the callback has it.

    What can't work is not shown. discord.py reads options off the callback alone, before any
    setting is known, and has no way to leave one out; each client's commands are copies.
    """
    del command._params[option]  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]


def anywhere(command: Installable) -> Installable:
    """Let who has the bot for themselves use a command where it is no member, too."""
    app_commands.allowed_installs(guilds=True, users=True)(command)
    app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)
    return command


def offered(models: Models, kind: ModelKind, typed: str) -> list[app_commands.Choice[str]]:
    """Return the models to choose from whose name holds what was typed."""
    choices = [
        app_commands.Choice(name=profile.name, value=profile.id)
        for profile in models.of_kind(kind)
        if typed.casefold() in f"{profile.name} {profile.id}".casefold()
    ]
    return choices[:MOST_CHOICES]
