"""The one door from an exception to a person: commands, buttons, forms and messages end here."""

import logging
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import discord
from discord import app_commands

from bot.domain.errors import (
    AtelierError,
    Billing,
    KeyRejected,
    LimitError,
    MissingPermissions,
    NotAllowed,
    NotShown,
    Refused,
    RelayBalanceUsedUp,
    RelayError,
    RequestError,
    Unexpected,
    WrongAddress,
)
from bot.interface.discord_retry import one_retry_budget
from bot.interface.escaping import Markup, escaped
from bot.interface.messages.answers import Answer, InteractionAnswer, direct
from bot.interface.messages.bodies import MessageBody
from bot.interface.messages.layouts import line
from bot.interface.messages.splitting import shorten
from bot.interface.refusals import explained, is_refusal
from bot.interface.texts import Texts
from bot.services.generation import Made
from bot.services.intake import AcceptedUploads
from bot.services.locales import Locales

log = logging.getLogger(__name__)

EXPLANATION_CHARACTERS = 300

DISCORD_FAILS: Final = (discord.HTTPException, ConnectionError, TimeoutError)
"""What says that Discord, or the way to it, did not do its part."""


def kept(error: Exception) -> Exception:
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


class ErrorReporter:
    """Turn whatever went wrong into one sentence, and show it to whoever asked."""

    def __init__(self, texts: Texts, locales: Locales | None = None) -> None:
        """Keep what is needed; without `locales`, no member's language is known."""
        self._texts = texts
        self._locales = locales

    async def report(self, error: BaseException, answer: Answer) -> None:
        """Show the sentence, directly where the place takes none. Never raises."""
        try:
            alone = isinstance(error, RequestError | LimitError)
            told = explained(error, answer)

            def say(locale: str) -> MessageBody:
                return line(self.sentence(told, locale))

            with one_retry_budget():
                try:
                    # What lacks in a place is for whoever can give it to read.
                    await answer.fail(say, alone=alone and not isinstance(told, MissingPermissions))
                except (NotAllowed, discord.HTTPException) as refused:
                    if not is_refusal(refused):
                        raise
                    known = self._locales and await self._locales.of(answer.author.id)
                    locale = known or answer.own_locale
                    await (await direct(answer.author, self._texts, locale)).fail(say)
        except Exception as refused:  # noqa: BLE001 (behind the last door there is no other)
            log.warning("an error could not be shown: %s", type(refused).__name__)

    async def report_interaction(
        self, error: BaseException, interaction: discord.Interaction
    ) -> None:
        """Show the sentence as this interaction's answer."""
        await self.report(error, InteractionAnswer(interaction, self._texts))

    async def on_command_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Take what a slash command or context menu raised."""
        await self.report_interaction(getattr(error, "original", error), interaction)

    def sentence(self, error: BaseException, locale: str) -> str:
        """Say what happened, whether it cost anything, and what to do; log what operators need."""
        if isinstance(error, AtelierError):
            return self._known(error, locale)
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

    def remarks(self, taken: AcceptedUploads, locale: str) -> list[str]:
        """Say which files were not used and why, and what was not used of the others."""
        remarks = [self.sentence(error, locale) for error in taken.skipped]
        remarks += [
            self._texts.get(
                "note-shrunk",
                locale,
                name=each.name,
                size="{} × {}".format(*each.size),
                given="{} × {}".format(*each.given),
            )
            for each in taken.shrunk
        ]
        if taken.first_frames:
            remarks.append(self._texts.get("note-first-frame", locale))
        return remarks

    def _known(self, error: AtelierError, locale: str) -> str:
        values = dict(error.values)
        if isinstance(error, MissingPermissions):
            log.warning("permissions lack: %s %s", ", ".join(error.permissions), error.detail)
            names = [self._texts.get(f"permission-{name}", locale) for name in error.permissions]
            values["missing"] = ", ".join(names)
        sentences: list[str] = [self._texts.get(error.message_key, locale, **values)]
        if isinstance(error, RelayError):
            level = (
                logging.ERROR
                if isinstance(error, KeyRejected | RelayBalanceUsedUp | WrongAddress)
                else logging.WARNING
            )
            log.log(level, "relay: %s: %s", type(error).__name__, error.detail)
        possible = error.billing is not Billing.NONE
        if possible or isinstance(error, RelayError):
            sentences.append(self._texts.get("cost-possible" if possible else "cost-none", locale))
        if isinstance(error, Refused) and error.explanation:
            sentences.append(f"“{escaped(shorten(error.explanation, EXPLANATION_CHARACTERS))}”")
        return " ".join(sentences)
