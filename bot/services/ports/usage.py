"""What was used and by whom, and what was given beyond the limits."""

from collections.abc import Collection
from typing import Protocol

from bot.domain.ledger import Subject
from bot.domain.usage import Period, Share, Used


class Usage(Protocol):
    """Read the sums of the ledger, and write grants. Each method is one transaction.

    `guild_id` is None for direct messages. Days of members are kept for two days, those of whole
    servers and all months for MONTHS_KEPT.
    """

    async def used(
        self, guild_id: int | None, subject: Subject, key: str, periods: Collection[str]
    ) -> dict[str, Used]:
        """Return what a server, member, channel or model used in periods, by these.

        The `key` of a server is empty. Where nothing was used, a period is not there.
        """
        ...

    async def shares(
        self,
        guild_id: int | None,
        period: Period,
        subject: Subject,
        *,
        after: Share | None = None,
        most: int,
    ) -> list[Share]:
        """Return who used most in a period, or which channel or model, those `after` one.

        What costs most comes first, then what has most pictures, then most answers. Of a day there
        are only members.
        """
        ...

    async def grant_member(
        self, guild_id: int, day: str, member_id: int, given: Used, *, most: Used
    ) -> Used:
        """Give a member more pictures and answers for a day, and return how many these are in all.

        Raise GrantTooLarge, nothing given, where that were more than `most`.
        """
        ...

    async def grant_server(self, guild_id: int, month: str, micros: int) -> int:
        """Give a server more money for a month, and return how much it was given in all."""
        ...
