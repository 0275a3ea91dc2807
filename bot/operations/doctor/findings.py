"""What was looked at, what was found, and what to do about it."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

CHECK_SECONDS: Final = 15.0
"""How long one thing may take; longer than the database waits for a lock."""


class Verdict(StrEnum):
    """Name how something is; only what FAILS keeps the bot from serving."""

    OK = "ok"
    WARNS = "warns"
    FAILS = "fails"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold what was found; `cure` is what to do about it, if anything is to be done."""

    about: str
    verdict: Verdict
    said: str
    cure: str = ""
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """Return all of it in one line, the verdict as a word."""
        sentence = ". ".join(filter(None, [self.said, self.cure]))
        return f"{self.verdict:<8}{self.about:<18}{self.seconds:6.2f} s  {sentence}"


def ok(about: str, said: str) -> Finding:
    """Say that something is as it should be."""
    return Finding(about, Verdict.OK, said)


def warns(about: str, said: str, cure: str) -> Finding:
    """Say that something is not as it should be, and does not keep the bot from serving."""
    return Finding(about, Verdict.WARNS, said, cure)


def fails(about: str, said: str, cure: str) -> Finding:
    """Say that the bot can't serve like this."""
    return Finding(about, Verdict.FAILS, said, cure)


def skipped(about: str, why: str) -> Finding:
    """Say that something could not be looked at."""
    return Finding(about, Verdict.SKIPPED, why)


async def looked(about: str, look: Callable[[], Awaitable[Finding]]) -> Finding:
    """Look at one thing for a limited time, and note how long it took."""
    began = time.monotonic()
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            found = await look()
    except TimeoutError:
        said = f"no answer in {CHECK_SECONDS:g} s"
        found = fails(about, said, "See whether this machine, its disk or its network is busy")
    except Exception as error:  # noqa: BLE001 (a doctor that breaks tells nothing of the rest)
        # Its words may hold what nobody is to read.
        found = fails(about, f"the check broke: {type(error).__name__}", "Report it")
    return replace(found, seconds=time.monotonic() - began)


def as_json(findings: Iterable[Finding], *, version: str) -> str:
    """Write findings for machines: `about`, `verdict`, `said`, `cure`, `seconds` of each."""
    rows = [
        {
            "about": each.about,
            "verdict": each.verdict,
            "said": each.said,
            "cure": each.cure,
            "seconds": round(each.seconds, 3),
        }
        for each in findings
    ]
    return json.dumps({"version": version, "findings": rows}, ensure_ascii=False, indent=2)
