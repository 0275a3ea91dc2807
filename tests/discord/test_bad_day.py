"""Discord's own bad days: it falls silent, has no time, breaks down, or does and does not say."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable

import pytest

from demo.discord import Channel, Message
from demo.stack import Stack
from tests.acting import WITHIN, Held, finished, imagine, png, say
from tests.faults.ledger import until_final

pytestmark = pytest.mark.usefixtures("client")

ANSWER = "/webhooks/*"
MESSAGES = "/channels/*/messages"
MESSAGE = "/channels/*/messages/*"


@pytest.fixture
def held() -> Held:
    """Give what keeps the relay at work until it is let go."""
    return Held()


async def painting(world: Stack, held: Held) -> Message:
    """Ask for a picture by a command and return its painting line."""
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    return await asked.result(within=WITHIN)


async def painting_as_reply(world: Stack, held: Held) -> Message:
    """Ask for a picture by a message and return its painting line, a message of the channel."""
    world.relay.next(held)
    words = f"{world.discord.bot_mention} blur it"
    asked = await world.ben.send(world.art, words, files=[("a.png", png())])
    return await world.art.wait_for_message(after=asked, within=WITHIN)


async def ended(world: Stack) -> None:
    """Return once every job is over: whatever is to be repeated has been repeated by then."""
    await until_final(world.folder, within=WITHIN / 2)


def hung(*channels: Channel) -> list[int]:
    """Count how often each of the bot's pictures hangs in these channels."""
    found = Counter(
        picture.filename
        for channel in channels
        for message in channel.messages
        if message.from_bot
        for picture in message.pictures
    )
    return list(found.values())


def said(channel: Channel) -> list[Message]:
    """Return the bot's messages."""
    return [message for message in channel.messages if message.from_bot]


async def test_a_picture_comes_though_the_gateway_dropped(world: Stack, held: Held) -> None:
    """A connection that is cut while a picture is painted costs neither it nor what was said."""
    first = await imagine(world)
    progress = await painting(world, held)
    world.discord.gateway.drop()
    held.let_go()
    asked = await world.anna.send(world.art, "blur it", reply_to=first)
    answer = await world.art.wait_for_message(after=asked, within=WITHIN)
    assert (await finished(world, answer)).pictures
    assert (await finished(world, progress)).pictures
    assert world.discord.gateway.resumed == 1
    assert [message.reference_id for message in said(world.art)].count(asked.id) == 1
    assert len(world.relay.requests) == 3


async def test_a_picture_comes_though_the_session_is_gone(world: Stack, held: Held) -> None:
    """A connection that can't be resumed is made anew, and members are served as before."""
    progress = await painting(world, held)
    world.discord.gateway.drop(resumable=False)
    held.let_go()
    done = await finished(world, progress)
    assert done.pictures
    await world.discord.wait_for(lambda: world.discord.gateway.identified == 2, within=WITHIN)
    assert (await say(world, "blur it", reply_to=done)).pictures
    assert len(world.relay.requests) == 2


async def test_a_long_wait_is_waited_out(world: Stack, held: Held) -> None:
    """Told to come back in some seconds, the bot does, wherever its answer is."""
    wait = 2.5
    lines = [await painting(world, held), await painting_as_reply(world, held)]
    began = time.monotonic()
    for path in (ANSWER, MESSAGE):
        world.discord.faults.add("PATCH", path, status=429, retry_after=wait)
    held.let_go()
    for line in lines:
        assert (await finished(world, line)).pictures
    assert time.monotonic() - began > wait
    assert hung(world.art) == [1, 1]


async def test_a_breakdown_is_waited_out(world: Stack, held: Held) -> None:
    """After a 500, 502 or 503 at the post a picture comes all the same, wherever its answer is."""
    statuses = (500, 502, 503)
    lines = [await begin(world, held) for begin in (painting, painting_as_reply) for _ in statuses]
    for path in (ANSWER, MESSAGE):
        for status in statuses:
            world.discord.faults.add("PATCH", path, status=status)
    held.let_go()
    for line in lines:
        assert (await finished(world, line)).pictures
    assert sum(call.status in statuses for call in world.discord.calls) == 6
    assert hung(world.art) == [1] * 6


@pytest.mark.parametrize(
    ("begin", "path"), [(painting, ANSWER), (painting_as_reply, MESSAGE)], ids=["command", "reply"]
)
async def test_a_post_that_is_cut_off_is_made_good(
    world: Stack, held: Held, begin: Callable[[Stack, Held], Awaitable[Message]], path: str
) -> None:
    """A connection that breaks at the post loses no picture and doubles none, done or not."""
    lines = [await begin(world, held) for _ in range(2)]
    for applied in (True, False):
        world.discord.faults.add("PATCH", path, cut=True, applied=applied)
    held.let_go()
    await ended(world)
    assert [len(line.pictures) for line in lines] == [1, 1]
    assert hung(world.art, world.anna.dm, world.ben.dm) == [1, 1]


async def test_a_painting_line_that_is_cut_off_is_there_once(world: Stack, held: Held) -> None:
    """A reply that was posted, and whose connection broke then, is not posted a second time."""
    world.discord.faults.add("POST", MESSAGES, cut=True, applied=True)
    line = await painting_as_reply(world, held)
    held.let_go()
    assert (await finished(world, line)).pictures
    await ended(world)
    assert said(world.art) == [line]


async def test_a_picture_that_is_sent_directly_is_there_once(world: Stack, held: Held) -> None:
    """Where the channel is closed, a post to its author that happened is not repeated either."""
    await painting(world, held)
    world.discord.faults.add("PATCH", ANSWER, status=404)
    world.discord.faults.add("POST", MESSAGES, cut=True, applied=True)
    held.let_go()
    await ended(world)
    assert hung(world.anna.dm) == [1]


async def test_a_picture_that_is_posted_anew_is_there_once(world: Stack, held: Held) -> None:
    """Where the painting line was deleted, a new post that happened is not repeated."""
    line = await painting_as_reply(world, held)
    await world.anna.delete(line)
    world.discord.faults.add("POST", MESSAGES, cut=True, applied=True)
    held.let_go()
    await ended(world)
    assert hung(world.art, world.ben.dm) == [1]


async def test_words_that_were_posted_are_there_once(world: Stack) -> None:
    """A chat answer whose connection broke when it was posted is neither repeated nor lost."""
    world.discord.faults.add("POST", MESSAGES, cut=True, applied=True)
    answer = await say(world, f"{world.discord.bot_mention} hello there")
    await ended(world)
    assert "hello there" in answer.text
    assert said(world.art) == [answer]
