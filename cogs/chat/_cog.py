from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import EmptyPrompt, NotAllowed
from bot.domain.job import JobKind
from bot.domain.model import ModelKind, Thinking
from bot.interface.attachments import uploads
from bot.interface.jobs.chats import Chats, ChatSettings
from bot.interface.jobs.requests import chat_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.jobs.thread_titles import ThreadTitles
from bot.interface.jobs.threads import open_thread
from bot.interface.markup import named
from bot.interface.messages.answers import MessageableChannel, place_of
from bot.interface.messages.channel_answer import ChannelAnswer
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.threads import OPENING
from bot.interface.options import THINKING, offered, option_names
from bot.interface.permissions import check_permissions, server_of, to_write
from bot.interface.texts import Texts, localised
from bot.services.access import wanted
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.models import Models, check_options
from cogs.chat._question import Given, Questions


class Chat(commands.Cog):
    """Take `/chat`."""

    def __init__(
        self,
        generation: Generation,
        models: Models,
        chats: Chats,
        runner: JobRunner,
        texts: Texts,
        questions: Questions,
        thread_titles: ThreadTitles,
    ) -> None:
        self._generation = generation
        self._models = models
        self._chats = chats
        self._runner = runner
        self._texts = texts
        self._questions = questions
        self._thread_titles = thread_titles

    @app_commands.command(name=localised("chat-name"), description=localised("chat-description"))
    @app_commands.describe(
        message=localised("chat-message"),
        file=localised("chat-file"),
        model=localised("option-model"),
        thinking=localised("option-thinking"),
        search=localised("option-search"),
        thoughts=localised("option-thoughts"),
    )
    @app_commands.rename(
        **option_names("message", "file", "model", "thinking", "search", "thoughts")
    )
    @app_commands.choices(thinking=THINKING)
    async def chat(
        self,
        interaction: discord.Interaction,
        message: app_commands.Range[str, 1, 4000],
        file: discord.Attachment | None = None,
        model: str | None = None,
        thinking: app_commands.Choice[str] | None = None,
        search: bool | None = None,  # noqa: FBT001 (Discord calls it by its name)
        thoughts: bool | None = None,  # noqa: FBT001 (as above)
    ) -> None:
        """Open a thread, or go on in the present one, and answer in it.

        Where there are no threads the answer follows here, and is gone on with by replies.
        """
        opening = InteractionAnswer(interaction, self._texts)
        await self._runner.announce(opening)
        opened: list[discord.Thread] = []

        async def ask(visit: Visit) -> JobRequest:
            if not message.strip():
                raise EmptyPrompt
            place = opening.origin.place
            models = self._models.at(place.guild_id)
            chosen = models.find(model, ModelKind.CHAT) if model else None
            chat = await self._chats.of(place) or self._chats.usual(place)
            chat = ChatSettings(
                chosen or chat.model,
                Thinking(thinking.value) if thinking else chat.thinking,
                chat.search if search is None else search,
                chat.thoughts if thoughts is None else thoughts,
            )
            check_options(chat.model, search=bool(search), thoughts=bool(thoughts))
            accepted = await self._generation.take(
                visit,
                JobKind.CHAT,
                uploads([file]),
                most=chat.model.max_references,
                reader=chat.model,
                features=wanted(chat=True, search=chat.search),
            )
            said = await named(interaction, message)
            given = Given(file, accepted) if file else None
            channel, posted = await self._channel_for(interaction, opening, said, given)
            if isinstance(channel, discord.Thread) and channel != interaction.channel:
                opened.append(channel)
            place = place_of(channel, interaction.guild_id)
            # What is written in a thread that was just opened comes after this.
            visit.thread_id = place.thread_id
            origin = replace(opening.origin, place=place, source_id=posted.id)
            if place.thread_id is not None:
                await self._chats.open(place, chat)
            beside = posted if posted.channel.id == channel.id else None
            answer = ChannelAnswer(
                channel,
                self._texts,
                author=interaction.user,
                own_locale=opening.own_locale,
                to=beside,
            )
            request = chat_request(origin, chat, said, accepted)
            return JobRequest(request, accepted, answer)

        await self._runner.serve(opening, ask)
        for thread in opened:
            await self._thread_titles.give(thread, thread.name)

    @chat.autocomplete("model")
    async def offer_models(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the chat models whose name holds what was typed."""
        return offered(self._models.at(server_of(interaction)), ModelKind.CHAT, typed)

    async def _channel_for(
        self,
        interaction: discord.Interaction,
        opening: InteractionAnswer,
        message: str,
        given: Given | None,
    ) -> tuple[MessageableChannel, discord.PartialMessage]:
        """Repeat the question for all to see; return where it is answered, and the repeated one."""
        channel = interaction.channel
        if not isinstance(channel, MessageableChannel):
            raise NotAllowed(key="error-no-threads-here")
        needed = OPENING if isinstance(channel, discord.TextChannel) else to_write(channel)
        check_permissions(interaction.app_permissions, *needed)
        question_id = await self._questions.post(interaction, opening, message, given)
        posted = channel.get_partial_message(question_id)
        if not isinstance(channel, discord.TextChannel):
            return channel, posted
        # A thread hangs on a message only where that may be read.
        hangs = interaction.app_permissions.read_message_history
        neutral = self._texts.get("chat-thread", opening.locale)
        return await open_thread(posted if hangs else channel, message, neutral=neutral), posted
