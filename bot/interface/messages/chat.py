"""Words as an answer: text that appears while it is written, in as many messages as it needs."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar, Final

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import ReplyEmpty
from bot.domain.job import Job, Shown
from bot.domain.request import CutShort
from bot.interface.markup import escaped
from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import Files, MessageBody, OutgoingFile, OutgoingText, PlainText
from bot.interface.messages.buttons import (
    Button,
    redo_button,
    regenerate_button,
    search_buttons,
    stop_button,
)
from bot.interface.messages.files import positions, shown_pictures
from bot.interface.messages.layouts import (
    IN_A_ROW,
    NOTES_CHARACTERS,
    PAGE_CHARACTERS,
    SMALL,
    gallery,
    small,
)
from bot.interface.messages.presenter import JobPresenter, Outcome, Progress, Shows
from bot.interface.messages.sources import with_sources
from bot.interface.text_limits import opening, split, truncate
from bot.services.intake import AcceptedUploads
from bot.services.job_watch import Made

MOST_MESSAGES: Final = 4
"""A longer answer becomes a file."""

GROWS: Final = " …"
"""What hangs on text that is still being written."""


class ChatPresenter(JobPresenter):
    """Show words; they are plain, because only such messages can be read, quoted and searched."""

    every: ClassVar[float] = 1.0
    streams: ClassVar[bool] = True

    def says(self, text: str, *buttons: discord.ui.Item[Any]) -> MessageBody:
        """Lay a sentence out as plain words, which an answer can take the place of."""
        return PlainText(truncate(text, PAGE_CHARACTERS), buttons)

    def end_button(self, job: Job, locale: str) -> Button:
        """Return Stop."""
        return stop_button(job.id, self._texts.get("button-stop", locale))

    def at_work(self, job: Job, progress: Progress, locale: str) -> str:
        """Show what has come of the text, else say where it waits, or who writes."""
        if progress.text.strip():
            return opening(self._read(progress.text, locale) + GROWS, PAGE_CHARACTERS)
        if waiting := progress.waiting(self._texts, locale):
            return SMALL + waiting
        model = self._models.of(job.request).name
        text = self._texts.get("writing", locale, model=model, since=progress.since)
        return (SMALL + text + self._expected(job, progress, locale)).replace("\n", f"\n{SMALL}")

    async def deliver(
        self, answer: Answer, job: Job, outcome: Outcome, accepted: AcceptedUploads, shows: Shows
    ) -> list[Shown]:
        """Show the text, then the pictures that a chat model may make, in a gallery."""
        (made,) = outcome.made
        text = self._read(made.turn.text, answer.locale)
        if not (text or made.turn.call or shown_pictures([made.turn])):
            raise ReplyEmpty("white space alone")
        notes = [
            *self._sentences.notes([made], answer.locale),
            *self._sentences.remarks(accepted, answer.locale),
            *self._cost(job.request, [made], answer.locale),
        ]
        if made.cut is CutShort.BROKEN_OFF:
            notes.append(self._texts.get("answer-broke-off", answer.locale))
        quiet = small(notes, self._texts, answer.locale)
        found = made.turn.grounding
        quiet = with_sources(quiet, found.sources, self._texts, answer.locale)
        said = text or SMALL + self._wordless(made.turn, answer.locale)
        pages, files = self._pages(said, quiet, answer.locale)
        buttons = self._buttons(job, made, answer.locale)
        if made.cut is CutShort.BROKEN_OFF:
            buttons.append(redo_button(job.id, self._texts.get("button-retry", answer.locale)))
        buttons += _below(search_buttons(found.searches))
        messages = await self._post(answer, pages, *buttons, files=files, first=answer.deliver)
        for message in messages:
            shows(message)
        channel_id = answer.public_channel_id
        return [
            *(Shown(message, 0, made.turn.id, None, channel_id) for message in messages),
            *await self._pictures(answer, job, made, shows),
        ]

    async def fail(
        self, answer: Answer, progress: Progress, said: str, *buttons: discord.ui.Item[Any]
    ) -> None:
        """Say it in place of the answer, or under what came of it."""
        if not progress.text.strip():
            await answer.show(self.says(said, *buttons))
            return
        broke = self._texts.get("words-broke-off", answer.locale)
        notes = truncate(f"{SMALL}{broke} {said}", NOTES_CHARACTERS)
        said = self._read(progress.text, answer.locale)
        pages, files = self._pages(said, notes, answer.locale)
        await self._post(answer, pages, *buttons, files=files, first=answer.show)

    def _read(self, text: str, locale: str) -> str:  # noqa: ARG002 (what reads it needs it)
        """Return what is shown of what a model said so far."""
        return text.strip()

    def _buttons(self, job: Job, made: Made, locale: str) -> list[Button]:
        """Return what can be done with an answer; what broke off is tried again in any case."""
        if made.cut is CutShort.BROKEN_OFF:
            return []
        return [regenerate_button(job.id, self._texts.get("button-regenerate", locale))]

    def _pages(self, text: str, notes: str, locale: str) -> tuple[list[str], list[OutgoingText]]:
        """Return what each message says, with the notes under the last, and a long text's file."""
        is_long = len(text) > MOST_MESSAGES * PAGE_CHARACTERS
        pages = [] if is_long else split(text, PAGE_CHARACTERS)
        if is_long or len(pages) > MOST_MESSAGES:
            told = SMALL + self._texts.get("answer-in-file", locale)
            below = "\n".join(filter(None, [told, notes]))
            room = PAGE_CHARACTERS - len(below) - 1
            return [f"{opening(text, room)}\n{below}"], [OutgoingText(text, "answer.md")]
        if notes and pages and len(pages[-1]) + len(notes) < PAGE_CHARACTERS:
            pages[-1] += "\n" + notes
        elif notes:
            pages.append(notes)
        return pages, []

    async def _post(
        self,
        answer: Answer,
        pages: Sequence[str],
        *buttons: discord.ui.Item[Any],
        files: Files,
        first: Callable[[MessageBody, Files], Awaitable[int]],
    ) -> list[int]:
        """Put the first page where the growing text was, the others behind it."""
        messages: list[int] = []
        for number, page in enumerate(pages, 1):
            body = PlainText(page, buttons if number == len(pages) else ())
            messages.append(await (answer.add(body) if messages else first(body, files)))
        return messages

    def _wordless(self, turn: Turn, locale: str) -> str:
        """Say who answered with something else than words, and what it wants painted."""
        model = self._models.name(turn.model)
        if turn.call is None:
            return escaped(model)
        prompt = str(turn.call.arguments.get("prompt") or "…")
        return self._texts.get("picture-wanted", locale, model=model, prompt=prompt)

    async def _pictures(self, answer: Answer, job: Job, made: Made, shows: Shows) -> list[Shown]:
        shown = shown_pictures([made.turn])
        if not shown:
            return []

        async def hang(files: list[OutgoingFile], _: int) -> int:
            offers = self._offers(job, [made.turn])
            view = gallery(
                job.id, files, self._texts, answer.locale, said="", notes="", offers=offers
            )
            return await answer.add(view, files)

        message_id = await self._poster.post(answer, shown, hang)
        shows(message_id)
        return positions(message_id, [made.turn], answer.public_channel_id)


def so_far(message: discord.Message | None) -> str:
    """Return what a message shows of an answer that was being written, if it is no progress."""
    shown = message.content if message else ""
    return "" if shown.startswith(SMALL) else shown.removesuffix(GROWS)


def _below(searches: Sequence[Button]) -> Sequence[Button]:
    """Put buttons into rows of their own, below the first."""
    for number, button in enumerate(searches):
        button.row = 1 + number // IN_A_ROW
    return searches
