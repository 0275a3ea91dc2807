"""Where an answer appears: one message, posted once and edited from then on."""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any, Final

import discord

from bot.domain.errors import NotAllowed
from bot.interface.texts import DEFAULT

UPLOAD_FLOOR: Final = 10 * 1024 * 1024
"""Bytes that every place takes: discord.py's default, Discord docs, Reference, Uploading Files."""


class Answer(ABC):
    """Show things to whoever asked; `locale` is the language of those who read it."""

    locale: str
    upload_limit: int

    @abstractmethod
    def check(self) -> None:
        """Raise NotAllowed where Discord would refuse the pictures: before anything is paid."""

    @abstractmethod
    async def show(self, view: discord.ui.LayoutView, files: Sequence[discord.File] = ()) -> int:
        """Post this, or put it in place of what was shown before; return the message's id."""

    @abstractmethod
    async def fail(self, view: discord.ui.LayoutView) -> None:
        """Show why there is no answer, to the caller alone where that is still possible."""

    @abstractmethod
    async def write(self, text: str) -> discord.Message:
        """Post plain words as a message of their own, the first one as the answer."""

    @abstractmethod
    def busy(self) -> AbstractAsyncContextManager[None]:
        """Show that something is being written, as long as this is held."""


class InteractionAnswer(Answer):
    """Answer a command, button or form through its interaction."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction
        self._announced = True
        self.locale = (interaction.guild_locale or interaction.locale).value
        self.upload_limit = max(interaction.filesize_limit, UPLOAD_FLOOR)

    def check(self) -> None:
        """Ask what the interaction says that the bot may do here."""
        if not self._interaction.app_permissions.attach_files:
            raise NotAllowed(key="error-permission")

    async def defer(self) -> None:
        """Tell Discord at once that an answer is coming; it allows three seconds."""
        await self._interaction.response.defer(thinking=True)

    async def show(self, view: discord.ui.LayoutView, files: Sequence[discord.File] = ()) -> int:
        """Edit the message that the deferral announced."""
        message = await self._interaction.edit_original_response(view=view, attachments=files)
        return message.id

    async def fail(self, view: discord.ui.LayoutView) -> None:
        """Answer the caller alone if nothing was answered yet, else in the announced message."""
        if self._interaction.response.is_done():
            await self.show(view)
        else:
            await self._interaction.response.send_message(view=view, ephemeral=True)

    async def write(self, text: str) -> discord.Message:
        """Put words into the announced message, and more words behind it."""
        if self._announced:
            self._announced = False
            return await self._interaction.edit_original_response(content=text)
        return await self._interaction.followup.send(text, wait=True)

    def busy(self) -> AbstractAsyncContextManager[None]:
        """Leave it to the deferral, which shows it already."""
        return nullcontext()


class ChannelAnswer(Answer):
    """Answer in a channel, as a reply where there is a message to reply to."""

    def __init__(
        self,
        channel: "discord.abc.MessageableChannel",
        *,
        to: discord.Message | None = None,
    ) -> None:
        self.channel = channel
        self._to = to
        self._message: discord.Message | None = None
        guild = channel.guild
        self.locale = guild.preferred_locale.value if guild else DEFAULT
        self.upload_limit = max(guild.filesize_limit, UPLOAD_FLOOR) if guild else UPLOAD_FLOOR

    def check(self) -> None:
        """Ask what the roles and the channel allow the bot."""
        if self.channel.guild is None:
            return
        allowed = self.channel.permissions_for(self.channel.guild.me)
        is_thread = isinstance(self.channel, discord.Thread)
        may_send = allowed.send_messages_in_threads if is_thread else allowed.send_messages
        if not (may_send and allowed.attach_files):
            raise NotAllowed(key="error-permission")

    async def show(self, view: discord.ui.LayoutView, files: Sequence[discord.File] = ()) -> int:
        """Post a reply the first time, and edit it from then on."""
        if self._message is None:
            self._message = await self.channel.send(view=view, files=files, **self._reply())
        else:
            self._message = await self._message.edit(view=view, attachments=files)
        return self._message.id

    async def fail(self, view: discord.ui.LayoutView) -> None:
        """Show it where the answer would have been."""
        await self.show(view)

    async def write(self, text: str) -> discord.Message:
        """Post plain words as a new message; the first one is the reply."""
        reply, self._to = self._reply(), None
        return await self.channel.send(text, **reply)

    @asynccontextmanager
    async def busy(self) -> AsyncGenerator[None]:
        """Show that the bot is typing."""
        async with self.channel.typing():
            yield

    def _reply(self) -> dict[str, Any]:
        """Return what makes a message a reply that pings nobody; it may point to a gone message."""
        if self._to is None:
            return {}
        reference = self._to.to_reference(fail_if_not_exists=False)
        return {"reference": reference, "mention_author": False}
