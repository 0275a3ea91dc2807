"""How large a file may be: what Discord says, more than that where nothing says it, else less.

Since 2026-09 Discord takes 20 MB where discord.py, which asks nobody, still says 10 MiB. So more is
tried there once, and what a server refused is remembered.
"""

from collections.abc import Awaitable, Callable, Generator, Sequence
from typing import Final, TypeVar

import discord

from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.files import Delivery, NamedPicture

T = TypeVar("T")

TAKEN: Final = 20_000_000
"""Bytes of a file that Discord has come to take from everybody."""

SMALLEST: Final = 512 * 1024
"""Bytes; a picture that Discord does not even take so small is kept, and not made smaller."""

TOO_LARGE: Final = 413
FILE_TOO_LARGE: Final = 40005
"""Discord docs, JSON Error Codes: request entity too large."""


class PicturePoster:
    """Put pictures into Discord, as they are where it takes them.

    That a server refused more than discord.py says is forgotten when the process ends: to learn it
    again costs one upload.
    """

    def __init__(self, delivery: Delivery) -> None:
        self._delivery = delivery
        self._refused_more = set[int | None]()

    async def post(
        self,
        answer: Answer,
        shown: Sequence[NamedPicture],
        post: Callable[[list[OutgoingFile], int], Awaitable[T]],
    ) -> T:
        """Let these pictures be posted; `post` takes files, and how many were made to fit.

        It is called again with smaller ones where Discord finds them too large.
        """
        limits = self._limits(answer, shown)
        limit = next(limits)
        while True:
            try:
                async with self._delivery.files(shown, upload_limit=limit) as (files, fitted):
                    return await post(files, fitted)
            except discord.HTTPException as error:
                smaller = next(limits, None)
                if smaller is None or not _is_too_large(error):
                    raise
                if limit > answer.upload_limit:
                    self._refused_more.add(answer.origin.place.guild_id)
                limit = smaller

    def _limits(self, answer: Answer, shown: Sequence[NamedPicture]) -> Generator[int]:
        """Yield how many bytes a file may have, from what may be taken down to the smallest.

        What would make the same files as the one before it is left out.
        """
        largest = max((shown_picture.picture.blob.size for shown_picture in shown), default=0)
        said = answer.upload_limit
        may_be_more = not answer.says_limit and said < TAKEN and said < largest
        if may_be_more and answer.origin.place.guild_id not in self._refused_more:
            yield TAKEN
        limit = min(said, max(largest, 2 * SMALLEST))
        yield limit
        while (limit := limit // 2) >= SMALLEST:
            yield limit


def _is_too_large(error: discord.HTTPException) -> bool:
    return error.status == TOO_LARGE or error.code == FILE_TOO_LARGE
