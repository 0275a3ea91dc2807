from bot.domain.job import Shown
from bot.domain.version import Node, Tree, Version

HERE, SECRET, PRIVATE = 7, 8, 0
ANNA, BEN = 1, 2


def node(
    turn_id: int,
    parent_id: int | None = None,
    *,
    channel_id: int = HERE,
    parts: tuple[int | None, ...] = (1,),
    author_id: int = ANNA,
) -> Node:
    """Return a turn whose parts one message shows."""
    shown = (
        Shown(turn_id * 10, position, turn_id, part, channel_id)
        for position, part in enumerate(parts)
    )
    return Node(turn_id, parent_id, author_id, tuple(shown))


def seen_by_anna(node: Node, shown: Shown) -> bool:
    """See what is in public here, and anna's own."""
    return shown.channel_id == HERE or (shown.channel_id == PRIVATE and node.author_id == ANNA)


def tree(*nodes: Node, words: bool = False) -> Tree:
    """Return the tree that anna sees."""
    return Tree(nodes, seen_by_anna, words=words)


def told(versions: list[Version]) -> list[tuple[int | None, int, int | None]]:
    """Return numbers, turns and parts."""
    return [(version.number, version.turn_id, version.part) for version in versions]


def test_versions_are_numbered_as_they_were_made():
    """Whatever their branches."""
    assert told(tree(node(3), node(5, 3), node(9, 3)).versions) == [(1, 3, 1), (2, 5, 1), (3, 9, 1)]


def test_each_picture_of_a_turn_is_a_version():
    """In the order of the answer's parts."""
    assert told(tree(node(3, parts=(4, 2))).versions) == [(1, 3, 2), (2, 3, 4)]


def test_a_picture_that_several_messages_show_is_one_version():
    """It is where it was seen in public first, else where its author sees it."""
    places = (
        Shown(5, 0, 3, 1, PRIVATE),
        Shown(9, 0, 3, 1, HERE),
        Shown(7, 0, 3, 1, HERE),
    )
    (version,) = tree(Node(3, None, ANNA, places)).versions
    assert version.shown == places[2]
    (alone,) = tree(Node(3, None, ANNA, places[:1])).versions
    assert alone.shown == places[0]


def test_what_is_not_seen_takes_no_number():
    """Neither another channel's picture nor somebody's private one is hinted at."""
    hidden = node(4, 3, channel_id=SECRET)
    private = node(5, 3, channel_id=PRIVATE, author_id=BEN)
    assert told(tree(node(3), hidden, private, node(6, 3)).versions) == [(1, 3, 1), (2, 6, 1)]


def test_ones_own_private_version_has_no_number():
    """So that everybody counts the others alike."""
    mine = node(4, 3, channel_id=PRIVATE)
    assert told(tree(node(3), mine, node(6, 3)).versions) == [(1, 3, 1), (None, 4, 1), (2, 6, 1)]


def test_words_are_versions_where_they_are_turns():
    """The first of the messages that they took; a turn with a picture is that picture."""
    words = node(3, parts=(None, None))
    both = node(4, 3, parts=(None, 2))
    assert told(tree(words, both, words=True).versions) == [(1, 3, None), (2, 4, 2)]
    assert told(tree(words, both).versions) == [(1, 4, 2)]


def test_a_version_is_found_by_its_turn_and_part():
    """And by nothing else."""
    made = tree(node(3, parts=(1, 2)), node(4, channel_id=SECRET))
    assert made.find(3, 2) == made.versions[1]
    assert made.find(3, 5) is None
    assert made.find(4, 1) is None
    assert made.find(404, 1) is None


def test_before_a_version_is_what_it_was_made_from():
    """The picture that was pointed at, else the last of the turn; nothing before the root."""
    made = tree(node(3, parts=(1, 2)), node(4, 3))
    first, second, edit = made.versions
    assert made.before(edit, 1) == first
    assert made.before(edit) == second
    assert made.before(first) is None


def test_what_is_not_seen_is_passed_over():
    """Going back leads to the nearest ancestor that is seen, at its last picture."""
    made = tree(
        node(3, parts=(1, 2)), node(4, 3, parts=()), node(5, 4, channel_id=SECRET), node(6, 5)
    )
    assert made.before(made.versions[-1], 1) == made.versions[1]
    assert made.nearest(5, 1) == made.versions[1]


def test_a_parent_of_another_conversation_is_no_version():
    """A turn whose parent is not in the tree begins it."""
    made = tree(node(6, 2))
    assert made.before(made.versions[0]) is None
    assert made.nearest(2) is None


def test_above_is_what_was_made_just_before():
    """On whatever branch."""
    made = tree(node(3), node(4, 3), node(5, 3))
    assert made.above(made.versions[2]) == made.versions[1]
    assert made.above(made.versions[0]) is None


def test_descendants_continue_a_turn():
    """Also through others; a sibling does not."""
    made = tree(node(3), node(4, 3), node(5, 3), node(6, 4), node(7, 6))
    assert made.descendants(4) == {6, 7}
    assert made.descendants(7) == set()
