import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.content import question
from bot.domain.errors import NotAllowed
from bot.domain.job import JobKind, Order, Place
from bot.domain.model import ModelKind, Thinking
from bot.interface.answers import ChannelAnswer, InteractionAnswer
from bot.interface.client import AtelierClient
from bot.interface.options import chat_models
from bot.interface.pointing import uploads
from bot.interface.split import MESSAGE_CHARACTERS, shorten
from bot.interface.texts import words

THREAD_NAME_CHARACTERS = 100
THREAD_MINUTES = 1_440
THINKING = [
    app_commands.Choice(name=words(f"thinking-{level}"), value=level.value) for level in Thinking
]


class Chat(commands.Cog):
    """Take `/chat`."""

    def __init__(self, bot: AtelierClient) -> None:
        self._bot = bot

    @app_commands.command(name=words("chat-name"), description=words("chat-description"))
    @app_commands.describe(
        message=words("chat-message"),
        file=words("chat-file"),
        model=words("option-model"),
        thinking=words("chat-thinking"),
    )
    @app_commands.choices(thinking=THINKING)
    @app_commands.autocomplete(model=chat_models)
    async def chat(
        self,
        interaction: discord.Interaction[AtelierClient],
        message: app_commands.Range[str, 1, 4000],
        file: discord.Attachment | None = None,
        model: str | None = None,
        thinking: app_commands.Choice[str] | None = None,
    ) -> None:
        """Open a thread, or go on in the present one, and answer in it."""
        opening = InteractionAnswer(interaction)
        await opening.defer()
        profile = self._bot.models.find(model, ModelKind.CHAT)
        taken = await self._bot.intake.take(uploads([file]), most=profile.max_references)
        level = Thinking(thinking.value) if thinking else None
        channel = await self._room(interaction, opening, message)
        place = Place(interaction.guild_id, channel.id, thread_id=channel.id)
        await self._bot.talk.keep(place, model=profile.id, thinking=level)
        order = Order(
            kind=JobKind.CHAT,
            place=place,
            author_id=interaction.user.id,
            prompt=message,
            model=profile.id,
            user=question(taken.pictures, message),
            thinking=level,
            locale=opening.locale,
        )
        await self._bot.talk.serve(ChannelAnswer(channel), order, taken=taken)

    async def _room(
        self,
        interaction: discord.Interaction[AtelierClient],
        opening: InteractionAnswer,
        message: str,
    ) -> "discord.abc.MessageableChannel":
        """Repeat the question for all to see, and return the channel in which it is answered."""
        member = discord.utils.escape_markdown(interaction.user.display_name)
        asked = self._bot.texts.get("chat-asked", opening.locale, member=member)
        quoted = "\n".join(f"> {row}" for row in message.split("\n"))
        posted = await opening.write(f"{asked}\n{quoted}"[:MESSAGE_CHARACTERS])
        channel = interaction.channel
        if isinstance(channel, discord.TextChannel):
            name = shorten(message, THREAD_NAME_CHARACTERS)
            start = channel.get_partial_message(posted.id)
            return await start.create_thread(name=name, auto_archive_duration=THREAD_MINUTES)
        if isinstance(channel, discord.Thread | discord.DMChannel | discord.VoiceChannel):
            return channel
        raise NotAllowed(key="error-no-threads-here")
