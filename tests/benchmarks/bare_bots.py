"""Bots of discord.py alone, to measure against: `python -m tests.benchmarks.bare_bots KIND`.

`deferring` answers a command by deferring. `painting` also asks the relay for a picture, and edits
its answer to say that it is painted, as any bot would that makes pictures. `keeping` does that and
commits two rows, with sqlite3 alone: that there is a job, and that it is sent.
"""

import asyncio
import os
import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import aiohttp
import discord
import discord.gateway
import discord.http
import yarl
from discord import app_commands, ui

CHOICES = [app_commands.Choice(name=name, value=name) for name in ("1:1", "3:2", "16:9")]
READY_SECONDS = 0.5
"""How long the real bot waits for more servers, too."""


class Rows:
    """Commit rows as durably as the real bot does, each in a transaction of its own."""

    def __init__(self, path: Path) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self._file.execute(f"PRAGMA {pragma}")
        self._file.execute("CREATE TABLE jobs (id INTEGER PRIMARY KEY, state TEXT, prompt TEXT)")

    async def commit(self, state: str, prompt: str) -> None:
        """Add a row, in a thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._write, state, prompt)

    def _write(self, state: str, prompt: str) -> None:
        self._file.execute("BEGIN IMMEDIATE")
        self._file.execute("INSERT INTO jobs (state, prompt) VALUES (?, ?)", (state, prompt))
        self._file.execute("COMMIT")


class Bare(discord.Client):
    """Take `/imagine`."""

    def __init__(self, *, paints: bool, rows: Rows | None) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        intents.message_content = True
        super().__init__(
            intents=intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=READY_SECONDS,
        )
        self.tree = app_commands.CommandTree(self)

        # The options of the real one, because reading them is discord.py's work.
        @self.tree.command(description="Paint.")
        @app_commands.choices(aspect=CHOICES, size=CHOICES)
        async def imagine(  # noqa: PLR0913, PLR0917 (a command's options are its parameters)
            interaction: discord.Interaction,
            prompt: app_commands.Range[str, 1, 4000],
            image: discord.Attachment | None = None,
            image2: discord.Attachment | None = None,
            image3: discord.Attachment | None = None,
            image4: discord.Attachment | None = None,
            aspect: str | None = None,
            size: str | None = None,
            model: str | None = None,
            count: app_commands.Range[int, 1, 4] = 1,
            private: bool = False,  # noqa: FBT001, FBT002 (as the real one)
        ) -> None:
            await interaction.response.defer(thinking=True)
            if paints:
                await self._paint(interaction, prompt, rows)

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

    async def _paint(
        self, interaction: discord.Interaction, prompt: str, rows: Rows | None
    ) -> None:
        if rows:
            await rows.commit("accepted", prompt)
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.TextDisplay(f"🎨 Painting with a model · <t:{int(time.time())}:R>"))
        view.add_item(ui.ActionRow(ui.Button(label="Cancel", custom_id="atl:2:cancel:1")))
        await interaction.edit_original_response(view=view, attachments=[])
        if rows:
            await rows.commit("sent", prompt)
        content = {"role": "user", "parts": [{"text": prompt}]}
        async with self.session.post(
            f"{os.environ['ATELIER_RELAY_URL']}/v1beta/models/model:generateContent",
            json={"contents": [content]},
            # As the real one, which must know whether a request was received.
            headers={"Connection": "close"},
            timeout=aiohttp.ClientTimeout(None),
        ) as response:
            await response.read()
        await interaction.edit_original_response(
            view=ui.LayoutView().add_item(ui.TextDisplay("Done"))
        )


def main() -> None:
    """Serve until stopped."""
    origin = os.environ["ATELIER_DISCORD_URL"]
    discord.http.Route.BASE = f"{origin}/api/v10"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = (
        yarl.URL(origin).with_scheme("ws") / "gateway"
    )
    kind = sys.argv[1]
    rows = Rows(Path("rows.db")) if kind == "keeping" else None
    bare = Bare(paints=kind != "deferring", rows=rows)
    bare.run(os.environ["ATELIER_DISCORD_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
