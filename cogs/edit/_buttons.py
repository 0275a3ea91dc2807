import discord

from bot.interface.texts import Texts
from cogs.edit._forms import job_form


class EditButton:
    """Ask in a form what should change in a picture of this message."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    async def pressed(self, interaction: discord.Interaction, job_id: int, pictures: int) -> None:
        """Open the form; it is the first answer, so nothing is read before it."""
        form = job_form(job_id, pictures, self._texts, interaction.locale.value)
        await interaction.response.send_modal(form)
