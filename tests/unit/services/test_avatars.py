from datetime import datetime

import pytest

from bot.domain.consent import Question
from bot.domain.errors import NotAllowed
from bot.domain.job import Place
from bot.services.avatars import Avatars
from tests.contract.builders import CHANNEL, GUILD, MEMBER, request


class Agreed:
    """A store in which one member has allowed one server what is asked."""

    async def consent_of(self, person_id: int, guild_id: int) -> bool | None:
        """Return it for them alone."""
        return True if (person_id, guild_id) == (MEMBER + 1, GUILD) else None

    async def decide(self, person_id: int, guild_id: int, now: datetime, *, allows: bool) -> None:
        """Nobody decides here."""
        raise NotImplementedError

    async def note_question(
        self, person_id: int, guild_id: int, *, asker_id: int, now: datetime
    ) -> Question:
        """Nobody asks here."""
        raise NotImplementedError

    async def drop_question(self, person_id: int, guild_id: int) -> None:
        """Nobody asks here."""
        raise NotImplementedError


@pytest.mark.parametrize("guild_id", [None, GUILD + 1])
async def test_consent_holds_in_its_server_alone(guild_id: int | None) -> None:
    """What was made there is not asked for once more in direct messages, or in another server."""
    avatars = Avatars(Agreed())
    await avatars.check(request(person_id=MEMBER + 1))
    with pytest.raises(NotAllowed, match="error-person-taken-back"):
        await avatars.check(request(person_id=MEMBER + 1, place=Place(guild_id, CHANNEL)))


@pytest.mark.parametrize("guild_id", [None, GUILD, GUILD + 1])
async def test_ones_own_avatar_needs_no_consent(guild_id: int | None) -> None:
    """Wherever one asks."""
    await Avatars(Agreed()).check(request(person_id=MEMBER, place=Place(guild_id, CHANNEL)))
