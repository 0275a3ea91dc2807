"""**Use as reference**: what is collected goes along with the member's next command."""

import asyncio

import discord
import pytest

from bot.interface.client import AtelierClient
from bot.interface.permissions import may_view
from demo.discord import Channel, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, image, imagine, pictures, png, texts, until
from tests.contract.builders import LATE
from tests.worlds import Join, joined, store_of

MENU = "Use as reference"

PRIVATE_THREAD = 12
"""Discord docs, Channels Resource, Channel Types."""


async def cats(world: Stack, channel: Channel | None = None) -> Message:
    """Let ben post two pictures at once."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    return await world.ben.send(channel or world.art, "my cats", files=files)


async def collected(world: Stack, message: Message, channel: Channel | None = None) -> Message:
    """Let anna choose the menu's entry on a message; return what she is told."""
    asked = await world.anna.context_menu(channel or world.art, MENU, message)
    return await answered(world, asked)


async def edit(world: Stack, **options: object) -> Message:
    """Let anna edit the newest picture, or what is given."""
    asked = await world.anna.slash(world.art, "edit", prompt="make it blue", **options)
    return await answered(world, asked)


@pytest.mark.usefixtures("client")
async def test_what_is_collected_goes_along_once(world: Stack) -> None:
    """All pictures of the message; the post says so, and the next one goes without them."""
    told = await collected(world, await cats(world))
    assert "2 pictures wait" in told.text
    assert told.ephemeral
    made = await imagine(world)
    assert len(pictures(contents(world)[0])) == 2
    assert "2 of your references went along" in made.text
    again = await imagine(world)
    assert not pictures(contents(world)[0])
    assert "references" not in again.text


@pytest.mark.usefixtures("client")
async def test_nothing_is_fetched_before_it_is_used(world: Stack) -> None:
    """What was deleted meanwhile is told of, and the picture is made without it."""
    photos = await cats(world)
    await collected(world, photos)
    await world.anna.delete(photos)
    made = await imagine(world)
    assert made.pictures
    assert not pictures(contents(world)[0])


@pytest.mark.usefixtures("client")
async def test_what_the_bot_made_goes_along_from_the_store(world: Stack) -> None:
    """Behind what is given with the command."""
    await collected(world, await imagine(world))
    made = await imagine(world, image=("cat.png", png(70, 50)))
    first, second = pictures(contents(world)[0])
    assert "70x50" in first
    assert "1408x768" in second
    assert "One of your references went along" in made.text


@pytest.mark.usefixtures("client")
async def test_a_button_collects_the_pictures_of_a_job(world: Stack) -> None:
    """All of them, of whoever sees the job and presses it."""
    made = await imagine(world, count=2)
    redo = next(each for each in made.buttons if each.label == "Redo")
    custom_id = f"atl:collect:{str(redo.custom_id).rsplit(':', 1)[1]}"
    button = {"type": 2, "style": 2, "label": "Use as reference", "custom_id": custom_id}
    row = {"type": 1, "components": [button]}
    offered = await world.ben.send(world.art, components=[row])
    told = await answered(world, await world.anna.press(offered, custom_id))
    assert "2 pictures wait" in told.text
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 2


@pytest.mark.usefixtures("client")
async def test_a_picture_of_the_bot_waits_once(world: Stack) -> None:
    """From whichever message it is collected: its own, or the one behind More."""
    made = await imagine(world)
    for _ in range(2):
        panel = await answered(world, await world.anna.press(made, label="More"))
        told = await answered(world, await world.anna.press(panel, label=MENU))
        assert "One picture waits" in told.text
    assert "One picture waits" in (await collected(world, made)).text


@pytest.mark.usefixtures("client")
async def test_an_edit_takes_them_along(world: Stack) -> None:
    """Of the newest picture here, and of one that is given."""
    await imagine(world)
    photos = await cats(world)
    await collected(world, photos)
    assert "2 of your references went along" in (await edit(world)).text
    assert len(pictures(contents(world)[-1])) == 2
    await collected(world, photos)
    await edit(world, image=("cat.png", png(30, 20)))
    first, *others = pictures(contents(world)[-1])
    assert "30x20" in first
    assert len(others) == 2


@pytest.mark.usefixtures("client")
async def test_they_are_of_one_member_alone(world: Stack) -> None:
    """Nobody else's command takes them."""
    await collected(world, await cats(world))
    asked = await world.ben.slash(world.art, "imagine", prompt="a kite")
    await answered(world, asked)
    assert not pictures(contents(world)[0])


async def test_what_does_not_fit_waits_on(world: Stack, join: Join) -> None:
    """A model takes so many, and the rest goes along with the next command."""
    await join(image_model="gemini-2.5-flash-image")
    photos = await cats(world)
    await collected(world, photos)
    given = {"image": ("c.png", png()), "image2": ("d.png", png())}
    made = await imagine(world, **given)
    assert len(pictures(contents(world)[0])) == 3
    assert "One of your references waits for the next time" in made.text
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 1


@pytest.mark.usefixtures("client")
async def test_only_so_many_are_collected(world: Stack) -> None:
    """The notice says how many found no room."""
    files = [(f"{number}.png", png(30 + number, 20)) for number in range(9)]
    await collected(world, await world.ben.send(world.art, "", files=files))
    told = await collected(world, await cats(world))
    assert "10 pictures wait" in told.text
    assert "One found no room: 10 can wait at most" in told.text


async def test_a_refused_command_uses_nothing_up(world: Stack, join: Join) -> None:
    """They wait for one that is accepted."""
    await join(daily_pictures=1)
    await collected(world, await cats(world))
    assert "Only one picture of your day is left" in (await imagine(world, count=2)).text
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 2


async def test_they_wait_over_a_restart(world: Stack, join: Join) -> None:
    """And so do the buttons of the notice."""
    async with joined(world):
        told = await collected(world, await cats(world))
    await join()
    seen = await answered(world, await world.anna.press(told, label="See"))
    assert len(seen.pictures) == 2
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 2


@pytest.mark.usefixtures("client")
async def test_they_can_be_seen(world: Stack) -> None:
    """Small, to whoever collected them alone: stored ones and others."""
    await collected(world, await imagine(world))
    told = await collected(world, await cats(world))
    seen = await answered(world, await world.anna.press(told, label="See"))
    assert seen.ephemeral
    assert len(seen.pictures) == 3
    assert max(image(seen).size) == 160


@pytest.mark.usefixtures("client")
async def test_they_can_be_cleared(world: Stack) -> None:
    """Then the notice says that none waits, and none goes along."""
    told = await collected(world, await cats(world))
    await world.anna.press(told, label="Clear")
    await world.discord.message_changed(
        told, lambda seen: "No picture waits" in seen.text, within=WITHIN
    )
    await imagine(world)
    assert not pictures(contents(world)[0])


@pytest.mark.usefixtures("client")
async def test_there_may_be_nothing_to_see(world: Stack) -> None:
    """A notice outlives what it tells of."""
    told = await collected(world, await cats(world))
    await imagine(world)
    seen = await answered(world, await world.anna.press(told, label="See"))
    assert "No picture waits" in seen.text


@pytest.mark.usefixtures("client")
async def test_a_message_without_a_picture_gets_a_sentence(world: Stack) -> None:
    """There is nothing to collect."""
    told = await collected(world, await world.ben.send(world.art, "hello"))
    assert "no picture in that message" in told.text


@pytest.mark.usefixtures("client")
async def test_what_is_collected_elsewhere_goes_along(world: Stack) -> None:
    """From another channel, as long as the member sees that, which Discord has told already."""
    elsewhere = world.guild.create_text_channel("elsewhere")
    photos = await cats(world, elsewhere)
    await collected(world, photos, elsewhere)
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 2
    asked = [call.path for call in world.discord.calls if call.method == "GET"]
    assert f"/channels/{elsewhere.id}/messages/{photos.id}" in asked
    assert f"/channels/{elsewhere.id}" not in asked
    assert not any("/members/" in path for path in asked)


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("permission", ["view_channel", "read_message_history"])
async def test_what_a_member_does_not_see_any_more_stays_out(
    world: Stack, client: AtelierClient, permission: str
) -> None:
    """Their own permissions are looked at, and not those of the bot."""
    elsewhere = world.guild.create_text_channel("elsewhere")
    cara = world.discord.create_member(world.guild, "cara")
    photos = await cats(world, elsewhere)
    await answered(world, await cara.context_menu(elsewhere, MENU, photos))
    elsewhere.model.deny(elsewhere.id, cara.id, discord.Permissions(**{permission: True}))
    known = client.get_channel(elsewhere.id)
    assert isinstance(known, discord.TextChannel)
    await until(lambda: known.overwrites)
    asked = await cara.slash(world.art, "imagine", prompt="a kite")
    made = await answered(world, asked)
    assert not pictures(contents(world)[0])
    assert "2 of your references are gone, or you do not see them any more" in made.text


@pytest.mark.usefixtures("client")
async def test_what_is_collected_in_direct_messages_goes_along(world: Stack) -> None:
    """What somebody sent to the bot alone they see everywhere."""
    photo = await world.anna.send(world.anna.dm, "my cat", files=[("a.png", png())])
    await collected(world, photo, world.anna.dm)
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 1


@pytest.mark.usefixtures("client")
async def test_what_is_collected_in_another_server_goes_along_as_long_as_one_is_there(
    world: Stack,
) -> None:
    """Who left it does not see it, whatever they may do where they are."""
    other = world.discord.create_guild("Another server")
    world.discord.join(other, world.anna)
    abroad = other.create_text_channel("abroad")
    for left, count in ((False, 1), (True, 0)):
        photo = await world.anna.send(abroad, "my cat", files=[("a.png", png())])
        await collected(world, photo, abroad)
        if left:
            world.discord.model.remove_member(other.id, world.anna.id)
        made = await imagine(world)
        assert len(pictures(contents(world)[0])) == count
    assert "One of your references is gone, or you do not see it any more" in made.text


async def test_direct_messages_are_seen_by_whom_they_are_with(
    world: Stack, client: AtelierClient
) -> None:
    """By nobody else, whatever their id is."""
    hearing = asyncio.create_task(client.wait_for("interaction"))
    await asyncio.sleep(0)
    await world.anna.slash(world.art, "help")
    interaction = await hearing
    assert await may_view(interaction, world.anna.dm.id)
    assert not await may_view(interaction, world.ben.dm.id)


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(("left", "count"), [(False, 1), (True, 0)])
async def test_what_is_collected_in_a_private_thread_goes_along_as_long_as_one_is_in_it(
    world: Stack, count: int, *, left: bool
) -> None:
    """Discord is asked who is; the channel above it tells nothing of that."""
    cara = world.discord.create_member(world.guild, "cara")
    model = world.discord.model
    thread = model.create_thread(world.art.id, "closed", cara.id, type=PRIVATE_THREAD)
    model.add_thread_member(thread.id, world.discord.bot_id)
    room = Channel(model, thread.id)
    photo = await cara.send(room, "my cat", files=[("a.png", png())])
    await answered(world, await cara.context_menu(room, MENU, photo))
    if left:
        model.remove_thread_member(thread.id, cara.id)
    await answered(world, await cara.slash(world.art, "imagine", prompt="a kite"))
    assert len(pictures(contents(world)[0])) == count


@pytest.mark.usefixtures("client")
async def test_a_private_picture_is_collected_by_its_author(world: Stack) -> None:
    """Nobody else could choose the menu's entry on it."""
    await collected(world, await imagine(world, private=True))
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 1


async def test_what_is_collected_is_forgotten_with_the_member(
    world: Stack, client: AtelierClient
) -> None:
    """Like all that is known of them."""
    await collected(world, await cats(world))
    await store_of(client).forget_member(world.anna.id, then=LATE, now=LATE, most=9)
    await imagine(world)
    assert not pictures(contents(world)[0])


@pytest.mark.usefixtures("client")
async def test_a_redo_asks_with_the_same(world: Stack) -> None:
    """What went along then goes along again, and what waits by now does not."""
    photos = await cats(world)
    await collected(world, photos)
    made = await imagine(world)
    await collected(world, photos)
    redone = await answered(world, await world.anna.press(made, label="Redo"))
    assert len(pictures(contents(world)[0])) == 2
    assert redone.pictures
    await imagine(world)
    assert len(pictures(contents(world)[0])) == 2


@pytest.mark.usefixtures("client")
async def test_what_is_no_picture_stays_out(world: Stack) -> None:
    """Why is told under the picture."""
    broken = await world.ben.send(world.art, "", files=[("cat.png", b"no picture")])
    await collected(world, broken)
    made = await imagine(world)
    assert made.pictures
    assert "cat.png" in made.text
    assert texts(contents(world)[0]) == ["a red kite"]


@pytest.mark.usefixtures("client")
async def test_what_failed_can_be_tried_again_with_them(world: Stack) -> None:
    """They are used up with the job, and are a part of it."""
    await collected(world, await cats(world))
    world.relay.next(faults.refuse())
    failed = await imagine(world)
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert again.pictures
    assert len(pictures(contents(world)[0])) == 2
