"""Every sentence that a member reads, by key and language, from the catalogues beside this file.

Catalogues are Fluent files: translators can edit them without reading code. A public answer
follows the server's language, what only the caller sees follows the caller's.
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

import discord
from discord import app_commands
from fluent.runtime import FluentBundle, FluentResource

from bot.interface.markup import Markup, escaped
from bot.interface.text_limits import shorten

DEFAULT: Final = "en-US"
LOCALES: Final = (DEFAULT, "zh-CN", "ja", "de", "pt-BR")
FOLDER: Final = Path(__file__).with_name("locales")
VALUE_CHARACTERS: Final = 200
"""How much of what others wrote, such as a file's name, a sentence repeats before it is escaped."""


class Texts:
    """Look sentences up; a catalogue is read when its language is spoken first.

    That takes 25 ms and 1 MiB each, and most bots speak one or two.
    """

    def __init__(
        self,
        folder: Path = FOLDER,
        *,
        chosen_by: Callable[[int | None], str | None] = lambda _: None,
    ) -> None:
        """Take the folder, and what tells which language a server chose, if it did."""
        self._folder = folder
        self._chosen_by = chosen_by

    def public(self, guild_id: int | None, usual: str) -> str:
        """Return the language of what all read in a server: its choice, else its `usual` one."""
        return self._chosen_by(guild_id) or usual

    def get(self, key: str, locale: str = DEFAULT, **values: str | float) -> Markup:
        """Return the sentence in the nearest language that has a catalogue.

        Words among the values are cut to one short line and escaped, unless they are Markup. Raise
        LookupError for a key that no catalogue has: a mistake that a test finds.
        """
        bundle = _bundle(self._folder, nearest(locale))
        if not bundle.has_message(key):
            message = f"no sentence has the key {key}"
            raise LookupError(message)
        pattern = bundle.get_message(key).value
        assert pattern is not None
        said = {name: _said(value) for name, value in values.items()}
        text, errors = bundle.format_pattern(pattern, said)
        if errors:
            message = f"the sentence {key} could not be formatted: {errors[0]!r}"
            raise LookupError(message)
        return Markup(text)

    def listed(self, values: Iterable[str], locale: str) -> Markup:
        """Return all of what our own tables or catalogues name, divided as the language does."""
        return Markup(self.get("list-mark", locale).join(map(escaped, values)))


class CatalogueTranslator(app_commands.Translator):
    """Give Discord the names and descriptions of commands in every language of the catalogues."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 (discord.py calls it so)
    ) -> str | None:
        """Return the words of this language, or None where there is no catalogue for it."""
        key = string.extras.get("key")
        if key is None or locale.value not in LOCALES:
            return None
        return catalogues().get(key, locale.value)


@cache
def catalogues() -> Texts:
    """Return the built-in catalogues."""
    return Texts()


@cache
def _bundle(folder: Path, locale: str) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(FluentResource(_file(folder, locale).read_text("utf-8")))
    return bundle


def localised(key: str) -> app_commands.locale_str:
    """Return a command's words: English from the catalogue, translated by its key."""
    return app_commands.locale_str(catalogues().get(key), key=key)


def fingerprint(folder: Path = FOLDER) -> str:
    """Return the hash of all catalogues."""
    files = (_file(folder, locale).read_bytes() for locale in LOCALES)
    return hashlib.sha256(b"".join(files)).hexdigest()


def nearest(locale: str) -> str:
    """Return the catalogue for any locale that Discord names: its own, else its language's."""
    if locale in LOCALES:
        return locale
    language = locale.partition("-")[0]
    return next((each for each in LOCALES if each.partition("-")[0] == language), DEFAULT)


def _said(value: str | float) -> str | float:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return escaped(shorten(value, VALUE_CHARACTERS))


def _file(folder: Path, locale: str) -> Path:
    return folder / f"{locale}.ftl"
