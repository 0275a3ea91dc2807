"""How large the panel of a server's settings becomes, and what it costs to show."""

import discord
import pytest

from bot.domain.guild_settings import (
    LARGEST_BUDGET,
    LONGEST_COOLDOWN,
    LONGEST_RETENTION,
    MOST_ALLOWANCE,
    Editors,
    Feature,
    GuildSettings,
    ThreadPolicy,
)
from bot.domain.model import ModelKind
from bot.domain.request import Safety
from bot.interface.client import AtelierClient
from bot.interface.texts import LOCALES
from cogs.settings._topics import TOPICS
from demo.stack import Stack
from tests.acting import until
from tests.discord.test_settings import chosen, page, panel
from tests.unit.storage.recording import recorded
from tests.worlds import store_of

MOST_BLOCKED = 10_000


async def fullest(world: Stack, client: AtelierClient) -> GuildSettings:
    """Let a server have decided as much as it can, in the longest words."""
    roles = tuple(world.guild.create_role(f"Role {number}").id for number in range(25))
    rooms = tuple(world.guild.create_text_channel(f"room-{number}").id for number in range(25))
    await until(lambda: client.get_channel(rooms[-1]) and client.guilds[0].get_role(roles[-1]))
    models = client.services.models
    image, chat = models.known(ModelKind.IMAGE), models.known(ModelKind.CHAT)
    settings = GuildSettings(
        channels=rooms,
        threads=ThreadPolicy.ASK,
        age_restricted_only=True,
        roles=roles,
        editors=Editors.AUTHOR,
        models=(*image, *chat)[:25],
        image_model=max(image, key=len),
        chat_model=max(chat, key=len),
        aspect="16:9",
        size="2K",
        safety=Safety.STRICT,
        off=tuple(Feature),
        daily_pictures=MOST_ALLOWANCE,
        daily_messages=MOST_ALLOWANCE,
        more=dict.fromkeys(roles, MOST_ALLOWANCE),
        cooldown=LONGEST_COOLDOWN,
        budget=LARGEST_BUDGET,
        dearer=True,
        time_zone="America/Argentina/ComodRivadavia",
        spoilers=True,
        show_cost=True,
        persona="*" * 2_000,
        locale="pt-BR",
        retention_days=LONGEST_RETENTION,
        log_channel=rooms[0],
        log_prompts=True,
        reports=True,
    )
    book = client.services.guild_book
    await book.change(
        world.guild.id,
        {name: getattr(settings, name) for name in GuildSettings.__slots__},
        seen=0,
        author_id=world.anna.id,
        now=discord.utils.utcnow(),
    )
    assert book.of(world.guild.id) == settings
    return settings


@pytest.mark.parametrize("locale", LOCALES)
async def test_each_page_fits_into_a_message(
    world: Stack, client: AtelierClient, locale: str
) -> None:
    """However much was decided, in every language; Discord would refuse what does not."""
    await fullest(world, client)
    cara = world.discord.create_member(world.guild, "cara", locale=locale, moderator=True)
    assert len((await panel(world, by=cara)).text) <= 4_000
    for topic in TOPICS:
        assert len((await page(world, topic, by=cara)).text) <= 4_000


async def test_ten_thousand_blocked_members_are_listed_by_pages(
    world: Stack, client: AtelierClient
) -> None:
    """Of 25 each; one that is no longer there is the last one."""
    ids = range(10**18, 10**18 + MOST_BLOCKED)
    client.services.guild_book._blocked[world.guild.id] = set(ids)
    shown = await page(world, "blocked")
    assert "10,000 members are blocked" in shown.text
    assert shown.text.count("<@") == 25
    before = shown.payload
    await world.anna.press(shown, label="Next")
    await world.discord.message_changed(shown, lambda seen: seen.payload != before)
    assert f"\n26. <@{ids[25]}>" in shown.text
    client.services.guild_book._blocked[world.guild.id] = set(ids[:3])
    before = shown.payload
    await world.anna.press(shown, label="Next")
    await world.discord.message_changed(shown, lambda seen: seen.payload != before)
    assert shown.text.count("<@") == 3


async def test_the_panel_is_shown_from_memory(world: Stack, client: AtelierClient) -> None:
    """No statement is made for it, and few to change something."""
    await fullest(world, client)
    with recorded(store_of(client).engine) as executed:
        shown = await page(world, "who")
    # Beside it is looked for places whose time has come.
    asked = [statement for statement, _ in executed if "FROM places" not in statement]
    assert [statement for statement in asked if "guild" in statement] == []
    with recorded(store_of(client).engine) as executed:
        await chosen(world, shown, "set-editors", ["everyone"])
    assert len([each for each, _ in executed if "setting" in each]) <= 5
