"""How discord.py reaches Discord: where that is, through which proxy, and what a failure is."""

from http import HTTPStatus

import aiohttp
import discord
import discord.asset
import discord.gateway
import discord.http
import yarl

from bot.interface.discord_retry import is_ours
from bot.relay.proxies import proxy_for


def use_discord_at(origin: str) -> None:
    """Let discord.py speak to another Discord: the demo's, a test's, or a proxy."""
    url = yarl.URL(origin)
    socket = url.with_scheme("wss" if url.scheme == "https" else "ws")
    discord.http.Route.BASE = f"{origin}/api/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = socket / "gateway"
    discord.asset.Asset.BASE = f"{origin}/cdn"  # pyright: ignore[reportAttributeAccessIssue] (a literal)


def discord_proxy() -> str | None:
    """Return the proxy on the way to Discord, if there is one.

    Its gateway is reached as its REST is, whatever the gateway's own host is called.
    """
    way = proxy_for(discord.http.Route.BASE)
    return str(way) if way else None


def plain_failures() -> aiohttp.TraceConfig:
    """Make what aiohttp says of a connection that broke off an OSError for all who use Discord.

    discord.py passes its errors on as they are, and who talks to Discord knows no HTTP. A 5xx it
    answers with up to four more requests of its own, so where somebody else tries again already,
    it does not come to see it.
    """

    async def tell(
        _session: aiohttp.ClientSession,
        _context: object,
        params: aiohttp.TraceRequestExceptionParams,
    ) -> None:
        error = params.exception
        if isinstance(error, aiohttp.ClientConnectionError) and not isinstance(error, OSError):
            raise ConnectionResetError(type(error).__name__) from None

    async def ration(
        _session: aiohttp.ClientSession,
        _context: object,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:
        if params.response.status >= HTTPStatus.INTERNAL_SERVER_ERROR and is_ours():
            params.response.close()
            raise discord.DiscordServerError(params.response, None)

    trace = aiohttp.TraceConfig()
    trace.on_request_exception.append(tell)
    trace.on_request_end.append(ration)
    return trace
