import asyncio
import sys
from pathlib import Path

from bot.demo.process import PROJECT


async def test_the_tour_gets_what_it_should(tmp_path: Path) -> None:
    """`python -m bot demo --once` ends with status 0, and its pictures are there."""
    demo = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", "--once", "--verbose", "--pictures", str(tmp_path)),
        cwd=PROJECT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await demo.communicate()
    assert demo.returncode == 0, said.decode()
    assert "thoughtSignature" in said.decode()
    names = await asyncio.to_thread(lambda: sorted(path.name[0] for path in tmp_path.iterdir()))
    assert names == ["1", "2", "3", "4", "5", "6", "7", "t"]
