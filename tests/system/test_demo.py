import asyncio
import signal
import sys
from pathlib import Path

import aiohttp

from demo.process import PROJECT


async def start(*arguments: str, **environment: str) -> asyncio.subprocess.Process:
    """Run `python -m bot demo` with these arguments."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", *arguments),
        cwd=PROJECT,
        env=environment or None,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def test_the_tour_gets_what_it_should(tmp_path: Path) -> None:
    """`python -m bot demo --once` ends with status 0, and its pictures are there."""
    demo = await start("--once", "--verbose", "--pictures", str(tmp_path))
    said, _ = await demo.communicate()
    assert demo.returncode == 0, said.decode()
    assert "thoughtSignature" in said.decode()
    names = await asyncio.to_thread(lambda: sorted(path.name[0] for path in tmp_path.iterdir()))
    assert names == ["1", "2", "3", "4", "5", "6", "7", "8", "t"]


async def test_the_demo_goes_on_at_the_address_that_it_prints(tmp_path: Path) -> None:
    """The page shows the tour's channel, in the languages that were said; Ctrl+C ends it well."""
    demo = await start("--reads", "de", "--pictures", str(tmp_path))
    assert demo.stdout is not None
    line = b""
    while b"Now you: " not in line:
        line = await demo.stdout.readline()
        assert line, "the demo ended"
    url = line.decode().split()[-1]
    async with aiohttp.ClientSession() as session, session.get(f"{url}start") as response:
        members = (await response.json())["members"]
    told = [(member["name"], member["owner"], member["locale"]) for member in members]
    assert told == [
        ("anna", True, "en-US"),
        ("ben", False, "de"),
        ("mika", False, "en-US"),
        ("zoe", False, "en-US"),
    ]
    demo.send_signal(signal.SIGINT)
    await demo.communicate()
    assert demo.returncode == 0


async def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    """In one line, with status 2."""
    taken = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    async with taken:
        demo = await start("--port", str(port), "--pictures", str(tmp_path))
        said, _ = await demo.communicate()
    assert demo.returncode == 2
    assert said.startswith(b"The demo can't start: ")


async def test_pictures_take_a_browser(tmp_path: Path) -> None:
    """Where there is none, what to install is told."""
    demo = await start("--shots", str(tmp_path), PATH="")
    said, _ = await demo.communicate()
    assert demo.returncode == 2
    assert b"apt install chromium" in said


async def test_a_language_that_discord_has_not_is_told() -> None:
    """A browser could not write its times."""
    demo = await start("--reads", "German")
    said, _ = await demo.communicate()
    assert demo.returncode == 2
    assert b"'German' is no locale, such as ja or pt-BR" in said
