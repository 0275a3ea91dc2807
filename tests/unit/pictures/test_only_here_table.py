"""docs/only-here.md tells what was measured."""

import re
from pathlib import Path

import pytest

from tests.benchmarks.only_here import BEGIN, CASES, END, PAGE, Case, measured


@pytest.mark.parametrize(
    "case", [CASES[1], CASES[4], CASES[7], CASES[10]], ids=lambda case: case.how
)
def test_a_smaller_picture_comes_out_as_the_page_tells(case: Case, tmp_path: Path) -> None:
    """Where it lies on the original all the rest is the same, and elsewhere nothing is composed."""
    row = measured(case, tmp_path, scale=0.5)
    told = re.search(rf"\| {re.escape(case.how)} \| (\w+) \|", PAGE.read_text())
    assert told is not None
    assert row.is_kept is (told[1] == "yes")
    assert not row.is_kept or row.same_after == 1
    assert row.same_before < 0.5


def test_the_page_tells_of_all_pictures() -> None:
    """Twelve of them, in their order."""
    rows = PAGE.read_text().partition(BEGIN)[2].partition(END)[0].splitlines()[2:]
    assert [row.split(" | ")[2] for row in rows] == [case.how for case in CASES]
    assert len(rows) == 12
