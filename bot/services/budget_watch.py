"""Moderators hear when their server's money of a month runs out, and when it is spent."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Final

from bot.domain.access import Asker, money
from bot.domain.calendar import month_of
from bot.domain.errors import BudgetUsedUp, StorageFailed
from bot.services.access import Access
from bot.services.ports.ledger import Ledger
from bot.services.ports.moderators import Moderators

log = logging.getLogger(__name__)

SOON: Final = 80
"""Per cent of a budget."""

ALL: Final = 100


class BudgetWatch:
    """Tell a server's moderators of its budget: of each of the two once a month.

    What they were told is written down first, so that no restart tells it again.
    """

    def __init__(self, access: Access, ledger: Ledger, moderators: Moderators) -> None:
        self._access = access
        self._ledger = ledger
        self._moderators = moderators

    @asynccontextmanager
    async def over(self, guild_id: int | None) -> AsyncGenerator[None]:
        """Look where this is refused because the money is spent."""
        try:
            yield
        except BudgetUsedUp:
            await self.look(guild_id, is_spent=True)
            raise

    async def look(self, guild_id: int | None, *, is_spent: bool = False) -> None:
        """Tell what there is to tell of a server; never raises that this could not be read."""
        if guild_id is None or not self._moderators.listen(guild_id):
            return
        asker = Asker(guild_id, (), 0, None)
        terms = self._access.terms(asker)
        if not terms.has_budget:
            return
        now = datetime.now(UTC)
        try:
            standing = await self._access.standing(asker, now)
            budget = money(terms, standing.granted_micros)
            is_spent = is_spent or standing.micros >= budget
            if not is_spent and standing.micros * 100 < budget * SOON:
                return
            month = month_of(terms.calendar.day(now))
            if not await self._ledger.warned(guild_id, month, ALL if is_spent else SOON):
                return
        except StorageFailed as error:
            log.warning("a budget could not be looked at: %s", error.detail)
            return
        if is_spent:
            resets = terms.calendar.month_end(now)
            self._moderators.budget_used_up(guild_id, budget=budget, resets=resets)
        else:
            self._moderators.budget_warning(guild_id, spent=standing.micros, budget=budget)
