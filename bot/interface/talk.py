"""Chat answers: text that appears while it is written, in as many messages as it needs."""

import contextlib
import io
from datetime import UTC, datetime
from typing import Final

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import AtelierError, ReplyEmpty
from bot.domain.job import Job, Place, Shown
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.domain.request import CutShort
from bot.interface.answers import Answer
from bot.interface.delivery import Delivery, exhibits
from bot.interface.layouts import failure, gallery
from bot.interface.live import Live
from bot.interface.patience import patiently
from bot.interface.reporting import Door
from bot.interface.serving import Serving, Shows
from bot.interface.split import MESSAGE_CHARACTERS, split
from bot.interface.texts import Texts
from bot.interface.unfinished import Unfinished
from bot.services.admission import Visit
from bot.services.intake import NOTHING, Taken
from bot.services.models import Models
from bot.services.ports import Store
from bot.services.studio import Made, Studio

EDIT_SECONDS: Final = 1.0
"""How often a growing message is edited at most; Discord allows five edits in five seconds."""

MOST_MESSAGES: Final = 4
"""A longer answer becomes a file."""


class Talk(Serving):
    """Serve orders for words."""

    def __init__(
        self,
        studio: Studio,
        store: Store,
        models: Models,
        delivery: Delivery,
        texts: Texts,
        door: Door,
        unfinished: Unfinished,
    ) -> None:
        super().__init__(studio, delivery, texts, door, unfinished)
        self._store = store
        self._models = models

    async def keep(self, place: Place, *, model: str, thinking: Thinking | None) -> None:
        """Make the messages of a thread turns from now on."""
        await self._store.keep_thread(place, model=model, thinking=thinking, now=datetime.now(UTC))

    async def is_kept(self, channel_id: int) -> bool:
        """Tell whether the messages of this thread are turns."""
        return await self._store.kept_thread(channel_id) is not None

    async def manner(self, channel_id: int) -> tuple[ModelProfile, Thinking | None]:
        """Return with which model, and how long it thinks, is talked here."""
        kept = await self._store.kept_thread(channel_id)
        if kept is None:
            return self._models.find(None, ModelKind.CHAT), None
        model, thinking = kept
        return self._models.recall(model, ModelKind.CHAT), thinking

    async def _answer(
        self, visit: Visit, answer: Answer, job: Job, taken: Taken, shows: Shows
    ) -> None:
        growing = _Growing(answer, shows)
        async with answer.busy(), Live(growing.edit, every=EDIT_SECONDS) as live:

            def on_text(text: str) -> None:
                growing.text += text
                live.news()

            (result,) = await self._studio.work(job, visit, on_text=on_text)
        if isinstance(result, AtelierError):
            raise result
        await self._deliver(answer, growing, job, result, taken)
        if result.cut is CutShort.BROKEN_OFF:
            sentence = self._texts.get("answer-broke-off", answer.locale)
            await answer.fail(failure(sentence, self._texts, answer.locale, job_id=job.id))

    async def _show_turns(
        self, answer: Answer, job: Job, turns: list[Turn], found: discord.Message | None
    ) -> None:
        (turn,) = turns
        with self._unfinished.job() as shows:
            growing = _Growing(answer, shows, found if found and found.content else None)
            await self._deliver(answer, growing, job, Made(turn), NOTHING)

    async def _deliver(
        self, answer: Answer, growing: "_Growing", job: Job, made: Made, taken: Taken
    ) -> None:
        """Show what was answered, all of it anew where it can't be gone on with."""
        notes = self._door.notes([made], answer.locale)
        notes += self._door.remarks(taken, answer.locale)
        quiet = "\n".join(f"-# {note}" for note in notes)

        async def show(place: Answer) -> list[Shown]:
            here = growing if place is answer else growing.moved(place)
            return [*await self._post(here, made, quiet), *await self._pictures(place, job, made)]

        if await self._show(answer, job, show) == []:
            raise ReplyEmpty("white space alone")

    async def _post(self, growing: "_Growing", made: Made, notes: str) -> list[Shown]:
        """Post the text, with the notes under its last page."""
        pages = split(made.turn.text)
        if len(pages) > MOST_MESSAGES:
            messages = [await self._as_file(growing, made.turn.text, notes)]
        else:
            if notes and pages and len(pages[-1]) + len(notes) < MESSAGE_CHARACTERS:
                pages[-1] += "\n" + notes
            elif notes:
                pages += split(notes)
            messages = [await growing.settle(page) for page in pages]
        return [
            Shown(message.id, 0, made.turn.id, None, message.channel.id) for message in messages
        ]

    async def _as_file(self, growing: "_Growing", text: str, notes: str) -> discord.Message:
        room = MESSAGE_CHARACTERS - len(notes) - 1
        message = await growing.settle("\n".join([split(text, room)[0], notes]).strip())
        file = discord.File(io.BytesIO(text.encode()), filename="answer.md")
        return await message.edit(attachments=[file])

    async def _pictures(self, answer: Answer, job: Job, made: Made) -> list[Shown]:
        """Post the pictures that a chat model may make, in a gallery of their own."""
        shown = exhibits([made.turn])
        if not shown:
            return []
        async with self._delivery.files(shown, upload_limit=answer.upload_limit) as (files, _):
            view = gallery(job.id, files, self._texts, answer.locale, said="", quiet=[])
            message_id = await answer.deliver(view, files)
        return [
            Shown(message_id, position, each.turn.id, each.part, answer.public_channel_id)
            for position, each in enumerate(shown)
        ]


class _Growing:
    """Show text as it comes, in one message until it is settled."""

    def __init__(
        self,
        answer: Answer,
        shows: Shows,
        message: discord.Message | None = None,
    ) -> None:
        self.text = ""
        self._answer = answer
        self._shows = shows
        self._message = message

    def moved(self, answer: Answer) -> "_Growing":
        """Begin the same anew in another place."""
        return _Growing(answer, self._shows)

    async def edit(self) -> None:
        """Bring the message up to date."""
        page = split(self.text + " …")[0]
        if self._message is None:
            self._message = await self._write(page)
        elif self._message.content != page:
            message = self._message
            self._message = await patiently(lambda: message.edit(content=page))

    async def settle(self, page: str) -> discord.Message:
        """Put a final page where the growing text was, the next ones behind it."""
        message, self._message = self._message, None
        if message is not None:
            with contextlib.suppress(discord.NotFound):  # somebody deleted it while it grew
                return await patiently(lambda: message.edit(content=page))
        return await self._write(page)

    async def _write(self, page: str) -> discord.Message:
        message = await self._answer.write(page)
        self._shows(message.id)
        return message
