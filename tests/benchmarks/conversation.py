"""What the next turn of a conversation costs after 10 turns, and after 1,000.

A turn is what the bot itself does for an
edit beside the relay's and Discord's part: accept the job, read the path, compose the request, and
store the answer. Both conversations take turns in one run; the figures are medians.
"""

import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from bot.domain.access import Terms
from bot.domain.conversation import Turn, TurnPath
from bot.domain.model import ModelKind, ModelProfile
from bot.relay.gemini.contents import compose
from bot.storage.store import SqlStore
from tests.benchmarks.goals import Goal
from tests.contract.builders import blob, draft, request

LENGTHS: Final = (10, 1_000)
BUDGET: Final = 20 * 1024 * 1024
PAINTER: Final = ModelProfile("painter", ModelKind.IMAGE, "", "painters", (), (), 14, signs=True)


class GrowingConversation:
    """One conversation that grows."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self._newest: int | None = None
        self.seconds: dict[str, list[float]] = {
            "accept": [],
            "read": [],
            "compose": [],
            "store": [],
        }

    async def turn(self) -> None:
        """Add a turn, and note what each step took."""
        now = datetime.now(UTC)
        job = await self._timed(
            "accept",
            lambda: self._store.accept(
                request(parent_id=self._newest), terms=Terms(10**6, 10**6), now=now
            ),
        )
        path: list[Turn] = []
        if self._newest is not None:
            newest = self._newest
            path = await self._timed(
                "read", lambda: self._store.path(newest, limit=PAINTER.history + 1)
            )
        began = time.perf_counter()
        compose(TurnPath(tuple(path), 1), job.request.user, PAINTER, budget=BUDGET)
        self.seconds["compose"].append(time.perf_counter() - began)
        answer = draft(parent_id=self._newest, signature=blob("signature"))
        made = await self._timed("store", lambda: self._store.made(job, answer, now))
        self._newest = made.id

    async def _timed(self, step: str, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        began = time.perf_counter()
        result = await work()
        self.seconds[step].append(time.perf_counter() - began)
        return result


async def measured(folder: Path, *, rounds: int) -> list[dict[str, float]]:
    """Return the milliseconds of each step, for each length."""
    async with SqlStore.open(folder / "atelier.db") as store:
        short, long = LENGTHS
        old = await grown(store, long)
        seconds: list[dict[str, list[float]]] = [{}, {}]
        for _ in range(rounds):
            for conversation, collected in zip(
                (await grown(store, short), old), seconds, strict=True
            ):
                await conversation.turn()
                for step, took in conversation.seconds.items():
                    collected.setdefault(step, []).append(took[-1])
        return [
            {step: 1000 * median(took) for step, took in collected.items()} for collected in seconds
        ]


async def grown(store: SqlStore, length: int) -> GrowingConversation:
    """Return a conversation of so many turns."""
    conversation = GrowingConversation(store)
    for _ in range(length):
        await conversation.turn()
    return conversation


async def goals(*, light: bool) -> list[Goal]:
    """Measure both lengths, and return what was reached."""
    with TemporaryDirectory() as folder:
        short, long = await measured(Path(folder), rounds=20 if light else 50)
    limits = {"accept": 2.0, "read": 1.5, "store": 2.0}
    return [
        Goal(
            f"a turn after {LENGTHS[1]:,} turns / after {LENGTHS[0]}, {step}",
            long[step] / short[step],
            limits.get(step),
            note=f"{long[step]:.2f} ms",
        )
        for step in short
    ]
