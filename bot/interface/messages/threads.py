"""Whether a picture becomes a thread, and what it takes to open one."""

from typing import Final

import discord

from bot.domain.guild_settings import GuildSettings, ThreadPolicy
from bot.domain.job import GenerationRequest, JobKind
from bot.interface.messages.answers import Answer
from bot.interface.permissions import lacking

OPENING: Final = ("view_channel", "create_public_threads", "send_messages_in_threads")
"""What it takes to open a thread and answer in it."""

HANGING: Final = (*OPENING, "read_message_history")
"""What it takes to open one on a message."""


def thread_policy(
    settings: GuildSettings, answer: Answer, request: GenerationRequest
) -> ThreadPolicy:
    """Return what a server wants of a picture that begins a conversation in a channel, for all.

    Of any other there is no thread: it stands in one, or goes on from what has its own.
    """
    begins = request.parent_id is None and request.called_by_id is None and not request.redone
    is_in_channel = isinstance(answer.channel, discord.TextChannel) and not answer.origin.private
    if request.kind is JobKind.PICTURE and begins and is_in_channel:
        return settings.threads
    return ThreadPolicy.NEVER


def lacking_for_thread(channel: object) -> tuple[str, ...]:
    """Return what the bot lacks to open a thread on a message of a channel of texts."""
    if not isinstance(channel, discord.TextChannel):
        return HANGING
    return lacking(channel.permissions_for(channel.guild.me), *HANGING)
