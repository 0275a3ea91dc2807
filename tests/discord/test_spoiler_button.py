"""**Spoiler on** and **Spoiler off**, behind **More**."""

import pytest
from sqlalchemy import text

from bot.interface.client import AtelierClient
from demo.discord import Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import answered, finished, image, imagine, say
from tests.discord.test_pictures_in_words import in_pieces
from tests.worlds import joined, store_of


def labels(message: Message) -> list[str | None]:
    """Return what the buttons of a message say."""
    return [button.label for button in message.buttons]


async def more(world: Stack, message: Message, by: Member | None = None) -> Message:
    """Press More and return what it shows."""
    return await answered(world, await (by or world.anna).press(message, label="More"))


async def switched(world: Stack, message: Message, label: str) -> Message:
    """Press anna's button behind More, and return what she is told."""
    panel = await more(world, message)
    return await answered(world, await world.anna.press(panel, label=label))


def hidden(message: Message) -> list[bool]:
    """Tell of each picture of a message whether it is hidden."""
    return [picture.spoiler for picture in message.pictures]


@pytest.mark.usefixtures("client")
async def test_a_post_becomes_a_spoiler_and_none_again(world: Stack) -> None:
    """Nothing else of it changes: not its words, its buttons, its files or its alt texts."""
    made = await imagine(world, count=2)
    before = (made.text, labels(made), [picture.description for picture in made.pictures])
    told = await switched(world, made, "Spoiler on")
    assert told.ephemeral
    assert "Hidden now" in told.text
    assert hidden(made) == [True, True]
    assert image(made, 1).size == (1408, 768)
    told = await switched(world, made, "Spoiler off")
    assert "again" in told.text
    assert hidden(made) == [False, False]
    after = (made.text, labels(made), [picture.description for picture in made.pictures])
    assert after == before


@pytest.mark.usefixtures("client")
async def test_what_is_made_of_a_hidden_picture_is_hidden(world: Stack) -> None:
    """As of any spoiler."""
    made = await imagine(world)
    await switched(world, made, "Spoiler on")
    assert hidden(await say(world, "blur it", reply_to=made)) == [True]
    await switched(world, made, "Spoiler off")
    assert hidden(await say(world, "flip it", reply_to=made)) == [False]


@pytest.mark.usefixtures("client")
async def test_who_may_not_do_it_is_not_offered_it(world: Stack) -> None:
    """It is its author's and the moderators' matter; what one sees alone is hidden already."""
    ours = await answered(world, await world.ben.slash(world.art, "imagine", prompt="a kite"))
    other = world.discord.create_member(world.guild, "dora")
    assert "Spoiler on" not in labels(await more(world, ours, by=other))
    assert "Spoiler on" in labels(await more(world, ours))
    secret = await imagine(world, private=True)
    assert "Spoiler on" not in labels(await more(world, secret))


@pytest.mark.usefixtures("client")
async def test_a_press_is_remembered_nowhere(world: Stack) -> None:
    """Pressing twice what stands on an old panel does the same twice."""
    made = await imagine(world)
    panel = await more(world, made)
    for _ in range(2):
        await answered(world, await world.anna.press(panel, label="Spoiler on"))
    assert hidden(made) == [True]


async def test_it_works_after_a_restart(world: Stack) -> None:
    """On a panel and a post of before."""
    async with joined(world):
        made = await imagine(world)
        panel = await more(world, made)
    async with joined(world) as client:
        await answered(world, await world.anna.press(panel, label="Spoiler on"))
        assert hidden(made) == [True]
        assert not client._connection._view_store._synced_message_views


@pytest.mark.usefixtures("client")
async def test_a_picture_in_words_becomes_a_spoiler(world: Stack) -> None:
    """The words are a message of their own, and stay as they are."""
    world.relay.next(faults.says(in_pieces(100)))
    words = await say(world, f"{world.discord.bot_mention} a kite?")
    posted = await finished(world, await world.art.wait_for_message(after=words))
    before = words.content
    assert "Hidden now" in (await switched(world, posted, "Spoiler on")).text
    assert hidden(posted) == [True]
    assert "again" in (await switched(world, posted, "Spoiler off")).text
    assert hidden(posted) == [False]
    assert words.content == before


async def test_a_post_that_is_gone_holds_up_no_other(world: Stack, client: AtelierClient) -> None:
    """It may have been deleted unheard."""
    made = await imagine(world)
    await client.services.pending.wait(made.id)
    gone = text(
        "INSERT INTO shown (message_id, position, turn_id, part, channel_id)"
        " SELECT 1, position, turn_id, part, channel_id FROM shown"
    )
    await store_of(client).write(lambda connection: connection.execute(gone))
    assert "Hidden now" in (await switched(world, made, "Spoiler on")).text
    assert hidden(made) == [True]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("status", [403, 404])
async def test_what_members_still_see_is_not_written_down_as_hidden(
    world: Stack, status: int
) -> None:
    """Why is said; the button is there again, and what is made of the picture is not hidden."""
    made = await imagine(world)
    panel = await more(world, made)
    world.discord.faults.add("PATCH", f"/channels/*/messages/{made.id}", status=status)
    told = await answered(world, await world.anna.press(panel, label="Spoiler on"))
    assert "Hidden now" not in told.text
    assert hidden(made) == [False]
    assert hidden(await say(world, "blur it", reply_to=made)) == [False]
    assert "Hidden now" in (await switched(world, made, "Spoiler on")).text
    assert hidden(made) == [True]
