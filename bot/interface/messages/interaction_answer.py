"""Answers to a command, button or form, through its interaction.

An interaction can be answered for fifteen minutes (Discord docs, Interactions, Followup Messages).
What is ready later is put into the same message through its channel, and its author is told by a
short reply, because an edit notifies nobody.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar, Final, TypeVar

import discord

from bot.domain.errors import NotAllowed
from bot.domain.job import JobKind
from bot.interface.discord_retry import retrying
from bot.interface.messages.answers import (
    UPLOAD_FLOOR,
    Answer,
    MessageableChannel,
    Origin,
    Say,
    asker_of,
    place_of,
)
from bot.interface.messages.bodies import Files, MessageBody, PlainText, changes_to, content_of
from bot.interface.messages.channel_answer import ChannelAnswer, direct
from bot.interface.permissions import is_guest, lacking, server_of
from bot.interface.texts import Texts

T = TypeVar("T")

ANSWERABLE: Final = timedelta(minutes=14)
"""How old an interaction may be to be answered as one, a minute less than Discord allows."""

ANNOUNCED_ALONE: Final = "announced to the caller alone"
"""What is noted with an interaction whose first message is private, for its other answers."""

NO_LONGER_ANSWERABLE: Final = frozenset({10008, 10015, 10062, 50027})
"""Discord docs, JSON Error Codes: unknown message, webhook, interaction; invalid webhook token."""


class InteractionAnswer(Answer):
    """Answer a command, button or form through its interaction.

    A `private` answer is for the caller alone, as is what is pressed on such a one unless that is
    `public` all the same; when the interaction is no longer answerable, it is sent to them
    directly.
    """

    says_limit: ClassVar[bool] = True

    def __init__(
        self,
        interaction: discord.Interaction[Any],
        texts: Texts,
        *,
        private: bool = False,
        public: bool = False,
    ) -> None:
        self._interaction = interaction
        self._texts = texts
        self._is_plain: bool | None = None
        self._message: discord.InteractionMessage | discord.WebhookMessage | None = None
        self._later: ChannelAnswer | None = None
        self.author = interaction.user
        pressed_on = interaction.message
        is_alone = ANNOUNCED_ALONE in interaction.extras or (
            pressed_on is not None and pressed_on.flags.ephemeral
        )
        guest = is_guest(interaction)
        # Where a server wants no outside apps, Discord shows what they say to the caller alone.
        is_outside = guest and interaction.guild_id is not None
        is_hushed = is_outside and not interaction.permissions.use_external_apps
        private = private or is_hushed or (is_alone and not public)
        self.own_locale = interaction.locale.value
        usual = (interaction.guild_locale or interaction.locale).value
        public_locale = texts.public(server_of(interaction), usual)
        self.locale = self.own_locale if private else public_locale
        self.upload_limit = max(interaction.filesize_limit, UPLOAD_FLOOR)
        self.guild_id = interaction.guild_id
        # What a guest makes is its author's, as in direct messages, and not that server's.
        place = place_of(interaction.channel, None if guest else interaction.guild_id)
        if private and interaction.guild_id is not None:
            # The next message of a thread must not go on from what others don't see.
            place = replace(place, thread_id=None)
        self.origin = Origin(
            place,
            self.author.id,
            interaction.id,
            self.locale,
            asker_of(interaction.channel, None if guest else interaction.guild, self.author),
            private,
            self.author.display_name,
        )

    @property
    def public_channel_id(self) -> int:
        """Return the channel of the message; once it had to be sent directly, that of this."""
        return self._later.public_channel_id if self._later else super().public_channel_id

    def lacking(self, kind: JobKind) -> tuple[str, ...]:
        """Ask what the interaction says that the bot may do here; it may answer in any case."""
        needed = ["attach_files"] if kind is JobKind.PICTURE else []
        return lacking(self._interaction.app_permissions, *needed)

    @property
    def channel(self) -> object:
        """Return where it was asked, else where it had to be sent."""
        return self._later.channel if self._later else self._interaction.channel

    @property
    def author_moderates(self) -> bool:
        """Ask what the interaction says that its caller may do here."""
        return self._interaction.permissions.manage_messages

    async def defer(self, *, in_place: bool = False) -> None:
        """Tell Discord at once that an answer is coming; it allows three seconds.

        `in_place`: the answer takes the place of the message whose button was pressed.
        """
        if in_place:
            await self._interaction.response.defer()
            return
        await self._interaction.response.defer(thinking=True, ephemeral=self.origin.private)
        if self.origin.private:
            self._interaction.extras[ANNOUNCED_ALONE] = True

    async def show(self, body: MessageBody, files: Files = ()) -> int:
        """Edit the message that the deferral announced; later, edit it through its channel."""
        shown = await self._edit(body, files)
        return shown or await (await self._as_message()).show(body, files)

    async def deliver(self, body: MessageBody, files: Files = ()) -> int:
        """Show it, and tell the author if the interaction is no longer answerable."""
        shown = await self._edit(body, files)
        return shown or await (await self._as_message()).deliver(body, files)

    async def add(self, body: MessageBody, files: Files = ()) -> int:
        """Post it as a follow-up; later, as a message of the channel."""
        added = await self._answerable(lambda: self._follow_up(body, files))
        return added.id if added else await (await self._as_message()).add(body, files)

    def below(self, message_id: int) -> ChannelAnswer:
        """Answer in the channel; raise NotAllowed where that is not known."""
        channel = self._interaction.channel
        if not isinstance(channel, MessageableChannel):
            raise NotAllowed(key="error-forbidden")
        return ChannelAnswer(
            channel,
            self._texts,
            author=self.author,
            own_locale=self.own_locale,
            to=channel.get_partial_message(message_id),
        )

    async def _edit(self, body: MessageBody, files: Files) -> int | None:
        """Edit the answer and return its id; None once the interaction is no longer answerable."""

        async def edit() -> discord.InteractionMessage | discord.WebhookMessage:
            given = changes_to(body, files)
            if isinstance(self._message, discord.WebhookMessage):
                return await self._message.edit(**given)
            return await self._interaction.edit_original_response(**given)

        is_plain = isinstance(body, PlainText)
        if self._is_plain in {None, is_plain}:
            message = await self._answerable(lambda: retrying(edit))
        else:
            message = await self._answerable(lambda: self._follow_up(body, files))
        if message is None:
            return None
        self._message, self._is_plain = message, is_plain
        return message.id

    async def _follow_up(self, body: MessageBody, files: Files) -> discord.WebhookMessage:
        """Post one more message.

        It has no nonce, so it is repeated only where Discord itself said that it is not there.
        """
        return await retrying(
            lambda: self._interaction.followup.send(
                **content_of(body),
                files=[file.open() for file in files],
                ephemeral=self.origin.private,
                wait=True,
            ),
            over=(discord.DiscordServerError,),
        )

    async def _answerable(self, attempt: Callable[[], Awaitable[T]]) -> T | None:
        """Return what an attempt does; None once the interaction is no longer answerable."""
        age = discord.utils.utcnow() - self._interaction.created_at
        if self._later is not None or age >= ANSWERABLE:
            return None
        try:
            return await attempt()
        except discord.HTTPException as error:
            if error.code not in NO_LONGER_ANSWERABLE:
                raise
            return None

    async def fail(self, say: Say, *, alone: bool = False) -> None:
        """Tell the caller alone if nothing was answered yet, else all in the announced message.

        A message whose button was pressed stays as it is: it may be tried again.
        """
        response = self._interaction.response
        in_place = response.type is discord.InteractionResponseType.deferred_message_update
        if not response.is_done():
            await response.send_message(**content_of(say(self.own_locale)), ephemeral=True)
        elif in_place and self._message is None:
            await self.whisper(say(self.own_locale))
        elif alone and self._message is None and not self.origin.private:
            await self._tell_instead(say(self.own_locale))
        else:
            await self.show(say(self.locale))

    async def _tell_instead(self, body: MessageBody) -> None:
        """Tell the caller alone, in place of the message that was announced to all.

        What was announced to all can't become private, and takes whatever follows it until it is
        filled in (Discord docs, Interactions, Create Followup Message): so it is, and then goes.
        """
        if await self._edit(body, ()) is None:
            await (await self._as_message()).fail(lambda _: body, alone=True)
            return
        await self._interaction.delete_original_response()
        await self.whisper(body)

    async def whisper(self, body: MessageBody) -> None:
        """Send what only the caller sees; lost where the interaction is no longer answerable."""
        if self._interaction.response.is_done():
            await self._interaction.followup.send(**content_of(body), ephemeral=True)

    async def _as_message(self) -> ChannelAnswer:
        """Return the answer as a message, which outlives the interaction."""
        if self._later is None and self.origin.private:
            self._later = await direct(self.author, self._texts, self.own_locale)
        if self._later is None:
            channel = self._interaction.channel
            if not isinstance(channel, MessageableChannel):
                raise NotAllowed(key="error-forbidden")
            message = channel.get_partial_message(self._message.id) if self._message else None
            self._later = ChannelAnswer(
                channel,
                self._texts,
                author=self.author,
                own_locale=self.own_locale,
                message=message,
                is_plain=bool(self._is_plain),
                late=True,
            )
        return self._later
