"""What went wrong in words, and what a reader should know of what was made."""

import logging
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import discord

from bot.domain.errors import (
    AtelierError,
    KeyRejected,
    MissingPermissions,
    NotShown,
    Refused,
    RelayBalanceUsedUp,
    RelayError,
    Unexpected,
    WrongAddress,
)
from bot.interface.markup import Markup, escaped
from bot.interface.setting_words import setting_name
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.intake import AcceptedUploads
from bot.services.job_watch import Made

log = logging.getLogger(__name__)

EXPLANATION_CHARACTERS: Final = 300

MOST_NAMED: Final = 10
"""How many channels or roles a sentence names."""

DISCORD_FAILS: Final = (discord.HTTPException, ConnectionError, TimeoutError)
"""What says that Discord, or the way to it, did not do its part."""


def not_shown(error: Exception) -> Exception:
    """Return what is told of something that was made and could not be shown: that it is kept."""
    if isinstance(error, discord.Forbidden):
        return error
    if isinstance(error, DISCORD_FAILS):
        _note(error)
        return NotShown()
    return error


def _note(error: Exception) -> None:
    if isinstance(error, discord.HTTPException):
        log.warning("Discord failed: %s %s", error.status, error.code)
    else:
        log.warning("the connection to Discord broke off: %s", type(error).__name__)


class Sentences:
    """Say in a member's language what happened."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def sentence(self, error: BaseException, locale: str) -> str:
        """Say what happened, whether it cost anything, and what to do; log what operators need."""
        if isinstance(error, AtelierError):
            try:
                return self._known(error, locale)
            except LookupError as mistake:
                error = mistake  # of ours: that something went wrong is told all the same
        if isinstance(error, DISCORD_FAILS):
            _note(error)
            return self._texts.get("error-discord", locale)
        reference = secrets.token_hex(4)
        log.error("unexpected error %s", reference, exc_info=error)
        return self._texts.get(Unexpected.key, locale, reference=reference)

    def failures(self, errors: Sequence[BaseException], locale: str, *, of: int) -> list[str]:
        """Say why so many of so many were not made: each cause once, with how often it was one."""
        said = Counter(self.sentence(error, locale) for error in errors)
        if list(said.values()) == [of]:
            return list(said)
        return [
            self._texts.get("failed-share", locale, number=number, count=of, said=Markup(sentence))
            for sentence, number in said.items()
        ]

    def notes(self, made: Iterable[Made], locale: str) -> list[str]:
        """Say what a reader should know of what was made, each thing once."""
        said = (
            self._texts.get(note.key, locale, **note.values) for each in made for note in each.notes
        )
        return list(dict.fromkeys(said))

    def remarks(self, accepted: AcceptedUploads, locale: str) -> list[str]:
        """Say which files were not used and why, and what was not used of the others."""
        remarks = [self.sentence(error, locale) for error in accepted.skipped]
        remarks += [
            self._texts.get(
                "note-shrunk",
                locale,
                name=each.name,
                size="{} × {}".format(*each.size),
                given="{} × {}".format(*each.given),
            )
            for each in accepted.shrunk
        ]
        if accepted.first_frames:
            remarks.append(self._texts.get("note-first-frame", locale))
        return remarks

    def lacking(self, key: str, permissions: Sequence[str], locale: str) -> str:
        """Say with a sentence of this key which permissions lack, by discord.py's names."""
        return self._texts.get(key, locale, missing=self._permissions(permissions, locale))

    def _permissions(self, permissions: Sequence[str], locale: str) -> Markup:
        names = [self._texts.get(f"permission-{name}", locale) for name in permissions]
        return self._texts.listed(names, locale)

    def _known(self, error: AtelierError, locale: str) -> str:
        values = dict(error.values)
        if isinstance(error, MissingPermissions):
            log.warning("permissions lack: %s %s", ", ".join(error.permissions), error.detail)
            values["missing"] = self._permissions(error.permissions, locale)
        for name, mention in (("channels", "<#{}>"), ("roles", "<@&{}>")):
            if ids := values.get(name):
                named = [Markup(mention.format(each)) for each in str(ids).split(",")[:MOST_NAMED]]
                values[name] = self._texts.listed(named, locale)
        if setting := values.get("setting"):
            values["setting"] = setting_name(str(setting), self._texts, locale)
        if takes := values.get("takes"):
            kinds = [self._texts.get(f"takes-{kind}", locale) for kind in str(takes).split(",")]
            values["takes"] = self._texts.listed(kinds, locale)
        sentences: list[str] = [self._texts.get(error.message_key, locale, **values)]
        if isinstance(error, RelayError):
            is_of_account = isinstance(error, KeyRejected | RelayBalanceUsedUp | WrongAddress)
            # What is said otherwise is of a server's own relay, and not the operator's to mend.
            is_operators = is_of_account and error.message_key == error.key
            level = logging.ERROR if is_operators else logging.WARNING
            log.log(level, "relay: %s: %s", type(error).__name__, error.detail)
        if error.may_cost or isinstance(error, RelayError):
            key = "cost-possible" if error.may_cost else "cost-none"
            sentences.append(self._texts.get(key, locale))
        if isinstance(error, Refused) and error.explanation:
            sentences.append(f"“{escaped(shorten(error.explanation, EXPLANATION_CHARACTERS))}”")
        return " ".join(sentences)
