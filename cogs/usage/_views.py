"""What a panel says, and what is drawn beside it, before it is laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.domain.job import JobKind
from bot.domain.ledger import Subject
from bot.domain.tariff import MICROS
from bot.domain.usage import Period, Share, Used
from bot.interface.markup import Markup, escaped
from bot.interface.messages.alt_text import ALT_CHARACTERS
from bot.interface.setting_words import money
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.pictures.chart_drawing import Chart
from bot.services.guild_book import GuildBook
from bot.services.models import Models
from bot.services.usage_report import OwnUse, ServerUse
from cogs.usage._words import bar, percent, used_in_words

_DOLLARS: Final = "US$"

_MENTIONS: Final = {Subject.MEMBER: "<@{}>", Subject.CHANNEL: "<#{}>"}


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a chart, and what it shows in words."""

    chart: Chart
    alt: str


class UsageViews:
    """Say what was used, and draw it."""

    def __init__(self, models: Models, guild_book: GuildBook, texts: Texts) -> None:
        self._models = models
        self._guild_book = guild_book
        self._texts = texts

    def shows_cost(self, guild_id: int | None, *, manages: bool) -> bool:
        """Tell whether somebody reads what things cost: moderators do, others where it is shown."""
        return manages or self._guild_book.of(guild_id).show_cost

    def own(self, own: OwnUse, period: Period, locale: str, *, now: bool, cost: bool) -> Markup:
        """Say what somebody used; of the present (`now`) also today, and what is left of it."""
        texts = self._texts
        lines = [texts.get("usage-you", locale)]
        if now:
            pictures, answers = own.left[JobKind.PICTURE], own.left[JobKind.CHAT]
            today = used_in_words(own.today, texts, locale, cost=cost)
            lines.append(texts.get("usage-today", locale, used=today))
            lines.append(
                texts.get(
                    "usage-left",
                    locale,
                    pictures=texts.get("usage-pictures", locale, count=pictures),
                    answers=texts.get("usage-answers", locale, count=answers),
                    resets=int(own.resets.timestamp()),
                )
            )
        if not (now and period.is_day):
            used = used_in_words(own.used, texts, locale, cost=cost)
            lines.append(texts.get("usage-in", locale, period=Markup(period.name), used=used))
        return Markup("\n".join(lines))

    def server(self, server: ServerUse, locale: str) -> Markup:
        """Say what a server used, and how much of its money."""
        texts = self._texts
        lines = [
            texts.get("usage-server", locale),
            used_in_words(server.used, texts, locale, cost=True),
        ]
        if server.budget is not None:
            lines.append(
                texts.get(
                    "usage-budget",
                    locale,
                    bar=bar(server.spent, server.budget),
                    percent=percent(server.spent, server.budget),
                    budget=money(server.budget, texts, locale),
                    resets=int(server.resets.timestamp()),
                )
            )
        return Markup("\n".join(lines))

    def listed(self, shares: Sequence[Share], subject: Subject, locale: str) -> Markup:
        """List who used most, or which channel or model."""
        if not shares:
            return self._texts.get("usage-nothing-more", locale)
        lines = [
            f"- {self._named(share, subject)} — "
            + used_in_words(share.used, self._texts, locale, cost=True)
            for share in shares
        ]
        return Markup("\n".join(lines))

    def days(
        self, days: Mapping[str, Used], period: Period, locale: str, *, cost: bool
    ) -> Figure | None:
        """Draw what each day used, or cost; None where there is nothing to be drawn."""
        if not any(each.micros if cost else each for each in days.values()):
            return None
        labels = [str(int(day[-2:])) for day in period.days]
        used = [days.get(day, Used()) for day in period.days]
        told = dict(zip(labels, used, strict=True))
        chart = Chart(labels, self._kinds(used, locale, cost=cost), self._prefix(cost=cost))
        return Figure(chart, self._alt("usage-alt-days", period, told, locale, cost=cost))

    def most(
        self, shares: Sequence[Share], names: Sequence[str], period: Period, locale: str
    ) -> Figure | None:
        """Draw who used most, under these names: by what it cost, where anything did."""
        if not shares:
            return None
        cost = any(share.used.micros for share in shares)
        used = [share.used for share in shares]
        kinds = self._kinds(used, locale, cost=cost)
        chart = Chart(names, kinds, self._prefix(cost=cost), lies=True)
        told = dict(zip(names, used, strict=True))
        return Figure(chart, self._alt("usage-alt-most", period, told, locale, cost=cost))

    def model_name(self, model_id: str) -> str:
        """Return what a model is called."""
        return self._models.name(model_id)

    def _named(self, share: Share, subject: Subject) -> Markup:
        if subject in _MENTIONS:
            return Markup(_MENTIONS[subject].format(int(share.key)))
        return escaped(self.model_name(share.key))

    def _kinds(
        self, used: Sequence[Used], locale: str, *, cost: bool
    ) -> Mapping[str, Sequence[float]]:
        if cost:
            return {_DOLLARS: [each.micros / MICROS for each in used]}
        return {
            self._texts.get("usage-kind-pictures", locale): [each.pictures for each in used],
            self._texts.get("usage-kind-answers", locale): [each.answers for each in used],
        }

    def _prefix(self, *, cost: bool) -> str:
        return _DOLLARS if cost else ""

    def _alt(
        self, key: str, period: Period, told: Mapping[str, Used], locale: str, *, cost: bool
    ) -> str:
        """Say what a chart shows, for who can't see it."""
        said = "; ".join(
            f"{name}: {used_in_words(used, self._texts, locale, cost=cost)}"
            for name, used in told.items()
            if used
        )
        # Alt text is read as it stands, so nothing in it is escaped.
        words = self._texts.get(key, locale, period=Markup(period.name), said=Markup(said))
        return shorten(words, ALT_CHARACTERS)


def channel_name(guild: discord.Guild | None, reader: object, channel_id: int) -> str:
    """Return what a channel is called, its id where that is not known or not for a reader."""
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if channel is None or not isinstance(reader, discord.Member):
        return str(channel_id)
    sees = channel.permissions_for(reader).view_channel
    return f"#{channel.name}" if sees else str(channel_id)
