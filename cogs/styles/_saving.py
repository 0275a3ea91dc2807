from collections.abc import Sequence
from dataclasses import replace

import discord

from bot.domain.errors import NotAllowed
from bot.domain.style import MOST_PICTURES, Style
from bot.interface.markup import named
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.sentences import Sentences
from bot.interface.permissions import manages_server, server_of
from bot.interface.texts import Texts
from bot.services.access import Access
from bot.services.admission import Admission
from bot.services.intake import Intake, Upload
from bot.services.styles import StyleBook
from cogs.styles._view import StyleView


class StyleSaving:
    """Keep a style, with all of its pictures or not at all."""

    def __init__(
        self,
        book: StyleBook,
        intake: Intake,
        access: Access,
        admission: Admission,
        view: StyleView,
        sentences: Sentences,
        texts: Texts,
    ) -> None:
        self._book = book
        self._intake = intake
        self._access = access
        self._admission = admission
        self._view = view
        self._sentences = sentences
        self._texts = texts

    async def save(
        self, interaction: discord.Interaction, style: Style, files: Sequence[Upload]
    ) -> None:
        """Keep it and say so; raise what can be mended, nothing kept and nothing lost."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        style = replace(style, words=await named(interaction, style.words))
        self._book.check(style, pictures=len(files))
        place = answer.origin.place
        terms = self._access.enter(answer.origin.asker)
        async with self._admission.visit(
            guild_id=place.guild_id, author_id=interaction.user.id, terms=terms
        ) as visit:
            accepted = await self._intake.take(visit, files, most=MOST_PICTURES, needed=len(files))
            style, is_replaced = await self._book.save(replace(style, pictures=accepted.pictures))
            key = "style-replaced" if is_replaced else "style-saved"
            said = self._texts.get(key, answer.locale)
            use = self._view.use_button(style, answer.locale)
            notes = self._sentences.remarks(accepted, answer.locale)
            async with self._view.card(said, style, answer.locale, use, notes=notes) as shown:
                await answer.show(*shown)


def check_may_save(interaction: discord.Interaction, *, for_server: bool) -> int | None:
    """Return the server for which a style is to be kept, if it is; raise NotAllowed."""
    if not for_server:
        return None
    if server_of(interaction) is None:
        raise NotAllowed(key="error-style-no-server")
    if not manages_server(interaction):
        raise NotAllowed(key="error-style-server")
    return server_of(interaction)
