"""The Discord client: intents, caches and doors; everything it needs is handed in."""

import asyncio
import logging
from typing import Any, Final

import discord
from discord.ext import commands

from bot.domain.counting import counted
from bot.domain.job import Unfinished
from bot.interface.buttons import BUTTONS
from bot.interface.catch_up import CatchUp
from bot.interface.details_view import DetailsView
from bot.interface.errors import ErrorReporter
from bot.interface.heartbeat import Heartbeat
from bot.interface.history_view import HistoryView
from bot.interface.jobs.chat import ChatJobs
from bot.interface.jobs.pictures import PictureJobs
from bot.interface.jobs.recovery import Recovery
from bot.interface.jobs.runner import JobRunner
from bot.interface.lookup import ClientLookup
from bot.interface.sync import CommandSync
from bot.interface.texts import DEFAULT, CatalogueTranslator, Texts, nearest
from bot.services.deletions import Deletions
from bot.services.generation import Generation
from bot.services.locales import Locales
from bot.services.missed_messages import MissedMessages
from bot.services.models import Models
from bot.services.sweep import Sweep

log = logging.getLogger(__name__)

EXTENSIONS: Final = (
    "cogs.imagine",
    "cogs.edit",
    "cogs.chat",
    "cogs.conversation",
    "cogs.history",
    "cogs.forgetting",
)

GUILD_READY_SECONDS: Final = 0.5
"""How long after the last server that Discord told about the rest are no longer waited for."""


class AtelierClient(commands.Bot):
    """Connect the cogs to Discord.

    Members, presences and messages are not cached: what a message shows is in the store.
    """

    def __init__(  # noqa: PLR0913 (everything it needs is handed in)
        self,
        *,
        texts: Texts,
        error_reporter: ErrorReporter,
        runner: JobRunner,
        picture_jobs: PictureJobs,
        talk: ChatJobs,
        history_view: HistoryView,
        details: DetailsView,
        generation: Generation,
        deletions: Deletions,
        sweep: Sweep,
        models: Models,
        locales: Locales,
        missed_messages: MissedMessages,
        sync: CommandSync,
        recovery: Recovery,
        catch_up: CatchUp,
        http_trace: Any,
        proxy: str | None,
    ) -> None:
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_messages = True
        intents.dm_messages = True
        intents.message_content = True
        # It says at every start that voice is not supported, which nobody asked for.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=GUILD_READY_SECONDS,
            http_trace=http_trace,
            proxy=proxy,
            # Tells of every word from the gateway, an acknowledged heartbeat too.
            enable_debug_events=True,
        )
        self._heartbeat = Heartbeat()
        self.texts = texts
        self.error_reporter = error_reporter
        self.runner = runner
        self.picture_jobs = picture_jobs
        self.talk = talk
        self.history_view = history_view
        self.details = details
        self.generation = generation
        self.deletions = deletions
        self.sweep = sweep
        self.models = models
        self.locales = locales
        self.missed_messages = missed_messages
        self._sync = sync
        self._recovery = recovery
        self._catch_up = catch_up
        self._tasks: list[asyncio.Task[None]] = []
        self.tree.error(error_reporter.on_command_error)

    async def setup_hook(self) -> None:
        """Load the features, then tell Discord the commands if they changed."""
        self.add_dynamic_items(*BUTTONS)
        for name in EXTENSIONS:
            await self.load_extension(name)
        await self.tree.set_translator(CatalogueTranslator())
        await self._sync.run(self.tree)
        left = await self._recovery.left_behind()
        self._tasks = [
            asyncio.create_task(self._recover(left)),
            asyncio.create_task(self._look_around()),
            asyncio.create_task(self._catch_up.run(self)),
        ]

    @property
    def is_listening(self) -> bool:
        """Tell whether members who write now are heard: ready, and on a gateway that speaks."""
        return self.is_ready() and self._heartbeat.beats

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Dispatch an event; what it says of the gateway is noted at once, not in a task.

        A client that left hears no more: discord.py still tells of a start that it was in, with no
        loop to tell it on.
        """
        self._heartbeat.note(event_name)
        if event_name == "connect":  # not "resumed"; what is said from now on is heard
            self.missed_messages.begin_anew()
        if not self.is_closed():
            super().dispatch(event_name, *args, **kwargs)

    async def _recover(self, left: list[Unfinished]) -> None:
        """Look after an earlier process's jobs, once channels are known."""
        await self.wait_until_ready()
        await self._recovery.run(self, left)

    async def _look_around(self) -> None:
        """Look what was deleted in Discord while nobody listened, once channels are known."""
        await self.wait_until_ready()
        await self.sweep.run(ClientLookup(self))

    async def close(self) -> None:
        """Stop looking after old jobs, what was deleted and what was missed; leave Discord."""
        self.missed_messages.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await super().close()

    async def on_ready(self) -> None:
        """Say in the log that members can be served, and hear what they said meanwhile."""
        log.info("ready in %s", counted(len(self.guilds), "server"))
        self._catch_up.begin()

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Remember the language of whoever does something: their messages don't tell it."""
        if interaction.type is discord.InteractionType.autocomplete:
            return
        own, around = interaction.locale.value, interaction.guild_locale
        usual = nearest(own) == nearest(around.value if around else DEFAULT) == DEFAULT
        await self.locales.note(interaction.user.id, own, usual=usual)

    async def on_message(self, _message: discord.Message) -> None:
        """Leave messages to the cogs: there are no text commands."""
