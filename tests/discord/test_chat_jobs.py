import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, say

pytestmark = pytest.mark.usefixtures("client")


async def test_a_long_answer_is_several_messages(world: Stack) -> None:
    """Text over one message's limit goes on in the next ones, and all of it arrives."""
    words = " ".join(f"word{number}" for number in range(700))
    world.relay.next(faults.text_only(words))
    first = await say(world, f"{world.discord.bot_mention} tell me a story")
    await world.discord.wait_for(lambda: "word699" in world.art.messages[-1].text, within=WITHIN)
    answers = [message for message in world.art.messages if message.id >= first.id]
    assert len(answers) > 1
    assert all(len(message.content) <= 2_000 for message in answers)
    assert " ".join(message.content for message in answers).split() == words.split()


async def test_a_reply_to_any_page_of_an_answer_goes_on(world: Stack) -> None:
    """Each message of a long answer leads back to its turn."""
    world.relay.next(faults.text_only("word " * 700))
    await say(world, f"{world.discord.bot_mention} tell me a story")
    await world.discord.wait_for(lambda: len(world.art.messages) > 2, within=WITHIN)
    await say(world, "go on", reply_to=world.art.messages[-1])
    assert len(world.relay.requests[-1].body["contents"]) == 3


async def test_a_very_long_answer_is_a_file(world: Stack) -> None:
    """What would take more than four messages comes as a file under its beginning."""
    words = " ".join(f"word{number}" for number in range(2_000))
    world.relay.next(faults.text_only(words))
    answer = await say(world, f"{world.discord.bot_mention} tell me a story")
    await world.discord.message_changed(answer, lambda message: message.attachments, within=WITHIN)
    assert answer.attachments[0]["filename"] == "answer.md"
    assert answer.content.startswith("word0 ")
    assert answer.content.endswith("-# That is the beginning: all of it is in the file.")
    assert len([message for message in world.art.messages if message.from_bot]) == 1
