"""However long what a member sends, the bot answers it and goes on answering."""

import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, png, say

NAMES = [f"{'*' * 240}{number}.txt" for number in range(10)]
PNG = ("a.png", png())
FILES = [(name, b"no picture") for name in NAMES]


@pytest.mark.usefixtures("client")
async def test_ten_files_with_long_names_are_told_of(world: Stack) -> None:
    """Beside a long answer, which becomes a file, and a short one; the rest is counted."""
    world.relay.next(faults.text_only("word " * 3_000))
    long = await say(world, "Tell me everything.", channel=world.anna.dm, files=FILES)
    await world.discord.message_changed(long, lambda seen: seen.attachments, within=WITHIN)
    short = await say(world, "And now?", channel=world.anna.dm, files=FILES)
    for answer in (long, short):
        assert len(answer.text) <= 2_000
        assert "more things" in answer.text


@pytest.mark.usefixtures("client")
async def test_a_gallery_holds_with_long_names(world: Stack) -> None:
    """The picture is shown though all of the other files are told of."""
    answer = await say(world, f"{world.discord.bot_mention} a kite", files=[PNG, *FILES[1:]])
    assert answer.pictures
    assert "more things" in answer.text


@pytest.mark.usefixtures("client")
async def test_a_long_question_is_cut_where_it_is_repeated(world: Stack) -> None:
    """`/chat` takes 4,000 characters and shows what a message has room for."""
    asked = await world.anna.slash(world.art, "chat", message="*" * 4_000)
    question = await asked.result(within=WITHIN)
    assert 1_900 < len(question.text) <= 2_000
    assert question.text.endswith("…")
