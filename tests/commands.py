"""What an operator types beside a bot."""

import asyncio
import os
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
NEEDED = {
    "ATELIER_DISCORD_TOKEN": "token",
    "ATELIER_RELAY_URL": "https://relay.example",
    "ATELIER_RELAY_KEY": "key",
}


async def command(folder: Path, *words: object, **settings: str) -> tuple[int, str, str]:
    """Run `python -m bot` with these words in a folder; return its status and what it wrote."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *map(str, words)),
        cwd=folder,
        env={**os.environ, **NEEDED, **settings, "PYTHONPATH": str(PROJECT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), err.decode()
