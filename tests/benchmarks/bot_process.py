"""Bots as processes of their own, looked at from outside: proc(5), and the clock of their CPU."""

import asyncio
import contextlib
import ctypes
import json
import os
import signal
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.benchmarks.small_discord import TOKEN
from tests.benchmarks.small_relay import KEY

PROJECT: Final = Path(__file__).parents[2]
BOT: Final = ("bot",)
WATCHED: Final = ("tests.benchmarks.watched_bot",)
READY: Final = "ready in"
SEEN: Final = "SEEN "
PROFILED: Final = "PROFILED "
TIMED: Final = "TIMED "
PATIENCE: Final = 60.0
PR_SET_PDEATHSIG: Final = 1


class BotProcess:
    """Tell what a running process says, holds and costs. `began` is when it was started."""

    def __init__(self, process: asyncio.subprocess.Process, began: float) -> None:
        self.began = began
        self.lines: list[str] = []
        self._process = process
        self._times: list[float] = []
        self._more = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self._times.append(time.perf_counter())
            self.lines.append(line.decode(errors="replace").rstrip())
            self._more.set()

    async def until(self, words: str, *, after: int = 0, within: float = PATIENCE) -> int:
        """Return the place of the first line with these words, once it has come."""
        async with asyncio.timeout(within):
            while True:
                for place in range(after, len(self.lines)):
                    if words in self.lines[place]:
                        return place
                if self._reading.done():
                    raise RuntimeError("\n".join(["the process ended", *self.lines[-20:]]))
                after = len(self.lines)
                self._more.clear()
                more = asyncio.create_task(self._more.wait())
                await asyncio.wait({more, self._reading}, return_when=asyncio.FIRST_COMPLETED)
                more.cancel()

    async def ready(self) -> float:
        """Return after how many seconds the handler of READY said so."""
        return self._times[await self.until(READY)] - self.began

    async def profile(self) -> dict[str, float]:
        """Start to profile the event loop of a watched bot, or end it and return CPU seconds."""
        told = len(self.lines)
        self._process.send_signal(signal.SIGUSR2)
        line = self.lines[await self.until(PROFILED, after=told)]
        return json.loads(line.partition(PROFILED)[2])

    async def longest_callback(self) -> float:
        """Return the CPU seconds of a watched bot's longest callback since this was last asked."""
        told = len(self.lines)
        self._process.send_signal(signal.SIGRTMIN)
        line = self.lines[await self.until(TIMED, after=told)]
        return json.loads(line.partition(TIMED)[2])

    async def threads_cpu(self) -> dict[tuple[str, int], float]:
        """Return the CPU seconds of each thread of a watched bot, by its name and id."""
        used = {thread.name: self._thread(thread) for thread in self._tasks}
        names = (await self.seen())["threads"]
        return {
            (names.get(thread, comm), int(thread)): seconds
            for thread, (comm, seconds) in used.items()
        }

    def _thread(self, task: Path) -> tuple[str, float]:
        used = int((task / "schedstat").read_text().split()[0]) / 1e9
        return (task / "comm").read_text().strip(), used

    @property
    def _tasks(self) -> list[Path]:
        return list(Path(f"/proc/{self._process.pid}/task").iterdir())

    async def seen(self) -> dict[str, Any]:
        """Return what a watched bot sees of itself, see `watched_bot`."""
        told = len(self.lines)
        self._process.send_signal(signal.SIGUSR1)
        return json.loads(self.lines[await self.until(SEEN, after=told)].partition(SEEN)[2])

    @property
    def cpu(self) -> float:
        """Return the CPU seconds that all its threads used, of clock_getcpuclockid(3)."""
        return time.clock_gettime((~self._process.pid << 3) | 2)

    @property
    def held(self) -> int:
        """Return the bytes that it holds."""
        return self._status("VmRSS") * 1024

    @property
    def own(self) -> int:
        """Return the bytes that it holds beside pages of files, which the system takes at will."""
        return (self._status("RssAnon") + self._status("RssShmem")) * 1024

    @property
    def threads(self) -> int:
        """Return the number of its threads."""
        return self._status("Threads")

    @property
    def descriptors(self) -> int:
        """Return the number of its open files and connections."""
        return sum(1 for _ in Path(f"/proc/{self._process.pid}/fd").iterdir())

    @property
    def errors(self) -> list[str]:
        """Return the lines that say that something went wrong."""
        return [line for line in self.lines if " ERROR " in line or "Traceback" in line]

    def _status(self, name: str) -> int:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition(f"{name}:")[2].split()[0])

    async def stop(self) -> None:
        """Ask it to stop, and end it if it does not."""
        if self._process.returncode is None:
            self._process.terminate()
            try:
                await asyncio.wait_for(self._process.wait(), 10.0)
            except TimeoutError:
                self.kill()
        await self._process.wait()
        await self._reading

    def kill(self) -> None:
        """End it at once."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()


@asynccontextmanager
async def running(
    module: tuple[str, ...],
    *,
    discord: str,
    relay: str = "http://127.0.0.1:9",
    folder: Path | None = None,
    **settings: str,
) -> AsyncGenerator[BotProcess]:
    """Run a bot's module with these settings until this is left; in a folder of its own if none."""
    with TemporaryDirectory() as own:
        here = folder or Path(own)
        inherited = {
            key: each for key, each in os.environ.items() if not key.startswith("ATELIER_")
        }
        given = {
            "ATELIER_DISCORD_TOKEN": TOKEN,
            "ATELIER_DISCORD_URL": discord,
            "ATELIER_RELAY_URL": relay,
            "ATELIER_RELAY_KEY": KEY,
            "ATELIER_DATA_DIR": str(here / "data"),
            "ATELIER_DAILY_PICTURES": "100000",
            "ATELIER_DAILY_MESSAGES": "100000",
            "PYTHONPATH": str(PROJECT),
            "PYTHONUNBUFFERED": "1",
        }
        began = time.perf_counter()
        bot = BotProcess(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", *module),
                cwd=here,
                env=inherited | given | settings,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
                limit=2**22,
                preexec_fn=_end_with_parent,
            ),
            began,
        )
        try:
            yield bot
        finally:
            try:
                await bot.stop()
            finally:
                bot.kill()


def _end_with_parent() -> None:
    """Let the system end this process when the benchmark dies, however that dies (prctl(2))."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
