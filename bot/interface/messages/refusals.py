"""What Discord says no to for good: another try would end the same."""

from http import HTTPStatus
from typing import Final

import discord

from bot.domain.errors import MissingPermissions, NotAllowed, WordsBlocked
from bot.domain.job import JobKind
from bot.interface.messages.answers import Answer

ANOTHER_TIME = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})
"""What is refused for now alone."""


MESSAGE_BLOCKED: Final = 200000
TITLE_BLOCKED: Final = 200001
"""Discord docs, JSON Error Codes: by AutoMod, a message and the name of a thread."""


def is_of_words(error: BaseException) -> bool:
    """Tell whether a server's AutoMod blocked the words of something."""
    is_blocked = isinstance(error, discord.HTTPException)
    return is_blocked and error.code in {MESSAGE_BLOCKED, TITLE_BLOCKED}


def is_refusal(error: Exception) -> bool:
    """Tell whether a place takes no such answer: whatever the reason, and whatever its number."""
    if isinstance(error, discord.HTTPException):
        is_ours = HTTPStatus.BAD_REQUEST <= error.status < HTTPStatus.INTERNAL_SERVER_ERROR
        return is_ours and error.status not in ANOTHER_TIME
    return isinstance(error, NotAllowed)


def explained(error: BaseException, answer: Answer, kind: JobKind = JobKind.CHAT) -> BaseException:
    """Return what is to be done where Discord forbids something, as far as that is known.

    That is which permissions lack, or that AutoMod blocked the words.
    """
    if is_of_words(error):
        return WordsBlocked()
    if not isinstance(error, discord.Forbidden):
        return error
    return MissingPermissions(answer.lacking(kind), detail=f"Discord says {error.code}")
