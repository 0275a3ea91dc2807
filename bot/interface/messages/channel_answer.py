"""Answers in a channel, as a reply where there is a message to reply to."""

import asyncio
import logging
import secrets
from datetime import timedelta
from typing import Any, Final

import discord

from bot.domain.job import JobKind
from bot.interface.discord_retry import PASSING, retrying
from bot.interface.markup import Markup
from bot.interface.messages.answers import UPLOAD_FLOOR, Answer, Origin, Say, asker_of, place_of
from bot.interface.messages.bodies import Files, MessageBody, PlainText, changes_to, content_of
from bot.interface.messages.layouts import addressed
from bot.interface.permissions import lacking, to_write
from bot.interface.texts import DEFAULT, Texts

log = logging.getLogger(__name__)

REFUSAL_STAYS: Final = timedelta(minutes=1)
"""How long a channel shows what concerns nobody but one member."""

NO_REPLIES_HERE: Final = 160002
"""Discord docs, JSON Error Codes: cannot reply without permission to read message history."""

MAY_STILL_BE_EDITED: Final = frozenset({413, 500, 502, 503, 504})
"""Statuses after which a message is still there: too large for it, or Discord's own trouble."""


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
        self._channel = channel
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
        public_locale = texts.public(guild.id, guild.preferred_locale.value) if guild else DEFAULT
        self.own_locale = own_locale or public_locale
        self.locale = public_locale if guild else self.own_locale
        self.upload_limit = max(guild.filesize_limit, UPLOAD_FLOOR) if guild else UPLOAD_FLOOR
        self.guild_id = guild.id if guild else None
        place = place_of(channel, self.guild_id)
        self.origin = Origin(
            place,
            author.id,
            to.id if to else 0,
            self.locale,
            asker_of(channel, guild, author),
            author_name=author.display_name,
        )

    def lacking(self, kind: JobKind) -> tuple[str, ...]:
        """Ask what the roles and the channel allow the bot."""
        if self.channel.guild is None:
            return ()
        allowed = self.channel.permissions_for(self.channel.guild.me)
        files = ["attach_files"] if kind is JobKind.PICTURE else []
        return lacking(allowed, *to_write(self.channel), *files)

    @property
    def channel(self) -> "discord.abc.MessageableChannel":
        """Return where it stands."""
        return self._channel

    @property
    def author_moderates(self) -> bool:
        """Ask what the roles and the channel allow the author, where those are known."""
        if not isinstance(self.author, discord.Member):
            return False
        return self.channel.permissions_for(self.author).manage_messages

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

    def below(self, message_id: int) -> "ChannelAnswer":
        """Answer in the same channel, in the same languages."""
        assert not isinstance(self.channel, discord.GroupChannel)  # no bot is in one
        return ChannelAnswer(
            self.channel,
            self._texts,
            author=self.author,
            own_locale=self.own_locale,
            to=self.channel.get_partial_message(message_id),
            late=self._late,
        )

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
