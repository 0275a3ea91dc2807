"""Going back: which versions a conversation has, and from which of them a channel goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.conversation import Pointer, Turn
from bot.domain.job import POINTS, GenerationRequest, Place, Shown
from bot.domain.version import Head, Sees, Tree, Version
from bot.services.ports.conversations import Conversations
from bot.services.ports.messages import Messages

PATH_TURNS = 100
"""How far back a conversation is looked through: for a picture, or for what led to one."""


@dataclass(frozen=True, slots=True)
class VersionHistory:
    """Hold the versions of a conversation that somebody may see, and where it stands now.

    `undone` are the turns that were made after the version to which somebody went back.
    """

    conversation_id: int
    tree: Tree
    present: Version | None
    undone: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one version with its turn; `is_branch`: it does not continue the one made before it."""

    version: Version
    turn: Turn
    before: Version | None
    is_branch: bool


class Versions:
    """List versions, and go back to them. Nothing that is gone back from is deleted."""

    def __init__(self, conversations: Conversations, messages: Messages) -> None:
        self._conversations = conversations
        self._messages = messages

    async def history(
        self, place: Place, sees: Sees, *, conversation_id: int | None = None
    ) -> VersionHistory | None:
        """Return a conversation's versions, by default of the one that a place goes on with.

        Return None where nothing was made yet.
        """
        chosen = await self._conversations.head(place.channel_id)
        head = chosen or await self._newest(place)
        if conversation_id is None and head is not None:
            conversation_id = await self._conversations.conversation_of(head.turn_id)
        if conversation_id is None:
            return None
        nodes = await self._conversations.nodes(conversation_id)
        tree = Tree(nodes, sees, words=place.thread_id is not None)
        present = tree.nearest(head.turn_id, head.part) if head else None
        undone = tree.descendants(chosen.turn_id) if chosen else frozenset[int]()
        return VersionHistory(conversation_id, tree, present, undone)

    async def entries(self, history: VersionHistory, versions: Sequence[Version]) -> list[Entry]:
        """Return these versions with their turns; what was deleted in the meantime is left out."""
        turns = await self._conversations.asked_turns([version.turn_id for version in versions])
        entries: list[Entry] = []
        for version in versions:
            if version.turn_id in turns:
                turn, pointed = turns[version.turn_id]
                before = history.tree.before(version, pointed.part if pointed else None)
                is_branch = before != history.tree.above(version)
                entries.append(Entry(version, turn, before, is_branch))
        return entries

    async def one_before(self, history: VersionHistory) -> Entry | None:
        """Return the version that the present one continues."""
        if history.present is None:
            return None
        for present in await self.entries(history, [history.present]):
            if present.before is not None:
                return next(iter(await self.entries(history, [present.before])), None)
        return None

    async def go_back(self, place: Place, version: Version) -> None:
        """Let a channel or thread go on from a version, until something newer is made there.

        Raise Gone if it was deleted.
        """
        await self._conversations.go_back(place.channel_id, Head(version.turn_id, version.part))

    async def origin(self, request: GenerationRequest, place: Place) -> Shown | None:
        """Return what shows the picture that a request changes to all who read in a place.

        That is in the same channel, or in the one above its thread.
        """
        if request.pointed is None:
            return None
        here = {place.channel_id, place.parent_id}
        for shown in await self._messages.shown_of(request.pointed.turn_id):
            is_shown = shown.position != POINTS and shown.part == request.pointed.part
            if is_shown and shown.channel_id in here:
                return shown
        return None

    async def told(self, version: Version, *, message_id: int, channel_id: int) -> None:
        """Note that a message tells of a version: a reply to it continues that."""
        pointing = Shown(message_id, POINTS, version.turn_id, version.part, channel_id)
        await self._messages.points(pointing)

    async def _newest(self, place: Place) -> Head | None:
        """Return what was made last: in a thread whatever it was, elsewhere a picture."""
        if place.thread_id is not None:
            turn_id = await self._conversations.newest_turn(place.thread_id)
            return None if turn_id is None else Head(turn_id, None)
        newest = await self._messages.newest_shown(place.channel_id)
        return None if newest is None else Head(newest.turn_id, newest.part)


async def present_turn(conversations: Conversations, thread_id: int) -> int | None:
    """Return the turn that the next message of a thread continues."""
    head = await conversations.head(thread_id)
    return head.turn_id if head else await conversations.newest_turn(thread_id)


async def present_picture(
    conversations: Conversations, messages: Messages, channel_id: int
) -> Pointer | None:
    """Return the picture that a channel goes on from: the chosen one, else the newest."""
    head = await conversations.head(channel_id)
    if head is None:
        newest = await messages.newest_shown(channel_id)
        head = Head(newest.turn_id, newest.part) if newest else None
    elif head.part is None:
        path = await conversations.path(head.turn_id, limit=PATH_TURNS)
        pictures = [Head(turn.id, part) for turn in path for part, _ in turn.pictures]
        head = pictures[-1] if pictures else None
    return Pointer(head.turn_id, head.part) if head and head.part is not None else None
