"""Where a job is answered: there, or directly to its author where that is closed."""

import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import discord

from bot.domain.errors import MissingPermissions, NotAllowed, WordsBlocked
from bot.interface.discord_retry import no_retries
from bot.interface.jobs.run import Run
from bot.interface.markup import Markup
from bot.interface.messages.answers import Answer
from bot.interface.messages.buttons import Button
from bot.interface.messages.channel_answer import direct
from bot.interface.messages.refusals import is_of_words, is_refusal
from bot.interface.texts import Texts
from bot.services.locales import Locales

log = logging.getLogger(__name__)

T = TypeVar("T")


WORDS_BLOCKED: Final = {"answered-directly": "blocked-directly", "kept-for": "blocked-kept"}
"""What is said instead where it is AutoMod that did not let something be posted."""


class Reach:
    """Show what a job has to say where its author finds it."""

    def __init__(self, texts: Texts, locales: Locales) -> None:
        self._texts = texts
        self._locales = locales

    async def show(self, run: Run, show: Callable[[Answer], Awaitable[T]]) -> T:
        """Show something where a job is answered; where that is closed, to its author directly.

        Raise NotAllowed where it is somebody else who wanted to see it there, and what Discord
        says where its author can't be reached either.
        """
        try:
            return await show(run.answer)
        except (NotAllowed, discord.HTTPException) as error:
            if not is_refusal(error):
                raise
            run.words_blocked = is_of_words(error)
            if run.answer.author.id != run.job.request.author_id:
                if run.words_blocked:
                    raise WordsBlocked from None
                lacking = run.answer.lacking(run.job.request.kind)
                raise MissingPermissions(lacking) from None
        author, known = run.answer.author, run.answer.own_locale
        locale = await self._locales.of(author.id) or known
        run.answer = await direct(author, self._texts, locale)
        shown = await show(run.answer)
        await self.end_line(run, "answered-directly")
        return shown

    async def end_line(self, run: Run, key: str, *buttons: Button) -> None:
        """Say where a job was asked for what becomes of it, if that place takes so much."""
        here = run.here
        member = Markup(here.author.mention)
        told = WORDS_BLOCKED[key] if run.words_blocked else key
        text = self._texts.get(told, here.locale, member=member)
        try:
            with no_retries():
                await here.show(run.presenter.says(text, *buttons))
        except Exception as refused:  # noqa: BLE001 (what it says of is done)
            log.warning("an answer could not be ended here: %s", type(refused).__name__)
