"""What one `/imagine`, or one reply to a picture, goes through.

The real bot joins the embedded Discord and relay in this process. Counted is each function of
`bot` and `cogs` that is entered from the cog's callback until that returns: the picture is posted
by then and written down. What other events of the same moment enter is not: the callback, and the
tasks and threads that it gives something to do, are known by their context.

    python -m tests.walk             # both walks, in order of first entry
    python -m tests.walk --summary   # how many functions and files, by room
"""

import argparse
import asyncio
import inspect
import sys
import threading
from collections import Counter
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dis import opname
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType
from typing import Any, Final
from unittest import mock

from demo.stack import Stack, local_stack
from tests.acting import WITHIN, imagine, say
from tests.worlds import joined

PROJECT: Final = Path(__file__).parents[1]
WALKED: Final = (f"{PROJECT}/bot/", f"{PROJECT}/cogs/")
WORDS: Final = "a sky as red as can be"
RESUMED: Final = 3
"""The bits of RESUME's argument that are set where a coroutine goes on, and not where it begins."""

BEFORE_PORTS: Final = ("cogs", "bot.interface", "bot.services", "bot.domain")
"""Where it is decided what happens; what stands behind a port is read for its own sake."""


class Walk:
    """Take down what is entered from the callback on that is given the words."""

    def __init__(self, callback: str) -> None:
        self._callback = callback
        self._is_of_it: ContextVar[bool] = ContextVar("is_of_it", default=False)
        self._entered: Counter[CodeType] = Counter()
        self._task: asyncio.Task[object] | None = None
        self._begun_with: CodeType | None = None

    @property
    def functions(self) -> dict[tuple[str, str], int]:
        """Return file and name of what was entered, in order of first entry, and how often."""
        found: dict[tuple[str, str], int] = {}
        for code, times in self._entered.items():
            name = str(Path(code.co_filename).relative_to(PROJECT)), code.co_qualname
            found[name] = found.get(name, 0) + times
        return found

    def count(self, *rooms: str) -> tuple[int, int]:
        """Return how many functions and files of these rooms were entered, by default of all."""
        entered = [name for name in self.functions if not rooms or _room(name[0]) in rooms]
        return len(entered), len({file for file, _ in entered})

    @property
    def summary(self) -> str:
        """Return how many functions and files of which rooms were entered."""
        rooms = sorted({_room(file) for file, _ in self.functions})
        rows = [(room, self.count(room)) for room in rooms]
        rows += [("before the ports", self.count(*BEFORE_PORTS)), ("all", self.count())]
        return "\n".join(f"  {room:18}{of[0]:5} functions{of[1]:4} files" for room, of in rows)

    @property
    def steps(self) -> str:
        """Return what was entered, in order of first entry, beside how often it was."""
        lines: list[str] = []
        last = ""
        for (file, function), times in self.functions.items():
            lines += [f"  {file}"] if file != last else []
            lines.append(f"  {times:6} {function}")
            last = file
        return "\n".join(lines)

    @contextmanager
    def looking(self) -> Generator[None]:
        """Look at this thread and at those that begin from now on."""
        submit = ThreadPoolExecutor.submit

        def submit_in_context(
            pool: ThreadPoolExecutor, work: Callable[..., Any], /, *args: Any, **kwargs: Any
        ) -> Future[Any]:
            return submit(pool, copy_context().run, work, *args, **kwargs)

        with mock.patch.object(ThreadPoolExecutor, "submit", submit_in_context):
            threading.setprofile(self._take)
            sys.setprofile(self._take)
            try:
                yield
            finally:
                sys.setprofile(None)
                threading.setprofile(None)

    async def ended(self) -> None:
        """Return once the callback has returned."""
        assert self._task is not None
        await asyncio.wait([self._task], timeout=WITHIN)

    def _take(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "return" and code is self._begun_with and self._is_of_it.get():
            # It also "returns" whenever it waits.
            is_over = opname[code.co_code[frame.f_lasti]].startswith("RETURN")
            self._is_of_it.set(not is_over)
        if event != "call" or not code.co_filename.startswith(WALKED):
            return
        if not code.co_flags & inspect.CO_NEWLOCALS:
            return  # the body of a module or class
        if code.co_name.startswith("<") and code.co_name != "<lambda>":
            return  # a comprehension, which is a function in some Pythons and to no reader
        if code.co_code[frame.f_lasti + 1] & RESUMED:
            return
        if self._task is None and self._begins(frame):
            self._task = asyncio.current_task()
            self._begun_with = code
            self._is_of_it.set(True)
        if self._is_of_it.get():
            self._entered[code] += 1

    def _begins(self, frame: FrameType) -> bool:
        if frame.f_code.co_name != self._callback or "/cogs/" not in frame.f_code.co_filename:
            return False
        return any(getattr(each, "content", each) == WORDS for each in frame.f_locals.values())


def _room(file: str) -> str:
    """Return the package that a file is of: `cogs`, or one of `bot`."""
    top, *below = Path(file).parts
    return ".".join([top, below[0].removesuffix(".py")]) if top == "bot" else top


async def imagined(world: Stack) -> Walk:
    """Ask for a picture."""
    walk = Walk("imagine")
    with walk.looking():
        async with joined(world):
            await imagine(world, WORDS)
            await walk.ended()
    return walk


async def replied(world: Stack) -> Walk:
    """Reply to a picture of the bot with what should change."""
    walk = Walk("on_message")
    with walk.looking():
        async with joined(world):
            first = await imagine(world)
            await say(world, WORDS, reply_to=first)
            await walk.ended()
    return walk


WALKS: Final = {"/imagine": imagined, "a reply to a picture": replied}


async def main() -> None:
    """Take both walks and say where they led."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk")
    parser.add_argument("--summary", action="store_true", help="say how many functions and files")
    told = parser.parse_args()
    for name, walked in WALKS.items():
        with TemporaryDirectory() as folder:
            async with local_stack(Path(folder), delay=0.0, sketches=True) as world:
                world.discord.wait_for_answers(WITHIN)
                walk = await walked(world)
        text = [name, *([] if told.summary else [walk.steps]), walk.summary]
        print(*text, sep="\n", flush=True)  # noqa: T201 (it talks to a person)


if __name__ == "__main__":
    asyncio.run(main())
