"""A tab of Chromium before the page of the small bot."""

from dataclasses import dataclass
from typing import Any

from demo.discord import Channel
from tests.system.embedded_discord.page.browsing import Browser


@dataclass
class Tab:
    """A tab of Chromium, as anna; what its script stumbled over fails the test."""

    browser: Browser
    tab: Any

    async def open(self, channel: Channel | None = None, *, place: int | None = None) -> None:
        """Go to a channel."""
        where = place or (channel or self.browser.stage.channel).id
        await self.tab.goto(f"{self.browser.page.url}#{self.browser.stage.anna.id}/{where}")
        await self.tab.locator(".head-name").wait_for()

    async def focused(self) -> str:
        """Return the name of the control that has the focus."""
        return await self.tab.evaluate("document.activeElement.dataset.control ?? 'none'")

    async def is_in_sight(self, message_id: int) -> bool:
        """Tell whether a message is where it can be read, also some frames later."""
        shown = self.tab.locator(f"#message-{message_id}")
        await shown.wait_for()
        await self.tab.wait_for_timeout(300)
        box, room = await shown.bounding_box(), await self.tab.locator("#feed").bounding_box()
        return room["y"] <= box["y"] < room["y"] + room["height"]
