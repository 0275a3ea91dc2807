"""The Discord client: intents, caches, features, and what goes on beside them."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.counting import counted
from bot.interface.heartbeat import Heartbeat
from bot.interface.messages.presses import Form, Pressable
from bot.interface.services import Services
from bot.interface.sync import CommandSync
from bot.interface.texts import CatalogueTranslator

log = logging.getLogger(__name__)

EXTENSIONS: Final = (
    "cogs.languages",
    "cogs.imagine",
    "cogs.edit",
    "cogs.describe",
    "cogs.area",
    "cogs.references",
    "cogs.avatar",
    "cogs.styles",
    "cogs.own_relay",
    "cogs.details",
    "cogs.repaint",
    "cogs.jobs",
    "cogs.chat",
    "cogs.conversation",
    "cogs.threads",
    "cogs.history",
    "cogs.usage",
    "cogs.help",
    "cogs.settings",
    "cogs.deleting",
    "cogs.moderation",
    "cogs.privacy",
    "cogs.forgetting",
)

GUILD_READY_SECONDS: Final = 0.5
"""How long after the last server that Discord told about the rest are no longer waited for."""


class AtelierClient(commands.Bot):
    """Connect the cogs to Discord.

    Members, presences and messages are not cached: what a message shows is in the store.
    `services` are for the features' `setup` alone. `on_unknown` is called for a press or a form
    that none of them knows. `begin_anew` is called as soon as Discord begins
    a session, in which it does not tell what was said before; `before_close` before
    anything that goes on is stopped.
    """

    def __init__(
        self,
        *,
        services: Services,
        sync: CommandSync,
        on_command_error: Callable[
            [discord.Interaction, app_commands.AppCommandError], Coroutine[Any, Any, None]
        ],
        on_unknown: Callable[[discord.Interaction], Coroutine[Any, Any, None]],
        begin_anew: Callable[[], None],
        before_close: Callable[[], None],
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
        self.services = services
        self._sync = sync
        self._on_unknown = on_unknown
        self._begin_anew = begin_anew
        self._before_close = before_close
        self._tasks: list[asyncio.Task[None]] = []
        self.pressable: list[Pressable] = []
        self.forms: list[Form] = []
        self.tree.error(on_command_error)

    async def setup_hook(self) -> None:
        """Load the features, then tell Discord the commands if they changed."""
        for name in EXTENSIONS:
            await self.load_extension(name)
        await self.tree.set_translator(CatalogueTranslator())
        await self._sync.run(self.tree)

    def add_dynamic_items(self, *items: Pressable) -> None:
        """Let discord.py hand over what is pressed, and remember what that can be."""
        super().add_dynamic_items(*items)
        self.pressable += items

    def add_forms(self, *forms: Form) -> None:
        """Hand over what is sent of these forms, also of one that was opened before a restart."""
        self.forms += forms

    def run_beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Let a feature work on by itself, until the client closes."""
        self._tasks.append(asyncio.create_task(work))

    @property
    def is_listening(self) -> bool:
        """Tell whether members who write now are heard: ready, and on a gateway that hears."""
        return self.is_ready() and self._heartbeat.beats

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Dispatch an event; what it says of the gateway is noted at once, not in a task.

        A client that left hears no more: discord.py still tells of a start that it was in, with no
        loop to tell it on.
        """
        self._heartbeat.note(event_name, *args)
        if event_name == "connect":  # not "resumed"; what is said from now on is heard
            self._begin_anew()
        if not self.is_closed():
            super().dispatch(event_name, *args, **kwargs)

    async def close(self) -> None:
        """Stop what goes on beside, and leave Discord."""
        self._before_close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await super().close()

    async def on_ready(self) -> None:
        """Say in the log that members can be served."""
        log.info("ready in %s", counted(len(self.guilds), "server"))

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand over a form that was sent, and tell who presses or sends what no feature knows."""
        custom_id = str((interaction.data or {}).get("custom_id", ""))
        if interaction.type is discord.InteractionType.modal_submit:
            for form in self.forms:
                if match := form.template.fullmatch(custom_id):
                    await form.submitted(interaction, match)
                    return
        elif interaction.type is not discord.InteractionType.component or any(
            item.__discord_ui_compiled_template__.fullmatch(custom_id) for item in self.pressable
        ):
            return
        await self._on_unknown(interaction)

    async def on_message(self, _message: discord.Message) -> None:
        """Leave messages to the cogs: there are no text commands."""
