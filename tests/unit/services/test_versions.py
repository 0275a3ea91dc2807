from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.domain.access import Terms
from bot.domain.content import Part
from bot.domain.conversation import Pointer, Turn
from bot.domain.errors import Gone
from bot.domain.job import Draft, GenerationRequest, JobKind, Place, Shown
from bot.domain.version import Head, Node
from bot.services.versions import Entry, VersionHistory, Versions, present_picture, present_turn
from bot.storage.store import SqlStore
from tests.contract.builders import NOON, picture_part
from tests.databases import put_database

ART = Place(guild_id=1, channel_id=2)
THREAD = Place(guild_id=1, channel_id=3, thread_id=3)
ANNA = 9


def all_of_it(_node: Node, _shown: Shown) -> bool:
    """See everything."""
    return True


class Turns:
    """Make turns in any place, and show each in a message of its own."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.versions = Versions(store, store)
        self._messages = 100

    async def make(
        self,
        parent: Turn | None = None,
        *,
        place: Place = ART,
        pictures: int = 1,
        pointed: int | None = None,
    ) -> Turn:
        """Make a turn with so many pictures, or of words alone."""
        parent_id = parent.id if parent else None
        request = GenerationRequest(
            kind=JobKind.PICTURE,
            place=place,
            author_id=ANNA,
            prompt="a kite",
            model="painter",
            user=(Part(text="a kite"),),
            parent_id=parent_id,
            pointed=Pointer(parent.id, pointed) if parent and pointed is not None else None,
        )
        answer = tuple(picture_part(f"{number}") for number in range(pictures))
        draft = Draft(parent_id, request.user, answer or (Part(text="Hm."),), "painter", "painters")
        job = await self.store.accept(request, terms=Terms(99, 99), now=NOON)
        turn = await self.store.made(job, draft, NOON)
        self._messages += 1
        parts = range(pictures) if pictures else [None]
        shown = [
            Shown(self._messages, position, turn.id, part, place.channel_id)
            for position, part in enumerate(parts)
        ]
        await self.store.posted(job.id, shown, NOON)
        return turn

    async def history(self, place: Place = ART) -> VersionHistory:
        """Return what is there to be seen."""
        history = await self.versions.history(place, all_of_it)
        assert history is not None
        return history

    async def go_back(self, turn: Turn, part: int | None = 0, place: Place = ART) -> None:
        """Go back to a version."""
        version = (await self.history(place)).tree.find(turn.id, part)
        assert version is not None
        await self.versions.go_back(place, version)

    async def before(self, place: Place = ART) -> Entry | None:
        """Return the version before the present one."""
        return await self.versions.one_before(await self.history(place))


@pytest.fixture
async def turns(tmp_path: Path) -> AsyncGenerator[Turns]:
    """Give an empty store, and what fills it."""
    async with SqlStore.open(put_database(tmp_path / "atelier.db")) as store:
        yield Turns(store)


async def test_a_place_without_turns_has_no_history(turns: Turns):
    """Neither a channel nor a thread."""
    assert await turns.versions.history(ART, all_of_it) is None
    assert await turns.versions.history(THREAD, all_of_it) is None


async def test_the_history_is_that_of_the_newest_picture(turns: Turns):
    """Of its conversation alone; words in a channel are no version."""
    await turns.make()
    root = await turns.make()
    newest = await turns.make(root)
    await turns.make(newest, pictures=0)
    history = await turns.history()
    assert [version.turn_id for version in history.tree.versions] == [root.id, newest.id]
    assert history.present == history.tree.versions[-1]
    assert not history.undone


async def test_the_history_is_that_of_what_was_gone_back_to(turns: Turns):
    """What continues it counts as undone, a branch beside it does not."""
    root = await turns.make()
    left = await turns.make(root)
    await turns.make(root)
    undone = await turns.make(left)
    await turns.go_back(left)
    history = await turns.history()
    assert history.present == history.tree.find(left.id, 0)
    assert history.undone == {undone.id}


async def test_a_thread_counts_words(turns: Turns):
    """Where words are turns they can be gone back to."""
    root = await turns.make(place=THREAD, pictures=0)
    await turns.make(root, place=THREAD)
    history = await turns.history(THREAD)
    assert [version.part for version in history.tree.versions] == [None, 0]
    before = await turns.before(THREAD)
    assert before is not None
    assert before.turn == root


async def test_entries_tell_where_a_branch_begins(turns: Turns):
    """A version that does not continue the one made before it; one after the other does."""
    root = await turns.make()
    left = await turns.make(root)
    await turns.make(root)
    await turns.make(left)
    history = await turns.history()
    entries = await turns.versions.entries(history, history.tree.versions)
    assert [entry.before and entry.before.number for entry in entries] == [None, 1, 1, 2]
    assert [entry.is_branch for entry in entries] == [False, False, True, True]


async def test_one_goes_back_to_the_picture_that_was_pointed_at(turns: Turns):
    """Also where its turn has made others after it."""
    root = await turns.make(pictures=3)
    await turns.make(root, pointed=1)
    before = await turns.before()
    assert before is not None
    assert before.version.part == 1


async def test_there_is_nothing_before_the_root(turns: Turns):
    """Nor where what is present is seen by nobody."""
    await turns.make()
    assert await turns.before() is None
    unseen = await turns.versions.history(ART, lambda _node, _shown: False)
    assert unseen is not None
    assert await turns.versions.one_before(unseen) is None


async def test_what_was_deleted_meanwhile_is_left_out(turns: Turns):
    """And can't be gone back to."""
    gone = await turns.make()
    history = await turns.history()
    assert history.present is not None
    await turns.store.write(
        lambda connection: connection.exec_driver_sql("DELETE FROM turns WHERE id = ?", (gone.id,))
    )
    assert await turns.versions.entries(history, history.tree.versions) == []
    assert await turns.versions.one_before(history) is None
    with pytest.raises(Gone):
        await turns.versions.go_back(ART, history.present)


async def test_a_channel_goes_on_from_its_newest_picture(turns: Turns):
    """Until somebody goes back; and again once something newer is made."""
    assert await present_picture(turns.store, turns.store, ART.channel_id) is None
    old = await turns.make()
    new = await turns.make(old)
    assert await present_picture(turns.store, turns.store, ART.channel_id) == Pointer(new.id, 0)
    await turns.go_back(old)
    assert await present_picture(turns.store, turns.store, ART.channel_id) == Pointer(old.id, 0)
    newer = await turns.make(old)
    assert await present_picture(turns.store, turns.store, ART.channel_id) == Pointer(newer.id, 0)


async def test_words_are_edited_at_the_picture_before_them(turns: Turns):
    """Where a thread goes on from words, `/edit` means the last picture that led there, if any."""
    words = await turns.make(place=THREAD, pictures=0)
    picture = await turns.make(words, place=THREAD)
    more = await turns.make(picture, place=THREAD, pictures=0)
    await turns.make(more, place=THREAD)
    await turns.go_back(more, None, THREAD)
    assert await present_picture(turns.store, turns.store, THREAD.channel_id) == Pointer(
        picture.id, 0
    )
    await turns.store.go_back(THREAD.channel_id, Head(words.id, None))
    assert await present_picture(turns.store, turns.store, THREAD.channel_id) is None


async def test_a_thread_goes_on_from_its_newest_turn(turns: Turns):
    """Until somebody goes back; and again once the next message was answered."""
    assert await present_turn(turns.store, 3) is None
    old = await turns.make(place=THREAD, pictures=0)
    new = await turns.make(old, place=THREAD, pictures=0)
    assert await present_turn(turns.store, 3) == new.id
    await turns.go_back(old, None, THREAD)
    assert await present_turn(turns.store, 3) == old.id
    newer = await turns.make(old, place=THREAD, pictures=0)
    assert await present_turn(turns.store, 3) == newer.id
