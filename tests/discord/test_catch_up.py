"""What is said while nobody listens is answered when the bot is back: each once, and in bounds."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.access import Terms
from bot.domain.content import Part
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.interface.client import AtelierClient
from bot.interface.jobs.catch_up import ANSWERED, LOOK_UPS
from bot.storage.store import SqlStore
from demo.discord import Channel, Message
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    answered,
    contents,
    finished,
    imagine,
    roles,
    say,
    texts,
    until,
)
from tests.worlds import joined, store_of

pytestmark = pytest.mark.usefixtures("beside", "at_once")

Start = Callable[..., AbstractAsyncContextManager[AtelierClient]]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no time pass between two looks, nor before something is tried again."""
    monkeypatch.setattr("bot.interface.jobs.catch_up.PAUSE", 0.0)
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())


@pytest.fixture
def start(world: Stack) -> Start:
    """Give what runs the bot for a while: once it is there, all that was missed was looked for."""

    @asynccontextmanager
    async def running(**settings: Any) -> AsyncGenerator[AtelierClient]:
        async with joined(world, **settings) as client:
            await client.wait_until_ready()
            await caught_up(client)
            yield client
        await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)

    return running


async def caught_up(client: AtelierClient) -> None:
    """Return once what was missed was looked for and all that was heard was dealt with."""
    await until(
        lambda: (
            client.services.missed_messages.gap is None
            and not client.services.missed_messages._listened
        )
    )


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Give what lets a process end, from now on, without writing up to where it heard all."""

    async def nothing(_store: SqlStore, _message_id: int) -> None:
        pass

    return lambda: monkeypatch.setattr(SqlStore, "hear_up_to", nothing)


@asynccontextmanager
async def session_lost(world: Stack, client: AtelierClient) -> AsyncGenerator[None]:
    """Let the bot lose its session, then return once it has caught up in another.

    It is not back before something waits.
    """
    ready = client.wait_for("ready", timeout=WITHIN)
    world.discord.gateway.drop(resumable=False)
    yield
    await ready
    await caught_up(client)


def answers(channel: Channel, asked: Message) -> list[Message]:
    """Return what the bot replied to a message."""
    return [each for each in channel.messages if each.from_bot and each.reference_id == asked.id]


async def answered_once(world: Stack, channel: Channel, asked: Message) -> Message:
    """Return the finished answer to a message, the only one."""
    await world.discord.wait_for(lambda: answers(channel, asked), within=WITHIN)
    (answer,) = answers(channel, asked)
    return await finished(world, answer)


async def kept_thread(world: Stack) -> Channel:
    """Open a thread with `/chat`, and return it with its first answer."""
    await world.anna.slash(world.art, "chat", message="My name is Anna.")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    return thread


def looks(world: Stack, *, since: int = 0) -> list[int]:
    """Return the channels whose messages the bot asked for, in order, after so many calls."""
    return [
        int(call.path.split("/")[2])
        for call in world.discord.calls[since:]
        if call.method == "GET" and call.path.endswith("/messages")
    ]


KINDS = ["a reply", "a mention", "a message in a kept thread", "a direct message"]


async def prepared(world: Stack, kind: str) -> Callable[[], Any]:
    """Let the bot do something, and return what says something to it there."""
    if kind == "a reply":
        first = await imagine(world)
        return lambda: world.anna.send(world.art, "make it black and white", reply_to=first)
    if kind == "a mention":
        await imagine(world)
        return lambda: world.ben.send(world.art, f"{world.discord.bot_mention} hello there")
    if kind == "a direct message":
        await say(world, "hello", channel=world.anna.dm)
        return lambda: world.anna.send(world.anna.dm, "are you there?")
    thread = await kept_thread(world)
    return lambda: world.anna.send(thread, "What is my name?")


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_said_during_a_restart_is_answered(
    world: Stack, start: Start, kind: str
) -> None:
    """Once, also where there is one more restart."""
    async with start():
        speak = await prepared(world, kind)
    asked = await speak()
    async with start():
        channel = world.discord.channel(asked.channel_id)
        answer = await answered_once(world, channel, asked)
        assert answer.pictures or answer.text
        requests = len(world.relay.requests)
    async with start():
        assert len(answers(channel, asked)) == 1
        assert len(world.relay.requests) == requests == 2


@pytest.mark.logs_errors  # discord.py's word for a reconnect
@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_said_while_the_session_is_lost_is_answered(
    world: Stack, start: Start, kind: str
) -> None:
    """The process is the same, and the session is another."""
    async with start() as client:
        speak = await prepared(world, kind)
        async with session_lost(world, client):
            asked = await speak()
        assert world.discord.gateway.identified == 2
        await answered_once(world, world.discord.channel(asked.channel_id), asked)
        assert len(world.relay.requests) == 2


@pytest.mark.logs_errors
async def test_nothing_is_looked_for_where_the_session_is_resumed(
    world: Stack, start: Start
) -> None:
    """Discord tells by itself what was missed."""
    async with start() as client:
        speak = await prepared(world, "a mention")
        before = len(world.discord.calls)
        world.discord.gateway.drop()
        asked = await speak()
        await answered_once(world, world.art, asked)
        assert world.discord.gateway.resumed == 1
        assert client.services.missed_messages.gap is None
        assert looks(world, since=before) == []
        assert len(world.relay.requests) == 2


async def test_the_first_start_looks_at_nothing(
    world: Stack, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as nothing is remembered, nobody knows what was dealt with."""

    async def nothing(_store: SqlStore) -> None:
        return None

    async with start():
        speak = await prepared(world, "a mention")
    asked = await speak()
    monkeypatch.setattr(SqlStore, "heard_up_to", nothing)
    before = len(world.discord.calls)
    async with start():
        assert looks(world, since=before) == []
        assert answers(world.art, asked) == []


async def test_what_has_a_job_is_not_asked_again(
    world: Stack, start: Start, killed: Callable[[], None]
) -> None:
    """Also where the process was killed, and somebody deleted the answer."""
    async with start():
        speak = await prepared(world, "a mention")
    async with start():
        killed()
        asked = await speak()
        answer = await answered_once(world, world.art, asked)
        await world.anna.delete(answer)
    async with start():
        assert world.art.id in looks(world)
        assert answers(world.art, asked) == []
        assert len(world.relay.requests) == 2


async def test_what_was_refused_is_not_refused_again(
    world: Stack, start: Start, killed: Callable[[], None]
) -> None:
    """There is no job, and the process was killed: the reply says that it was dealt with."""
    async with start():
        await prepared(world, "a mention")
    async with start():
        killed()
        asked = await world.anna.send(world.art, world.discord.bot_mention)
        await answered_once(world, world.art, asked)
    before = len(world.discord.calls)
    async with start():
        assert looks(world, since=before) == [world.art.id]
        assert not [call for call in world.discord.calls[before:] if call.method == "POST"]


async def test_what_is_cut_off_by_the_end_is_answered_later(world: Stack, start: Start) -> None:
    """A process that leaves before it knows what a message is about has not dealt with it."""
    world.discord.leave_out_replied_messages()
    async with start():
        first = await imagine(world)
        page = f"/channels/{world.art.id}/messages/{first.id}"
        world.discord.faults.add("GET", page, delay=WITHIN)
        asked = await world.anna.send(world.art, "blur it", reply_to=first)
        await until(lambda: not world.discord.faults._planned)
    async with start():
        assert (await answered_once(world, world.art, asked)).pictures
        assert len(world.relay.requests) == 2


async def test_who_has_left_deals_with_nothing(world: Stack, start: Start) -> None:
    """What ends when the connection is closed may have been answered to nobody."""
    async with start() as client:
        asked = await imagine(world)
    with client.services.missed_messages.of(asked.id + 1):
        pass
    assert client.services.missed_messages._up_to() == asked.id


async def test_what_was_not_meant_for_the_bot_then_is_not_now(world: Stack, start: Start) -> None:
    """A thread that became one of the bot's later has messages that nobody said to it."""
    async with start():
        thread = await world.anna.start_thread(world.art, "talk")
        early = await world.anna.send(thread, "just between us")
        await world.anna.slash(thread, "chat", message="My name is Anna.")
        await finished(world, await thread.wait_for_message(after=early, within=WITHIN))
    late = await world.anna.send(thread, "What is my name?")
    async with start():
        await answered_once(world, thread, late)
        assert answers(thread, early) == []
        assert len(world.relay.requests) == 2


async def test_what_is_older_than_ten_minutes_is_past(world: Stack, start: Start) -> None:
    """Nobody waits for an answer to it any more."""

    async def speak(*, ago: timedelta) -> Message:
        world.discord.set_back(ago)
        return await world.anna.send(world.art, f"{world.discord.bot_mention} hello")

    async with start():
        await answered_once(world, world.art, await speak(ago=ANSWERED + timedelta(minutes=2)))
    old = await speak(ago=ANSWERED + timedelta(seconds=5))
    young = await speak(ago=ANSWERED - timedelta(minutes=1))
    world.discord.set_back(timedelta(0))
    async with start():
        await answered_once(world, world.art, young)
        assert answers(world.art, old) == []
        assert len(world.relay.requests) == 2


async def asked_in(store: SqlStore, channels: list[Channel], *, ago: timedelta) -> None:
    """Leave jobs behind in channels, one after the other, each a second later."""
    for number, channel in enumerate(channels):
        request = GenerationRequest(
            kind=JobKind.CHAT,
            place=Place(channel.guild_id, channel.id),
            author_id=1,
            prompt="hello",
            model="gemini-2.5-flash",
            user=(Part(text="hello"),),
        )
        now = datetime.now(UTC) - ago + timedelta(seconds=number)
        job = await store.accept(request, terms=Terms(999, 999), now=now)
        await store.cancelled(job.id, "called-off", now)


async def test_not_more_than_fifty_places_are_looked_into(world: Stack, start: Start) -> None:
    """Those in which something was last, the latest first."""
    channels = [world.guild.create_text_channel(f"room-{n}") for n in range(LOOK_UPS + 2)]
    async with start() as client:
        await prepared(world, "a mention")
        await asked_in(store_of(client), channels, ago=timedelta(minutes=30))
    before = len(world.discord.calls)
    async with start():
        newest = [channel.id for channel in reversed(channels)]
        assert looks(world, since=before) == [world.art.id, *newest[: LOOK_UPS - 1]]


async def test_a_place_that_has_to_be_asked_for_counts_twice(
    world: Stack, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord tells of no direct messages by itself: it is asked for the place, then for them."""
    async with start():
        for member in (world.anna, world.ben):
            await say(world, "hello", by=member, channel=member.dm)
    monkeypatch.setattr("bot.interface.jobs.catch_up.LOOK_UPS", 3)
    before = len(world.discord.calls)
    async with start():
        assert looks(world, since=before) == [world.ben.dm.id]


async def test_a_quiet_place_is_not_looked_into(world: Stack, start: Start) -> None:
    """One in which the bot has done nothing for an hour."""
    quiet, lively = (world.guild.create_text_channel(name) for name in ("quiet", "lively"))
    async with start() as client:
        await prepared(world, "a mention")
        await asked_in(store_of(client), [quiet], ago=timedelta(minutes=61))
        await asked_in(store_of(client), [lively], ago=timedelta(minutes=59))
    before = len(world.discord.calls)
    async with start():
        assert looks(world, since=before) == [world.art.id, lively.id]


@pytest.mark.logs_errors
async def test_a_session_that_is_lost_twice_is_answered_once(world: Stack, start: Start) -> None:
    """Two sessions begin, one after the other, and both look at the same messages."""
    async with start() as client:
        speak = await prepared(world, "a mention")
        world.discord.faults.add("GET", f"/channels/{world.art.id}/messages", delay=0.3)
        world.discord.gateway.drop(resumable=False)
        asked = await speak()
        await until(lambda: not world.discord.faults._planned)
        async with session_lost(world, client):
            pass
        await answered_once(world, world.art, asked)
        assert world.discord.gateway.identified == 3
        assert len(world.relay.requests) == 2


@pytest.mark.logs_errors
async def test_what_comes_while_it_is_looked_back_is_answered_once(
    world: Stack, start: Start
) -> None:
    """Discord tells of it, and while its picture is looked for, it stands on the page, too."""
    async with start() as client:
        first = await imagine(world)
        world.discord.leave_out_replied_messages()
        messages = f"/channels/{world.art.id}/messages"
        world.discord.faults.add("GET", messages, delay=0.2)
        async with session_lost(world, client):
            await until(lambda: not world.discord.faults._planned)
            world.discord.faults.add("GET", f"{messages}/{first.id}", delay=1.0)
            asked = await world.anna.send(world.art, "blur it", reply_to=first)
        assert (await answered_once(world, world.art, asked)).pictures
        assert len(world.relay.requests) == 2


@pytest.mark.parametrize("status", [400, 403, 404, 503])
async def test_a_place_that_refuses_is_passed_by(
    world: Stack, start: Start, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    """The log says so, without a word of anybody's; the others are looked into."""
    other = world.guild.create_text_channel("other")
    async with start():
        await say(world, f"{world.discord.bot_mention} hello", channel=other)
        await prepared(world, "a mention")
    unheard = await world.anna.send(world.art, f"{world.discord.bot_mention} a secret")
    heard = await world.anna.send(other, f"{world.discord.bot_mention} hello again")
    page = f"/channels/{world.art.id}/messages"
    world.discord.faults.add("GET", page, status=status, code=50001)
    async with start():
        await answered_once(world, other, heard)
        assert answers(world.art, unheard) == []
    assert f"channel {world.art.id} can't be looked back at: {status}" in caplog.text
    assert "secret" not in caplog.text


async def test_a_place_without_the_right_to_read_is_not_asked_for(
    world: Stack, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    """Discord would tell of no message there."""
    async with start():
        await prepared(world, "a mention")
    world.art.deny_bot("read_message_history")
    before = len(world.discord.calls)
    async with start():
        assert looks(world, since=before) == []
    assert "looked back" not in caplog.text


async def test_what_is_nobodys_question_stays_so(world: Stack, start: Start) -> None:
    """Words to others, another bot's mention, and what was deleted again are passed by."""
    robot = world.discord.create_member(world.guild, "robot", bot=True)
    async with start():
        speak = await prepared(world, "a mention")
    await world.anna.send(world.art, "what a day")
    await robot.send(world.art, f"{world.discord.bot_mention} hello")
    await world.ben.delete(await speak())
    async with start():
        assert world.art.id in looks(world)
        assert len(world.relay.requests) == 1


async def test_limits_hold_for_what_was_missed(world: Stack, start: Start) -> None:
    """Who has used up their day is told so, and nothing is asked for."""
    async with start(daily_messages=1):
        speak = await prepared(world, "a mention")
        await say(world, f"{world.discord.bot_mention} hello", by=world.ben)
    asked = await speak()
    async with start(daily_messages=1):
        refused = await answered_once(world, world.art, asked)
        assert "1" in refused.text
        assert len(world.relay.requests) == 2


async def test_a_conversation_goes_on_in_order(world: Stack, start: Start) -> None:
    """What was said one after the other in a kept thread is answered so."""
    async with start():
        thread = await kept_thread(world)
    asked = [await world.anna.send(thread, f"and {word}?") for word in ("this", "that", "those")]
    async with start():
        for message in asked:
            await answered_once(world, thread, message)
        assert roles(world) == ["user", "model"] * 3 + ["user"]
        said = [texts(content)[0] for content in contents(world) if content["role"] == "user"]
        assert said[1:] == [message.text for message in asked]


async def test_a_thread_full_of_words_is_passed_by(world: Stack, start: Start) -> None:
    """A whole page of what others said to each other, in a thread where the bot has a picture."""
    async with start():
        thread = await world.anna.start_thread(world.art, "talk")
        asked = await world.anna.slash(thread, "imagine", prompt="a kite")
        shown = await answered(world, asked)
    for number in range(60):
        await world.ben.send(thread, f"number {number}")
    reply = await world.anna.send(thread, "blur it", reply_to=shown)
    async with start():
        assert (await answered_once(world, thread, reply)).pictures
