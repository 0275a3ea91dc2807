"""Chat answers: text that appears while it is written, in as many messages as it needs."""

import asyncio
import contextlib
import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

import discord

from bot.domain.errors import AtelierError
from bot.domain.job import Job, Order, Place, Shown
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.interface.answers import Answer
from bot.interface.delivery import Delivery, exhibits
from bot.interface.layouts import gallery
from bot.interface.reporting import Door
from bot.interface.split import split
from bot.interface.texts import Texts
from bot.interface.unfinished import Unfinished
from bot.services.intake import NOTHING, Taken
from bot.services.models import Models
from bot.services.ports import Store
from bot.services.studio import Made, Studio

EDIT_SECONDS: Final = 1.0
"""How often a growing message is edited at most; Discord allows five edits in five seconds."""

MOST_MESSAGES: Final = 4
"""A longer answer becomes a file."""


class Talk:
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
        self._studio = studio
        self._store = store
        self._models = models
        self._delivery = delivery
        self._texts = texts
        self._door = door
        self._unfinished = unfinished

    async def keep(self, place: Place, *, model: str, thinking: Thinking | None) -> None:
        """Make the messages of a thread turns from now on."""
        await self._store.keep_thread(place, model=model, thinking=thinking, now=datetime.now(UTC))

    async def is_kept(self, place: Place) -> bool:
        """Tell whether the messages of this thread are turns."""
        return await self._store.kept_thread(place.channel_id) is not None

    async def manner(self, place: Place) -> tuple[ModelProfile, Thinking | None]:
        """Return with which model, and how long it thinks, is talked here."""
        kept = await self._store.kept_thread(place.channel_id)
        if kept is None:
            return self._models.find(None, ModelKind.CHAT), None
        model, thinking = kept
        return self._models.recall(model, ModelKind.CHAT), thinking

    async def serve(self, answer: Answer, order: Order, *, taken: Taken = NOTHING) -> None:
        """Answer in the channel while the model writes, or say why not. Never raises a failure."""
        job_id = None
        try:
            async with self._studio.visit():
                answer.check()
                job = await self._studio.accept(order)
                job_id = job.id
                with self._unfinished.job() as shows:
                    await self._answer(answer, job, taken, shows)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._door.report(error, answer, job_id=job_id)

    async def _answer(
        self,
        answer: Answer,
        job: Job,
        taken: Taken,
        shows: Callable[[int], None],
    ) -> None:
        async with answer.busy(), _Growing(answer, shows) as growing:
            made = await self._make(job, growing)
        quiet = [self._texts.get(note, answer.locale) for note in made.notes]
        quiet += self._door.remarks(taken, answer.locale)
        shown = await self._finish(growing, made, quiet)
        shown += await self._pictures(answer, job, made)
        await self._studio.posted(job, shown)

    async def _make(self, job: Job, growing: "_Growing") -> Made:
        results = [result async for result in self._studio.work(job, on_text=growing.feed)]
        for result in results:
            if isinstance(result, AtelierError):
                raise result
            return result
        raise AssertionError("a job has at least one result")

    async def _finish(self, growing: "_Growing", made: Made, quiet: Sequence[str]) -> list[Shown]:
        pages = split("\n".join([made.reply.text, *(f"-# {text}" for text in quiet)]))
        messages = await self._as_file(growing, made) if len(pages) > MOST_MESSAGES else []
        for page in [] if messages else pages:
            messages.append(await growing.settle(page))
        return [
            Shown(message.id, 0, made.turn.id, None, message.channel.id) for message in messages
        ]

    async def _as_file(self, growing: "_Growing", made: Made) -> list[discord.Message]:
        beginning = split(made.reply.text)[0]
        message = await growing.settle(beginning)
        file = discord.File(io.BytesIO(made.reply.text.encode()), filename="answer.md")
        return [await message.edit(attachments=[file])]

    async def _pictures(self, answer: Answer, job: Job, made: Made) -> list[Shown]:
        """Post the pictures that a chat model may make, in a gallery of their own."""
        shown = exhibits([made.turn])
        if not shown:
            return []
        async with self._delivery.files(shown, upload_limit=answer.upload_limit) as (files, _):
            view = gallery(job.id, files, self._texts, answer.locale, said="", quiet=[])
            message_id = await answer.show(view, files)
        return [
            Shown(message_id, position, each.turn.id, each.part, job.order.place.channel_id)
            for position, each in enumerate(shown)
        ]


class _Growing:
    """Show text as it comes: one message, edited at most once in EDIT_SECONDS."""

    def __init__(self, answer: Answer, shows: Callable[[int], None]) -> None:
        self._answer = answer
        self._shows = shows
        self._text = ""
        self._news = asyncio.Event()
        self._ended = asyncio.Event()
        self._message: discord.Message | None = None

    def feed(self, text: str) -> None:
        """Take the next piece of text."""
        self._text += text
        self._news.set()

    async def settle(self, page: str) -> discord.Message:
        """Put a final page where the growing text was, the next ones behind it."""
        message, self._message = self._message, None
        if message is None:
            return await self._write(page)
        return await message.edit(content=page)

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._show())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let an edit that is under way end: cut off, its message would be forgotten."""
        self._ended.set()
        self._news.set()
        await self._task

    async def _show(self) -> None:
        """Edit until the end; what Discord refuses now, the final text makes good."""
        while not self._ended.is_set():
            await self._news.wait()
            self._news.clear()
            if self._ended.is_set():
                return
            page = split(self._text + " …")[0]
            with contextlib.suppress(discord.HTTPException):
                if self._message is None:
                    self._message = await self._write(page)
                elif self._message.content != page:
                    self._message = await self._message.edit(content=page)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), EDIT_SECONDS)

    async def _write(self, page: str) -> discord.Message:
        message = await self._answer.write(page)
        self._shows(message.id)
        return message
