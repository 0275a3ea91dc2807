"""What Discord says no to for good: another try would end the same."""

from http import HTTPStatus

import discord

from bot.domain.errors import MissingPermissions, NotAllowed
from bot.domain.job import JobKind
from bot.interface.messages.answers import Answer

ANOTHER_TIME = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})
"""What is refused for now alone."""


def is_refusal(error: Exception) -> bool:
    """Tell whether a place takes no such answer: whatever the reason, and whatever its number."""
    if isinstance(error, discord.HTTPException):
        is_ours = HTTPStatus.BAD_REQUEST <= error.status < HTTPStatus.INTERNAL_SERVER_ERROR
        return is_ours and error.status not in ANOTHER_TIME
    return isinstance(error, NotAllowed)


def explained(error: BaseException, answer: Answer, kind: JobKind = JobKind.CHAT) -> BaseException:
    """Return which permissions lack where Discord forbids something, as far as that is known."""
    if not isinstance(error, discord.Forbidden):
        return error
    return MissingPermissions(answer.lacking(kind), detail=f"Discord says {error.code}")
