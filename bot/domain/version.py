"""The versions of a conversation: what members saw of it, as a tree in which they can go back.

A version is a picture, wherever it is shown; where a thread is talked in, words are versions too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from bot.domain.job import Shown


@dataclass(frozen=True, slots=True)
class Head:
    """Say what a channel goes on from: a turn, and which picture of it, if it has any."""

    turn_id: int
    part: int | None


@dataclass(frozen=True, slots=True)
class Node:
    """Hold one turn of a conversation, and all that shows it."""

    turn_id: int
    parent_id: int | None
    author_id: int
    shown: tuple[Shown, ...] = ()


Sees: TypeAlias = Callable[[Node, Shown], bool]
"""Tells whether somebody may see what shows a turn."""


@dataclass(frozen=True, slots=True)
class Version:
    """Name what a member can go back to; `part` is None for words.

    `number` is None where only its author sees it, so that everybody counts the others alike.
    """

    number: int | None
    turn_id: int
    author_id: int
    shown: Shown

    @property
    def part(self) -> int | None:
        """Return which picture of its turn it is."""
        return self.shown.part


class Tree:
    """Hold the versions of a conversation that somebody may see, in the order of their making."""

    def __init__(self, nodes: Sequence[Node], sees: Sees, *, words: bool) -> None:
        """Count what is seen of `nodes`, oldest first; with `words`, also turns without pictures.

        What is not seen takes no number: nothing tells that it is there.
        """
        self._nodes = {node.turn_id: node for node in nodes}
        self._of_turn: dict[int, list[Version]] = {}
        numbers = count(1)
        for node in nodes:
            seen = [shown for shown in node.shown if sees(node, shown)]
            self._of_turn[node.turn_id] = [
                Version(
                    next(numbers) if shown.channel_id else None, node.turn_id, node.author_id, shown
                )
                for shown in _once(seen, words=words)
            ]
        self.versions = [version for versions in self._of_turn.values() for version in versions]

    def find(self, turn_id: int, part: int | None) -> Version | None:
        """Return one version; None if it is not there, or not seen."""
        versions = self._of_turn.get(turn_id, ())
        return next((version for version in versions if version.part == part), None)

    def nearest(self, turn_id: int | None, part: int | None = None) -> Version | None:
        """Return the version of this turn, at this part if it has one, else of an ancestor."""
        while turn_id in self._nodes:
            if versions := self._of_turn[turn_id]:
                return self.find(turn_id, part) or versions[-1]
            turn_id, part = self._nodes[turn_id].parent_id, None
        return None

    def before(self, version: Version, pointed: int | None = None) -> Version | None:
        """Return what a version continues: the part of its parent turn that was pointed at."""
        return self.nearest(self._nodes[version.turn_id].parent_id, pointed)

    def above(self, version: Version) -> Version | None:
        """Return the version that was made just before this one, on whatever branch."""
        index = self.versions.index(version)
        return self.versions[index - 1] if index else None

    def descendants(self, turn_id: int) -> frozenset[int]:
        """Return the turns that continue this one; a turn is always younger than its parent."""
        found = {turn_id}
        for node in self._nodes.values():
            if node.parent_id in found:
                found.add(node.turn_id)
        return frozenset(found - {turn_id})


def _once(seen: Sequence[Shown], *, words: bool) -> list[Shown]:
    """Return where each picture of a turn is seen first, in public if it can be."""
    first: dict[int, Shown] = {}
    places = sorted(seen, key=lambda shown: (not shown.channel_id, shown.message_id))
    for shown in places:
        if shown.part is not None:
            first.setdefault(shown.part, shown)
    if first:
        return [first[part] for part in sorted(first)]
    return places[:1] if words else []
