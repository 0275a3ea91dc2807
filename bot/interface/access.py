"""Who may press what: checked on every press, for anybody can send any custom id from anywhere."""

import discord

from bot.domain.errors import NotAllowed
from bot.domain.job import Job
from bot.interface.escaping import Markup


def is_of_here(interaction: discord.Interaction, job: Job) -> bool:
    """Tell whether a job was asked where something was pressed."""
    place = job.request.place
    return (place.guild_id, place.channel_id) == (interaction.guild_id, interaction.channel_id)


def check_sees(interaction: discord.Interaction, job: Job) -> None:
    """Raise NotAllowed for a job of another place, or one for somebody else alone.

    What could not be shown where it was asked, its author has in direct messages, or had it shown
    to them alone elsewhere.
    """
    is_author = job.request.author_id == interaction.user.id
    pressed_on = interaction.message
    is_alone = interaction.guild_id is None or (pressed_on and pressed_on.flags.ephemeral)
    if not (is_author and is_alone) and not is_of_here(interaction, job):
        raise NotAllowed(key="error-elsewhere")
    if job.request.private and not is_author:
        raise NotAllowed(key="error-private")


def check_owns(interaction: discord.Interaction, job: Job) -> None:
    """Raise NotAllowed for anybody but a job's author and the moderators of its place."""
    check_sees(interaction, job)
    is_author = job.request.author_id == interaction.user.id
    if not is_author and not interaction.permissions.manage_messages:
        owner = Markup(f"<@{job.request.author_id}>")
        raise NotAllowed(key="error-not-yours", member=owner)
