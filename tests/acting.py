"""What members do and see, in the words of the tests."""

import asyncio
import io
import os
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from PIL import Image

from demo.discord import Channel, Interaction, Member, Message
from demo.relay.faults import Fault
from demo.stack import Stack

WITHIN = float(os.environ.get("WITHIN", "60"))
"""Seconds after which something will never happen, on the busiest machine.

Nobody waits for it but who breaks the code on purpose, and so makes it less.
"""

AT_WORK = ("🎨", "⏳", "💭", "-# 💭", "-# ⏳")
"""What begins a message that says how far its answer is."""


class Held(Fault):
    """Answers once it is let go; one may be queued for many requests."""

    @cached_property
    def _free(self) -> asyncio.Event:
        return asyncio.Event()

    def let_go(self) -> None:
        self._free.set()

    async def wait(self) -> None:
        """Wait, then let the relay answer."""
        await self._free.wait()


def png(width: int = 64, height: int = 48, colour: str = "teal") -> bytes:
    """Return a small picture."""
    data = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(data, "PNG")
    return data.getvalue()


def image(message: Message, position: int = 0) -> Image.Image:
    """Open a picture that a message shows."""
    return Image.open(io.BytesIO(message.pictures[position].bytes()))


async def finished(world: Stack, message: Message) -> Message:
    """Return a message once it shows no painting line and no unfinished text."""
    return await world.discord.message_changed(
        message,
        lambda seen: not (seen.loading or seen.text.startswith(AT_WORK) or seen.text.endswith("…")),
        within=WITHIN,
    )


async def until(holds: Callable[[], object]) -> None:
    """Return once this holds, for what wakes nobody when it changes."""
    for _ in range(int(WITHIN * 100)):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def at_work(world: Stack, requests: int = 1) -> None:
    """Return once the relay has received so many requests since it began."""
    await until(lambda: len(world.relay.requests) >= requests)


async def imagine(world: Stack, prompt: str = "a red kite", **options: Any) -> Message:
    """Ask anna's `/imagine` and return the finished answer."""
    asked = await world.anna.slash(world.art, "imagine", prompt=prompt, **options)
    return await answered(world, asked)


async def not_taken(
    world: Stack, *, options: Mapping[str, Any] | None = None, **fault: Any
) -> Message:
    """Ask for a picture whose gallery Discord meets with this fault; return its painting line."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", **(options or {}))
    line = await asked.result(within=WITHIN)
    await at_work(world)
    world.discord.faults.add("PATCH", "/webhooks/*", **fault)
    held.let_go()
    return line


async def answered(world: Stack, asked: Interaction) -> Message:
    """Return the finished answer of an interaction."""
    return await finished(world, await asked.result(within=WITHIN))


async def whispered(world: Stack, pressed: Interaction) -> Message:
    """Return what the caller alone is told beside the message whose button was pressed."""
    return await world.discord.wait_for(
        lambda: next((told for told in pressed.followups if told.ephemeral), None), within=WITHIN
    )


async def say(
    world: Stack,
    words: str,
    *,
    by: Member | None = None,
    channel: Channel | None = None,
    **options: Any,
) -> Message:
    """Send a message and return the bot's finished answer to it."""
    room = channel or world.art
    asked = await (by or world.anna).send(room, words, **options)
    return await finished(world, await room.wait_for_message(after=asked, within=WITHIN))


def contents(world: Stack, request: int = -1) -> list[dict[str, Any]]:
    """Return the `contents` of a request that reached the relay."""
    body: Any = world.relay.requests[request].body
    return body["contents"]


def roles(world: Stack, request: int = -1) -> list[str]:
    """Return the roles of a request's contents."""
    return [content["role"] for content in contents(world, request)]


def texts(content: dict[str, Any]) -> list[str]:
    """Return the texts of one content."""
    return [part["text"] for part in content["parts"] if "text" in part]


def pictures(content: dict[str, Any]) -> list[str]:
    """Return the descriptions of one content's pictures."""
    return [part["inlineData"]["data"] for part in content["parts"] if "inlineData" in part]
