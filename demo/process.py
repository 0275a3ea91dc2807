"""Run the real bot as a process of its own, just as an operator would."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Self

PROJECT = Path(__file__).parents[1]
STOP_SECONDS = 30.0


def stop_when_asked() -> None:
    """Let SIGTERM and SIGHUP cancel the present task, as Ctrl+C does.

    Everything that was started is stopped on the way out.
    """
    task = asyncio.current_task()
    assert task is not None
    for number in (signal.SIGTERM, signal.SIGHUP):
        # Under nohup the end of the terminal is to change nothing.
        if signal.getsignal(number) != signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)


class BotProcess:
    """Start `python -m bot` for as long as it is entered with `async with`, and stop it politely.

    The bot gets these settings and none of the caller's, works in `folder`, and logs to
    `folder/bot.log`.
    """

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.log = folder / "bot.log"
        self._folder = folder
        self._settings = settings
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        inherited = {name: os.environ[name] for name in os.environ if not _is_setting(name)}
        path = os.pathsep.join(filter(None, [str(PROJECT), inherited.get("PYTHONPATH")]))
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                cwd=self._folder,
                env={**inherited, **self._settings, "PYTHONPATH": path},
                stdout=log,
                stderr=log,
            )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def pid(self) -> int:
        """Return the id of the running process."""
        return self._running.pid

    async def until_ended(self) -> int:
        """Return the exit status once the process has ended by itself."""
        return await self._running.wait()

    async def stop(self) -> int:
        """Ask the process to stop, as an operating system does, and return its exit status."""
        if self._running.returncode is None:
            self._running.send_signal(signal.SIGTERM)
        return await self.wait()

    def kill(self) -> None:
        """End the process at once, as a crash would."""
        if self._running.returncode is None:
            self._running.kill()

    async def wait(self) -> int:
        """Return the exit status; kill a process that does not end within STOP_SECONDS."""
        try:
            return await asyncio.wait_for(self._running.wait(), STOP_SECONDS)
        except TimeoutError:
            self.kill()
            return await self._running.wait()

    @property
    def _running(self) -> asyncio.subprocess.Process:
        assert self._process is not None
        return self._process


def _is_setting(name: str) -> bool:
    # A proxy of the caller's does not lead to this machine.
    return name.startswith("ATELIER_") or name.upper().endswith("_PROXY")
