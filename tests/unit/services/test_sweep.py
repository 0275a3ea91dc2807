"""What was deleted unheard is found, slowly, and nothing is deleted on a doubt."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.access import Terms
from bot.domain.conversation import ChatChoice, Turn
from bot.domain.deletion import Page, Seen, Sight
from bot.domain.errors import StorageFailed
from bot.domain.job import Place, Shown
from bot.services.deletion_queue import DeletionQueue
from bot.services.erasure import Erasure
from bot.services.guild_book import GuildBook
from bot.services.sweep import A_LOOK, Known, Sweep
from bot.storage.store import SqlStore
from tests.contract.builders import CHANNEL, GUILD, NOON, THREAD, draft, request

HERE = Known({GUILD}, {})
BELOW = Place(GUILD, THREAD, THREAD, parent_id=CHANNEL)
DIRECT = 2**62 + 77
PAGE = 5


class TimeIsUp(BaseException):
    """End what runs for ever."""


class Clock:
    """Let time pass at once, until a moment."""

    def __init__(self) -> None:
        self.time = NOON
        self.until = NOON + timedelta(days=400)

    def now(self) -> datetime:
        """Return the time."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Let so much time pass."""
        self.time += timedelta(seconds=seconds)
        if self.time >= self.until:
            raise TimeIsUp


class Discord:
    """Hold what is there, and count the questions."""

    def __init__(self) -> None:
        self.messages: dict[int, set[int]] = {}
        self.parents: dict[int, int] = {}
        self.known: set[int] = set()
        self.closed: set[int] = set()
        self.unread: set[int] = set()
        self.down: set[int] = set()
        self.out_of_order: set[int | None] = set()
        self.asked = Counter[str]()

    def reaches(self, guild_id: int | None) -> bool:
        """Tell whether a server is in order."""
        return guild_id not in self.out_of_order

    def knows(self, channel_id: int) -> Seen | None:
        """Return what needs no question."""
        return self._seen(channel_id) if channel_id in self.known else None

    async def channel(self, channel_id: int) -> Seen:
        """Answer for a channel."""
        self.asked["channel"] += 1
        return self._seen(channel_id)

    async def page(self, channel_id: int, *, below: int) -> Page | Sight:
        """Answer for a page."""
        self.asked["page"] += 1
        if (sight := self._seen(channel_id).sight) is not Sight.THERE:
            return sight
        there = set[int]() if channel_id in self.unread else self.messages[channel_id]
        found = sorted(each for each in there if each < below)[-PAGE:]
        return Page(frozenset(found), found[0] if len(found) == PAGE else 0)

    async def message(self, channel_id: int, message_id: int) -> Sight:
        """Answer for a message."""
        self.asked["message"] += 1
        if (sight := self._seen(channel_id).sight) is not Sight.THERE:
            return sight
        if channel_id in self.unread:
            return Sight.CLOSED
        if message_id in self.down:
            return Sight.UNSURE
        return Sight.THERE if message_id in self.messages[channel_id] else Sight.GONE

    def _seen(self, channel_id: int) -> Seen:
        if channel_id in self.down:
            return Seen(Sight.UNSURE)
        if channel_id in self.closed:
            return Seen(Sight.CLOSED)
        if channel_id not in self.messages:
            return Seen(Sight.GONE)
        return Seen(Sight.THERE, self.parents.get(channel_id))


class House:
    """Hold a bot's store, its sweep, and a Discord to look at."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.clock = Clock()
        self.discord = Discord()
        self.deletions = DeletionQueue(store, Erasure(store), GuildBook(store))
        self.sweep = Sweep(store, self.deletions, self.clock)

    async def show(
        self, *message_ids: int, place: Place | None = None, channel_id: int | None = None
    ) -> list[Turn]:
        """Let messages show a picture each, in Discord too."""
        asked = request(place=place) if place else request()
        channel_id = asked.place.channel_id if channel_id is None else channel_id
        turns: list[Turn] = []
        for message_id in message_ids:
            job = await self.store.accept(asked, terms=Terms(9_999, 9_999), now=NOON)
            turns.append(await self.store.made(job, draft(), NOON))
            shown = [Shown(message_id, 0, turns[-1].id, 1, channel_id)]
            await self.store.posted(job.id, shown, NOON)
        self.discord.messages.setdefault(asked.place.channel_id, set())
        self.discord.messages.setdefault(channel_id, set()).update(message_ids)
        return turns

    async def look(self, known: Known = HERE, *, hours: float = 22) -> None:
        """Begin anew, look around for a while, and forget what is gone."""
        self.sweep.begin_anew(known)
        self.clock.until = self.clock.time + timedelta(hours=hours)
        with pytest.raises(TimeIsUp):
            await self.sweep.run(self.discord)
        await self.deletions.carry_out(self.clock.time)

    async def kept(self, *turns: Turn) -> list[bool]:
        """Tell of each turn whether it is kept."""
        return [await self.store.turn(turn.id) is not None for turn in turns]


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """Open an empty house before a Discord that tells of few messages at once."""
    monkeypatch.setattr("bot.services.sweep.PAGE", PAGE)
    monkeypatch.setattr("bot.services.sweep.IDLE", 1_800.0)  # a day is few looks at the database
    async with SqlStore.open(tmp_path / "db") as store:
        yield House(store)


async def test_a_message_that_is_gone_is_forgotten(house: House) -> None:
    """The others stay; what a page misses is asked for once more."""
    turns = await house.show(1, 2, 3)
    house.discord.messages[CHANNEL].remove(2)
    house.discord.known.add(CHANNEL)
    await house.look()
    assert await house.kept(*turns) == [True, False, True]
    assert house.discord.asked == {"page": 1, "message": 1}


async def test_one_question_answers_for_a_page(house: House) -> None:
    """Among the messages of others, too: as many pages as the channel has of ours."""
    ours = range(100, 124, 2)
    turns = await house.show(*ours)
    house.discord.messages[CHANNEL].update(range(101, 124, 2), range(1, 99))
    gone = {102, 110, 122}
    house.discord.messages[CHANNEL] -= gone
    house.discord.known.add(CHANNEL)
    await house.look()
    assert await house.kept(*turns) == [each not in gone for each in ours]
    assert house.discord.asked["message"] == len(gone)
    assert house.discord.asked["page"] == 4


async def test_questions_are_few_in_an_hour(house: House) -> None:
    """However much there is to be looked at, they are spread over it."""
    for number in range(20):
        await house.show(number, place=Place(GUILD, CHANNEL + number))
    for times in (1, 2):
        await house.look(hours=10 * A_LOOK / 3_600)
        assert house.discord.asked.total() == times * 9
    assert A_LOOK * 240 == 3_600


async def test_without_a_gap_a_place_is_looked_at_once_a_day(house: House) -> None:
    """What is deleted is heard then; the look is for what got lost all the same."""
    await house.show(1, 2)
    house.discord.known.add(CHANNEL)
    await house.look(hours=60)
    assert house.discord.asked == {"page": 3}


async def test_a_look_goes_on_where_it_was(house: House) -> None:
    """Also in the next process, and also where Discord begins anew each hour."""
    turns = await house.show(*range(1, 31))
    house.discord.messages[CHANNEL].remove(1)
    house.discord.known.add(CHANNEL)
    for _ in range(4):
        house.sweep = Sweep(house.store, house.deletions, house.clock)
        await house.look(hours=A_LOOK * 2.5 / 3_600)
    assert await house.kept(turns[0], turns[1]) == [False, True]


async def test_places_take_turns(house: House) -> None:
    """A long one does not hold up the others."""
    await house.show(*range(1, 31))
    (turn,) = await house.show(2_000, place=Place(GUILD, CHANNEL + 1))
    house.discord.messages[CHANNEL + 1].clear()
    house.discord.known.update({CHANNEL, CHANNEL + 1})
    await house.look(hours=A_LOOK * 4.5 / 3_600)
    assert await house.kept(turn) == [False]


async def test_a_channel_that_is_gone_answers_for_all_of_it(house: House) -> None:
    """Its threads as well, by one question."""
    turns = [*await house.show(1, 2, 3), *await house.show(4, place=BELOW)]
    del house.discord.messages[CHANNEL]
    await house.look(hours=A_LOOK * 1.5 / 3_600)
    assert await house.kept(*turns) == [False] * 4
    assert house.discord.asked == {"channel": 1}


async def test_a_thread_in_which_nothing_is_shown_is_found(house: House) -> None:
    """It is kept, or something in it was for its author alone."""
    await house.store.open_chat(BELOW, ChatChoice("talker"), NOON)
    await house.look()
    assert await house.store.chat_of(THREAD) is None
    assert house.discord.asked == {"channel": 1}


async def test_direct_messages_are_looked_at(house: House) -> None:
    """What was sent there is forgotten when it is deleted there."""
    turns = await house.show(1, 2, channel_id=DIRECT)
    house.discord.known.add(CHANNEL)
    house.discord.messages[DIRECT].remove(1)
    await house.look()
    assert await house.kept(*turns) == [False, True]


async def test_what_one_member_sees_is_not_looked_for(house: House) -> None:
    """It is in no channel; it stays until its channel goes."""
    turns = await house.show(1, channel_id=0)
    house.discord.known.add(CHANNEL)
    await house.look()
    assert await house.kept(*turns) == [True]
    assert not house.discord.asked
    house.discord.known.clear()
    del house.discord.messages[CHANNEL]
    await house.look()
    assert await house.kept(*turns) == [False]


@pytest.mark.parametrize("how", ["closed", "unread", "down", "out_of_order"])
async def test_nothing_is_deleted_on_a_doubt(house: House, how: str) -> None:
    """A channel without access, or history, or while Discord has trouble, tells nothing."""
    turns = [*await house.show(1, 2), *await house.show(3, place=BELOW)]
    await house.show(4, channel_id=0)
    house.discord.messages = {CHANNEL: set(), THREAD: set(), 0: set()}
    unknown = {GUILD} if how == "out_of_order" else {CHANNEL, THREAD}
    setattr(house.discord, how, unknown)
    await house.look()
    assert await house.kept(*turns) == [True] * 3
    assert house.discord.asked.total() <= 2 * 24
    setattr(house.discord, how, set())
    await house.look()
    assert await house.kept(*turns) == [False] * 3


async def test_trouble_with_one_message_says_nothing_of_it(house: House) -> None:
    """It is asked for again later."""
    turns = await house.show(1, 2)
    house.discord.messages[CHANNEL].clear()
    house.discord.down.add(2)
    house.discord.known.add(CHANNEL)
    await house.look(hours=0.7)
    assert await house.kept(*turns) == [True, True]
    house.discord.down.clear()
    await house.look()
    assert await house.kept(*turns) == [False, False]


async def test_a_server_that_is_gone_is_known_for_nothing(house: House) -> None:
    """By the list of servers with which Discord begins, one that is out of order among them."""
    turns = [*await house.show(1), *await house.show(2, place=BELOW)]
    house.discord.known.update({CHANNEL, THREAD})
    await house.look(hours=0.2)
    house.discord.asked.clear()
    house.discord.out_of_order = {GUILD}
    await house.look(hours=0.2)
    assert await house.kept(*turns) == [True, True]
    await house.look(Known({GUILD + 1}, {}), hours=0.2)
    assert await house.kept(*turns) == [False, False]
    assert not house.discord.asked


async def test_a_server_that_was_joined_meanwhile_counts(house: House) -> None:
    """It was not there when Discord began."""
    await house.look(Known(set(), {}), hours=0.2)
    house.sweep.join(GUILD)
    turns = await house.show(1)
    house.discord.out_of_order = {GUILD}
    assert await house.sweep.step(house.discord) is False
    await house.look(Known(set(), {}), hours=0.2)
    assert await house.kept(*turns) == [False]


async def test_a_server_in_which_members_bring_the_bot_stays(house: House) -> None:
    """The bot was never in it, and may not look there."""
    turns = await house.show(1)
    house.discord.closed.add(CHANNEL)
    for _ in range(3):
        await house.look(Known(set(), {}))
    assert await house.kept(*turns) == [True]


@pytest.mark.parametrize("how", ["told", "known", "asked"])
async def test_a_thread_learns_its_channel(house: House, how: str) -> None:
    """From what Discord begins with, from what discord.py knows, or by a question."""
    turns = await house.show(1, place=Place(GUILD, THREAD, THREAD))
    house.discord.parents[THREAD] = CHANNEL
    if how == "known":
        house.discord.known.add(THREAD)
    await house.look(Known({GUILD}, {THREAD: CHANNEL} if how == "told" else {}))
    await Erasure(house.store).channel(CHANNEL)
    assert await house.kept(*turns) == [False]
    assert house.discord.asked["channel"] == (how == "asked")


@pytest.mark.logs_errors
@pytest.mark.parametrize("error", [StorageFailed("disk I/O error"), RuntimeError("ours")])
async def test_what_fails_is_tried_again(
    house: House,
    error: Exception,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What Discord began with is not lost."""
    turns = await house.show(1)
    await house.store.join_servers([GUILD])
    servers_but = house.store.servers_but

    async def broken(_: object) -> set[int]:
        monkeypatch.setattr(house.store, "servers_but", servers_but)
        raise error

    monkeypatch.setattr(house.store, "servers_but", broken)
    await house.look(Known(set(), {}), hours=1)
    assert "looked for" in caplog.text
    assert await house.kept(*turns) == [False]
