"""Run the whole: one HTTP server on loopback in front of one modelled Discord."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self, TypeVar

import discord
from aiohttp import web

from demo.discord.changes import Change
from demo.discord.faults import Faults
from demo.discord.gateway import Gateway
from demo.discord.members import Member
from demo.discord.messages import Message
from demo.discord.model import Model
from demo.discord.places import Channel, Guild, Role
from demo.discord.rest import Call, Rest
from demo.discord.wire import LOADING, Pings, Portal
from demo.jsons import JSON
from demo.serving import LocalServer

T = TypeVar("T")

_MOST_EVENTS = 1_000
_MODERATOR = {
    "manage_guild": True,
    "manage_channels": True,
    "manage_messages": True,
    "manage_threads": True,
    "moderate_members": True,
    "mention_everyone": True,
}


@dataclass(frozen=True, slots=True)
class Typing:
    """Someone was seen typing; ``at`` in seconds since the epoch."""

    channel_id: int
    user_id: int
    at: float


@dataclass(frozen=True, slots=True)
class Ping:
    """A message of the bot notified somebody."""

    message_id: int
    channel_id: int
    whom: Pings


class EmbeddedDiscord(LocalServer):
    """Serve a Discord on loopback, for one bot with one token.

    ``privileged_intents`` are those that the portal has switched on; a bot that asks for others
    is turned away (4014), as is one with another token (4004). ``heartbeat_interval`` and
    ``resume_window`` are in seconds.
    """

    def __init__(
        self,
        *,
        token: str,
        host: str = "127.0.0.1",
        port: int = 0,
        bot_name: str = "Atelier",
        privileged_intents: discord.Intents | None = None,
        heartbeat_interval: float = 41.25,
        resume_window: float = 120.0,
    ) -> None:
        self.token = token
        super().__init__(host=host, port=port)
        self.guilds: list[Guild] = []
        self.members: list[Member] = []
        self.typing: deque[Typing] = deque(maxlen=_MOST_EVENTS)
        self.pings: deque[Ping] = deque(maxlen=_MOST_EVENTS)
        self.faults = Faults()
        self._thinking: set[int] = set()
        self.model = Model(bot_name)
        self.bot_name = bot_name
        self.bot_id = self.model.bot_user.id
        self.bot_mention = f"<@{self.bot_id}>"
        self.cdn = self.model.cdn
        self.changes = self.model.changes
        self.model.subscribers.append(lambda event, data: self._on_event(event, dict(data)))
        portal = Portal(token, privileged_intents or discord.Intents.all())
        self.gateway = Gateway(self.model, portal, heartbeat_interval, resume_window)
        self._rest = Rest(self.model, portal, self.faults)
        self.unknown_routes = self._rest.unknown_routes

    def _application(self) -> web.Application:
        application = web.Application()
        application.router.add_route("*", "/api/v10/{path:.*}", self._rest.handle)
        application.router.add_get("/cdn/{path:.*}", self.model.cdn.handle)
        application.router.add_get("/gateway", self.gateway.handle)
        return application

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self.model.cdn.base = f"{self.url}/cdn"
        self.gateway.url = self._rest.gateway_url = f"{self.url.replace('http', 'ws', 1)}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.close()
        await super().__aexit__()

    @property
    def calls(self) -> list[Call]:
        """Return the latest REST calls of the bot, oldest first."""
        return list(self._rest.calls)

    # People and places

    def channel(self, channel_id: int) -> Channel:
        """Return a channel, thread or DM; raise ``LookupError`` if there is none of that id."""
        if channel_id not in self.model.channels:
            raise LookupError(channel_id)
        return Channel(self.model, channel_id)

    def member(self, user_id: int) -> Member:
        """Return a person; raise ``LookupError`` if there is nobody of that id."""
        for member in self.members:
            if member.id == user_id:
                return member
        raise LookupError(user_id)

    def create_guild(
        self,
        name: str,
        *,
        preferred_locale: str = "en-US",
        premium_tier: int = 0,
        installed: bool = True,
    ) -> Guild:
        """Create a server; ``installed=False`` leaves the bot out of it."""
        create = self.model.create_guild if installed else self.model.create_guild_without_bot
        guild = Guild(self.model, create(name, preferred_locale=preferred_locale).id)
        self.model.tiers[guild.id] = premium_tier
        if premium_tier:
            self.model.edit_guild(guild.id, {})  # tells of it
        self.guilds.append(guild)
        return guild

    def install(self, guild: Guild) -> None:
        """Let the bot into a server that it was left out of."""
        self.model.install(guild.id)

    def create_member(
        self,
        guild: Guild,
        name: str,
        *,
        locale: str = "en-US",
        moderator: bool = False,
        roles: Sequence[Role] = (),
        user_install: bool = False,
        bot: bool = False,
    ) -> Member:
        """Create a person in a server, with the app on their own account if ``user_install``.

        A ``moderator`` has a role of that name that may do much. ``bot`` makes it somebody else's
        bot.
        """
        user_id = self.model.make_user(name, bot=bot).id
        self.model.locales[user_id] = locale
        if user_install:
            self.model.user_installs.add(user_id)
        member = Member(self.model, user_id)
        self.members.append(member)
        self.join(guild, member, moderator=moderator, roles=roles)
        return member

    def hand_over(self, guild: Guild, member: Member) -> None:
        """Make a member the owner of a server, who may do everything there."""
        made_up = self.model.get_guild(guild.id).owner_id
        self.model.edit_guild(guild.id, {"owner_id": member.id})
        self.model.remove_member(guild.id, made_up)

    def create_emoji(self, name: str, data: bytes) -> str:
        """Create an emoji of some server and return the text that shows it; a GIF moves."""
        return self.model.make_emoji(name, data)

    def leave_out_replied_messages(self) -> None:
        """Send replies without what they reply to, as Discord may do."""
        self.model.quotes = False

    def block_words(self, *words: str) -> None:
        """Let AutoMod refuse what the bot posts or calls a thread if it says one of these."""
        self.model.blocked_words = list(words)

    def wait_for_answers(self, seconds: float) -> None:
        """Let first answers to interactions take so long; Discord itself waits for 3 seconds."""
        self.model.answer_within = seconds

    def set_back(self, behind: timedelta) -> None:
        """Let what happens from now on have happened so long ago, by its ids."""
        self.model.set_back(behind)

    def join(
        self,
        guild: Guild,
        member: Member,
        *,
        moderator: bool = False,
        roles: Sequence[Role] = (),
    ) -> None:
        """Let a person into one more server."""
        given = [role.id for role in roles]
        if moderator:
            given.append(guild.create_role("Moderator", **_MODERATOR).id)
        self.model.add_member(guild.id, member.id, roles=given, announce=True)

    # Waiting

    async def wait_for(self, probe: Callable[[], T], *, within: float = 30.0) -> T:
        """Return the first truthy value of ``probe``; raise ``TimeoutError`` if none comes."""
        return await self.model.changes.wait_for(probe, within=within)

    async def message_changed(
        self,
        message: Message,
        match: Callable[[Message], object] | None = None,
        *,
        within: float = 30.0,
    ) -> Message:
        """Return the message once it matches; by default once it differs from now."""
        before = message.payload

        def concerns(change: Change | None) -> bool:
            # Of a message that is for one person alone no change tells.
            return change is None or change.message_id == message.id

        def probe() -> object:
            return match(message) if match is not None else message.payload != before

        await self.model.changes.wait_for(probe, within=within, concerns=concerns)
        return message

    async def connected(self, *, within: float = 60.0) -> None:
        """Return once a bot is on the gateway."""
        await self.wait_for(lambda: self.gateway.connected, within=within)

    def _on_event(self, event: str, payload: JSON) -> None:
        self.gateway.send(event, payload)
        if event == "TYPING_START":
            seen = Typing(int(payload["channel_id"]), int(payload["user_id"]), time.time())
            self.typing.append(seen)
        elif event in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
            self._note_ping(event, payload)
        public = event in ("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE")
        self.model.changes.notify(
            Change(int(payload["channel_id"]), int(payload["id"])) if public else None
        )

    def _note_ping(self, event: str, payload: JSON) -> None:
        """Note whom a new message notifies.

        An edit notifies nobody, but for the one that fills in a deferred answer.
        """
        message_id, channel_id = int(payload["id"]), int(payload["channel_id"])
        if int(payload["author"]["id"]) != self.bot_id:
            return
        if payload["flags"] & LOADING:
            self._thinking.add(message_id)
            return
        if event == "MESSAGE_CREATE" or message_id in self._thinking:
            self._thinking.discard(message_id)
            if whom := Pings.of(self.model.get_message(channel_id, message_id)):
                self.pings.append(Ping(message_id, channel_id, whom))
