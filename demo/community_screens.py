"""What a community sees of its rules, as its owner, its moderators and its members come to it."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from demo.discord import Channel, Interaction, Member, Message
from demo.settings_panel import OVERVIEW, SettingsPanel
from demo.stack import Stack

WITHIN: Final = 60.0
_PAINTED: Final = {"anna": 2, "mika": 3, "ben": 1, "zoe": 4}
"""How many pictures each has made before anybody looks at what was used."""


class Shoot(Protocol):
    """Take a picture of what a member sees now, under a name."""

    async def __call__(self, name: str, by: Member, place: Channel | None = None) -> None:
        """Return once it is saved; the place is where pictures are made unless it is given."""
        ...


class CommunityScreens:
    """Let the owner make rules and others meet them, and take a picture of what comes."""

    def __init__(self, stack: Stack, tab: Any, words: Mapping[str, str]) -> None:
        self._stack = stack
        self._here = stack.community
        self._tab = tab
        self._prompt = words["prompt"]
        self._panel = SettingsPanel(stack)

    async def show(self, shoot: Shoot) -> None:
        """Go through all of them."""
        here = self._here
        await self._panel.rule("records", log_prompts=True, menus={"set-log-channel": [here.log]})
        await self._paint_all()
        await self._settings(shoot)
        await self._refusals(shoot)
        await self._usage(shoot)
        await self._privacy(shoot)
        await shoot("log", here.mika, here.log)

    async def _settings(self, shoot: Shoot) -> None:
        """Decide some things, and look at the panel, two of its pages, and a form."""
        here = self._here
        await self._panel.open()
        await self._panel.rule("models", safety="strict", aspect=["16:9"])
        await self._panel.rule(
            "much", daily_pictures="20", cooldown="5", budget="25", time_zone="Europe/Berlin"
        )
        await self._panel.rule("where", threads="ask", menus={"set-channels": [here.art]})
        await shoot("settings-where", here.anna)
        button = self._tab.locator('[data-control*="set-form-where"]').last
        await button.click()
        await self._tab.get_by_role("dialog").wait_for()
        await shoot("settings-form", here.anna)
        await self._tab.keyboard.press("Escape")
        await self._panel.page("much")
        await shoot("settings-much", here.anna)
        await self._panel.page(OVERVIEW)
        await shoot("settings", here.anna)

    async def _refusals(self, shoot: Shoot) -> None:
        """Make a rule after the other, each in zoe's way, and let her ask."""
        here = self._here
        dark = next(channel for channel in here.guild.channels if channel.age_restricted)
        await self._panel.rule("where", menus={"set-channels": [dark]})
        await self._refused()
        await self._panel.rule("where", menus={"set-channels": []}, age_restricted_only=True)
        await self._refused()
        await self._panel.rule("where", age_restricted_only=False)
        await self._panel.rule("who", menus={"set-roles": [here.moderators]})
        await self._refused()
        await self._panel.rule("who", menus={"set-roles": []})
        await self._panel.rule("much", cooldown="600")
        await self._answer(await self._imagine(here.zoe, dark))
        await self._refused()
        await self._panel.rule("much", cooldown="", daily_pictures="5")
        await self._refused()
        await self._panel.rule("much", daily_pictures="20", budget="0")
        await self._refused()
        await shoot("refusals", here.zoe)
        await self._panel.rule("much", budget="25")

    async def _usage(self, shoot: Shoot) -> None:
        """Look at what the members used."""
        here = self._here
        panel = await self._answer(await here.anna.slash(here.art, "usage"))
        await self._panel.choose(panel, ":usage:", ["members"])
        await shoot("usage", here.anna)

    async def _privacy(self, shoot: Shoot) -> None:
        """Look at what is kept of somebody."""
        here = self._here
        await self._answer(await here.zoe.slash(here.art, "privacy show"))
        await shoot("privacy", here.zoe)

    async def _paint_all(self) -> None:
        """Let everybody make some pictures."""
        for member in (self._here.anna, self._here.mika, self._here.ben, self._here.zoe):
            for _ in range(_PAINTED[member.name]):
                await self._answer(await self._imagine(member))

    async def _refused(self) -> None:
        answer = await self._answer(await self._imagine(self._here.zoe))
        assert not answer.pictures, "zoe was let in"

    async def _imagine(self, member: Member, where: Channel | None = None) -> Interaction:
        return await member.slash(where or self._here.art, "imagine", prompt=self._prompt)

    async def _answer(self, asked: Interaction) -> Message:
        answer = await asked.result(within=WITHIN)
        await self._stack.discord.wait_for(
            lambda: not any("cancel" in (each.custom_id or "") for each in answer.buttons),
            within=WITHIN,
        )
        return answer
