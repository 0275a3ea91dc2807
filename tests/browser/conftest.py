"""Chromium before the page of a whole demo: the real bot, on the embedded Discord and relay."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from bot.demo.browser import chromium
from bot.demo.discord import Channel, Member
from bot.demo.page import Page
from bot.demo.stage import Stage, stage

WITHIN_MS = 15_000


@dataclass
class Demo:
    """The running demo that all tests share: starting it takes longer than a test does."""

    stage: Stage
    page: Page
    browser: Any


@dataclass
class Room:
    """A tab in a channel of the test's own; what its console complained of fails the test."""

    demo: Demo
    tab: Any
    channel: Channel
    complaints: list[str]

    @property
    def stage(self) -> Stage:
        return self.demo.stage

    @property
    def write(self) -> Any:
        """The field where one writes."""
        return self.tab.locator(".write")

    @property
    def messages(self) -> Any:
        """All messages that are shown."""
        return self.tab.get_by_role("article")

    async def open(self, channel: Channel | None = None, member: Member | None = None) -> None:
        """Go to a channel as a member."""
        who, where = member or self.stage.anna, channel or self.channel
        await self.tab.goto("about:blank")
        await self.tab.goto(f"{self.demo.page.url}#{who.id}/{where.id}")
        await self.tab.locator(".beginning").wait_for()

    async def send(self, text: str) -> None:
        """Write and send."""
        await self.write.fill(text)
        await self.tab.keyboard.press("Enter")

    async def make_picture(self, prompt: str = "a lake at night") -> Any:
        """Make a picture by command; return its message on the page."""
        before = await self.messages.count()
        await self.write.fill("/imagine ")
        await self.tab.keyboard.type(prompt)
        await self.tab.keyboard.press("Enter")
        return await self.picture(before)

    async def picture(self, place: int) -> Any:
        """Return the message at a place once it shows a picture."""
        message = self.messages.nth(place)
        await message.locator(".gallery img").wait_for()
        return message


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """Start everything once."""
    async with (
        stage(tmp_path_factory.mktemp("demo"), delay=0.1, watched=True) as set_up,
        set_up.bot(ATELIER_DAILY_PICTURES="1000"),
        Page(set_up.discord, set_up.relay, set_up.database) as page,
        chromium() as browser,
    ):
        await set_up.ready()
        yield Demo(set_up, page, browser)
        assert set_up.discord.unknown_routes == []


@pytest_asyncio.fixture(loop_scope="session")
async def room(demo: Demo, request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    """Open a tab in a new channel, as the moderator."""
    channel = demo.stage.guild.create_text_channel(request.node.name[5:40].replace("_", "-"))
    tab = await demo.browser.new_page(viewport={"width": 1280, "height": 800})
    tab.set_default_timeout(WITHIN_MS)
    room = Room(demo, tab, channel, [])
    tab.on("pageerror", lambda error: room.complaints.append(str(error)))
    tab.on("console", lambda line: line.type == "error" and room.complaints.append(line.text))
    await room.open()
    yield room
    await tab.close()
    assert room.complaints == []
