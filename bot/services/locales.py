"""In which language a member reads: an interaction tells it, a message does not."""

import logging

from bot.domain.errors import StorageFailed
from bot.services.ports.members import Members

log = logging.getLogger(__name__)


class Locales:
    """Remember the locale of each member's Discord, as their last interaction told it."""

    def __init__(self, members: Members) -> None:
        self._members = members

    async def note(self, member_id: int, locale: str, *, usual: bool = False) -> None:
        """Remember what an interaction tells; nothing is written where that is known already.

        What is `usual` is taken of whom nothing is known, and so only takes the place of something
        else: every write is waited for by all others.
        """
        try:
            known = await self._members.locale_of(member_id)
            if known != locale and not (usual and known is None):
                await self._members.keep_locale(member_id, locale)
        except StorageFailed as error:
            log.warning("a member's language could not be kept: %s", error.detail)

    async def of(self, member_id: int) -> str | None:
        """Return what is remembered of a member; no answer fails because that can't be read."""
        try:
            return await self._members.locale_of(member_id)
        except StorageFailed as error:
            log.warning("a member's language could not be read: %s", error.detail)
            return None
