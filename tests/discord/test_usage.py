"""`/usage`: what was used and what is left, in numbers, bars and a table."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from bot.domain.ledger import Subject
from bot.domain.usage import months_before
from bot.interface.client import AtelierClient
from bot.storage.tables import tallies
from demo.discord import Channel, Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, image, imagine, say
from tests.worlds import Join, joined, store_of

MONTH = f"{datetime.now(UTC):%Y-%m}"
DAY = f"{datetime.now(UTC):%Y-%m-%d}"
LAST = months_before(MONTH, 1)


async def usage(
    world: Stack, *, by: Member | None = None, where: Channel | None = None, **options: Any
) -> Message:
    """Ask for what was used, as anna in art if nothing else is said."""
    asked = await (by or world.anna).slash(where or world.art, "usage", **options)
    return await answered(world, asked)


async def changed(world: Stack, panel: Message, act: Callable[[], Any]) -> Message:
    """Press or choose something, and return the panel as it is then."""
    before = panel.payload
    await act()
    return await world.discord.message_changed(
        panel, lambda seen: seen.payload != before and not seen.loading, within=WITHIN
    )


async def choose(world: Stack, panel: Message, view: str) -> Message:
    """Choose a view of a panel."""
    (menu,) = panel.selects
    custom_id = str(menu.custom_id)
    return await changed(world, panel, lambda: world.anna.select(panel, custom_id, [view]))


async def fill(client: AtelierClient, world: Stack, *rows: tuple[Any, ...]) -> None:
    """Add to sums of the server: of a period and subject by key pictures, answers and micros."""
    names = ("period", "subject", "key", "pictures", "answers", "micros")
    given = [{"guild_id": world.guild.id} | dict(zip(names, row, strict=True)) for row in rows]
    await store_of(client).write(lambda connection: connection.execute(insert(tallies), given))


def members_of(count: int, **sums: int) -> list[tuple[Any, ...]]:
    """Return sums of members, the later the more pictures."""
    return [
        (MONTH, Subject.MEMBER.value, str(1_000 + each), each + 1, 0, sums.get("micros", 0))
        for each in range(count)
    ]


async def decide(client: AtelierClient, world: Stack, **changes: Any) -> None:
    """Change the server's settings."""
    book, guild_id = client.services.guild_book, world.guild.id
    await book.change(guild_id, changes, seen=99, author_id=world.anna.id, now=datetime.now(UTC))


def newcomer(world: Stack) -> Member:
    """Let somebody join who reads English, and may do nothing special."""
    return world.discord.create_member(world.guild, "cara")


# What everybody reads


async def test_members_read_what_they_used_and_what_is_left(
    world: Stack, client: AtelierClient
) -> None:
    """Today and this month, by themselves and for themselves; and when the next day begins."""
    cara = newcomer(world)
    await imagine(world)
    await say(world, f"{world.discord.bot_mention} hello", by=cara)
    await answered(world, await cara.slash(world.art, "imagine", prompt="a fox", count=2))
    told = await usage(world, by=cara)
    assert told.ephemeral
    assert "Today: 2 pictures · 1 answer\n" in told.text
    assert "Left today: 18 pictures, 199 answers. The next day begins <t:" in told.text
    assert f"{MONTH}: 2 pictures · 1 answer" in told.text
    assert not told.pictures
    assert not told.selects


async def test_direct_messages_have_a_day_of_their_own(world: Stack, client: AtelierClient) -> None:
    """What was used on a server is not told there."""
    await imagine(world)
    told = await usage(world, where=world.anna.dm)
    assert "Today: nothing\n" in told.text
    assert "Left today: 20 pictures" in told.text
    assert not told.selects


async def test_members_read_the_cost_where_the_server_shows_it(
    world: Stack, client: AtelierClient
) -> None:
    """And not before."""
    cara = newcomer(world)
    await fill(client, world, (MONTH, "member", str(cara.id), 4, 0, 2_500_000))
    assert "US$" not in (await usage(world, by=cara)).text
    await decide(client, world, show_cost=True)
    assert f"{MONTH}: 4 pictures · US$2.50" in (await usage(world, by=cara)).text


async def test_another_month_is_told_by_itself(world: Stack, client: AtelierClient) -> None:
    """Of a month that is over nothing is left."""
    cara = newcomer(world)
    await fill(client, world, (LAST, "member", str(cara.id), 7, 1, 0))
    for named in (LAST, "last-month"):
        told = (await usage(world, by=cara, period=named)).text
        assert f"{LAST}: 7 pictures · 1 answer" in told
        assert "Left today" not in told


async def test_what_is_no_month_is_told(world: Stack, client: AtelierClient) -> None:
    """Discord lets members write what they like into an option that offers something."""
    told = await usage(world, period="2026-13")
    assert "There is no month" in told.text


async def test_the_periods_are_offered(world: Stack, client: AtelierClient) -> None:
    """By their names, then two years of months, for what was typed."""
    offered = await world.anna.autocomplete(world.art, "usage", "period", "")
    names = [choice.name for choice in offered]
    assert names[:3] == ["Today", "This month", "Last month"]
    assert names[3] == months_before(MONTH, 2)
    assert len(names) == 25
    typed = await world.anna.autocomplete(world.art, "usage", "period", "last")
    assert [(choice.name, choice.value) for choice in typed] == [("Last month", "last-month")]


# What moderators read


async def test_moderators_read_what_the_server_used(world: Stack, client: AtelierClient) -> None:
    """All of it, how much of the money that is, and bars for each day, which are told in words."""
    await decide(client, world, budget=20_000_000)
    await fill(
        client,
        world,
        (MONTH, "guild", "", 120, 1_300, 10_500_000),
        (DAY, "guild", "", 12, 3, 500_000),
    )
    panel = await usage(world)
    assert panel.ephemeral
    assert "**This server**\n120 pictures · 1,300 answers · US$10.50" in panel.text
    assert "▰▰▰▰▰▱▱▱▱▱ 52 % of US$20.00 · new money <t:" in panel.text
    assert image(panel).size == (1_200, 600)
    today = datetime.now(UTC).day
    (picture,) = panel.pictures
    assert picture.description == (
        f"Bars for the days of {MONTH}: {today}: 12 pictures · 3 answers"
    )
    costs = await choose(world, panel, "cost")
    assert (
        costs.pictures[0].description
        == f"Bars for the days of {MONTH}: {today}: 12 pictures · 3 answers · US$0.50"
    )


async def test_moderators_turn_pages(world: Stack, client: AtelierClient) -> None:
    """Ten at a time, who used most first, each once; there is a next page as long as there is."""
    await fill(client, world, *members_of(25))
    page = await choose(world, await usage(world), "members")
    seen: list[str] = []
    for left in (15, 5, 0):
        seen += [line.split(" — ")[0] for line in page.text.splitlines() if line.startswith("- ")]
        assert "named" not in page.text
        nexts = [button for button in page.buttons if button.label == "Next"]
        assert bool(nexts) is bool(left)
        if nexts:
            shown = page
            page = await changed(world, page, lambda at=shown: world.anna.press(at, label="Next"))
    assert seen == [f"- <@{1_000 + each}>" for each in reversed(range(25))]


async def test_who_used_the_same_is_shown_once(world: Stack, client: AtelierClient) -> None:
    """A page goes on among many who used the same."""
    rows = [(MONTH, "member", str(1_000 + each), 1, 0, 0) for each in range(12)]
    await fill(client, world, *rows)
    first = await choose(world, await usage(world), "members")
    listed = first.text
    second = await changed(world, first, lambda: world.anna.press(first, label="Next"))
    both = [line for line in (listed + "\n" + second.text).splitlines() if "<@" in line]
    assert len(set(both)) == 12


async def test_members_are_named_in_the_bars(world: Stack, client: AtelierClient) -> None:
    """As they are called on the server; of who left there is the id. Nobody is mentioned."""
    await fill(
        client,
        world,
        (MONTH, "member", str(world.ben.id), 3, 0, 0),
        (MONTH, "member", "77", 2, 0, 0),
    )
    page = await choose(world, await usage(world), "members")
    assert f"- <@{world.ben.id}> — 3 pictures\n- <@77> — 2 pictures" in page.text
    assert page.pictures[0].description == f"Bars for {MONTH}: ben: 3 pictures; 77: 2 pictures"
    assert not world.discord.pings


async def test_channels_and_models_are_listed(world: Stack, client: AtelierClient) -> None:
    """By what was asked in them, and of them."""
    await imagine(world)
    panel = await usage(world)
    channels = await choose(world, panel, "channels")
    assert f"- <#{world.art.id}> — 1 picture" in channels.text
    assert "#art: 1 picture" in str(channels.pictures[0].description)
    models = await choose(world, channels, "models")
    assert "— 1 picture" in models.text
    assert "gemini" not in models.text


async def test_what_was_refused_is_counted(world: Stack, client: AtelierClient) -> None:
    """Of those who got nothing, too."""
    world.relay.next(faults.refuse("IMAGE_SAFETY", None))
    await imagine(world)
    panel = await usage(world)
    assert "**This server**\n1 refused" in panel.text
    members = await choose(world, panel, "members")
    assert f"- <@{world.anna.id}> — 1 refused" in members.text


async def test_a_day_has_its_members_alone(world: Stack, client: AtelierClient) -> None:
    """Channels and models are added up by the month."""
    await imagine(world)
    panel = await usage(world, period="today")
    assert [option["value"] for option in panel.selects[0].payload["options"]] == [
        "days",
        "members",
    ]
    members = await choose(world, panel, "members")
    assert f"- <@{world.anna.id}> — 1 picture" in members.text


async def test_nothing_used_draws_nothing(world: Stack, client: AtelierClient) -> None:
    """It is said."""
    panel = await usage(world, period=LAST)
    assert not panel.pictures
    members = await choose(world, panel, "members")
    assert "Nothing was used." in members.text


async def test_a_panel_outlives_a_restart(world: Stack, beside: None) -> None:
    """Its menu and its buttons do what they did."""
    async with joined(world) as client:
        await fill(client, world, *members_of(15))
        page = await choose(world, await usage(world), "members")
    async with joined(world):
        page = await changed(world, page, lambda: world.anna.press(page, label="Next"))
        assert "<@1000>" in page.text
        assert "This server" in (await choose(world, page, "days")).text


# The table


async def table(world: Stack, panel: Message) -> tuple[bytes, list[list[str]]]:
    """Press for the table, and return its bytes and what a spreadsheet reads in them."""
    told = await answered(world, await world.anna.press(panel, label="Table (CSV)"))
    assert told.ephemeral
    (file,) = told.attachments
    stored = world.discord.cdn.find(file["url"])
    assert stored is not None
    data = stored.data
    return data, list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


async def test_a_table_has_all(world: Stack, client: AtelierClient) -> None:
    """Days, members, channels and models, in a file that Excel takes for what it is."""
    await fill(
        client,
        world,
        (DAY, "guild", "", 3, 1, 1_250_000),
        (MONTH, "member", "1577052742793297928", 3, 1, 1_250_000),
        (MONTH, "channel", str(world.art.id), 3, 1, 1_250_000),
        (MONTH, "model", "gemini-3-pro-image", 3, 1, 1_250_000),
    )
    data, rows = await table(world, await usage(world))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[0] == ["kind", "id", "name", "pictures", "answers", "us_dollars", "refused"]
    assert rows[1] == ["day", DAY, "", "3", "1", "1.250000", "0"]
    assert rows[2] == ["member", "<@1577052742793297928>", "", "3", "1", "1.250000", "0"]
    assert rows[3][:3] == ["channel", f"<#{world.art.id}>", "#art"]
    assert rows[4][:2] == ["model", "gemini-3-pro-image"]


# More than a day has


async def test_who_was_given_more_has_more(world: Stack, join: Join) -> None:
    """At once, for today; whoever gave it is told how much that is in all."""
    await join(daily_pictures=1)
    cara = newcomer(world)

    async def paint() -> Message:
        return await answered(world, await cara.slash(world.art, "imagine", prompt="a fox"))

    assert (await paint()).pictures
    assert "used up" in (await paint()).text
    asked = await world.anna.slash(world.art, "grant", member=cara, pictures=1)
    told = await answered(world, asked)
    assert told.ephemeral
    assert f"<@{cara.id}> has more for today, in all: 1 picture." in told.text
    assert "Left today: 1 picture," in (await usage(world, by=cara)).text
    assert (await paint()).pictures
    assert "used up" in (await paint()).text


async def test_no_more_is_given_than_the_operator_lets_a_day_have(world: Stack, join: Join) -> None:
    """However often it is given."""
    await join(daily_pictures=1, most_daily_pictures=5)

    async def give(pictures: int) -> str:
        asked = await world.anna.slash(world.art, "grant", member=world.ben, pictures=pictures)
        return (await answered(world, asked)).text

    assert "in all: 4 pictures" in await give(4)
    assert "can be given 5 pictures and" in await give(2)
    assert "in all: 5 pictures" in await give(1)


async def test_nothing_given_is_told(world: Stack, client: AtelierClient) -> None:
    """An empty command says what lacks."""
    asked = await world.anna.slash(world.art, "grant", member=world.ben)
    assert "Say how many" in (await answered(world, asked)).text


async def test_the_log_channel_reads_of_it(world: Stack, client: AtelierClient) -> None:
    """Who gave whom how much."""
    room = world.guild.create_text_channel("log")
    await decide(client, world, log_channel=room.id)
    await world.anna.slash(world.art, "grant", member=world.ben, pictures=2, answers=1)
    posted = await room.wait_for_message(within=WITHIN)
    assert f"<@{world.anna.id}> gave <@{world.ben.id}> 2 more pictures for today." in posted.text
