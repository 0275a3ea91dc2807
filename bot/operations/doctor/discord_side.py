"""What Discord says of the bot: asked over REST, which disturbs no bot that is running."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final, TypeVar

import aiohttp
import msgspec
from yarl import URL

from bot import VERSION
from bot.operations.doctor.findings import Finding, Verdict, fails, looked, ok, skipped, warns

TOKEN: Final = "Discord token"  # noqa: S105 (the name of a check)
APPLICATION: Final = "application"
INTENTS: Final = "intents"
INVITATION: Final = "invitation"
COMMANDS: Final = "commands"
CLOCK: Final = "clock"

_REST: Final = (INTENTS, INVITATION, COMMANDS)
"""What the application has to be known for."""

LARGEST_BODY: Final = 4 * 2**20
CONNECT_SECONDS: Final = 10.0
SKEW_SECONDS: Final = 10.0
"""How far the clock may be off before it is told; Discord's own time comes in whole seconds."""

_MESSAGE_CONTENT: Final = 1 << 18 | 1 << 19
"""Discord docs, Application Flags: the intent, for bots that were reviewed and for small ones."""

_PORTAL: Final = "in the developer portal: your application"

Answer = TypeVar("Answer")


class Me(msgspec.Struct):
    """Hold what Discord says of the bot's user."""

    id: str
    username: str


class Application(msgspec.Struct):
    """Hold what Discord says of the application."""

    id: str
    name: str
    flags: int = 0
    bot_require_code_grant: bool = False
    interactions_endpoint_url: str | None = None


class Command(msgspec.Struct):
    """Hold a command as Discord lists it; `type` tells slash commands from menus."""

    name: str
    type: int = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what is looked for: where Discord is, and what the bot needs there.

    `told` are the commands that the bot told Discord last, each by its type and name; it remembers
    them in `told_in`.
    """

    url: str
    token: str
    proxy: URL | None
    permissions: int
    told: Collection[tuple[int, str]]
    told_in: str


class _Refused(Exception):
    """Carry the status of an answer that is none of the good ones."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class DiscordSide:
    """Ask Discord all that is to be known."""

    def __init__(self, session: aiohttp.ClientSession, asked: Asked) -> None:
        self._session = session
        self._asked = asked
        self._application: Application | None = None
        self._skew: float | None = None

    async def findings(self) -> list[Finding]:
        """Return what was found of each thing, the token first: without it there is no more."""
        token = await looked(TOKEN, self._told_plainly(TOKEN, self._look_at_token))
        application = skipped(APPLICATION, "needs a token that works")
        if token.verdict is Verdict.OK:
            look = self._told_plainly(APPLICATION, self._look_at_application)
            application = await looked(APPLICATION, look)
        return [token, application, *await self._rest(), self._clock()]

    async def _rest(self) -> list[Finding]:
        known = self._application
        if known is None:
            return [skipped(each, f"needs the {APPLICATION}") for each in _REST]
        look = self._told_plainly(COMMANDS, lambda: self._commands(known))
        commands = await looked(COMMANDS, look)
        return [self._intents(known), self._invitation(known), commands]

    async def _look_at_token(self) -> Finding:
        me = await self._get("/users/@me", Me)
        return ok(TOKEN, f"accepted for {_shown(me.username)}")

    async def _look_at_application(self) -> Finding:
        known = self._application = await self._get("/oauth2/applications/@me", Application)
        if known.interactions_endpoint_url:
            return fails(
                APPLICATION,
                "commands and presses go to an Interactions Endpoint URL, and not to the bot",
                f"Empty that field {_PORTAL}, General Information",
            )
        return ok(APPLICATION, f"{_shown(known.name)}, id {_shown(known.id)}")

    def _intents(self, known: Application) -> Finding:
        if known.flags & _MESSAGE_CONTENT:
            return ok(INTENTS, "Message Content is granted")
        return fails(
            INTENTS,
            "Message Content is not granted, and Discord turns the bot away",
            f"Switch it on {_PORTAL}, Bot, Message Content Intent",
        )

    def _invitation(self, known: Application) -> Finding:
        if known.bot_require_code_grant:
            return fails(
                INVITATION,
                "Discord wants a code grant, so that nobody can add the bot",
                f"Switch it off {_PORTAL}, Bot, Requires OAuth2 Code Grant",
            )
        query = {
            "client_id": known.id,
            "scope": "bot applications.commands",
            "permissions": self._asked.permissions,
        }
        return ok(INVITATION, str(URL("https://discord.com/oauth2/authorize") % query))

    async def _commands(self, known: Application) -> Finding:
        listed = await self._get(f"/applications/{known.id}/commands", list[Command])
        told = self._asked.told
        if not told:
            said = f"Discord lists {len(listed)}, and was told none from this data folder"
            return warns(COMMANDS, said, "Start the bot, which tells it")
        missing = set(told) - {(each.type, each.name) for each in listed}
        if missing or len(listed) != len(told):
            return fails(
                COMMANDS,
                f"Discord lists {len(listed)}, and lacks {len(missing)} of the {len(told)} that it"
                " was told: another program told it others",
                f"Stop that, delete {self._asked.told_in}, and start the bot again",
            )
        return ok(COMMANDS, f"Discord lists the {len(listed)} that it was told")

    def _clock(self) -> Finding:
        if self._skew is None:
            return skipped(CLOCK, "needs an answer of Discord's")
        seconds = round(self._skew)
        if abs(self._skew) < SKEW_SECONDS:
            return ok(CLOCK, "goes as Discord's does")
        way = "ahead of" if seconds > 0 else "behind"
        return warns(
            CLOCK,
            f"{abs(seconds)} s {way} Discord's",
            "Set it by the network: timedatectl set-ntp true",
        )

    def _told_plainly(
        self, about: str, ask: Callable[[], Awaitable[Finding]]
    ) -> Callable[[], Awaitable[Finding]]:
        """Tell failures of the network, and of Discord itself, for what they are."""

        async def told() -> Finding:
            try:
                return await ask()
            except _Refused as refused:
                return fails(about, *_refused(refused.status))
            except (aiohttp.ClientError, TimeoutError) as error:
                return fails(about, *_away(error, self._asked.url))
            except msgspec.DecodeError:
                return fails(about, *_no_discord(self._asked.url))

        return told

    async def _get(self, path: str, kind: type[Answer]) -> Answer:
        """Ask for something; raise _Refused, aiohttp's errors, or msgspec's for what is no JSON."""
        headers = {
            "Authorization": f"Bot {self._asked.token}",
            "User-Agent": f"DiscordBot (atelier, {VERSION})",
        }
        asked_at = datetime.now(UTC)
        async with self._session.get(
            f"{self._asked.url}/api/v10{path}",
            headers=headers,
            proxy=self._asked.proxy,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=CONNECT_SECONDS),
        ) as response:
            self._note_time(response.headers.get("Date"), asked_at)
            if response.status != HTTPStatus.OK:
                raise _Refused(response.status)
            body = bytearray()
            async for chunk in response.content.iter_any():
                body += chunk
                if len(body) > LARGEST_BODY:
                    raise msgspec.DecodeError
        return msgspec.json.decode(body, type=kind)

    def _note_time(self, date: str | None, asked_at: datetime) -> None:
        """Compare this machine's time, in the middle of a question, with Discord's."""
        if date is None:
            return
        try:
            theirs = parsedate_to_datetime(date)
        except ValueError:
            return
        ours = asked_at + (datetime.now(UTC) - asked_at) / 2
        self._skew = (ours - theirs.astimezone(UTC)).total_seconds()


def _refused(status: int) -> tuple[str, str]:
    if status == HTTPStatus.UNAUTHORIZED:
        said = "ATELIER_DISCORD_TOKEN: Discord does not accept it"
        return said, f"Make a new one {_PORTAL}, Bot, Reset Token"
    said = f"Discord answers with status {status}"
    return said, "Try again later; discordstatus.com tells of trouble"


def _away(error: Exception, url: str) -> tuple[str, str]:
    # The words of the error may hold the address with what is secret in it.
    said = f"nothing answers at {url}: {type(error).__name__}"
    return said, "See whether this machine reaches it: a firewall, a proxy (HTTPS_PROXY), DNS"


def _no_discord(url: str) -> tuple[str, str]:
    return f"what answers at {url} is no Discord", "Correct ATELIER_DISCORD_URL, or leave it out"


def _shown(said: str) -> str:
    """Return what others named in one short line."""
    return "".join(sign if sign.isprintable() else "?" for sign in said)[:60]
