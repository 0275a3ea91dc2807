"""Chromium before the page of a whole demo: the real bot, on the embedded Discord and relay."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
import pytest_asyncio

from demo.browser import chromium
from demo.discord import Channel, Member
from demo.page import Page
from demo.process import BotProcess
from demo.stack import Stack, local_stack

WITHIN_MS = 15_000
CHUNK_SECONDS = 0.2


@dataclass
class Demo:
    """The running demo that all tests share: starting it takes longer than a test does."""

    stack: Stack
    bot: BotProcess
    page: Page
    browser: Any


@dataclass
class Room:
    """A tab in a channel of the test's own.

    What its console complained of fails the test unless it is forgiven, and so does a request that
    leaves this machine.
    """

    demo: Demo
    tab: Any
    channel: Channel
    complaints: list[str] = field(default_factory=list)
    forgiven: list[str] = field(default_factory=list)
    hosts: set[str | None] = field(default_factory=set)

    @property
    def stack(self) -> Stack:
        return self.demo.stack

    @property
    def write(self) -> Any:
        """The field where one writes."""
        return self.tab.locator(".write")

    @property
    def messages(self) -> Any:
        """All messages that are shown."""
        return self.tab.get_by_role("article")

    @property
    def sidebar(self) -> Any:
        """Where one chooses where to be, and who."""
        return self.tab.get_by_role("navigation")

    @property
    def panel(self) -> Any:
        """What is behind the scenes."""
        return self.tab.get_by_role("complementary")

    async def open(self, channel: Channel | None = None, member: Member | None = None) -> None:
        """Go to a channel as a member."""
        who, where = member or self.stack.anna, channel or self.channel
        await self.tab.goto("about:blank")
        await self.tab.goto(f"{self.demo.page.url}#{who.id}/{where.id}")
        await self.tab.locator(".beginning").wait_for()

    async def send(self, text: str) -> None:
        """Write and send."""
        await self.write.fill(text)
        await self.tab.keyboard.press("Enter")

    async def go(self, name: str) -> None:
        """Choose a channel, thread or person in the sidebar."""
        await self.sidebar.get_by_role("button", name=re.compile(rf"^{re.escape(name)}\b")).click()
        await self.tab.get_by_role("textbox", name=name).wait_for()

    async def become(self, name: str) -> None:
        """Go on as another member."""
        await self.tab.get_by_role("radio", name=name).click()
        await self.tab.get_by_role("radio", name=name, checked=True).wait_for()

    async def menu(self, message: Any) -> Any:
        """Open a message's menu by its button, which is the last one of its toolbar."""
        await message.hover()
        await message.get_by_role("toolbar").get_by_role("button").last.click()
        return self.tab.get_by_role("menu")

    async def choose(self, message: Any, entry: str) -> None:
        """Choose an entry of a message's menu."""
        menu = await self.menu(message)
        await menu.get_by_role("menuitem", name=entry).click()

    async def look_behind(self, tab: str) -> None:
        """Open a tab of the panel."""
        opener = self.tab.get_by_role("button", name="Behind the scenes")
        if await opener.get_attribute("aria-expanded") == "false":
            await opener.click()
        await self.panel.get_by_role("tab", name=tab).click()

    async def command(self, name: str, prompt: str = "") -> Any:
        """Begin a command, with its first option filled in; return its form."""
        await self.write.fill(f"/{name} ")
        form = self.tab.get_by_role("form", name=f"/{name}")
        await form.wait_for()
        await self.tab.keyboard.type(prompt)
        return form

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
        local_stack(
            tmp_path_factory.mktemp("demo"), delay=0.1, chunk_delay=CHUNK_SECONDS, watched=True
        ) as set_up,
        set_up.bot(ATELIER_DAILY_PICTURES="1000", ATELIER_DAILY_MESSAGES="1000") as bot,
        Page(set_up.discord, set_up.relay, set_up.database) as page,
        chromium() as browser,
    ):
        await set_up.ready()
        yield Demo(set_up, bot, page, browser)
        assert set_up.discord.unknown_routes == []


@pytest_asyncio.fixture(loop_scope="session")
async def room(demo: Demo, request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    """Open a tab in a new channel, as the moderator."""
    channel = demo.stack.guild.create_text_channel(request.node.name[5:40].replace("_", "-"))
    tab = await demo.browser.new_page(viewport={"width": 1280, "height": 800})
    tab.set_default_timeout(WITHIN_MS)
    room = Room(demo, tab, channel)
    tab.on("pageerror", lambda error: room.complaints.append(str(error)))
    tab.on("console", lambda line: line.type == "error" and room.complaints.append(line.text))
    tab.on("request", lambda request: room.hosts.add(urlsplit(request.url).hostname))
    await room.open()
    yield room
    await tab.close()
    assert [line for line in room.complaints if not any(map(line.count, room.forgiven))] == []
    # What the page made itself (`blob:`) has no host.
    assert room.hosts <= {"127.0.0.1", None}
