import discord

from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.texts import Texts
from bot.services.privacy import Privacy
from cogs.privacy._view import PrivacyView


class ForgetMe:
    """Forget whoever asks for that, once they have confirmed it."""

    def __init__(self, privacy: Privacy, view: PrivacyView, texts: Texts) -> None:
        self._privacy = privacy
        self._view = view
        self._texts = texts

    async def ask(self, interaction: discord.Interaction) -> None:
        """Say what goes and what stays, and ask."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        await answer.show(self._view.question(answer.locale))

    async def confirmed(self, interaction: discord.Interaction) -> None:
        """Forget whoever pressed, and say so in place of the question."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        forgotten = await self._privacy.forget(interaction.user.id)
        said = [self._texts.get("privacy-forgotten", answer.locale)]
        if forgotten.at_work:
            said.append(self._texts.get("privacy-at-work", answer.locale))
        await answer.show(line("\n".join(said)))
