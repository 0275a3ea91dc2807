"""A careful bot that does not stream, to measure against.

It does what is usually advised: discord.py, orjson and pybase64, pictures as files and rows that
name them, Pillow and the disk on threads. Run it as `python -m tests.benchmarks.careful_bot`.
"""

import asyncio
import io
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import aiohttp
import discord
import discord.gateway
import discord.http
import orjson
import pybase64
import yarl
from discord import app_commands
from PIL import Image, ImageOps

from bot.domain.picture import ModelLimits

TABLE: Final = "CREATE TABLE turns (message INTEGER PRIMARY KEY, parent INTEGER, parts TEXT)"
Part = dict[str, Any]


class CarefulBot(discord.Client):
    """Take `/imagine`, and replies to what it posted."""

    def __init__(self, folder: Path) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.message_content = True
        super().__init__(
            intents=intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=0.5,
        )
        self._folder = folder
        self._database = sqlite3.connect(
            folder / "careful.db", isolation_level=None, check_same_thread=False
        )
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute(TABLE)
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(description="Paint.")
        async def imagine(interaction: discord.Interaction, prompt: str) -> None:
            await interaction.response.defer(thinking=True)
            asked: list[Part] = [{"text": prompt}]
            answer, file = await self._painted([], asked)
            posted = await interaction.edit_original_response(content="", attachments=[file])
            await asyncio.to_thread(self._keep, posted.id, None, [asked, answer])

    async def setup_hook(self) -> None:
        """Open what the relay is asked with."""
        self.session = aiohttp.ClientSession()

    async def close(self) -> None:
        """Leave Discord."""
        await self.session.close()
        await super().close()

    async def on_ready(self) -> None:
        """Say so, in the words of the real bot."""
        sys.stdout.write(f"ready in {len(self.guilds)} servers\n")

    async def on_message(self, message: discord.Message) -> None:
        """Edit the picture that is replied to."""
        if message.author == self.user or message.reference is None:
            return
        pointed = message.reference.message_id
        shown = await message.reply("painting …", mention_author=False)
        asked: list[Part] = [{"text": message.content}]
        for attachment in message.attachments:
            data = await attachment.read()
            asked.insert(0, await asyncio.to_thread(self._upload, data))
        path = await asyncio.to_thread(self._path, pointed)
        answer, file = await self._painted(path, asked)
        await shown.edit(content="", attachments=[file])
        await asyncio.to_thread(self._keep, shown.id, pointed, [asked, answer])

    async def _painted(
        self, path: list[list[Part]], asked: list[Part]
    ) -> tuple[list[Part], discord.File]:
        body = await asyncio.to_thread(self._body, [*path, asked])
        async with self.session.post(
            f"{os.environ['ATELIER_RELAY_URL']}/v1beta/models/model:generateContent",
            data=body,
            headers={"Content-Type": "application/json"},
        ) as response:
            received = await response.read()
        answer = await asyncio.to_thread(orjson.loads, received)
        part = answer["candidates"][0]["content"]["parts"][0]
        data = await asyncio.to_thread(
            pybase64.b64decode, part["inlineData"].pop("data"), validate=True
        )
        part["inlineData"]["file"] = await asyncio.to_thread(self._stored, data)
        return [part], discord.File(io.BytesIO(data), "picture.png")

    def _body(self, turns: list[list[Part]]) -> bytes:
        contents = [
            {
                "role": "model" if number % 2 else "user",
                "parts": [self._sendable(part) for part in parts],
            }
            for number, parts in enumerate(turns)
        ]
        return orjson.dumps({"contents": contents})

    def _sendable(self, part: Part) -> Part:
        if "inlineData" not in part:
            return part
        inline = part["inlineData"]
        data = (self._folder / inline["file"]).read_bytes()
        sent = {"mimeType": inline["mimeType"], "data": pybase64.b64encode_as_string(data)}
        return part | {"inlineData": sent}

    def _upload(self, data: bytes) -> Part:
        """Turn, shrink and strip what a member sent, to the same limits as the real bot's."""
        side = ModelLimits().max_side
        with Image.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (side, side))
            image = ImageOps.exif_transpose(opened).convert("RGB")
        image.thumbnail((side, side))
        made = io.BytesIO()
        image.save(made, "JPEG", quality=92)
        return {"inlineData": {"mimeType": "image/jpeg", "file": self._stored(made.getvalue())}}

    def _stored(self, data: bytes) -> str:
        name = uuid4().hex
        with (self._folder / name).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return name

    def _keep(self, message: int, parent: int | None, turns: list[list[Part]]) -> None:
        row = (message, parent, orjson.dumps(turns).decode())
        self._database.execute("INSERT INTO turns VALUES (?, ?, ?)", row)

    def _path(self, message: int | None) -> list[list[Part]]:
        path: list[list[Part]] = []
        while message is not None:
            select = "SELECT parent, parts FROM turns WHERE message = ?"
            message, parts = self._database.execute(select, (message,)).fetchone()
            path = orjson.loads(parts) + path
        return path


def main() -> None:
    """Serve until stopped."""
    origin = os.environ["ATELIER_DISCORD_URL"]
    discord.http.Route.BASE = f"{origin}/api/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = (
        yarl.URL(origin).with_scheme("ws") / "gateway"
    )
    folder = Path(os.environ["ATELIER_DATA_DIR"])
    folder.mkdir(parents=True)
    CarefulBot(folder).run(os.environ["ATELIER_DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
