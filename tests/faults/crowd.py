"""People in two servers who ask for all kinds of things, whatever the weather is."""

import asyncio
import contextlib
import itertools
import re
import sqlite3
from collections import Counter
from random import Random
from typing import Any

from demo.discord import Channel, Member, Message
from demo.stack import Stack
from tests.acting import answered, finished, png
from tests.faults.ledger import accepted
from tests.faults.weather import disturb, fault

MEMBERS = 6
"""How many people of each server ask, each for one thing at a time."""

PATIENCE = 10.0
"""How many seconds somebody waits for an answer before asking for something else."""

UPLOADS = tuple(png(colour=colour) for colour in ("teal", "gold", "navy", "pink", "olive"))
EDITS = ("flip it", "flip it vertically", "rotate left", "rotate right", "invert it")
NUMBER = re.compile(r"#(\d+)")
"""What is asked for carries a number, by which jobs and requests are found to belong together."""


class Crowd:
    """Ask from many members at once until there are enough jobs; what each asks is by the seed."""

    def __init__(self, world: Stack, seed: int, jobs: int) -> None:
        self.may_ask = asyncio.Event()
        self.disturbances: Counter[str] = Counter()
        self._world = world
        self._seed = seed
        self._jobs = jobs
        self._accepted = 0
        self._numbers = itertools.count(1)
        another = world.discord.create_guild("Another server")
        self._rooms = [world.art, another.create_text_channel("art")]
        self._galleries: dict[int, list[Message]] = {room.id: [] for room in self._rooms}
        self._people = [
            (world.discord.create_member(guild, f"{room.id}-{number}"), room)
            for guild, room in zip((world.guild, another), self._rooms, strict=True)
            for number in range(MEMBERS)
        ]

    async def ask(self) -> None:
        """Let all of them ask until there are enough jobs."""
        async with asyncio.TaskGroup() as living:
            for number, (member, room) in enumerate(self._people):
                living.create_task(self._live(member, room, Random(f"{self._seed} {number}")))

    async def until_accepted(self, share: float, *, pause: float) -> None:
        """Return once this share of the jobs are rows; look every so many seconds."""
        while self._accepted < share * self._jobs:
            await asyncio.sleep(pause)
            with contextlib.suppress(sqlite3.OperationalError):
                self._accepted = await asyncio.to_thread(accepted, self._world.folder)

    def hung(self) -> dict[tuple[int, int], str]:
        """Return which picture hangs at which position of which message, wherever they look."""
        return {
            (message.id, position): picture.filename.split(".")[0]
            for room in (*self._rooms, *(member.dm for member, _ in self._people))
            for message in room.messages
            if message.from_bot
            for position, picture in enumerate(message.pictures)
        }

    async def _live(self, member: Member, room: Channel, chance: Random) -> None:
        while self._accepted < self._jobs:
            await self.may_ask.wait()
            self._world.relay.next(fault(chance))
            if what := disturb(self._world.discord, chance):
                self.disturbances[what] += 1
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    answer = await self._act(member, room, chance, f"#{next(self._numbers)}")
                    if answer.pictures:
                        self._galleries[room.id].append(answer)
            await asyncio.sleep(chance.random())

    async def _act(self, member: Member, room: Channel, chance: Random, number: str) -> Message:
        """Ask for one thing and return its answer."""
        galleries = self._galleries[room.id]
        kind = chance.choices(("imagine", "reply", "redo", "chat"), (50, 20, 15, 15))[0]
        if kind == "chat":
            return await self._say(
                member, room, f"{self._world.discord.bot_mention} hello {number}"
            )
        if kind == "reply" and galleries:
            meant = chance.choice(galleries)
            words = f"1: {chance.choice(EDITS)} {number}"
            return await self._say(member, room, words, reply_to=meant)
        if kind == "redo" and galleries:
            pressed = await member.press(chance.choice(galleries), label="Redo")
            return await answered(self._world, pressed)
        asked = await member.slash(
            room,
            "imagine",
            prompt=f"{chance.choice(EDITS)} {number}",
            image=("a.png", chance.choice(UPLOADS)),
            count=chance.choice((1, 1, 2, 3)),
        )
        return await answered(self._world, asked)

    async def _say(self, member: Member, room: Channel, words: str, **options: Any) -> Message:
        asked = await member.send(room, words, **options)
        answer = await room.wait_for_message(
            lambda message: message.reference_id == asked.id, after=asked
        )
        return await finished(self._world, answer)
