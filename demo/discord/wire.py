"""Names, numbers and errors of Discord's wire that several modules share."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import discord
import msgspec
from simcord.backend.models import Message

from demo.jsons import JSON, is_array, is_object

# Application flags: the portal's switches for privileged intents, for bots in few servers
# (Discord docs, Application, Application Flags).
_MEMBERS_LIMITED = 1 << 15
_MESSAGE_CONTENT_LIMITED = 1 << 19

HAS_THREAD = 1 << 5
EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15


class ActionError(Exception):
    """Say that a member could not have done this in a Discord client."""


@dataclass(frozen=True, slots=True)
class Portal:
    """What is set for the bot in the developer portal."""

    token: str
    intents: discord.Intents
    """The privileged ones that are switched on."""

    @property
    def flags(self) -> int:
        """Return the application's flags, which tell the switches."""
        flags = _MEMBERS_LIMITED * self.intents.members
        return flags | _MESSAGE_CONTENT_LIMITED * self.intents.message_content


@dataclass(frozen=True, slots=True)
class Sticker:
    """A sticker that a member sends: a PNG, which may move, or as `lottie` an animation."""

    name: str
    data: bytes
    lottie: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """One uploaded file of a multipart body, in the shape that simcord's routes read."""

    filename: str
    description: str | None
    fp: BytesIO


@dataclass(frozen=True, slots=True)
class Pings:
    """Whom a message notified, after allowed mentions and permissions."""

    user_ids: tuple[int, ...] = ()
    role_ids: tuple[int, ...] = ()
    everyone: bool = False

    @classmethod
    def of(cls, message: Message) -> "Pings":
        """Return whom a message's present text notifies."""
        users, roles = tuple(message.ping_user_ids), tuple(message.ping_role_ids)
        return cls(users, roles, message.mention_everyone)

    def __bool__(self) -> bool:
        return bool(self.user_ids or self.role_ids or self.everyone)


class Array(list[Any]):
    """A JSON array of which a deep copy costs little: simcord makes several of each message."""

    def __deepcopy__(self, _memo: object) -> "Array":
        return copied(self)


def copied(node: Any) -> Any:
    """Return a JSON value that shares no object and no array with the given one."""
    if is_object(node):
        return {name: copied(value) for name, value in node.items()}
    if is_array(node):
        return Array(map(copied, node))
    return node


def media_of(component: JSON) -> list[tuple[JSON, JSON]]:
    """Return a component's media, each with the object that describes it (alt text, spoiler)."""
    match component.get("type"):
        case 11:
            return [(component["media"], component)]
        case 12:
            return [(item["media"], item) for item in component["items"]]
        case 13:
            return [(component["file"], component)]
        case _:
            return []


def encode(payload: Mapping[str, Any] | list[Any]) -> bytes:
    """Return JSON text; enums of the model are plain integers in it."""
    return msgspec.json.encode(payload)
