import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, finished, imagine, say


@pytest.mark.usefixtures("client")
async def test_a_models_words_ping_nobody(world: Stack) -> None:
    """@everyone, roles and members in a model's answer are words, nothing more."""
    world.relay.next(faults.text_only(f"@everyone @here {world.ben.mention} look!"))
    answer = await imagine(world)
    assert "@everyone" in answer.text
    assert not world.discord.pings


@pytest.mark.usefixtures("client")
async def test_a_chat_answer_pings_nobody(world: Stack) -> None:
    """What a member makes the chat model repeat pings nobody either."""
    words = f"{world.discord.bot_mention} say @everyone and {world.ben.mention}"
    answer = await say(world, words)
    assert "@everyone" in answer.text
    assert not world.discord.pings


@pytest.mark.usefixtures("client")
async def test_the_question_of_a_thread_pings_nobody(world: Stack) -> None:
    """`/chat` repeats the question in public, without its mentions' force."""
    await world.anna.slash(world.art, "chat", message=f"@everyone {world.ben.mention} hi")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    assert not world.discord.pings
