"""Which files Discord lets through where a bot takes some kinds alone.

Discord docs, Components, File Upload: `file_types`, since 2026-08-05; options that take a file have
it, too, of which simcord looks at the names itself.
"""

import re
from typing import Final

from simcord.backend.errors import BackendError

from demo.discord.wire import ActionError
from demo.jsons import JSON

GROUPS: Final = {
    "image": (".png", ".gif", ".jpg", ".jpeg", ".jfif", ".webp", ".avif"),
    "video": (".mp4", ".mov", ".qt", ".webm"),
    "audio": (".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac"),
}
_MOST: Final = 10
_SUFFIX: Final = re.compile(r"\.\w+")


def check_file_types(field: JSON) -> None:
    """Raise ``BackendError`` where a field or option names no kinds of files that there are."""
    types: list[str] = field.get("file_types") or []
    known = all(each in GROUPS or _SUFFIX.fullmatch(each) for each in types)
    if not known or len(types) > _MOST:
        raise BackendError(400, 50035, "Invalid Form Body: file_types")


def check_file(field: JSON, name: str) -> None:
    """Raise ``ActionError`` for a file that a form's field does not take, by its name."""
    types: list[str] = field.get("file_types") or []
    suffixes = tuple(suffix for each in types for suffix in GROUPS.get(each, (each,)))
    if types and not name.lower().endswith(suffixes):
        raise ActionError(f"{name} is none of {', '.join(types)}")
