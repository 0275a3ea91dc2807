"""The local stack: a relay, a Discord with a small community, and a bot joined to both."""

import base64
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from demo.community import Community, settle
from demo.discord import Channel, EmbeddedDiscord, Guild, Member
from demo.process import BotProcess
from demo.relay import EmbeddedRelay

TOKEN = "demo-token-of-the-embedded-discord"  # noqa: S105 (opens nothing but the demo)
KEY = "demo-key-of-the-embedded-relay"
SECRET_KEY = base64.urlsafe_b64encode(b"opens nothing but this demo, yes").decode()
SECRET = b"the embedded relay signs with this, also after a restart"


@dataclass(frozen=True, slots=True)
class Stack:
    """Both servers, and who is there."""

    relay: EmbeddedRelay
    discord: EmbeddedDiscord
    community: Community
    folder: Path

    @property
    def guild(self) -> Guild:
        """Return the community's server."""
        return self.community.guild

    @property
    def art(self) -> Channel:
        """Return the channel for pictures."""
        return self.community.art

    @property
    def anna(self) -> Member:
        """Return who owns the server."""
        return self.community.anna

    @property
    def ben(self) -> Member:
        """Return a member without any role."""
        return self.community.ben

    @property
    def database(self) -> Path:
        """Return where the bot has its database."""
        return self.folder / "data" / "atelier.db"

    def bot(self, **settings: str) -> BotProcess:
        """Return the bot, not started yet, that is joined to both."""
        return BotProcess(
            self.folder,
            {
                "ATELIER_DISCORD_TOKEN": TOKEN,
                "ATELIER_DISCORD_URL": self.discord.url,
                "ATELIER_RELAY_URL": self.relay.url,
                "ATELIER_RELAY_KEY": KEY,
                "ATELIER_SECRET_KEY": SECRET_KEY,
                "ATELIER_DATA_DIR": str(self.folder / "data"),
                **settings,
            },
        )

    async def ready(self, *, within: float = 60.0) -> None:
        """Return once the bot is connected and its commands are known."""
        await self.discord.connected(within=within)
        await self.discord.wait_for(lambda: self.anna.commands(self.art), within=within)


@asynccontextmanager
async def local_stack(
    folder: Path,
    *,
    delay: float = 0.3,
    chunk_delay: float = 0.05,
    locale: str = "en-US",
    second_locale: str = "zh-CN",
    watched: bool = False,
    sketches: bool = False,
    opened: Callable[[EmbeddedRelay], AbstractAsyncContextManager[object]] = lambda relay: relay,
) -> AsyncGenerator[Stack]:
    """Open both servers on loopback for as long as this is held; pictures take `delay` seconds.

    Words come in pieces, `chunk_delay` seconds apart. `locale` is the server's language, in which
    the bot speaks to all; ben's is the `second_locale`. What goes over the relay's wire is kept for
    who looks on (`watched`). New pictures are `sketches` where nobody looks at them.
    `opened` starts the relay, where it is not to run on this event loop.
    """
    async with AsyncExitStack() as servers:
        relay = EmbeddedRelay(
            key=KEY,
            delay=delay,
            chunk_delay=chunk_delay,
            secret=SECRET,
            watched=watched,
            sketches=sketches,
        )
        await servers.enter_async_context(opened(relay))
        discord = await servers.enter_async_context(EmbeddedDiscord(token=TOKEN))
        community = settle(discord, locale=locale, second_locale=second_locale)
        yield Stack(relay, discord, community, folder)
