"""Whose pictures others may make new versions of, as their server decides."""

from bot.domain.errors import NotAllowed
from bot.domain.guild_settings import Editors
from bot.domain.job import GenerationRequest, JobKind
from bot.interface.markup import Markup
from bot.interface.messages.answers import Answer
from bot.services.guild_book import GuildBook
from bot.services.ports.conversations import Conversations


class EditorRule:
    """Keep new versions of a picture to its author and the moderators, where a server wants it."""

    def __init__(self, guild_book: GuildBook, conversations: Conversations) -> None:
        self._guild_book = guild_book
        self._conversations = conversations

    async def check(
        self, answer: Answer, request: GenerationRequest, *, made_by: int | None = None
    ) -> None:
        """Raise NotAllowed for a new version of what somebody else made.

        `made_by` is who made what is only asked for once more.
        """
        settings = self._guild_book.of(answer.origin.place.guild_id)
        asked = request.proposed or request
        if settings.editors is Editors.EVERYONE or asked.kind is not JobKind.PICTURE:
            return
        author_id = made_by or await self._author_of(asked)
        if author_id not in {None, answer.origin.author_id} and not answer.author_moderates:
            raise NotAllowed(key="error-not-yours", member=Markup(f"<@{author_id}>"))

    async def _author_of(self, request: GenerationRequest) -> int | None:
        """Return who made what a request goes on from; None where it begins anew."""
        turn_id = request.pointed.turn_id if request.pointed else request.parent_id
        turn = await self._conversations.turn(turn_id) if turn_id is not None else None
        return turn.author_id if turn else None
