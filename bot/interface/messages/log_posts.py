"""Posts in the channels that servers chose to be told things in.

Nothing waits for them and nothing fails by them: what is told is put in a queue, and posted beside
all else. Whatever comes within two seconds is one message.
"""

import asyncio
import contextlib
import logging
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import discord

from bot.interface.discord_retry import retrying
from bot.interface.lookup import TROUBLE
from bot.interface.markup import Markup
from bot.interface.messages.answers import MessageableChannel
from bot.interface.messages.buttons import Button
from bot.interface.messages.layouts import TEXT_CHARACTERS, Layout, line, with_buttons
from bot.interface.text_limits import truncate
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook

log = logging.getLogger(__name__)

GATHERED_SECONDS: Final = 2.0
"""What comes within these is posted together."""

LAST_SECONDS: Final = 3.0
"""How long a bot that stops takes to post what is left."""

MOST_WAITING: Final = 30
"""How many records of one channel wait at most; of the others it is told how many they were."""

RECORD_CHARACTERS: Final = 900

Say: TypeAlias = Callable[[str], Markup]
"""Says in a language what happened."""


def _no_buttons(_locale: str) -> list[Button]:
    return []


@dataclass(frozen=True, slots=True)
class Record:
    """What is told; with buttons it is a message of its own, and never left out.

    What was said in the thread `thread_id` is only told if that is open to its whole channel.
    """

    say: Say
    buttons: Callable[[str], list[Button]] = _no_buttons
    thread_id: int | None = None


@dataclass(slots=True)
class _Queue:
    """What waits for one channel of a server, and how much found no room."""

    guild_id: int
    records: deque[Record] = field(default_factory=deque[Record])
    left_out: int = 0


class LogPosts:
    """Post records, each channel by itself, in the language of its server."""

    def __init__(self, guild_book: GuildBook, texts: Texts) -> None:
        self._guild_book = guild_book
        self._texts = texts
        self._queues: dict[int, _Queue] = {}
        self._posting = set[int]()
        self._news = asyncio.Event()
        self._closed = set[int]()

    def add(self, guild_id: int, channel_id: int, record: Record) -> None:
        """Let a record be posted in a channel of a server."""
        queue = self._queues.setdefault(channel_id, _Queue(guild_id))
        if len(queue.records) < MOST_WAITING or record.buttons is not _no_buttons:
            queue.records.append(record)
        else:
            queue.left_out += 1
        self._news.set()

    async def run(self, client: discord.Client) -> None:
        """Post what is added as long as this runs."""
        await client.wait_until_ready()
        async with asyncio.TaskGroup() as channels:
            while True:
                await self._news.wait()
                self._news.clear()
                for channel_id in self._queues.keys() - self._posting:
                    self._posting.add(channel_id)
                    channels.create_task(self._post_all(client, channel_id))

    async def _post_all(self, client: discord.Client, channel_id: int) -> None:
        """Post all that waits for a channel; a bot that stops posts what it can at once."""
        try:
            while channel_id in self._queues:
                await asyncio.sleep(GATHERED_SECONDS)
                await self._post(client, channel_id)
        except asyncio.CancelledError:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LAST_SECONDS):
                    await self._post(client, channel_id)
            raise
        finally:
            self._posting.discard(channel_id)

    async def _post(self, client: discord.Client, channel_id: int) -> None:
        """Post as much as one message holds; where the channel takes nothing, all is let go."""
        queue = self._queues[channel_id]
        try:
            await self._send(client, channel_id, queue)
        except TROUBLE as error:
            self._let_go(channel_id, type(error).__name__)
        except Exception:
            del self._queues[channel_id]
            log.exception("log channel %d could not be told", channel_id)
        else:
            self._closed.discard(channel_id)
            if not queue.records:
                del self._queues[channel_id]

    async def _send(self, client: discord.Client, channel_id: int, queue: _Queue) -> None:
        channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
        if not isinstance(channel, MessageableChannel) or channel.guild is None:
            message = "no channel for messages"
            raise discord.InvalidData(message)
        if channel.guild.id != queue.guild_id:
            message = "a channel of another server"
            raise discord.InvalidData(message)
        queue.records = deque(each for each in queue.records if _is_open(client, each.thread_id))
        if not queue.records and not queue.left_out:
            return
        own = self._guild_book.of(queue.guild_id).locale
        view = self._page(queue, own or channel.guild.preferred_locale.value)
        nonce, nobody = secrets.token_hex(8), discord.AllowedMentions.none()
        await retrying(lambda: channel.send(view=view, nonce=nonce, allowed_mentions=nobody))

    def _page(self, queue: _Queue, locale: str) -> Layout:
        """Take from a queue what fits into one message."""
        lines: list[str] = []
        room = TEXT_CHARACTERS
        while queue.records and room > RECORD_CHARACTERS:
            buttons = queue.records[0].buttons(locale)
            if buttons and lines:
                break
            said = truncate(queue.records.popleft().say(locale), RECORD_CHARACTERS)
            if buttons:
                return with_buttons(said, *buttons)
            lines.append(said)
            room -= len(said) + 1
        if queue.left_out and not queue.records:
            lines.append(self._texts.get("log-more", locale, count=queue.left_out))
            queue.left_out = 0
        return line("\n".join(lines))

    def _let_go(self, channel_id: int, why: str) -> None:
        """Write into the log that a channel takes nothing: once, until it takes something."""
        del self._queues[channel_id]
        if channel_id not in self._closed:
            self._closed.add(channel_id)
            log.warning("log channel %d takes nothing: %s", channel_id, why)


def _is_open(client: discord.Client, thread_id: int | None) -> bool:
    """Tell whether a thread is no private one; of one that is not known nobody can tell."""
    if thread_id is None:
        return True
    thread = client.get_channel(thread_id)
    return isinstance(thread, discord.Thread) and not thread.is_private()
