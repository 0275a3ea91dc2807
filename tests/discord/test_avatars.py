"""`/imagine person:`: an avatar goes along where its owner allows it, and else they are asked."""

from io import BytesIO

import pytest
from PIL import Image

from bot.interface.client import AtelierClient
from demo.discord import Member, Message
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    at_work,
    contents,
    imagine,
    pictures,
    png,
    until,
    whispered,
)
from tests.worlds import Join, joined

ASKED = "was asked"


@pytest.fixture
def faces(world: Stack) -> None:
    """Give both members avatars, and the same language."""
    world.discord.model.locales[world.ben.id] = "en-US"
    world.anna.wear(png(64, 48))
    world.ben.wear(png(70, 50))


async def refused(world: Stack, person: Member, *, by: Member | None = None) -> str:
    """Let somebody ask for another one's avatar, and return what they alone are told."""
    who = by or world.anna
    asked = await who.slash(world.art, "imagine", prompt="a knight", person=person)
    return (await whispered(world, asked)).text


async def question(world: Stack) -> Message:
    """Let anna ask for ben's avatar, and return what he reads of it."""
    assert ASKED in await refused(world, world.ben)
    return await world.ben.dm.wait_for_message(within=WITHIN)


async def pressed(world: Stack, message: Message, label: str) -> Message:
    """Let ben press a button, and return the message as it is then."""
    await world.ben.press(message, label=label)
    return await world.discord.message_changed(message, within=WITHIN)


@pytest.mark.usefixtures("client", "faces")
async def test_who_is_asked_allows_it_and_takes_it_back(world: Stack) -> None:
    """Nothing is sent before; from then on it goes along, for all members, until he takes it back.

    The direct message stays what he can change it with.
    """
    asked = await question(world)
    assert "anna" in asked.text
    assert world.guild.name in asked.text
    assert not world.relay.requests
    allowed = await pressed(world, asked, "Allow")
    assert "may use your avatar" in allowed.text
    made = await imagine(world, person=world.ben)
    assert made.pictures
    assert "70x50" in pictures(contents(world)[0])[0]
    over = await pressed(world, allowed, "Take back")
    assert "Nobody" in over.text
    assert "can't be used here" in await refused(world, world.ben)
    assert len(world.relay.requests) == 1
    again = await pressed(world, over, "Allow")
    assert [button.label for button in again.buttons] == ["Take back"]


@pytest.mark.usefixtures("client", "faces")
async def test_who_is_asked_is_asked_once(world: Stack) -> None:
    """Whoever else asks that day is told the same, and so is anna; a refusal is no invitation."""
    asked = await question(world)
    assert ASKED in await refused(world, world.ben)
    cara = world.discord.create_member(world.guild, "cara")
    assert ASKED in await refused(world, world.ben, by=cara)
    await pressed(world, asked, "Don't allow")
    assert "can't be used here" in await refused(world, world.ben)
    assert len(world.ben.dm.messages) == 1
    assert not world.relay.requests


@pytest.mark.usefixtures("faces")
async def test_it_holds_after_a_restart(world: Stack, join: Join) -> None:
    """The question's buttons, and what was decided."""
    async with joined(world):
        asked = await question(world)
    async with joined(world):
        await pressed(world, asked, "Allow")
    await join()
    assert (await imagine(world, person=world.ben)).pictures


@pytest.mark.usefixtures("client", "faces")
async def test_redo_needs_the_consent_anew(world: Stack) -> None:
    """What was made stays; once it is taken back, nobody asks for the same once more."""
    allowed = await pressed(world, await question(world), "Allow")
    made = await imagine(world, person=world.ben)
    await pressed(world, allowed, "Take back")
    told = await answered(world, await world.anna.press(made, label="Redo"))
    assert "don't allow that here" in told.text
    assert len(world.relay.requests) == 1
    again = await answered(world, await world.ben.press(made, label="Redo"))
    assert again.pictures


@pytest.mark.usefixtures("client", "faces")
async def test_better_words_need_it_when_they_are_painted(world: Stack) -> None:
    """It may be taken back while the proposal waits."""
    allowed = await pressed(world, await question(world), "Allow")
    proposed = await imagine(world, person=world.ben, improve=True)
    await pressed(world, allowed, "Take back")
    told = await answered(world, await world.anna.press(proposed, label="Paint"))
    assert "don't allow that here" in told.text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("faces")
@pytest.mark.parametrize("improve", [False, True])
async def test_what_waits_in_the_queue_goes_without_once_it_is_taken_back(
    world: Stack, join: Join, *, improve: bool
) -> None:
    """Nothing is sent, be it for a picture or for better words, and nothing is counted."""
    await join(max_concurrent=1, daily_pictures=2)
    allowed = await pressed(world, await question(world), "Allow")
    held = Held()
    world.relay.next(held)
    first = await world.ben.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    asked = await world.anna.slash(
        world.art, "imagine", prompt="a knight", person=world.ben, count=2, improve=improve
    )
    waiting = await asked.result(within=WITHIN)
    assert "in the queue" in waiting.text
    await pressed(world, allowed, "Take back")
    held.let_go()
    assert (await answered(world, first)).pictures
    told = await answered(world, asked)
    assert "don't allow that here" in told.text
    assert len(world.relay.requests) == 1
    assert (await imagine(world, count=2)).pictures


@pytest.mark.usefixtures("client", "faces")
async def test_ones_own_avatar_needs_nobody(world: Stack) -> None:
    """In a server as that shows it, in direct messages as everybody sees it."""
    world.anna.wear(png(50, 90), guild_id=world.guild.id)
    assert (await imagine(world, person=world.anna)).pictures
    assert "50x90" in pictures(contents(world)[0])[0]
    run = await world.anna.slash(world.anna.dm, "imagine", prompt="a kite", person=world.anna)
    assert (await answered(world, run)).pictures
    assert "64x48" in pictures(contents(world)[0])[0]


@pytest.mark.usefixtures("client")
async def test_of_an_avatar_that_moves_the_first_frame_goes_along(world: Stack) -> None:
    """Discord gives it as a picture that stands still."""
    frames = [Image.new("P", size, 0) for size in ((40, 60), (40, 60))]
    moving = BytesIO()
    frames[0].putpixel((0, 0), 1)
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    world.anna.wear(moving.getvalue())
    made = await imagine(world, person=world.anna)
    assert made.pictures
    assert "40x60" in pictures(contents(world)[0])[0]
    assert "first frame" not in made.text


@pytest.mark.usefixtures("client", "faces")
@pytest.mark.parametrize("route", ["/users/@me/channels", "/channels/*/messages"])
async def test_who_takes_no_message_is_told_of(world: Stack, route: str) -> None:
    """Anna learns how ben could allow it; nobody waits for an answer that can't come."""
    world.discord.faults.add("POST", route, status=403, code=50007)
    assert "takes no direct messages" in await refused(world, world.ben)
    assert ASKED in await refused(world, world.ben)
    assert not world.relay.requests


@pytest.mark.usefixtures("client", "faces")
async def test_where_discord_breaks_down_nobody_was_asked(world: Stack) -> None:
    """So ben can be asked when it is back."""
    world.discord.faults.add("POST", "/users/@me/channels", status=400, code=40003)
    assert "Discord broke down" in (await imagine(world, person=world.ben)).text
    assert ASKED in await refused(world, world.ben)


@pytest.mark.usefixtures("client", "faces")
async def test_a_bot_has_no_consent_to_give(world: Stack) -> None:
    """It is told to choose a person."""
    other = world.discord.create_member(world.guild, "painter", bot=True)
    other.wear(png())
    assert "Choose a person" in await refused(world, other)


@pytest.mark.usefixtures("client")
async def test_who_has_no_avatar_is_not_asked_for_it(world: Stack) -> None:
    """Discord's own sign is nobody's likeness."""
    assert "no avatar of their own" in await refused(world, world.ben)
    assert not world.ben.dm.messages


@pytest.mark.usefixtures("faces")
async def test_whose_day_is_over_asks_nobody(world: Stack, join: Join) -> None:
    """A question is for a picture that can be made."""
    await join(daily_pictures=1)
    await imagine(world)
    assert "used up" in await refused(world, world.ben)
    assert not world.ben.dm.messages


@pytest.mark.usefixtures("client", "faces")
async def test_nobody_asks_everybody(world: Stack) -> None:
    """Five questions wait for their answers at most."""
    for number in range(5):
        other = world.discord.create_member(world.guild, f"member{number}")
        other.wear(png())
        assert ASKED in await refused(world, other)
    assert "asked 5 people" in await refused(world, world.ben)
    assert not world.ben.dm.messages


@pytest.mark.usefixtures("client")
async def test_abroad_only_ones_own_avatar_goes_along(world: Stack) -> None:
    """Where the bot is no member, nobody has agreed to be asked by it."""
    guild = world.discord.create_guild("Abroad", installed=False)
    far = guild.create_text_channel("far")
    eve = world.discord.create_member(guild, "eve", user_install=True)
    stranger = world.discord.create_member(guild, "stranger")
    for member in (eve, stranger):
        member.wear(png())

    async def asked(person: Member) -> Message:
        return await answered(world, await eve.slash(far, "imagine", prompt="x", person=person))

    assert "I can't ask" in (await asked(stranger)).text
    assert not stranger.dm.messages
    assert (await asked(eve)).pictures


@pytest.mark.usefixtures("client", "faces")
async def test_an_avatar_that_is_gone_is_told_before_anything_is_paid(world: Stack) -> None:
    """The picture was to be of somebody."""
    world.anna.wear(b"")
    world.discord.cdn._assets.clear()
    told = await imagine(world, person=world.anna)
    assert "could not be fetched" in told.text
    assert not world.relay.requests


@pytest.mark.usefixtures("client", "faces")
async def test_everybody_sees_and_changes_what_they_decided(world: Stack) -> None:
    """`/avatar` works before anybody asked, and says it in the caller's language."""

    async def avatar() -> Message:
        return await answered(world, await world.ben.slash(world.art, "avatar"))

    first = await avatar()
    assert first.ephemeral
    assert [button.label for button in first.buttons] == ["Allow", "Don't allow"]
    await pressed(world, first, "Allow")
    assert (await imagine(world, person=world.ben)).pictures
    second = await avatar()
    assert [button.label for button in second.buttons] == ["Take back"]
    assert "Nobody" in (await pressed(world, second, "Take back")).text
    world.discord.model.locales[world.ben.id] = "de"
    assert "Auf **" in (await avatar()).text


@pytest.mark.usefixtures("client", "faces")
async def test_who_is_asked_reads_it_in_their_language(world: Stack) -> None:
    """As far as that is known; the names of others are shown as they are."""
    world.discord.model.locales[world.ben.id] = "ja"
    await answered(world, await world.ben.slash(world.art, "help"))
    world.discord.model.users[world.anna.id].name = "**anna** <@1>"
    asked = await question(world)
    assert "使ってもよいですか" in asked.text
    assert r"\*\*anna\*\*" in asked.text


@pytest.mark.usefixtures("faces")
async def test_a_server_that_the_bot_left_is_decided_no_more(
    world: Stack, client: AtelierClient
) -> None:
    """A question of before is answered with that."""
    asked = await question(world)
    world.discord.model.remove_guild(world.guild.id)
    await until(lambda: not client.guilds)
    told = await whispered(world, await world.ben.press(asked, label="Allow"))
    assert "no longer in that server" in told.text
