"""Serve the page: its files, what it shows, and what it asks for."""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final, Self

from aiohttp import web
from simcord.backend.errors import BackendError

from demo.discord import ActionError, EmbeddedDiscord
from demo.discord.bodies import read_body
from demo.discord.changes import Change
from demo.jsons import JSON, is_object
from demo.page.actions import Actions
from demo.page.guard import Guard, add_headers
from demo.page.panel import Panel
from demo.page.streams import keep_up_to_date
from demo.page.view import View, person
from demo.relay import EmbeddedRelay
from demo.serving import LOOPBACK, LocalServer

STATIC: Final = Path(__file__).parent / "static"

_MOST_FILES = 10
_LARGEST_FORM = 1024 * 1024
_NEWEST = 60
_NEWEST_LIMIT = 1_000
_FEED_PAUSE = 0.04
_PANEL_PAUSE = 1.0
# What a browser shows by itself and can't run.
_SHOWN_TYPES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif")


class Page(LocalServer):
    """A page for a browser, for as long as it is entered with `async with`.

    `url` is its address, secret included: whoever knows it can act as every member.
    """

    def __init__(
        self,
        discord: EmbeddedDiscord,
        relay: EmbeddedRelay,
        database: Path,
        *,
        host: str = LOOPBACK,
        port: int = 0,
    ) -> None:
        super().__init__(host=host, port=port)
        self._discord = discord
        self._view = View(discord)
        self._actions = Actions(discord)
        self._panel = Panel(discord, relay, database)
        self._token = secrets.token_urlsafe(16)

    def _application(self) -> web.Application:
        guard = Guard(self._token, local=self._host in (LOOPBACK, "localhost", "::1"))
        application = web.Application(middlewares=[guard.check, _answer_refusals])
        application.on_response_prepare.append(add_headers)
        below = f"/{self._token}"
        application.add_routes(
            [
                web.get(f"{below}/", self._index),
                web.static(f"{below}/static", STATIC),
                web.get(f"{below}/start", self._start),
                web.get(f"{below}/feed", self._feed),
                web.post(f"{below}/do/{{action}}", self._do),
                web.get(f"{below}/cdn/{{path:.*}}", self._file),
                web.get(f"{below}/panel/feed", self._panel_feed),
                web.post(f"{below}/panel/switch", self._switch),
                web.get(f"{below}/panel/requests/{{number:\\d+}}", self._request),
                web.get(f"{below}/panel/pictures/{{digest}}", self._picture),
            ]
        )
        return application

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self.url += f"/{self._token}/"
        return self

    async def _index(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "index.html")

    async def _start(self, _request: web.Request) -> web.Response:
        """Say who can be played, and where each of them begins."""
        guild = self._discord.guilds[0]
        return web.json_response(
            {
                "channel": str(guild.channels[0].id),
                "members": [
                    person(self._discord, member)
                    for member in self._discord.members
                    if not member.is_bot
                ],
            }
        )

    async def _feed(self, request: web.Request) -> web.StreamResponse:
        member = self._discord.member(int(request.query["member"]))
        channel = self._discord.channel(int(request.query["channel"]))
        newest = max(1, min(int(request.query.get("newest", _NEWEST)), _NEWEST_LIMIT))
        changed = asyncio.Event()

        def hear(_: Change | None) -> None:
            changed.set()

        async def look() -> JSON:
            return self._view.look(member, channel, newest=newest)

        self._discord.changes.listen(hear)
        try:
            return await keep_up_to_date(request, look, pause=_FEED_PAUSE, changed=changed)
        finally:
            self._discord.changes.unlisten(hear)

    async def _do(self, request: web.Request) -> web.Response:
        largest = max(guild.channels[0].upload_limit for guild in self._discord.guilds)
        if request.content_length is None:
            raise web.HTTPLengthRequired
        if request.content_length > _MOST_FILES * largest + _LARGEST_FORM:
            raise ActionError("These files are too large together")
        body = await read_body(request, largest)
        files = [(upload.filename, upload.fp.getvalue()) for upload in body.uploads]
        fields: Any = body.json
        if not is_object(fields):
            raise ActionError("There is nothing to do")
        return web.json_response(
            await self._actions.do(request.match_info["action"], fields, files)
        )

    async def _file(self, request: web.Request) -> web.Response:
        stored = self._discord.cdn.find(
            f"{self._discord.cdn.base}/{request.rel_url.raw_path.split('/cdn/', 1)[1]}"
        )
        if stored is None:
            raise web.HTTPNotFound(text="This content is no longer available.")
        return _bytes(stored.data, stored.content_type)

    async def _panel_feed(self, request: web.Request) -> web.StreamResponse:
        return await keep_up_to_date(request, self._panel.look, pause=_PANEL_PAUSE)

    async def _switch(self, request: web.Request) -> web.Response:
        return web.json_response(self._panel.switch(json.loads(await request.text())))

    async def _request(self, request: web.Request) -> web.Response:
        return web.json_response(self._panel.request(int(request.match_info["number"])))

    async def _picture(self, request: web.Request) -> web.Response:
        data = self._panel.picture(request.match_info["digest"])
        if data is None:
            raise web.HTTPNotFound(text="This picture is no longer kept.")
        return _bytes(data, "image/png")


@web.middleware
async def _answer_refusals(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer what can't be done with a sentence for whoever sits before the page."""
    try:
        return await handler(request)
    except (ActionError, BackendError) as error:
        return web.json_response({"error": str(error)}, status=400)
    except (LookupError, ValueError):
        return web.json_response({"error": "There is no such thing"}, status=404)


def _bytes(data: bytes, content_type: str) -> web.Response:
    """Return a file of a member's or a model's so that it can be seen, or saved, and never run."""
    headers = {"Content-Security-Policy": "sandbox", "Cache-Control": "private, max-age=3600"}
    if content_type not in _SHOWN_TYPES:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=data, content_type=content_type, headers=headers)
