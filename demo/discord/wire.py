"""Names, numbers and errors of Discord's wire that several modules share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Protocol, TypeAlias, TypeGuard

import msgspec

# Payloads stay plain JSON: their shape is Discord's, and simcord hands them out untyped.
JSON: TypeAlias = dict[str, Any]

HAS_THREAD = 1 << 5
EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15


def is_object(node: Any) -> TypeGuard[JSON]:
    """Tell whether a JSON value is an object."""
    return isinstance(node, dict)


def is_array(node: Any) -> TypeGuard[list[Any]]:
    """Tell whether a JSON value is an array."""
    return isinstance(node, list)


class ActionError(Exception):
    """Say that a member could not have done this in a Discord client."""


class ApiError(Exception):
    """Carry one error answer of Discord's REST API."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(f"{status} (error code: {code}): {message}")
        self.status = status
        self.code = code
        self.message = message


class UnknownRouteError(ApiError):
    """Say that the model has no such route, or not this field of it."""

    def __init__(self, method: str, path: str, detail: str) -> None:
        super().__init__(404, 0, "404: Not Found")
        self.method = method
        self.path = path
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sticker:
    """A sticker that a member sends: a PNG, or where it moves a Lottie animation."""

    name: str
    data: bytes
    moves: bool = False


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

    def __bool__(self) -> bool:
        return bool(self.user_ids or self.role_ids or self.everyone)


class Record(Protocol):
    """What the model keeps of an interaction and of the bot's answer to it."""

    id: int
    token: str
    user_id: int
    channel_id: int
    guild_id: int | None
    expires_at: str | None
    initial_response_deadline: str | None
    source_message_id: int | None
    message_id: int | None
    followup_ids: list[int]
    response_kind: Any
    modal: JSON | None
    autocomplete_choices: list[JSON] | None

    @property
    def loading(self) -> bool:
        """Tell whether the answer is still deferred."""
        ...


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


def walk(components: Iterable[JSON]) -> Iterator[JSON]:
    """Yield every component of a tree in reading order, parents first."""
    for component in components:
        yield component
        yield from walk(component.get("components") or ())
        for key in ("accessory", "component"):
            child = component.get(key)
            if child is not None:
                yield from walk([child])


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
