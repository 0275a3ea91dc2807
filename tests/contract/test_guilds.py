"""What servers decided, through the port."""

from datetime import timedelta

import pytest

from bot.domain.errors import ChangedMeanwhile
from bot.domain.guild_settings import Editors, GuildSettings, Versioned
from bot.services.guild_book import GuildBook
from bot.storage.store import SqlStore
from tests.contract.builders import GUILD, MEMBER, NOON

OWNER, OTHER = 71, 72


async def test_what_is_changed_is_kept(store: SqlStore):
    """Another process that opens the store reads what was changed; all else stays as it was."""
    book = GuildBook(store)
    changes = {"channels": (1, 2), "more": {9: 50}, "editors": Editors.AUTHOR}
    await book.change(GUILD, changes, seen=0, author_id=OWNER, now=NOON)
    again = GuildBook(store)
    await again.load()
    expected = GuildSettings(channels=(1, 2), more={9: 50}, editors=Editors.AUTHOR)
    assert again.versioned(GUILD) == book.versioned(GUILD) == Versioned(expected, 1)


async def test_each_change_is_noted(store: SqlStore):
    """Who changed what, from what to what and when, the newest first."""
    book = GuildBook(store)
    await book.change(GUILD, {"cooldown": 5}, seen=0, author_id=OWNER, now=NOON)
    later = NOON + timedelta(hours=1)
    await book.change(GUILD, {"roles": (7,)}, seen=1, author_id=OTHER, now=later)
    found = await book.changes(GUILD, most=9)
    said = [(each.name, each.before, each.after, each.author_id, each.at) for each in found]
    assert said == [("roles", (), (7,), OTHER, later), ("cooldown", 0, 5, OWNER, NOON)]


async def test_nothing_changed_is_nothing_noted(store: SqlStore):
    """What is entered as it is already is no change."""
    book = GuildBook(store)
    assert not await book.change(GUILD, {"cooldown": 0}, seen=0, author_id=OWNER, now=NOON)
    assert book.versioned(GUILD).revision == 0


async def test_changes_at_once_do_not_undo_each_other(store: SqlStore):
    """Two look at the same panel; the second sends what the first has changed as it was then."""
    book = GuildBook(store)
    await book.change(GUILD, {"cooldown": 5}, seen=0, author_id=OWNER, now=NOON)
    sent = {"cooldown": 0, "roles": (7,)}
    await book.change(GUILD, sent, seen=0, author_id=OTHER, now=NOON)
    assert book.of(GUILD) == GuildSettings(cooldown=5, roles=(7,))


async def test_who_comes_second_is_told(store: SqlStore):
    """The same setting changed by two to different values is told to the second, and not taken."""
    book = GuildBook(store)
    await book.change(GUILD, {"cooldown": 5}, seen=0, author_id=OWNER, now=NOON)
    sent = {"cooldown": 9, "roles": (7,)}
    with pytest.raises(ChangedMeanwhile):
        await book.change(GUILD, sent, seen=0, author_id=OTHER, now=NOON)
    assert book.of(GUILD) == GuildSettings(cooldown=5)


async def test_the_same_change_twice_is_one(store: SqlStore):
    """Two who change a setting to the same value agree."""
    book = GuildBook(store)
    await book.change(GUILD, {"cooldown": 5}, seen=0, author_id=OWNER, now=NOON)
    assert not await book.change(GUILD, {"cooldown": 5}, seen=0, author_id=OTHER, now=NOON)


async def test_who_is_blocked_stays_so(store: SqlStore):
    """In one server alone, also for another process, until they are let in again."""
    book = GuildBook(store)
    assert await book.block(GUILD, MEMBER, author_id=OWNER, now=NOON)
    assert not await book.block(GUILD, MEMBER, author_id=OTHER, now=NOON)
    again = GuildBook(store)
    await again.load()
    assert again.blocks(GUILD, MEMBER)
    assert not again.blocks(GUILD + 1, MEMBER)
    assert not again.blocks(None, MEMBER)
    assert again.blocked(GUILD) == [MEMBER]
    assert await again.unblock(GUILD, MEMBER)
    assert not await again.unblock(GUILD, MEMBER)
    assert not again.blocks(GUILD, MEMBER)
