"""Whose avatar goes along with what somebody asks for: only with their consent, in each server."""

from datetime import UTC, datetime
from typing import Final

from bot.domain.consent import MOST_QUESTIONS, Question
from bot.domain.errors import NotAllowed
from bot.domain.job import GenerationRequest
from bot.services.ports.consents import Consents

TAKEN_BACK: Final = "error-person-taken-back"


class Avatars:
    """Look for the consent of whose avatar it is, and keep it until they take it back.

    It is given for all members of one server. Nobody needs any for their own avatar.
    """

    def __init__(self, consents: Consents) -> None:
        self._consents = consents

    async def check(self, request: GenerationRequest) -> None:
        """Raise NotAllowed for a request with somebody's avatar who does not allow that by now.

        What was asked before may be asked once more, with the picture that went along then.
        """
        person_id, guild_id = request.person_id, request.place.guild_id
        if person_id in {None, request.author_id}:
            return
        if guild_id is None or not await self._consents.consent_of(person_id or 0, guild_id):
            raise NotAllowed(key=TAKEN_BACK)

    async def allows(self, person_id: int, guild_id: int) -> bool | None:
        """Tell what somebody decided for a server; None where they have not."""
        return await self._consents.consent_of(person_id, guild_id)

    async def decide(self, person_id: int, guild_id: int, *, allows: bool) -> None:
        """Write what somebody decides for a server."""
        await self._consents.decide(person_id, guild_id, datetime.now(UTC), allows=allows)

    async def wants_to_ask(self, person_id: int, guild_id: int, *, asker_id: int) -> bool:
        """Tell whether somebody is to be asked now, and write that they are.

        Raise NotAllowed where whoever wants that has asked enough others.
        """
        question = await self._consents.note_question(
            person_id, guild_id, asker_id=asker_id, now=datetime.now(UTC)
        )
        if question is Question.TOO_MANY:
            raise NotAllowed(key="error-person-too-many", limit=MOST_QUESTIONS)
        return question is Question.DUE

    async def could_not_ask(self, person_id: int, guild_id: int) -> None:
        """Write that a question did not reach whom it was for, so that it may be asked again."""
        await self._consents.drop_question(person_id, guild_id)
