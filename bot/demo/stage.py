"""Set the stage: a relay, a Discord with a small server, and a bot joined to both."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.discord import Channel, EmbeddedDiscord, Guild, Member
from bot.demo.process import BotProcess
from bot.demo.relay import EmbeddedRelay

TOKEN = "demo-token-of-the-embedded-discord"  # noqa: S105 (opens nothing but the demo)
KEY = "demo-key-of-the-embedded-relay"
SECRET = b"the embedded relay signs with this, also after a restart"


@dataclass(frozen=True, slots=True)
class Stage:
    """Hold what a play needs: both servers, a room, and two people in it."""

    relay: EmbeddedRelay
    discord: EmbeddedDiscord
    guild: Guild
    art: Channel
    anna: Member
    ben: Member
    folder: Path

    @property
    def database(self) -> Path:
        """Return where the bot keeps its books."""
        return self.folder / "data" / "atelier.db"

    def bot(self, **settings: str) -> BotProcess:
        """Return the bot, not started yet, that is joined to this stage."""
        return BotProcess(
            self.folder,
            {
                "ATELIER_DISCORD_TOKEN": TOKEN,
                "ATELIER_DISCORD_URL": self.discord.url,
                "ATELIER_RELAY_URL": self.relay.url,
                "ATELIER_RELAY_KEY": KEY,
                "ATELIER_DATA_DIR": str(self.folder / "data"),
                **settings,
            },
        )

    async def ready(self, *, within: float = 30.0) -> None:
        """Return once the bot is connected and its commands are known."""
        await self.discord.connected(within=within)
        await self.discord.wait_for(lambda: self.anna.commands(self.art), within=within)


@asynccontextmanager
async def stage(
    folder: Path, *, delay: float = 0.3, locale: str = "en-US", watched: bool = False
) -> AsyncGenerator[Stage]:
    """Open both servers on loopback for as long as this is held; pictures take `delay` seconds.

    `locale` is the server's language, in which the bot speaks to all. What goes over the relay's
    wire is kept for who looks on (`watched`).
    """
    async with AsyncExitStack() as servers:
        relay = await servers.enter_async_context(
            EmbeddedRelay(key=KEY, delay=delay, secret=SECRET, watched=watched)
        )
        discord = await servers.enter_async_context(EmbeddedDiscord(token=TOKEN))
        guild = discord.create_guild("Atelier's demo", preferred_locale=locale)
        art = guild.create_text_channel("art", topic="Reply to any picture with what should change")
        guild.create_text_channel("after-dark", topic="Marked as age-restricted", nsfw=True)
        closed = guild.create_text_channel("no-files", topic="Here the bot may not attach files")
        closed.deny_bot("attach_files")
        anna = discord.create_member(guild, "anna", moderator=True)
        ben = discord.create_member(guild, "ben", locale="zh-CN")
        yield Stage(relay, discord, guild, art, anna, ben, folder)
