"""Pictures that a chat model writes into its words, which a stream cuts anywhere."""

import base64
import re
import textwrap
from dataclasses import replace

import pytest

from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import AT_WORK, contents, image, pictures, png, say, texts

pytestmark = pytest.mark.usefixtures("client")

PICTURE = png(40, 30, "orange")
IN_LINES = textwrap.fill(base64.b64encode(PICTURE).decode(), 64)
SAID = f"Here: ![a kite](data:image/png;base64,{IN_LINES}) as you wished."
BASE64 = re.compile(r"[A-Za-z0-9+/]{21}|base64")


def in_pieces(size: int) -> tuple[str, ...]:
    """Cut what is said, as a stream does."""
    return tuple(SAID[start : start + size] for start in range(0, len(SAID), size))


async def answer(world: Stack) -> tuple[Message, set[str]]:
    """Return the finished answer to a question, and all that it has shown."""
    asked = await world.anna.send(world.art, f"{world.discord.bot_mention} a kite?")
    first = await world.art.wait_for_message(after=asked)
    shown = set[str]()

    def has_ended(message: Message) -> bool:
        shown.add(message.text)
        return not (message.text.startswith(AT_WORK) or message.text.endswith("…"))

    return await world.discord.message_changed(first, has_ended), shown


@pytest.mark.parametrize("size", [3, 17, 100])
async def test_a_picture_that_streams_in_pieces_is_posted_and_never_read(
    world: Stack, size: int
) -> None:
    """It is shown, kept and sent back as a picture; nobody reads or is sent its base64."""
    world.relay.next(faults.says(in_pieces(size)))
    answered, shown = await answer(world)
    assert not any(map(BASE64.search, shown))
    assert answered.content == "Here:  as you wished."
    posted = await world.art.wait_for_message(after=answered)
    assert image(posted).getpixel((20, 15)) == (255, 165, 0)
    await say(world, "go on", reply_to=answered)
    said = contents(world)[1]
    assert "".join(texts(said)) == "Here:  as you wished."
    assert len(pictures(said)) == 1


async def test_a_picture_that_breaks_off_leaves_no_base64(world: Stack) -> None:
    """What came before it is kept, and it is told that the answer broke off."""
    world.relay.next(replace(faults.says(in_pieces(17)), cuts=True))
    answered, shown = await answer(world)
    assert not any(map(BASE64.search, {*shown, answered.content}))
    assert "Here:" in answered.content
    await say(world, f"{world.discord.bot_mention} go on", reply_to=answered)
    assert not any(BASE64.search(text) for said in contents(world) for text in texts(said))
