import discord
from discord import app_commands
from discord.ext import commands

from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.options import anywhere
from bot.interface.texts import Texts, localised
from bot.services.admission import Admission
from bot.services.privacy import Privacy
from cogs.privacy._export import ExportSender
from cogs.privacy._forget import ForgetMe
from cogs.privacy._view import PrivacyView


@anywhere
class PrivacyCommands(
    commands.GroupCog,
    group_name=localised("privacy-name"),
    group_description=localised("privacy-description"),
):
    """Take `/privacy show`, `export` and `forget`: also of those whom a server blocks."""

    def __init__(
        self,
        privacy: Privacy,
        view: PrivacyView,
        sender: ExportSender,
        forget_me: ForgetMe,
        admission: Admission,
        texts: Texts,
    ) -> None:
        self._privacy = privacy
        self._view = view
        self._sender = sender
        self._forget_me = forget_me
        self._admission = admission
        self._texts = texts

    @app_commands.command(
        name=localised("privacy-show-name"), description=localised("privacy-show-description")
    )
    async def show(self, interaction: discord.Interaction) -> None:
        """Tell the caller what is kept of them, how long, and who sees it."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        async with self._admission.look(author_id=interaction.user.id):
            kept, files = await self._privacy.kept_of(interaction.user.id)
        await answer.show(self._view.kept(interaction.client, kept, files, answer.locale))

    @app_commands.command(
        name=localised("privacy-export-name"), description=localised("privacy-export-description")
    )
    async def export(self, interaction: discord.Interaction) -> None:
        """Send the caller a copy of all of it."""
        await self._sender.send(interaction)

    @app_commands.command(
        name=localised("privacy-forget-name"), description=localised("privacy-forget-description")
    )
    async def forget(self, interaction: discord.Interaction) -> None:
        """Ask whether all of it is to be forgotten."""
        await self._forget_me.ask(interaction)
