import pytest
from PIL import ImageStat

from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    contents,
    finished,
    image,
    imagine,
    pictures,
    png,
    roles,
    say,
    texts,
    until,
)

pytestmark = pytest.mark.usefixtures("client")


def signed(content: dict[str, object]) -> bool:
    """Tell whether every picture of a content carries its signature."""
    parts: list[dict[str, object]] = content["parts"]  # type: ignore[assignment]
    return all("thoughtSignature" in part for part in parts if "inlineData" in part)


async def test_a_reply_edits_the_picture_that_it_points_at(world: Stack) -> None:
    """The answer to a reply is an edit of that picture, asked for with its signed history."""
    first = await imagine(world)
    grey = await say(world, "make it black and white", reply_to=first)
    assert image(grey).size == image(first).size
    assert ImageStat.Stat(image(grey).convert("HSV")).mean[1] < 3
    assert roles(world) == ["user", "model", "user"]
    assert signed(contents(world)[1])


async def test_the_answer_is_a_reply_that_pings_nobody(world: Stack) -> None:
    """The answer points to the message that asked, without a notification."""
    first = await imagine(world)
    asked = await world.anna.send(world.art, "blur it", reply_to=first)
    answer = await world.art.wait_for_message(after=asked)
    assert answer.reference_id == asked.id
    assert not answer.pings


async def test_two_replies_to_one_picture_are_two_branches(world: Stack) -> None:
    """Each reply continues from the picture it points at, whatever came later."""
    first = await imagine(world)
    await say(world, "make it black and white", reply_to=first)
    await say(world, "tint it blue", reply_to=first)
    assert roles(world) == ["user", "model", "user"]
    assert texts(contents(world)[2]) == ["tint it blue"]
    assert contents(world)[:2] == contents(world, -2)[:2]


async def test_a_reply_to_a_reply_knows_the_whole_path(world: Stack) -> None:
    """The third version is asked for with both turns before it."""
    first = await imagine(world)
    second = await say(world, "make it black and white", reply_to=first)
    await say(world, "flip it", reply_to=second)
    assert roles(world) == ["user", "model", "user", "model", "user"]


async def test_a_reply_to_a_picture_that_is_being_painted_waits_for_it(world: Stack) -> None:
    """Who replies to the painting line gets an edit of what it becomes."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    progress = await asked.result()
    assert not progress.pictures
    edited = await say(world, "make it black and white", reply_to=progress)
    assert edited.pictures
    assert roles(world) == ["user", "model", "user"]


async def test_an_attachment_of_a_reply_is_a_reference(world: Stack) -> None:
    """The picture replied to stays the one that is edited; what is attached goes along."""
    first = await imagine(world)
    await say(world, "side by side", reply_to=first, files=[("b.png", png(30, 20))])
    assert "30x20" in pictures(contents(world)[2])[0]
    assert signed(contents(world)[1])


async def test_of_several_pictures_the_number_says_which(world: Stack) -> None:
    """With two pictures in a message, "2: …" edits the second."""
    both = await imagine(world, count=2)
    asked = await say(world, "blur it", reply_to=both)
    assert "2 pictures" in asked.text
    edited = await say(world, "2: make it black and white", reply_to=both)
    assert edited.pictures
    assert texts(contents(world)[-1]) == ["make it black and white"]
    assert world.relay.requests[-1].status == 200


async def test_a_casual_reply_to_a_person_is_left_alone(world: Stack) -> None:
    """A reply to somebody's picture that does not mention the bot is not its business."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png())])
    await world.anna.send(world.art, "so sweet!", reply_to=photo)
    await world.anna.send(world.art, "hello everybody")
    mentioned = await say(world, f"{world.discord.bot_mention} hello")
    assert len(world.relay.requests) == 1
    assert mentioned.text


async def test_a_persons_picture_is_edited_when_the_bot_is_mentioned(world: Stack) -> None:
    """A reply with a mention edits the picture of the message that it points at."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(40, 30))])
    words = f"{world.discord.bot_mention} make it black and white"
    edited = await say(world, words, reply_to=photo)
    assert edited.pictures
    assert roles(world) == ["user"]
    assert texts(contents(world)[0]) == ["make it black and white"]


async def test_a_mention_with_a_picture_edits_it(world: Stack) -> None:
    """A picture attached to a message that mentions the bot is edited."""
    words = f"{world.discord.bot_mention} invert it"
    edited = await say(world, words, files=[("cat.png", png(40, 30))])
    assert image(edited).size == (40, 30)


async def test_a_mention_with_words_is_answered(world: Stack) -> None:
    """Words alone get a chat answer from the chat model."""
    answer = await say(world, f"{world.discord.bot_mention} What can you do?")
    assert "What can you do?" in answer.text
    assert world.relay.requests[-1].model == "gemini-3.1-pro"


async def test_a_reply_to_a_chat_answer_goes_on(world: Stack) -> None:
    """Outside of threads a chat goes on by replying to its answers."""
    first = await say(world, f"{world.discord.bot_mention} My name is Anna.")
    await say(world, "What is my name?", reply_to=first)
    assert roles(world) == ["user", "model", "user"]
    assert texts(contents(world)[0]) == ["My name is Anna."]


async def test_a_mention_with_nothing_asks_for_words(world: Stack) -> None:
    """An empty wish gets a sentence and is sent nowhere."""
    answer = await say(world, world.discord.bot_mention)
    assert "Tell me what to do" in answer.text
    assert not world.relay.requests


async def test_an_unsigned_picture_is_edited_all_the_same(world: Stack) -> None:
    """When a relay drops signatures, the picture travels in the user turn instead."""
    world.relay.next(faults.unsigned())
    first = await imagine(world)
    edited = await say(world, "make it black and white", reply_to=first)
    assert edited.pictures
    assert roles(world) == ["user"]
    assert len(pictures(contents(world)[0])) == 1


async def test_a_signature_error_is_rebuilt_once(world: Stack) -> None:
    """A refused signature is answered with one unsigned request, and one soft line."""
    first = await imagine(world)
    world.relay.next(
        faults.http(400, '{"error":{"code":400,"message":"Corrupted thought signature."}}')
    )
    edited = await say(world, "make it black and white", reply_to=first)
    assert edited.pictures
    assert "history" in edited.text
    assert len(world.relay.requests) == 3
    assert roles(world) == ["user"]


async def test_replies_to_one_picture_are_made_side_by_side(world: Stack) -> None:
    """Four branches of one picture are with the relay at once, each in an answer of its own."""
    made = await imagine(world)
    held = Held()
    world.relay.next(*[held] * 4)
    asked = [
        await world.anna.send(world.art, f"make it {colour}", reply_to=made)
        for colour in ("red", "green", "blue", "grey")
    ]
    await until(lambda: len(world.relay.requests) == 5)
    held.let_go()
    for each in asked:
        answer = await world.art.wait_for_message(
            lambda message, each=each: message.reference_id == each.id, within=WITHIN
        )
        assert (await finished(world, answer)).pictures


async def test_a_direct_message_is_a_conversation(world: Stack) -> None:
    """In direct messages every word is a turn, without mention or thread."""
    await say(world, "My name is Anna.", channel=world.anna.dm)
    answer = await say(world, "What is my name?", channel=world.anna.dm)
    assert "My name is Anna." in answer.text
    assert roles(world) == ["user", "model", "user"]


async def test_a_reply_to_what_the_bot_could_not_do_is_heard(world: Stack) -> None:
    """Told to attach a picture or to say more, a member replies to that, which is a mention."""
    told = await say(world, world.discord.bot_mention)
    assert "Tell me what to do" in told.text
    edited = await say(world, "blur it", reply_to=told, files=[("a.png", png(70, 50))])
    assert edited.pictures
    assert "70x50" in pictures(contents(world)[-1])[0]
    assert "Hello there" in (await say(world, "Hello there", reply_to=told)).text
