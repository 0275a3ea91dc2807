"""A browser's side of the page, without the browser: requests, forms, a feed."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from demo.discord import Channel, Member
from demo.page import Page
from demo.relay import EmbeddedRelay
from tests.system.embedded_discord.stage import Stage


class Feed:
    """Hold the values that an event stream has told so far."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.values: dict[str, Any] = {}
        self.news: list[dict[str, Any]] = []
        self._response = response

    async def until(self, match: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Read on until the values match."""
        async with asyncio.timeout(20):
            while not (self.values and match(self.values)):
                line = await self._response.content.readline()
                assert line, "the feed ended"
                if line.startswith(b"data: "):
                    self.news.append(json.loads(line.removeprefix(b"data: ")))
                    self.values |= self.news[-1]
        return self.values

    def texts(self) -> list[str]:
        """Return what the messages say, oldest first."""
        return [said(self.values[f"message/{i}"]) for i in self.values["order"]]


def said(message: dict[str, Any]) -> str:
    """Return a message's content with its text displays."""
    shown = [c["content"] for c in message["components"] if c["type"] == 10]
    return "\n".join([message["content"], *shown]).strip()


class Browser:
    """Speak to a page as its script does."""

    def __init__(
        self, page: Page, stage: Stage, relay: EmbeddedRelay, session: aiohttp.ClientSession
    ) -> None:
        self.page = page
        self.stage = stage
        self.relay = relay
        self.session = session

    async def get(self, path: str) -> tuple[int, Any]:
        """Return the status and the JSON of one address below the page."""
        async with self.session.get(self.page.url + path) as response:
            return response.status, await response.json()

    async def post(self, path: str, fields: Any) -> tuple[int, Any]:
        """Send JSON."""
        async with self.session.post(self.page.url + path, json=fields) as response:
            return response.status, await response.json()

    async def do(
        self,
        action: str,
        *files: tuple[str, bytes],
        member: Member | None = None,
        channel: Channel | None = None,
        **fields: Any,
    ) -> tuple[int, Any]:
        """Act as a member in a channel, with files in the form's order."""
        fields["member"] = str((member or self.stage.anna).id)
        fields["channel"] = str((channel or self.stage.channel).id)
        form = aiohttp.FormData()
        form.add_field("payload_json", json.dumps(fields), content_type="application/json")
        for number, (name, data) in enumerate(files):
            form.add_field(f"files[{number}]", io.BytesIO(data), filename=name)
        async with self.session.post(f"{self.page.url}do/{action}", data=form) as response:
            return response.status, await response.json()

    @asynccontextmanager
    async def feed(
        self, member: Member | None = None, channel: Channel | None = None, **query: str
    ) -> AsyncIterator[Feed]:
        """Follow a channel with a member's eyes."""
        query["member"] = str((member or self.stage.anna).id)
        query["channel"] = str((channel or self.stage.channel).id)
        async with self.session.get(f"{self.page.url}feed", params=query) as response:
            assert response.content_type == "text/event-stream"
            yield Feed(response)
