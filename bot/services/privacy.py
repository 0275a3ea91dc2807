"""What a member can know of what is kept of them, and how they have it forgotten."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.blob import BlobRef
from bot.domain.job import Forgotten
from bot.domain.privacy import Kept
from bot.services.deletion_queue import DeletionQueue
from bot.services.ports.blobs import Blobs
from bot.services.ports.privacy import KeptOfMembers


@dataclass(frozen=True, slots=True)
class Files:
    """Count files of a member, and their bytes."""

    number: int
    size: int


class Privacy:
    """Tell a member what is kept of them, and forget it.

    `keep_days` is after how many days what was made is forgotten anyway; None where it is kept.
    """

    def __init__(
        self,
        kept: KeptOfMembers,
        blobs: Blobs,
        deletions: DeletionQueue,
        *,
        keep_days: int | None,
    ) -> None:
        self.keep_days = keep_days
        self._kept = kept
        self._blobs = blobs
        self._deletions = deletions

    async def kept_of(self, member_id: int) -> tuple[Kept, Files]:
        """Count what is kept of a member, and their files."""
        kept = await self._kept.kept_of(member_id)
        paths = [self._blobs.path(BlobRef(key, 0)) for key in kept.blobs]
        return kept, await asyncio.to_thread(_counted, paths)

    async def forget(self, member_id: int) -> Forgotten:
        """Forget a member and what they asked for until now, whatever breaks meanwhile."""
        return await self._deletions.forget_member(member_id, datetime.now(UTC))


def _counted(paths: Sequence[Path]) -> Files:
    sizes: list[int] = []
    for path in paths:
        try:
            sizes.append(path.stat().st_size)
        except FileNotFoundError:
            continue
    return Files(len(sizes), sum(sizes))
