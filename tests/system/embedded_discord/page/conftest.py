"""The page before the small bot's Discord, and a browser's side of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from demo.browser import chromium
from demo.page import Page
from demo.relay import EmbeddedRelay
from tests.system.embedded_discord.page.browsing import Browser
from tests.system.embedded_discord.page.tabs import Tab
from tests.system.embedded_discord.stage import Stage
from tests.unit.demo.relay.asking import KEY

WITHIN_MS = 10_000


@pytest.fixture
async def browser(stage: Stage, tmp_path: Path) -> AsyncIterator[Browser]:
    """Open the page; its bot keeps no books."""
    async with (
        EmbeddedRelay(key=KEY, delay=0, watched=True) as relay,
        Page(stage.discord, relay, tmp_path / "atelier.db") as page,
        # Lines of a feed are longer than aiohttp's usual limit.
        aiohttp.ClientSession(read_bufsize=2**20) as session,
    ):
        yield Browser(page, stage, relay, session)


@pytest.fixture
async def tab(browser: Browser) -> AsyncIterator[Tab]:
    """Open Chromium."""
    async with chromium() as driven:
        page = await driven.new_page()
        page.set_default_timeout(WITHIN_MS)
        stumbled: list[str] = []
        page.on("pageerror", lambda error: stumbled.append(str(error)))
        yield Tab(browser, page)
    assert stumbled == []
