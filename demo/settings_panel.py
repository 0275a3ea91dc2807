"""Use the bot's `/settings panel` as the owner of the server does."""

from collections.abc import Awaitable, Mapping, Sequence
from typing import Any, Final

from demo.discord import Message
from demo.stack import Stack

OVERVIEW: Final = "overview"
_WITHIN: Final = 60.0


class SettingsPanel:
    """Keep one panel open, and change what its pages hold."""

    def __init__(self, stack: Stack) -> None:
        self._discord = stack.discord
        self._here = stack.community
        self._panel: Message | None = None
        self._topic = OVERVIEW

    async def open(self) -> None:
        """Open a new panel: it is the newest message then."""
        asked = await self._here.anna.slash(self._here.art, "settings panel")
        self._panel, self._topic = await asked.result(within=_WITHIN), OVERVIEW

    async def page(self, topic: str) -> Message:
        """Turn to a page, and return the panel."""
        if self._panel is None:
            await self.open()
        assert self._panel is not None
        if topic != self._topic:
            await self.choose(self._panel, "set-topic", [topic])
        self._topic = topic
        return self._panel

    async def rule(
        self, topic: str, *, menus: Mapping[str, Sequence[Any]] | None = None, **fields: object
    ) -> None:
        """Change what a page has in its menus, and then what it has in its form."""
        page = await self.page(topic)
        for verb, values in (menus or {}).items():
            await self.choose(page, verb, values)
        if fields:
            pressed = await self._here.anna.press(page, _control(page, f"set-form-{topic}"))
            await pressed.response(within=_WITHIN)
            await self._changed(page, self._here.anna.submit(pressed, fields))

    async def choose(self, message: Message, verb: str, values: Sequence[Any]) -> None:
        """Choose in the menu of a message that does this, and wait for what comes of it."""
        control = _control(message, verb)
        await self._changed(message, self._here.anna.select(message, control, values))

    async def _changed(self, message: Message, doing: Awaitable[object]) -> None:
        before = message.payload
        await doing
        await self._discord.message_changed(
            message, lambda seen: seen.payload != before and not seen.loading, within=_WITHIN
        )


def _control(message: Message, verb: str) -> str:
    """Return the custom id of what does this."""
    controls = (*message.selects, *message.buttons)
    return next(each.custom_id for each in controls if each.custom_id and verb in each.custom_id)
