import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import discord
from discord import ui

from bot.domain.errors import NotAllowed
from bot.domain.ledger import Subject
from bot.domain.usage import Period, Share
from bot.interface.markup import Markup
from bot.interface.messages.bodies import OutgoingFile, OutgoingText, PlainText
from bot.interface.messages.charts import Charts
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout, media_gallery
from bot.interface.permissions import manages_server, server_of
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.usage_report import MOST_ROWS, Row, UsageReports
from cogs.usage._buttons import (
    PAGED,
    SUBJECTS,
    View,
    next_button,
    read_after,
    read_period,
    read_view,
    table_button,
    view_menu,
)
from cogs.usage._names import member_names
from cogs.usage._table import table
from cogs.usage._views import Figure, UsageViews, channel_name


class UsagePanel:
    """Show what was used, to whoever asks alone: their own, and to moderators their server's."""

    def __init__(
        self,
        reports: UsageReports,
        views: UsageViews,
        charts: Charts,
        admission: Admission,
        texts: Texts,
    ) -> None:
        self._reports = reports
        self._views = views
        self._charts = charts
        self._admission = admission
        self._texts = texts

    async def show(self, interaction: discord.Interaction, named: str) -> None:
        """Show the first panel of a period; raise UnknownPeriod."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        period = self._reports.period(answer.origin.asker, named, datetime.now(UTC))
        async with self._admission.look(author_id=interaction.user.id):
            if server_of(interaction) is not None and manages_server(interaction):
                await self._show(interaction, answer, period, View.DAYS)
            else:
                own = await self._own(interaction, answer, period)
                await answer.show(Layout(self._title(period, answer.locale), *own))

    async def choose(self, interaction: discord.Interaction, period: int) -> None:
        """Show what was chosen of a period, in place of what is shown."""
        view = read_view(interaction)
        await self._turn(interaction, read_period(period), view)

    async def turn_page(
        self,
        interaction: discord.Interaction,
        period: int,
        view: int,
        micros: int,
        pictures: int,
        answers: int,
        key: int,
    ) -> None:
        """Show who comes after those that are shown."""
        after = read_after(micros, pictures, answers, key)
        await self._turn(interaction, read_period(period), PAGED[view], after)

    async def send_table(self, interaction: discord.Interaction, period: int) -> None:
        """Send all sums of a period as a file, beside the panel."""
        asked = read_period(period)
        _check_manages(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        async with self._admission.look(author_id=interaction.user.id):
            guild = interaction.guild
            rows, is_cut = await self._reports.rows(server_of(interaction), asked)

            def name_of(row: Row) -> str:
                if row.what == Subject.CHANNEL:
                    return channel_name(guild, interaction.user, int(row.key))
                if row.what == Subject.MEMBER:
                    known = guild.get_member(int(row.key)) if guild else None
                    return known.display_name if known else ""
                return self._views.model_name(row.key) if row.what == Subject.MODEL else ""

            written = await asyncio.to_thread(table, rows, name_of)
            file = OutgoingText(written, f"usage-{asked.name}.csv")
            key = "usage-table-cut" if is_cut else "usage-table"
            said = self._texts.get(key, answer.locale, period=Markup(asked.name), most=MOST_ROWS)
            await answer.show(PlainText(said), [file])

    async def _turn(
        self,
        interaction: discord.Interaction,
        period: Period,
        view: View,
        after: Share | None = None,
    ) -> None:
        _check_manages(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        async with self._admission.look(author_id=interaction.user.id):
            await self._show(interaction, answer, period, view, after)

    async def _show(
        self,
        interaction: discord.Interaction,
        answer: InteractionAnswer,
        period: Period,
        view: View,
        after: Share | None = None,
    ) -> None:
        """Show a view of a server's period."""
        locale = answer.locale
        following: Share | None = None
        if view in SUBJECTS:
            subject = SUBJECTS[view]
            page = await self._reports.shares(server_of(interaction), period, subject, after)
            said = [_text(self._views.listed(page.shares, subject, locale))]
            names = await self._names(interaction, page.shares, subject)
            figure = self._views.most(page.shares, names, period, locale)
            following = page.after
        else:
            server = await self._reports.server(answer.origin.asker, period, datetime.now(UTC))
            own = await self._own(interaction, answer, period)
            said = [*own, _text(self._views.server(server, locale))]
            cost = view is View.COST
            figure = self._views.days(server.days, period, locale, cost=cost)
        layout = Layout(self._title(period, locale), *said)
        async with self._drawn(figure) as files:
            if files:
                layout.add_item(media_gallery(files))
            menu = view_menu(period, view, self._texts, locale)
            layout.add_item(ui.ActionRow[Any](menu))
            buttons = [table_button(period, self._texts, locale)]
            if following is not None and view in PAGED:
                buttons.insert(0, next_button(period, view, following, self._texts, locale))
            layout.add_item(ui.ActionRow[Any](*buttons))
            await answer.show(layout, files)

    async def _own(
        self, interaction: discord.Interaction, answer: InteractionAnswer, period: Period
    ) -> list[ui.Item[Any]]:
        now, asker = datetime.now(UTC), answer.origin.asker
        own = await self._reports.own(asker, period, now)
        guild_id = server_of(interaction)
        manages = guild_id is not None and manages_server(interaction)
        said = self._views.own(
            own,
            period,
            answer.locale,
            now=self._reports.today(asker, now).name.startswith(period.name),
            cost=self._views.shows_cost(guild_id, manages=manages),
        )
        return [_text(said)]

    async def _names(
        self, interaction: discord.Interaction, shares: Sequence[Share], subject: Subject
    ) -> list[str]:
        """Return what those on a page are called: few are asked for, of all others the id stays."""
        if subject is Subject.MODEL:
            return [self._views.model_name(share.key) for share in shares]
        ids = [int(share.key) for share in shares]
        guild = interaction.guild
        if subject is Subject.CHANNEL or guild is None:
            return [channel_name(guild, interaction.user, each) for each in ids]
        found = await member_names(guild, ids)
        return [found.get(each, str(each)) for each in ids]

    @asynccontextmanager
    async def _drawn(self, figure: Figure | None) -> AsyncGenerator[list[OutgoingFile]]:
        async with AsyncExitStack() as scratch:
            file = None
            if figure is not None:
                drawn = self._charts.drawn(figure.chart, figure.alt)
                file = await scratch.enter_async_context(drawn)
            yield [file] if file else []

    def _title(self, period: Period, locale: str) -> ui.Item[Any]:
        return _text(self._texts.get("usage-title", locale, period=Markup(period.name)))


def _text(said: Markup) -> ui.Item[Any]:
    return ui.TextDisplay[Any](said)


def _check_manages(interaction: discord.Interaction) -> None:
    """Raise NotAllowed for anybody but those who may manage the server that they are in."""
    if server_of(interaction) is None or not manages_server(interaction):
        raise NotAllowed(key="error-usage-server")
