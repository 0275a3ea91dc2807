"""Where an answer appears: one message, posted once and edited from then on.

An interaction can be answered for fifteen minutes (Discord docs, Interactions, Followup Messages).
What is ready later is put into the same message through its channel, and its author is told by a
short reply, because an edit notifies nobody.
"""

import logging
import secrets
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
    suppress,
)
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, TypeAlias

import discord

from bot.domain.errors import NotAllowed
from bot.domain.job import JobKind
from bot.interface.escaping import Markup
from bot.interface.orders import Asking, place_of
from bot.interface.patience import patiently
from bot.interface.texts import DEFAULT, Texts

log = logging.getLogger(__name__)

UPLOAD_FLOOR: Final = 10 * 1024 * 1024
"""Bytes that every place takes: discord.py's default, Discord docs, Reference, Uploading Files."""

ANSWERABLE: Final = timedelta(minutes=14)
"""How old an interaction may be to be answered as one, a minute less than Discord allows."""

NO_LONGER_ANSWERABLE: Final = frozenset({10008, 10015, 10062, 50027})
"""Discord docs, JSON Error Codes: unknown message, webhook, interaction; invalid webhook token."""

MAY_STILL_BE_EDITED: Final = frozenset({413, 500, 502, 503, 504})
"""Statuses after which a message is still there: too large for it, or Discord's own trouble."""

Room: TypeAlias = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.Thread
    | discord.DMChannel
)
"""Where a bot can write messages."""


@dataclass(frozen=True, slots=True)
class OutFile:
    """Name a file that is to be posted; it is opened anew for each attempt to send it."""

    path: Path
    filename: str
    description: str | None = None

    def open(self) -> discord.File:
        """Open the file; discord.py reads it in a thread while it sends, and closes it."""
        return discord.File(self.path, filename=self.filename, description=self.description)


class Answer(ABC):
    """Show things to whoever asked; `locale` is the language of those who read it.

    `own_locale` is that of the author alone.
    """

    locale: str
    own_locale: str
    upload_limit: int
    author: discord.User | discord.Member
    asking: Asking

    @property
    def public_channel_id(self) -> int:
        """Return the channel whose messages show this; 0 where it is in no channel's sight."""
        return 0 if self.asking.private else self.asking.place.channel_id

    @abstractmethod
    def check(self, kind: JobKind) -> None:
        """Raise NotAllowed where Discord would refuse such an answer: before anything is paid."""

    @abstractmethod
    async def show(self, view: discord.ui.LayoutView, files: Sequence[OutFile] = ()) -> int:
        """Post this, or put it in place of what was shown before; return the message's id."""

    @abstractmethod
    async def deliver(self, view: discord.ui.LayoutView, files: Sequence[OutFile] = ()) -> int:
        """Show what was asked for, and tell its author where an edit alone would not be noticed."""

    @abstractmethod
    async def fail(self, view: discord.ui.LayoutView) -> None:
        """Show why there is no answer, to the caller alone where that is still possible."""

    @abstractmethod
    async def whisper(self, view: discord.ui.LayoutView) -> None:
        """Tell the author alone, beside the answer; nothing where Discord has no way to do so."""

    @abstractmethod
    async def write(self, text: str) -> discord.Message:
        """Post plain words as a message of their own, the first one as the answer."""

    @abstractmethod
    def busy(self) -> AbstractAsyncContextManager[None]:
        """Show that something is being written, as long as this is held."""


class InteractionAnswer(Answer):
    """Answer a command, button or form through its interaction.

    A `private` answer is for the caller alone, as is what is pressed on such a one; when the
    interaction is no longer answerable, it is sent to them directly.
    """

    def __init__(
        self, interaction: discord.Interaction[Any], texts: Texts, *, private: bool = False
    ) -> None:
        self._interaction = interaction
        self._texts = texts
        self._announced = True
        self._message_id: int | None = None
        self._later: ChannelAnswer | None = None
        self.author = interaction.user
        pressed_on = interaction.message
        private = private or (pressed_on is not None and pressed_on.flags.ephemeral)
        self.own_locale = interaction.locale.value
        public_locale = (interaction.guild_locale or interaction.locale).value
        self.locale = self.own_locale if private else public_locale
        self.upload_limit = max(interaction.filesize_limit, UPLOAD_FLOOR)
        place = place_of(interaction.channel, interaction.guild_id)
        if private and interaction.guild_id is not None:
            # The next message of a thread must not go on from what others don't see.
            place = replace(place, thread_id=None)
        self.asking = Asking(place, self.author.id, interaction.id, self.locale, private)

    @property
    def public_channel_id(self) -> int:
        """Return the channel of the message; once it had to be sent directly, that of this."""
        return self._later.public_channel_id if self._later else super().public_channel_id

    def check(self, kind: JobKind) -> None:
        """Ask what the interaction says that the bot may do here."""
        if kind is JobKind.PICTURE and not self._interaction.app_permissions.attach_files:
            raise NotAllowed(key="error-permission")

    async def defer(self, *, in_place: bool = False) -> None:
        """Tell Discord at once that an answer is coming; it allows three seconds.

        `in_place`: the answer takes the place of the message whose button was pressed.
        """
        if in_place:
            await self._interaction.response.defer()
        else:
            await self._interaction.response.defer(thinking=True, ephemeral=self.asking.private)

    async def show(self, view: discord.ui.LayoutView, files: Sequence[OutFile] = ()) -> int:
        """Edit the message that the deferral announced; later, edit it through its channel."""
        edited = await self._edit(view, files)
        return edited or await (await self._as_message()).show(view, files)

    async def deliver(self, view: discord.ui.LayoutView, files: Sequence[OutFile] = ()) -> int:
        """Show it, and tell the author if the interaction is no longer answerable."""
        edited = await self._edit(view, files)
        return edited or await (await self._as_message()).deliver(view, files)

    async def _edit(self, view: discord.ui.LayoutView, files: Sequence[OutFile]) -> int | None:
        """Edit the answer and return its id; None once the interaction is no longer answerable.

        A message that has plain words can't become a layout (Discord docs, Components), so after
        words a layout is a message of its own.
        """
        age = discord.utils.utcnow() - self._interaction.created_at
        if self._later is not None or age >= ANSWERABLE:
            return None
        try:
            if self._announced:
                message = await patiently(
                    lambda: self._interaction.edit_original_response(
                        view=view, attachments=[file.open() for file in files]
                    )
                )
            else:
                message = await self._interaction.followup.send(
                    view=view,
                    files=[file.open() for file in files],
                    ephemeral=self.asking.private,
                    wait=True,
                )
        except discord.HTTPException as error:
            if error.code not in NO_LONGER_ANSWERABLE:
                raise
            return None
        self._message_id = message.id
        return message.id

    async def fail(self, view: discord.ui.LayoutView) -> None:
        """Answer the caller alone if nothing was answered yet, else in the announced message.

        A message whose button was pressed stays as it is: it may be tried again.
        """
        response = self._interaction.response
        in_place = response.type is discord.InteractionResponseType.deferred_message_update
        if in_place and self._message_id is None:
            await self.whisper(view)
        elif response.is_done():
            await self.show(view)
        else:
            await response.send_message(view=view, ephemeral=True)

    async def whisper(self, view: discord.ui.LayoutView) -> None:
        """Send what only the caller sees; lost where the interaction is no longer answerable."""
        if self._interaction.response.is_done():
            await self._interaction.followup.send(view=view, ephemeral=True)

    async def write(self, text: str) -> discord.Message:
        """Put words into the announced message, and more words behind it."""
        if self._announced:
            message = await patiently(
                lambda: self._interaction.edit_original_response(content=text)
            )
            self._announced = False
            return message
        return await self._interaction.followup.send(text, ephemeral=self.asking.private, wait=True)

    def busy(self) -> AbstractAsyncContextManager[None]:
        """Leave it to the deferral, which shows it already."""
        return nullcontext()

    async def _as_message(self) -> "ChannelAnswer":
        """Return the answer as a message, which outlives the interaction."""
        if self._later is None and self.asking.private:
            self._later = await direct(self, self._texts)
        if self._later is None:
            channel = self._interaction.channel
            if not isinstance(channel, Room):
                raise NotAllowed(key="error-permission")
            message = channel.get_partial_message(self._message_id) if self._message_id else None
            self._later = ChannelAnswer(
                channel, self._texts, author=self.author, message=message, late=True
            )
        return self._later


class ChannelAnswer(Answer):
    """Answer in a channel, as a reply where there is a message to reply to.

    `message` is an answer that is there already and is gone on with. `late`: what is delivered was
    asked for long ago.
    """

    def __init__(
        self,
        channel: "discord.abc.MessageableChannel",
        texts: Texts,
        *,
        author: discord.User | discord.Member,
        to: discord.Message | None = None,
        message: discord.PartialMessage | None = None,
        late: bool = False,
    ) -> None:
        self.channel = channel
        self.author = author
        self._texts = texts
        self._to = to
        self._late = late
        self._nonce = str(to.id) if to else secrets.token_hex(8)
        self._posts = 0
        self._message: discord.Message | discord.PartialMessage | None = message
        guild = channel.guild
        self.locale = self.own_locale = guild.preferred_locale.value if guild else DEFAULT
        self.upload_limit = max(guild.filesize_limit, UPLOAD_FLOOR) if guild else UPLOAD_FLOOR
        place = place_of(channel, guild.id if guild else None)
        self.asking = Asking(place, author.id, to.id if to else 0, self.locale)

    def check(self, kind: JobKind) -> None:
        """Ask what the roles and the channel allow the bot."""
        if self.channel.guild is None:
            return
        allowed = self.channel.permissions_for(self.channel.guild.me)
        is_thread = isinstance(self.channel, discord.Thread)
        may_send = allowed.send_messages_in_threads if is_thread else allowed.send_messages
        if not may_send or (kind is JobKind.PICTURE and not allowed.attach_files):
            raise NotAllowed(key="error-permission")

    async def show(self, view: discord.ui.LayoutView, files: Sequence[OutFile] = ()) -> int:
        """Post a reply first and edit it from then on; post anew where that is not possible."""
        message = self._message
        if message is not None:
            try:
                self._message = await patiently(
                    lambda: message.edit(view=view, attachments=[file.open() for file in files])
                )
            except discord.HTTPException as error:
                if error.status in MAY_STILL_BE_EDITED:
                    raise
                self._message = None
            else:
                return message.id
        self._message = await self._send(view=view, files=files)
        return self._message.id

    async def _send(
        self,
        text: str | None = None,
        *,
        view: discord.ui.LayoutView | None = None,
        files: Sequence[OutFile] = (),
    ) -> discord.Message:
        """Post a message; by its nonce it is posted once, however often Discord breaks down."""
        given: dict[str, Any] = {} if view is None else {"view": view}
        nonce = f"{self._nonce}.{self._posts}"
        message = await patiently(
            lambda: self.channel.send(
                text, files=[file.open() for file in files], nonce=nonce, **given, **self._reply()
            )
        )
        self._posts += 1
        return message

    async def deliver(self, view: discord.ui.LayoutView, files: Sequence[OutFile] = ()) -> int:
        """Show it; only where it is late, more than that is needed to be noticed."""
        message_id = await self.show(view, files)
        if self._late and self._message is not None:
            try:
                await self._tell(self._message)
            except Exception as error:  # noqa: BLE001 (what is delivered stays delivered)
                log.warning("an author could not be told: %s", type(error).__name__)
        return message_id

    async def _tell(self, message: discord.Message | discord.PartialMessage) -> None:
        """Notify the author by a short reply."""
        reference = discord.MessageReference.from_message(message, fail_if_not_exists=False)
        author = Markup(self.author.mention)
        ready = self._texts.get("late-ready", self.locale, member=author)
        await self.channel.send(
            ready,
            reference=reference,
            mention_author=False,
            allowed_mentions=discord.AllowedMentions(users=[self.author]),
        )

    async def fail(self, view: discord.ui.LayoutView) -> None:
        """Show it where the answer would have been."""
        await self.show(view)

    async def whisper(self, view: discord.ui.LayoutView) -> None:
        """Do nothing: a channel has no messages for one member alone."""

    async def write(self, text: str) -> discord.Message:
        """Post plain words as a new message; the first one is the reply."""
        message = await self._send(text)
        self._to = None
        return message

    @asynccontextmanager
    async def busy(self) -> AsyncGenerator[None]:
        """Show that the bot is typing, where Discord lets it."""
        async with AsyncExitStack() as typing:
            with suppress(discord.HTTPException):
                await typing.enter_async_context(self.channel.typing())
            yield

    def _reply(self) -> dict[str, Any]:
        """Return what makes a message a reply that pings nobody; it may point to a gone message."""
        if self._to is None:
            return {}
        reference = self._to.to_reference(fail_if_not_exists=False)
        return {"reference": reference, "mention_author": False}


async def direct(answer: Answer, texts: Texts) -> ChannelAnswer:
    """Return the way to an author who can't be answered where they asked."""
    return ChannelAnswer(await answer.author.create_dm(), texts, author=answer.author)
