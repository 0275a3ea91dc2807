from pathlib import Path

import pytest

from bot.domain.job import Shown
from bot.domain.version import Node, Tree
from bot.interface.messages.alt_text import ALT_CHARACTERS
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.texts import LOCALES, Texts
from bot.services.versions import Entry
from cogs.history._list import ON_A_PAGE
from cogs.history._tree import tiles_of, tree_in_words
from tests.unit.domain.builders import painted, turn


def page() -> list[Entry]:
    """Return 2, 3, a private one, and 4, that begins anew: 2 is made from 1 of another page."""
    shown = {1: 50, 2: 50, 3: 50, 4: 0, 5: 50}
    nodes = [
        Node(number, parent, 7, (Shown(100 + number, 0, number, 1, shown[number]),))
        for number, parent in ((1, None), (2, 1), (3, 2), (4, 3), (5, None))
    ]
    tree = Tree(nodes, lambda _node, _shown: True, words=False)
    return [
        Entry(version, turn(version.turn_id, painted("a")), tree.before(version), is_branch=False)
        for version in tree.versions[1:]
    ]


def test_tiles_know_what_they_continue_on_the_page_and_elsewhere() -> None:
    """By its place where it is drawn, and by its number in any case."""
    entries = page()
    tiles = tiles_of(entries, entries[1].version, [None] * 4)
    assert [(tile.number, tile.before, tile.source) for tile in tiles] == [
        ("2", None, "1"),
        ("3", 0, "2"),
        ("", 1, "3"),
        ("4", None, None),
    ]
    assert [tile.is_present for tile in tiles] == [False, True, False, False]


def test_a_spoiler_has_nothing_but_its_number() -> None:
    """It would be seen without a press."""
    files = [OutgoingFile(Path(name), name) for name in ("SPOILER_a.jpg", "b.jpg")]
    tiles = tiles_of(page(), None, [*files, None, None])
    assert [tile.thumbnail for tile in tiles] == [None, Path("b.jpg"), None, None]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_tree_is_told_in_words(locale: str) -> None:
    """Each version by the name that it has in the list."""
    entries = page()
    told = tree_in_words(entries, entries[1].version, Texts(), locale)
    assert told.count(" · ") == 4
    assert all(name in told for name in ("1", "2", "3", "🔒", "4"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_are_no_longer_than_discord_takes(locale: str) -> None:
    """However many versions a conversation has."""
    nodes = [
        Node(number, number - 1 or None, 7, (Shown(number, 0, number, 1, 50),))
        for number in range(1, 2_000)
    ]
    tree = Tree(nodes, lambda _node, _shown: True, words=False)
    last = tree.versions[-ON_A_PAGE:]
    entries = [
        Entry(version, turn(1, painted("a")), tree.before(version), is_branch=False)
        for version in last
    ]
    assert len(tree_in_words(entries, last[-1], Texts(), locale)) < ALT_CHARACTERS
