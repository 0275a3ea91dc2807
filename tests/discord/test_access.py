"""Every no of a server, whatever way somebody comes: told before anything is fetched or asked."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.access import Standing
from bot.domain.calendar import UTC_CALENDAR
from bot.domain.guild_settings import Feature
from bot.interface.client import AtelierClient
from demo.stack import Stack
from tests.acting import answered, imagine, say
from tests.discord.test_admission import (
    WAYS,
    Way,
    a_chat,
    a_command,
    a_direct_message,
    a_form_from_a_button,
    a_form_from_the_menu,
    a_message_in_a_kept_thread,
    an_edit,
    idle,
    redo,
    spent,
)
from tests.worlds import Join, store_of

IN_A_SERVER = tuple(way for way in WAYS if way is not a_direct_message)
ELSEWHERE = 987_654_321

Rule = tuple[Mapping[str, Any], str]

RULES: Mapping[str, Rule] = {
    "channel": ({"channels": (ELSEWHERE,)}, f"only work in <#{ELSEWHERE}>"),
    "age": ({"age_restricted_only": True}, "only work in age-restricted channels"),
    "role": ({"roles": (ELSEWHERE,)}, f"need one of these roles to use me: <@&{ELSEWHERE}>"),
}


async def decide(world: Stack, client: AtelierClient, **changes: Any) -> None:
    """Change settings of the server."""
    book, guild_id = client.services.guild_book, world.art.guild_id
    seen = book.versioned(guild_id).revision
    await book.change(guild_id, changes, seen=seen, author_id=1, now=datetime.now(UTC))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@pytest.mark.parametrize("way", IN_A_SERVER)
async def test_what_a_server_does_not_let_is_told_before_anything_is_done(
    world: Stack, client: AtelierClient, way: Way, rule: Rule
) -> None:
    """Nothing is fetched, opened or asked, and it is told when it would be let."""
    changes, sentence = rule
    ask = await way(world)
    await idle(client)
    before = spent(world)
    await decide(world, client, **changes)
    assert sentence in (await ask()).text
    assert spent(world) == before


@pytest.mark.parametrize("way", IN_A_SERVER)
async def test_who_is_blocked_gets_nothing_until_they_are_let_in_again(
    world: Stack, client: AtelierClient, way: Way
) -> None:
    """A blocked member is told so, before all else that could be said."""
    ask = await way(world)
    await idle(client)
    before = spent(world)
    book, guild_id = client.services.guild_book, world.art.guild_id
    await decide(world, client, channels=(ELSEWHERE,))
    await book.block(guild_id, world.anna.id, author_id=1, now=datetime.now(UTC))
    assert "moderators don't let you use me" in (await ask()).text
    assert spent(world) == before


@pytest.mark.parametrize(
    "way", [a_command, an_edit, a_chat, a_form_from_the_menu, a_form_from_a_button, redo]
)
async def test_who_is_not_let_in_is_told_alone(
    world: Stack, client: AtelierClient, way: Way
) -> None:
    """Nothing is announced to all, not even for a moment, where an interaction asks."""
    ask = await way(world)
    await idle(client)
    await decide(world, client, channels=(ELSEWHERE,))
    seen = [message.id for message in world.art.messages]
    refused = await ask()
    assert refused.ephemeral
    later = [message for message in world.art.messages if message.id not in seen]
    assert later == [refused] or not later


@pytest.mark.parametrize("way", IN_A_SERVER)
async def test_a_server_can_want_time_in_between(
    world: Stack, client: AtelierClient, way: Way
) -> None:
    """Who asked just now is told when they may ask again, nothing fetched."""
    ask = await way(world)
    await decide(world, client, cooldown=3_600)
    await imagine(world)
    await idle(client)
    before = spent(world)
    refused = (await ask()).text
    assert "Ask again <t:" in refused
    assert spent(world) == before


@pytest.mark.parametrize("way", IN_A_SERVER)
async def test_money_that_is_used_up_is_used_up_for_all(
    world: Stack, client: AtelierClient, way: Way
) -> None:
    """A budget of nothing lets nobody ask, and says who can give more: no month brings any."""
    ask = await way(world)
    await idle(client)
    before = spent(world)
    await decide(world, client, budget=0)
    assert "money for a month is too little" in (await ask()).text
    assert spent(world) == before


@pytest.mark.parametrize(
    ("way", "feature", "sentence"),
    [
        (a_chat, Feature.CHAT, "has chat switched off"),
        (a_message_in_a_kept_thread, Feature.CHAT, "has chat switched off"),
    ],
)
async def test_what_is_switched_off_is_told(
    world: Stack, client: AtelierClient, way: Way, feature: Feature, sentence: str
) -> None:
    """And nothing else is refused for it."""
    ask = await way(world)
    await idle(client)
    before = spent(world)
    await decide(world, client, off=(feature,))
    assert sentence in (await ask()).text
    assert spent(world) == before
    assert (await imagine(world)).pictures


async def test_a_file_is_not_fetched_where_files_are_switched_off(
    world: Stack, client: AtelierClient
) -> None:
    """What is no picture is refused; a picture is none of these."""
    await decide(world, client, off=(Feature.FILES,))
    before = spent(world)
    words = ("notes.txt", b"Dear diary")
    told = await world.anna.slash(world.art, "chat", message="What is this?", file=words)
    assert "files other than pictures switched off" in (await answered(world, told)).text
    assert spent(world) == before


async def test_a_role_can_have_more(world: Stack, client: AtelierClient) -> None:
    """Who has a role with more may ask for more than the others, and is let in by it."""
    everyone = world.art.guild_id
    await decide(world, client, daily_pictures=1, roles=(ELSEWHERE,), more={everyone: 2})
    assert len((await imagine(world, count=2)).pictures) == 2
    refused = await (await a_command(world))()
    assert "2 pictures of today are used up" in refused.text


async def test_a_server_gives_no_more_than_the_operator_lets_it(world: Stack, join: Join) -> None:
    """More than the operator's most is that."""
    client = await join(daily_pictures=1, most_daily_pictures=2)
    await decide(world, client, daily_pictures=50_000)
    assert len((await imagine(world, count=2)).pictures) == 2
    refused = await (await a_command(world))()
    assert "2 pictures of today are used up" in refused.text


async def test_other_places_have_rules_of_their_own(world: Stack, client: AtelierClient) -> None:
    """Direct messages belong to no server."""
    await decide(world, client, channels=(ELSEWHERE,), budget=0)
    answer = await say(world, "What is red?", channel=world.anna.dm)
    assert "only work in" not in answer.text
    assert len(world.relay.requests) == 1


async def test_a_channel_above_lets_its_threads(world: Stack, client: AtelierClient) -> None:
    """Where a channel is allowed, so are its threads."""
    ask = await a_message_in_a_kept_thread(world)
    await decide(world, client, channels=(world.art.id,))
    answer = await ask()
    assert "only work in" not in answer.text


async def test_what_is_refused_is_not_reserved(world: Stack, client: AtelierClient) -> None:
    """Nothing counts that was asked for in vain."""
    await decide(world, client, budget=0)
    await (await a_command(world))()
    guild_id, now = world.art.guild_id, datetime.now(UTC)
    found = await store_of(client).standing(guild_id, world.anna.id, UTC_CALENDAR, now)
    assert found == Standing()
