"""What a server's moderators are told in the channel that they chose for it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import discord

from bot.domain.guild_settings import SettingChange
from bot.domain.job import POINTS, Job, Purpose, Shown
from bot.interface.markup import Markup, address_of, escaped
from bot.interface.messages.answers import MessageableChannel
from bot.interface.messages.buttons import Button
from bot.interface.messages.forms import REASON_CHARACTERS
from bot.interface.messages.log_posts import LogPosts, Record
from bot.interface.permissions import lacking, to_write
from bot.interface.setting_words import money, setting_name, setting_value
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook

PROMPT_CHARACTERS: Final = 300


class LogChannel:
    """Tell a server's moderators what happens; never raises, and nothing waits for it."""

    def __init__(self, guild_book: GuildBook, texts: Texts) -> None:
        """Take what is needed; `posts` is to be run for what is told to be posted."""
        self._guild_book = guild_book
        self._texts = texts
        self.posts = LogPosts(guild_book, texts)

    def listen(self, guild_id: int) -> bool:
        """Tell whether a server has such a channel."""
        return self._guild_book.of(guild_id).log_channel is not None

    def problem(self, guild: discord.Guild, locale: str) -> str:
        """Say why a server's log channel takes nothing; nothing where it does, or there is none."""
        channel_id = self._guild_book.of(guild.id).log_channel
        if channel_id is None:
            return ""
        channel = guild.get_channel_or_thread(channel_id)
        if not isinstance(channel, MessageableChannel):
            return self._texts.get("log-gone", locale)
        missing = lacking(channel.permissions_for(guild.me), *to_write(channel))
        if not missing:
            return ""
        names = [self._texts.get(f"permission-{name}", locale) for name in missing]
        said = self._texts.listed(names, locale)
        return self._texts.get("log-closed", locale, channel=_channel(channel_id), missing=said)

    def warning(self, guild: discord.Guild, locale: str) -> str:
        """Say what is wrong with a server's log channel: it takes nothing, or all can read it."""
        if problem := self.problem(guild, locale):
            return problem
        channel_id = self._guild_book.of(guild.id).log_channel
        channel = guild.get_channel_or_thread(channel_id) if channel_id is not None else None
        if channel is None or not channel.permissions_for(guild.default_role).view_channel:
            return ""
        return self._texts.get("log-open", locale, channel=_channel(channel.id))

    def settings_changed(
        self, guild_id: int, author_id: int, changes: Sequence[SettingChange]
    ) -> None:
        """Tell who changed which settings from what to what.

        Where it is another channel from now on, or none, the one before is told that, too.
        """
        channels = {self._guild_book.of(guild_id).log_channel}
        channels |= {change.before for change in changes if change.name == "log_channel"}
        for change in changes:
            for channel_id in filter(None, channels):
                self._told_of(guild_id, channel_id, author_id, change)

    def member_blocked(
        self, guild_id: int, author_id: int, member_id: int, *, reason: str = ""
    ) -> None:
        """Tell who blocked whom, and why where they said that."""
        values = {"moderator": _member(author_id), "member": _member(member_id)}
        if why := shorten(reason, REASON_CHARACTERS):
            self._tell(guild_id, "log-blocked-why", **values, reason=escaped(why))
        else:
            self._tell(guild_id, "log-blocked", **values)

    def member_unblocked(self, guild_id: int, author_id: int, member_id: int) -> None:
        """Tell who let whom in again."""
        self._tell(
            guild_id, "log-unblocked", moderator=_member(author_id), member=_member(member_id)
        )

    def own_relay_entered(self, guild_id: int, author_id: int, host: str) -> None:
        """Tell who entered a relay of the server's own, and where it is; never its key."""
        self._tell(guild_id, "log-own-relay", member=_member(author_id), host=escaped(host))

    def own_relay_removed(self, guild_id: int, author_id: int) -> None:
        """Tell who removed it."""
        self._tell(guild_id, "log-own-relay-removed", member=_member(author_id))

    def granted(
        self, guild_id: int, author_id: int, member_id: int, *, pictures: int = 0, answers: int = 0
    ) -> None:
        """Tell who gave whom how much more for today."""
        for key, count in (("log-granted-pictures", pictures), ("log-granted-answers", answers)):
            if count:
                self._tell(
                    guild_id,
                    key,
                    moderator=_member(author_id),
                    member=_member(member_id),
                    count=count,
                )

    def budget_warning(self, guild_id: int, *, spent: int, budget: int) -> None:
        """Tell how much of the month's money is spent, in millionths of a US dollar."""
        self._budget(guild_id, "log-budget-warning", spent=spent, budget=budget)

    def budget_used_up(self, guild_id: int, *, budget: int, resets: datetime) -> None:
        """Tell that the month's money is spent, and when there is some again."""
        until = Markup(f"<t:{int(resets.timestamp())}:f>")
        self._budget(guild_id, "log-budget-used-up", budget=budget, resets=until)

    def result(self, job: Job, shown: Sequence[Shown]) -> None:
        """Tell who asked for what all can see in a channel, where the server wants to know that.

        What is asked in a private thread is for those who are in it.
        """
        request, guild_id = job.request, job.request.place.guild_id
        first = next((each for each in shown if each.position != POINTS), None)
        if guild_id is None or first is None or request.purpose is not Purpose.ANSWER:
            return
        place, settings = request.place, self._guild_book.of(guild_id)
        is_public = first.channel_id == place.channel_id
        if not (is_public and settings.log_prompts and settings.log_channel):
            return
        values = {
            "member": _member(request.author_id),
            "prompt": escaped(shorten(request.prompt, PROMPT_CHARACTERS)),
            "link": Markup(address_of(first, guild_id)),
        }
        record = Record(
            lambda locale: self._texts.get("log-result", locale, **values),
            thread_id=place.channel_id if place.parent_id is not None else None,
        )
        self.posts.add(guild_id, settings.log_channel, record)

    def deleted(self, guild_id: int, author_id: int, member_id: int, channel_id: int) -> None:
        """Tell that a moderator deleted what somebody else had made."""
        self._tell(
            guild_id,
            "log-deleted",
            moderator=_member(author_id),
            member=_member(member_id),
            channel=_channel(channel_id),
        )

    def reported(
        self, guild_id: int, member_id: int, shown: Shown, author_id: int, *, reason: str = ""
    ) -> None:
        """Tell who reported whose post, and why where they said that; with what can be done."""
        channel_id = self._guild_book.of(guild_id).log_channel
        if channel_id is None:
            return
        values = {
            "member": _member(member_id),
            "author": _member(author_id),
            "link": Markup(address_of(shown, guild_id)),
        }
        key = "log-reported"
        if why := shorten(reason, REASON_CHARACTERS):
            key = "log-reported-why"
            values["reason"] = escaped(why)

        def buttons(locale: str) -> list[Button]:
            post = f"{shown.channel_id}:{shown.message_id}"
            return [
                Button(
                    label=self._texts.get("button-delete", locale),
                    emoji="🗑️",
                    style=discord.ButtonStyle.danger,
                    custom_id=f"atl:report-delete:{post}",
                ),
                Button(
                    label=self._texts.get("button-block", locale),
                    emoji="🚫",
                    custom_id=f"atl:block-author:{author_id}",
                ),
                Button(
                    label=self._texts.get("button-dismiss", locale),
                    custom_id=f"atl:report-dismiss:{shown.message_id}",
                ),
            ]

        said = Record(lambda locale: self._texts.get(key, locale, **values), buttons)
        self.posts.add(guild_id, channel_id, said)

    def _told_of(
        self, guild_id: int, channel_id: int, author_id: int, change: SettingChange
    ) -> None:
        texts = self._texts

        def record(locale: str) -> Markup:
            return texts.get(
                "log-setting",
                locale,
                member=_member(author_id),
                setting=setting_name(change.name, texts, locale),
                before=setting_value(change.name, change.before, texts, locale),
                after=setting_value(change.name, change.after, texts, locale),
            )

        self.posts.add(guild_id, channel_id, Record(record))

    def _budget(self, guild_id: int, key: str, **values: int | Markup) -> None:
        def record(locale: str) -> Markup:
            said = {
                name: value if isinstance(value, Markup) else money(value, self._texts, locale)
                for name, value in values.items()
            }
            return self._texts.get(key, locale, **said)

        channel_id = self._guild_book.of(guild_id).log_channel
        if channel_id is not None:
            self.posts.add(guild_id, channel_id, Record(record))

    def _tell(self, guild_id: int, key: str, **values: Markup | int) -> None:
        channel_id = self._guild_book.of(guild_id).log_channel
        if channel_id is not None:
            record = Record(lambda locale: self._texts.get(key, locale, **values))
            self.posts.add(guild_id, channel_id, record)


def _member(member_id: int) -> Markup:
    return Markup(f"<@{member_id}>")


def _channel(channel_id: int) -> Markup:
    return Markup(f"<#{channel_id}>")
