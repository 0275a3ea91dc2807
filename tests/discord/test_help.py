"""What the bot tells of itself: `/help`, `/models`, and a welcome where it was added."""

import discord
import pytest

from bot.interface.client import AtelierClient
from demo.discord import Guild, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered
from tests.worlds import Join, decide


@pytest.fixture
def club(world: Stack) -> Guild:
    """Give a server that the bot is not in."""
    club = world.discord.create_guild("Club", installed=False)
    for name in ("news", "talk"):
        club.create_text_channel(name)
    return club


async def welcome(world: Stack, client: AtelierClient, club: Guild, room: int) -> Message:
    """Let the bot in, and return what it says there."""
    await client.wait_until_ready()
    world.discord.install(club)
    return await club.channels[room].wait_for_message(within=WITHIN)


async def test_help_names_commands_that_can_be_pressed(world: Stack, client: AtelierClient) -> None:
    """The caller alone reads it, and a press on a command's name types the command."""
    told = await answered(world, await world.anna.slash(world.art, "help"))
    ids = {each.name: each.id for each in await client.tree.fetch_commands()}
    assert told.ephemeral
    assert all(f"</{name}:{ids[name]}>" in told.text for name in ("imagine", "edit", "chat"))
    assert f"</style save:{ids['style']}>" in told.text


async def test_an_example_is_painted_as_it_was_changed(world: Stack, join: Join) -> None:
    """Its words stand in a form, also after a restart; what comes is for the caller alone."""
    await join()
    told = await answered(world, await world.anna.slash(world.art, "help"))
    await join()
    opened = await world.anna.press(told, label="a paper boat in a puddle, morning light")
    form = (await opened.response(within=WITHIN)).modal
    assert form
    assert form.fields[0].value == "a paper boat in a puddle, morning light"
    made = await answered(world, await world.anna.submit(opened, {"prompt": "a paper ship"}))
    assert made.pictures
    assert made.ephemeral
    assert "a paper ship" in made.text


@pytest.mark.usefixtures("client")
async def test_help_comes_without_the_ids_of_commands(world: Stack) -> None:
    """Where Discord does not tell them, commands are named as the member's client does."""
    world.discord.faults.add("GET", "/applications/*/commands", status=503, times=20)
    told = await answered(world, await world.ben.slash(world.art, "help"))
    assert "`/画图`" in told.text
    assert "`/风格 保存`" in told.text


@pytest.mark.usefixtures("client")
async def test_models_say_what_they_take(world: Stack) -> None:
    """Each model that may be chosen is listed, with what can be chosen with it."""
    told = await answered(world, await world.anna.slash(world.art, "models"))
    assert told.ephemeral
    assert "**Gemini 3 Pro Image (preview)** · default" in told.text
    assert "sizes 1K, 2K, 4K · ratios 1:1, 2:3" in told.text
    assert "thinks short, long" in told.text


async def test_models_say_what_they_cost_where_a_server_wants_that(
    world: Stack, client: AtelierClient
) -> None:
    """By the picture, and by the token; elsewhere nothing is said of money."""
    told = await answered(world, await world.anna.slash(world.art, "models"))
    assert "US$" not in told.text
    await decide(world, client, show_cost=True)
    told = await answered(world, await world.anna.slash(world.art, "models"))
    assert "US$0.13 to US$0.24 a picture" in told.text
    assert "US$2.00 and US$12.00 a million tokens sent and answered" in told.text
    assert len(told.text) < 4_000


async def test_a_server_is_welcomed(world: Stack, client: AtelierClient, club: Guild) -> None:
    """Where the bot was added it says what it does, once, and nothing of what does not lack."""
    told = await welcome(world, client, club, 0)
    assert "</imagine:" in told.text
    assert "may not" not in told.text
    assert len(club.channels[1].messages) == 0


async def test_a_welcome_goes_where_the_bot_may_write(
    world: Stack, client: AtelierClient, club: Guild
) -> None:
    """A channel that is closed to it is passed over."""
    news = club.channels[0]
    denied = discord.Permissions(send_messages=True)
    world.discord.model.deny(news.id, world.discord.model.bot_user.id, denied)
    assert "Hello" in (await welcome(world, client, club, 1)).text
    assert not news.messages


async def test_a_welcome_says_what_lacks(world: Stack, client: AtelierClient, club: Guild) -> None:
    """What the bot will need and may not do is named at once, not when somebody has paid."""
    for role in world.discord.model.get_guild(club.id).roles.values():
        role.permissions &= ~discord.Permissions(attach_files=True).value
    assert "I may not: attach files" in (await welcome(world, client, club, 0)).text
