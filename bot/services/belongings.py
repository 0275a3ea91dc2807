"""What is kept of a member, as JSON that people can read, and which files that names.

Ids are text: not every reader of JSON takes 64 bits. Nothing of it was said, made or decided by
anybody else: of a conversation it has the member's own turns, of a setting what they made of it.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any, Final

from bot.domain.media import MediaFile
from bot.domain.picture import Picture
from bot.domain.privacy import Asked, Belongings
from bot.domain.tariff import MICROS

FORMAT: Final = 1
"""Grows when a key comes to mean something else."""

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")

File = Picture | MediaFile


def name_of(file: File) -> str:
    """Name a file in the archive: the same bytes have the same name."""
    if isinstance(file, Picture):
        suffix = f".{file.extension}"
    else:
        suffix = PurePath(file.name).suffix
        suffix = suffix if _SUFFIX.fullmatch(suffix) else ""
    return f"files/{file.blob.key.removeprefix('b3-')[:24]}{suffix}"


def files_of_requests(asked: Sequence[Asked]) -> list[File]:
    """List what came of these requests, and what was given with them."""
    files: list[File] = []
    for each in asked:
        files += each.given
        files += [part.data for turn in each.turns for part in turn.answer if part.data]
    return files


def told_request(asked: Asked) -> dict[str, Any]:
    """Tell what was asked for, where and when, and what came of it."""
    job = asked.job
    request, place = job.request, job.request.place
    return {
        "id": str(job.id),
        "asked_at": job.created_at,
        "server_id": _id(place.guild_id),
        "channel_id": _id(place.channel_id),
        "called": request.author_name,
        "kind": request.kind,
        "purpose": request.purpose,
        "state": asked.state,
        "private": request.private,
        "prompt": request.prompt if asked.is_their_wish else "",
        "about": request.about if asked.is_their_wish else "",
        "model": request.model,
        "style": request.style,
        "aspect": request.aspect,
        "size": request.size,
        "thinking": request.thinking,
        "count": request.count,
        "search": request.search,
        "language": request.locale,
        "avatar_of": _id(request.person_id),
        "given": [*map(name_of, asked.given)],
        "results": [
            {
                "made_at": turn.created_at,
                "model": turn.model,
                "words": turn.text,
                "files": [name_of(part.data) for part in turn.answer if part.data],
                "sources": [link.url for link in turn.grounding.sources],
            }
            for turn in asked.turns
        ],
    }


def told_belongings(member_id: int, kept: Belongings, now: datetime) -> dict[str, Any]:
    """Tell what is kept beside that."""
    return {
        "format": FORMAT,
        "member_id": _id(member_id),
        "made_at": now,
        "language": kept.locale,
        "usage": [
            {
                "period": each.period.name,
                "server_id": _id(each.guild_id or None),
                "pictures": each.used.pictures,
                "answers": each.used.answers,
                "usd": each.used.micros / MICROS,
            }
            for each in kept.used
        ],
        "styles": [
            {
                "name": style.name,
                "server_id": _id(style.guild_id),
                "words": style.words,
                "model": style.model,
                "aspect": style.aspect,
                "size": style.size,
                "thinking": style.thinking,
                "pictures": [*map(name_of, style.pictures)],
            }
            for style in kept.styles
        ],
        "avatar": [
            {"server_id": _id(each.guild_id), "allowed": each.allows, "at": each.at}
            for each in kept.decisions
        ],
        "avatars_asked_for": kept.asked_for_avatars,
        "references": [
            {
                "server_id": _id(each.guild_id),
                "channel_id": _id(each.channel_id),
                "message_id": _id(each.message_id),
                "picture": each.position + 1,
            }
            for each in kept.references
        ],
        "settings_changed": [
            {
                "server_id": _id(each.guild_id),
                "setting": each.name,
                "value": each.after,
                "at": each.at,
            }
            for each in kept.changes
        ],
        "blocked_in": [*map(_id, kept.blocked_in)],
    }


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)
