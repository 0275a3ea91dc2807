"""Who has the bot for themselves brings it along: it answers where it is no member."""

from dataclasses import dataclass

import discord
import pytest

from demo.discord import Channel, Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, pictures, png
from tests.worlds import Join


@dataclass(frozen=True, slots=True)
class Abroad:
    """A server without the bot: its two rooms, who has the bot for herself, and who has not."""

    far: Channel
    farther: Channel
    eve: Member
    stranger: Member


@pytest.fixture
def abroad(world: Stack) -> Abroad:
    """Give such a server."""
    guild = world.discord.create_guild("Abroad", installed=False)
    return Abroad(
        guild.create_text_channel("far"),
        world.discord.create_guild("Farther", installed=False).create_text_channel("farther"),
        world.discord.create_member(guild, "eve", user_install=True),
        world.discord.create_member(guild, "stranger"),
    )


async def imagine(world: Stack, abroad: Abroad, room: Channel | None = None) -> Message:
    """Let eve ask for a picture."""
    asked = await abroad.eve.slash(room or abroad.far, "imagine", prompt="a red kite")
    return await answered(world, asked)


@pytest.mark.usefixtures("client")
async def test_a_picture_is_made_and_changed_abroad(world: Stack, abroad: Abroad) -> None:
    """All see it; whoever presses has a version of their own, and its link leads to that server."""
    made = await imagine(world, abroad)
    assert made.pictures
    assert not made.ephemeral
    pressed = await abroad.stranger.press(made, label="Edit")
    await pressed.response(within=WITHIN)
    edited = await answered(world, await abroad.stranger.submit(pressed, {"prompt": "blur it"}))
    assert edited.pictures
    assert f"/channels/{abroad.far.guild_id}/{abroad.far.id}/{made.id}" in edited.text


async def test_a_day_is_the_same_day_in_every_server(
    world: Stack, abroad: Abroad, join: Join
) -> None:
    """What a guest makes counts for its author, wherever they take the bot along to."""
    await join(daily_pictures=1)
    other = world.discord.guilds[-1]
    world.discord.join(other, abroad.eve)
    assert (await imagine(world, abroad)).pictures
    assert "picture of today is used up" in (await imagine(world, abroad, abroad.farther)).text


async def test_what_was_made_abroad_outlives_the_process(
    world: Stack, abroad: Abroad, join: Join
) -> None:
    """Of a server that the bot never was in, nothing is forgotten because it is not in it."""
    await join()
    made = await imagine(world, abroad)
    client = await join()
    await client.wait_until_ready()
    await client.services.deletions.carry_out(discord.utils.utcnow())
    again = await answered(world, await abroad.eve.press(made, label="Redo"))
    assert again.pictures


@pytest.mark.usefixtures("client")
async def test_where_outside_apps_are_not_wanted_the_caller_alone_sees_it(
    world: Stack, abroad: Abroad
) -> None:
    """Discord would hide it in any case: so it is private, and stays so."""
    hushed = discord.Permissions(use_external_apps=True)
    world.discord.model.deny(abroad.far.id, abroad.eve.id, hushed)
    made = await imagine(world, abroad)
    assert made.pictures
    assert made.ephemeral
    redone = await answered(world, await abroad.eve.press(made, label="Redo"))
    assert redone.ephemeral


@pytest.mark.usefixtures("client")
async def test_what_is_late_abroad_comes_directly(world: Stack, abroad: Abroad) -> None:
    """The bot can't write there, so it writes to whoever asked."""
    world.relay.next(faults.slow(0.5))
    asked = await abroad.eve.slash(abroad.far, "imagine", prompt="a kite")
    await asked.result(within=WITHIN)
    asked.expire()
    found = await abroad.eve.dm.wait_for_message(lambda each: each.pictures, within=WITHIN)
    assert "a kite" in found.text


@pytest.mark.usefixtures("client")
async def test_the_form_is_for_pictures_that_can_be_seen_again(
    world: Stack, abroad: Abroad
) -> None:
    """One of somebody else can't be looked at when the form comes back: that is said first."""
    photo = await abroad.stranger.send(abroad.far, "", files=[("cat.png", png())])
    told = await answered(world, await abroad.eve.context_menu(abroad.far, "Edit picture", photo))
    assert "I am no member here" in told.text


@pytest.mark.usefixtures("client")
async def test_a_file_is_described_abroad(world: Stack, abroad: Abroad) -> None:
    """For all to see there."""
    asked = await abroad.eve.slash(abroad.far, "describe", image=("cat.png", png()))
    answer = await answered(world, asked)
    assert "64x48" in answer.text
    assert not answer.ephemeral


@pytest.mark.usefixtures("client")
async def test_a_picture_abroad_is_described(world: Stack, abroad: Abroad) -> None:
    """The menu brings the message along, so nothing has to be looked for."""
    photo = await abroad.stranger.send(abroad.far, "", files=[("cat.png", png())])
    asked = await abroad.eve.context_menu(abroad.far, "Describe picture", photo)
    assert "64x48" in (await answered(world, asked)).text


@pytest.mark.usefixtures("client")
async def test_of_several_pictures_abroad_the_first_is_described(
    world: Stack, abroad: Abroad
) -> None:
    """Nobody is asked which one: the message can't be looked at when that is answered."""
    files = [("cat.png", png()), ("dog.png", png(30, 20))]
    photos = await abroad.stranger.send(abroad.far, "", files=files)
    asked = await abroad.eve.context_menu(abroad.far, "Describe picture", photos)
    told = await answered(world, asked)
    assert "64x48" in told.text
    assert "has 2 pictures, and I am no member here, so I described the first one" in told.text


@pytest.mark.usefixtures("client")
async def test_of_several_pictures_of_the_bot_one_is_chosen_abroad(
    world: Stack, abroad: Abroad
) -> None:
    """They are stored, so they can be found again."""
    asked = await abroad.eve.slash(abroad.far, "imagine", prompt="a red kite", count=2)
    made = await answered(world, asked)
    asked = await abroad.eve.context_menu(abroad.far, "Describe picture", made)
    which = await answered(world, asked)
    assert "2 pictures" in which.text
    told = await answered(world, await abroad.eve.press(which, label="2"))
    assert "1408x768" in told.text


@pytest.mark.usefixtures("client")
async def test_help_abroad_names_what_works_there(world: Stack, abroad: Abroad) -> None:
    """No command that is not offered there, and no way that takes a member."""
    told = await answered(world, await abroad.eve.slash(abroad.far, "help"))
    assert all(f"</{name}:" in told.text for name in ("imagine", "edit", "describe", "models"))
    assert not any(f"</{name}:" in told.text for name in ("chat", "history", "undo"))
    assert "Reply to any picture" not in told.text
    assert "Or mention me" not in told.text
    assert told.buttons


async def collected(world: Stack, by: Member, made: Message) -> Message:
    """Press Use as reference behind More, and return what is told."""
    panel = await answered(world, await by.press(made, label="More"))
    return await answered(world, await by.press(panel, label="Use as reference"))


@pytest.mark.usefixtures("client")
async def test_ones_own_picture_goes_along_everywhere(world: Stack, abroad: Abroad) -> None:
    """Also to where nobody can look at the place in which it was made."""
    await collected(world, abroad.eve, await imagine(world, abroad))
    world.discord.join(world.discord.guilds[-1], abroad.eve)
    made = await imagine(world, abroad, abroad.farther)
    assert "One of your references went along" in made.text
    assert len(pictures(contents(world)[0])) == 1


@pytest.mark.usefixtures("client")
async def test_what_can_not_be_looked_at_from_here_waits_on(world: Stack, abroad: Abroad) -> None:
    """Nobody says that it is gone, and it is not used up."""
    made = await imagine(world, abroad)
    await collected(world, abroad.stranger, made)
    world.discord.join(world.guild, abroad.stranger)
    asked = await abroad.stranger.slash(world.art, "imagine", prompt="in this style")
    assert "One of your references can't be looked at" in (await answered(world, asked)).text
    assert not pictures(contents(world)[0])
    notice = await collected(world, abroad.stranger, made)
    seen = await answered(world, await abroad.stranger.press(notice, label="See"))
    assert len(seen.pictures) == 1
