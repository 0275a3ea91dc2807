"""An untouched discord.py process against the embedded Discord."""

import asyncio
import contextlib
import os
import sys
from pathlib import Path

from demo.discord import EmbeddedDiscord
from tests.system.embedded_discord.stage import TOKEN, png

PAINTER = Path(__file__).with_name("painter.py")


@contextlib.asynccontextmanager
async def process(server: EmbeddedDiscord):
    """Run the small bot as a process until the block ends."""
    environment = {**os.environ, "ATELIER_DISCORD_URL": server.url}
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "ignore", str(PAINTER), TOKEN, env=environment
    )
    try:
        await server.connected(within=30)
        yield
    finally:
        bot.kill()
        await bot.wait()


async def test_process_paints_and_its_buttons_survive_a_restart():
    """A second process answers the button under the first one's picture."""
    async with EmbeddedDiscord(token=TOKEN) as server:
        guild = server.create_guild("Studio")
        channel = guild.create_text_channel("art")
        anna = server.create_member(guild, "anna")
        async with process(server):
            interaction = await anna.slash(
                channel, "imagine", prompt="a cat", image=("in.png", png(64, 48))
            )
            message = await interaction.result(within=10)
        await server.wait_for(lambda: not server.gateway.connected)
        async with process(server):
            pressed = await anna.press(message, label="Edit")
            response = await pressed.response()
            assert response.modal is not None
            assert response.modal.title == "Edit the picture"
        assert message.pictures[0].bytes() == png(64, 48)
        assert server.unknown_routes == []
