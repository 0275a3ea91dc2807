"""Where an answer appears: one message, posted once and edited from then on.

An interaction can be answered for fifteen minutes (Discord docs, Interactions, Followup Messages).
What is ready later is put into the same message through its channel, and its author is told by a
short reply, because an edit notifies nobody.
"""

import asyncio
import logging
import secrets
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar, Final, TypeAlias, TypeVar

import discord

from bot.domain.errors import MissingPermissions, NotAllowed
from bot.domain.job import JobKind
from bot.interface.discord_retry import PASSING, retrying
from bot.interface.escaping import Markup
from bot.interface.jobs.requests import Origin, place_of
from bot.interface.messages.bodies import Files, MessageBody, PlainText, changes_to, content_of
from bot.interface.messages.layouts import addressed
from bot.interface.permissions import lacking, to_write
from bot.interface.texts import DEFAULT, Texts

log = logging.getLogger(__name__)

T = TypeVar("T")

UPLOAD_FLOOR: Final = 10 * 1024 * 1024
"""Bytes that every place takes: discord.py's default, Discord docs, Reference, Uploading Files."""

ANSWERABLE: Final = timedelta(minutes=14)
"""How old an interaction may be to be answered as one, a minute less than Discord allows."""

REFUSAL_STAYS: Final = timedelta(minutes=1)
"""How long a channel shows what concerns nobody but one member."""

ANNOUNCED_ALONE: Final = "announced to the caller alone"
"""What is noted with an interaction whose first message is private, for its other answers."""

NO_LONGER_ANSWERABLE: Final = frozenset({10008, 10015, 10062, 50027})
"""Discord docs, JSON Error Codes: unknown message, webhook, interaction; invalid webhook token."""

NO_REPLIES_HERE: Final = 160002
"""Discord docs, JSON Error Codes: cannot reply without permission to read message history."""

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


Say: TypeAlias = Callable[[str], MessageBody]
"""Says something in a language."""


class Answer(ABC):
    """Show things to whoever asked; `locale` is the language of those who read it.

    `own_locale` is that of the author alone. `upload_limit` is how many bytes a file may have, as
    Discord itself says where it `says_limit`, else as discord.py does.
    """

    locale: str
    own_locale: str
    upload_limit: int
    says_limit: ClassVar[bool] = False
    author: discord.User | discord.Member
    origin: Origin

    @property
    def public_channel_id(self) -> int:
        """Return the channel whose messages show this; 0 where it is in no channel's sight."""
        return 0 if self.origin.private else self.origin.place.channel_id

    def check(self, kind: JobKind) -> None:
        """Raise MissingPermissions where Discord would refuse such an answer, before it is paid."""
        if missing := self.lacking(kind):
            raise MissingPermissions(missing)

    @abstractmethod
    def lacking(self, kind: JobKind) -> tuple[str, ...]:
        """Return which permissions lack for such an answer, by discord.py's names."""

    @abstractmethod
    async def show(self, body: MessageBody, files: Files = ()) -> int:
        """Post this, or put it in place of what was shown before; return the message's id.

        Where a message can't be changed into this, it becomes a message of its own.
        """

    @abstractmethod
    async def deliver(self, body: MessageBody, files: Files = ()) -> int:
        """Show what was asked for, and tell its author where an edit alone would not be noticed."""

    @abstractmethod
    async def add(self, body: MessageBody, files: Files = ()) -> int:
        """Post this as a message of its own, behind what is shown; return its id."""

    @abstractmethod
    async def fail(self, say: Say, *, alone: bool = False) -> None:
        """Show why there is no answer, in the language of those who read it there.

        `alone`: it concerns nobody but the author. So it is told to them alone where Discord has a
        way to do so, and goes after a while where it has none.
        """

    @abstractmethod
    async def whisper(self, body: MessageBody) -> None:
        """Tell the author alone, beside the answer; nothing where Discord has no way to do so."""


class InteractionAnswer(Answer):
    """Answer a command, button or form through its interaction.

    A `private` answer is for the caller alone, as is what is pressed on such a one; when the
    interaction is no longer answerable, it is sent to them directly.
    """

    says_limit: ClassVar[bool] = True

    def __init__(
        self, interaction: discord.Interaction[Any], texts: Texts, *, private: bool = False
    ) -> None:
        self._interaction = interaction
        self._texts = texts
        self._is_plain: bool | None = None
        self._message: discord.InteractionMessage | discord.WebhookMessage | None = None
        self._later: ChannelAnswer | None = None
        self.author = interaction.user
        pressed_on = interaction.message
        private = (
            private
            or ANNOUNCED_ALONE in interaction.extras
            or (pressed_on is not None and pressed_on.flags.ephemeral)
        )
        self.own_locale = interaction.locale.value
        public_locale = (interaction.guild_locale or interaction.locale).value
        self.locale = self.own_locale if private else public_locale
        self.upload_limit = max(interaction.filesize_limit, UPLOAD_FLOOR)
        place = place_of(interaction.channel, interaction.guild_id)
        if private and interaction.guild_id is not None:
            # The next message of a thread must not go on from what others don't see.
            place = replace(place, thread_id=None)
        self.origin = Origin(place, self.author.id, interaction.id, self.locale, private)

    @property
    def public_channel_id(self) -> int:
        """Return the channel of the message; once it had to be sent directly, that of this."""
        return self._later.public_channel_id if self._later else super().public_channel_id

    def lacking(self, kind: JobKind) -> tuple[str, ...]:
        """Ask what the interaction says that the bot may do here; it may answer in any case."""
        needed = ["attach_files"] if kind is JobKind.PICTURE else []
        return lacking(self._interaction.app_permissions, *needed)

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

    async def _as_message(self) -> "ChannelAnswer":
        """Return the answer as a message, which outlives the interaction."""
        if self._later is None and self.origin.private:
            self._later = await direct(self.author, self._texts, self.own_locale)
        if self._later is None:
            channel = self._interaction.channel
            if not isinstance(channel, Room):
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


class ChannelAnswer(Answer):
    """Answer in a channel, as a reply where there is a message to reply to.

    `own_locale` is the author's, where it is known. `message` is an answer that is there already
    and is gone on with; `is_plain` says whether it has plain words. `late`: what is delivered was
    asked for long ago.
    """

    def __init__(
        self,
        channel: "discord.abc.MessageableChannel",
        texts: Texts,
        *,
        author: discord.User | discord.Member,
        own_locale: str | None = None,
        to: discord.Message | discord.PartialMessage | None = None,
        message: discord.PartialMessage | None = None,
        is_plain: bool = False,
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
        self._is_plain = is_plain
        self._is_named = False
        guild = channel.guild
        public_locale = guild.preferred_locale.value if guild else DEFAULT
        self.own_locale = own_locale or public_locale
        self.locale = public_locale if guild else self.own_locale
        self.upload_limit = max(guild.filesize_limit, UPLOAD_FLOOR) if guild else UPLOAD_FLOOR
        place = place_of(channel, guild.id if guild else None)
        self.origin = Origin(place, author.id, to.id if to else 0, self.locale)

    def lacking(self, kind: JobKind) -> tuple[str, ...]:
        """Ask what the roles and the channel allow the bot."""
        if self.channel.guild is None:
            return ()
        allowed = self.channel.permissions_for(self.channel.guild.me)
        files = ["attach_files"] if kind is JobKind.PICTURE else []
        return lacking(allowed, *to_write(self.channel), *files)

    async def show(self, body: MessageBody, files: Files = ()) -> int:
        """Post a reply first and edit it from then on; post anew where that is not possible."""
        message, old = self._message, None
        if message is not None and self._is_plain == isinstance(body, PlainText):
            try:
                self._message = await retrying(
                    lambda: message.edit(**changes_to(self._named(body), files))
                )
            except discord.HTTPException as error:
                if error.status in MAY_STILL_BE_EDITED:
                    raise
                old = message
            else:
                return message.id
        self._message = await self._send(body, files, to=self._to)
        self._is_plain = isinstance(body, PlainText)
        if old is not None:
            await _take_away(old)
        return self._message.id

    async def add(self, body: MessageBody, files: Files = ()) -> int:
        """Post it behind the reply, as a reply to nothing."""
        return (await self._send(body, files, to=None)).id

    async def _send(
        self,
        body: MessageBody,
        files: Files,
        *,
        to: discord.Message | discord.PartialMessage | None,
    ) -> discord.Message:
        """Post a message; by its nonce it is posted once, however often Discord breaks down.

        A reply pings nobody, and may point to a message that is gone. Where the bot may not reply,
        what would be a reply names whom it is for.
        """
        if to is not None and not self._is_named:
            reference = discord.MessageReference.from_message(to, fail_if_not_exists=False)
            try:
                return await self._post(body, files, reference=reference, mention_author=False)
            except discord.Forbidden as error:
                if error.code != NO_REPLIES_HERE:
                    raise
                self._is_named = True
        return await self._post(self._named(body) if to is not None else body, files)

    async def _post(self, body: MessageBody, files: Files, **reference: Any) -> discord.Message:
        nonce = f"{self._nonce}.{self._posts}"
        message = await retrying(
            lambda: self.channel.send(
                files=[file.open() for file in files], nonce=nonce, **content_of(body), **reference
            )
        )
        self._posts += 1
        return message

    def _named(self, body: MessageBody) -> MessageBody:
        """Say whom this is for, where it can't be a reply to them; nobody is notified of that."""
        if not self._is_named:
            return body
        member = Markup(self.author.mention)
        return addressed(self._texts.get("answer-to", self.locale, member=member), body)

    async def deliver(self, body: MessageBody, files: Files = ()) -> int:
        """Show it; only where it is late, more than that is needed to be noticed."""
        message_id = await self.show(body, files)
        if self._late and self._message is not None:
            try:
                await self._tell(self._message)
            except Exception as error:  # noqa: BLE001 (what is delivered stays delivered)
                log.warning("an author could not be told: %s", type(error).__name__)
        return message_id

    async def _tell(self, message: discord.Message | discord.PartialMessage) -> None:
        """Notify the author by a short reply, or behind the answer where the bot may not reply."""
        author = Markup(self.author.mention)
        ready = self._texts.get("late-ready", self.locale, member=author)
        whom = discord.AllowedMentions(users=[self.author], replied_user=False)
        reference = discord.MessageReference.from_message(message, fail_if_not_exists=False)
        try:
            await self.channel.send(ready, reference=reference, allowed_mentions=whom)
        except discord.Forbidden as error:
            if error.code != NO_REPLIES_HERE:
                raise
            await self.channel.send(ready, allowed_mentions=whom)

    async def fail(self, say: Say, *, alone: bool = False) -> None:
        """Show it where the answer would have been; among others, what concerns one goes again."""
        await self.show(say(self.locale))
        if alone and self.channel.guild is not None:
            self._fading = asyncio.create_task(self._fade())

    async def _fade(self) -> None:
        await asyncio.sleep(REFUSAL_STAYS.total_seconds())
        try:
            if self._message is not None:
                await self._message.delete()
        except (discord.HTTPException, ConnectionError, TimeoutError) as error:
            log.warning("a refusal could not be deleted: %s", type(error).__name__)

    async def whisper(self, body: MessageBody) -> None:
        """Do nothing: a channel has no messages for one member alone."""


async def _take_away(message: discord.Message | discord.PartialMessage) -> None:
    """Delete a message that says how far an answer is which stands elsewhere by now."""
    try:
        await message.delete()
    except (discord.HTTPException, *PASSING) as error:
        log.warning("an old line could not be deleted: %s", type(error).__name__)


async def direct(author: discord.User | discord.Member, texts: Texts, locale: str) -> ChannelAnswer:
    """Return the way to an author who can't be answered where they asked; `locale` is theirs."""
    return ChannelAnswer(await author.create_dm(), texts, author=author, own_locale=locale)
