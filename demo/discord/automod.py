"""Refuse what AutoMod would: messages and titles that say a blocked word."""

from collections.abc import Iterable, Iterator

from simcord.backend.errors import BackendError
from simcord.components import walk_components

from demo.jsons import JSON


def check_words(message: JSON, blocked: Iterable[str]) -> None:
    """Raise ``BackendError`` 200000 for a message that says a blocked word."""
    if _says("\n".join(_texts(message)), blocked):
        raise BackendError(400, 200000, "Message was blocked by automatic moderation")


def check_title(title: str, blocked: Iterable[str]) -> None:
    """Raise ``BackendError`` 200001 for a thread's name that says a blocked word."""
    if _says(title, blocked):
        raise BackendError(400, 200001, "Title was blocked by automatic moderation")


def _says(text: str, blocked: Iterable[str]) -> bool:
    said = text.casefold()
    return any(word.casefold() in said for word in blocked)


def _texts(message: JSON) -> Iterator[str]:
    for holder in (message, *walk_components(message.get("components") or [])):
        yield holder.get("content") or ""
