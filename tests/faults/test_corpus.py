"""The whole corpus of pictures, cleaned, beside what two other decoders see in each file."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.pictures.image_pool import ImagePool
from tests.unit.pictures.corpus import specimens
from tests.unit.pictures.seen import KNOWN, Verdict, verdicts

pytestmark = pytest.mark.slow

TOLERANCE = 2.0
"""In ΔE 2000, of the mean colour of a patch, on white and on dark: lossy formats need about one."""

MOST_SHOWN = 10


@pytest.fixture
async def image_pool() -> AsyncIterator[ImagePool]:
    """Open an image pool with the usual limits."""
    async with ImagePool() as image_pool:
        yield image_pool


def reason(verdict: Verdict) -> str:
    """Return why two decoders differ about a file; nothing where nobody knows."""
    return next((why for names, why in KNOWN.items() if re.search(names, verdict.name)), "")


async def test_cleaning_changes_no_looks(image_pool: ImagePool, tmp_path: Path) -> None:
    """Each file looks as one decoder at least has it; where they differ, it is known why."""
    found = await verdicts(image_pool, specimens(), tmp_path)
    shown(found)
    assert [each for each in found if each.nearest > TOLERANCE] == []
    assert [each for each in found if each.apart > 2 * TOLERANCE and not reason(each)] == []
    assert {each.refused for each in found} <= {"", "error-picture-codec"}


def shown(found: list[Verdict]) -> None:
    """Print how many files there are, and the worst of them."""
    taken = [each for each in found if not each.refused]
    lines = [f"{len(found)} files, {len(found) - len(taken)} refused by the name of their codec"]
    worst = sorted(taken, key=lambda each: -each.nearest)[:MOST_SHOWN]
    lines += [f"{each.nearest:6.2f} {each.name}" for each in worst]
    apart = Counter(reason(each) for each in taken if each.apart > 2 * TOLERANCE)
    lines += [f"{number:6} where the decoders differ: {why}" for why, number in apart.items()]
    print("", *lines, sep="\n")  # noqa: T201 (shown with `-s`)
