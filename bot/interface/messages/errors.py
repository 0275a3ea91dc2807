"""The way from an exception to a person, outside of a job: for commands, buttons and messages."""

import logging

import discord
from discord import app_commands

from bot.domain.errors import Gone, LimitError, MissingPermissions, NotAllowed, RequestError
from bot.interface.discord_retry import one_retry_budget
from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import MessageBody
from bot.interface.messages.channel_answer import direct
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.messages.refusals import explained, is_refusal
from bot.interface.messages.sentences import Sentences
from bot.interface.texts import Texts
from bot.services.locales import Locales

log = logging.getLogger(__name__)


class ErrorReporter:
    """Turn whatever went wrong into one sentence, and show it to whoever asked."""

    def __init__(self, sentences: Sentences, texts: Texts, locales: Locales) -> None:
        self._sentences = sentences
        self._texts = texts
        self._locales = locales

    async def report(self, error: BaseException, answer: Answer) -> None:
        """Show the sentence, directly where the place takes none. Never raises."""
        try:
            alone = isinstance(error, RequestError | LimitError)
            told = explained(error, answer)

            def say(locale: str) -> MessageBody:
                return line(self._sentences.sentence(told, locale))

            with one_retry_budget():
                try:
                    # What lacks in a place is for whoever can give it to read.
                    await answer.fail(say, alone=alone and not isinstance(told, MissingPermissions))
                except (NotAllowed, discord.HTTPException) as refused:
                    if not is_refusal(refused):
                        raise
                    known = await self._locales.of(answer.author.id)
                    locale = known or answer.own_locale
                    await (await direct(answer.author, self._texts, locale)).fail(say)
        except Exception as refused:  # noqa: BLE001 (nobody else is there to report it)
            log.warning("an error could not be shown: %s", type(refused).__name__)

    async def report_interaction(
        self, error: BaseException, interaction: discord.Interaction
    ) -> None:
        """Show the sentence as this interaction's answer."""
        await self.report(error, InteractionAnswer(interaction, self._texts))

    async def on_unknown(self, interaction: discord.Interaction) -> None:
        """Take a press or a form of which no feature knows: of a newer version, or of nobody."""
        await self.report_interaction(Gone(key="error-unknown-control"), interaction)

    async def on_command_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Take what a slash command or context menu raised."""
        await self.report_interaction(getattr(error, "original", error), interaction)
