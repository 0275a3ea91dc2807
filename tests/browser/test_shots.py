"""The pictures of the README."""

from pathlib import Path

import pytest

from demo.process import PROJECT
from demo.shots import STORIES, shoot

pytestmark = pytest.mark.browser

LARGEST = 150 * 1024


def sizes(folder: Path) -> dict[str, int]:
    """Map the names of a folder's files to their bytes."""
    return {path.name: path.stat().st_size for path in folder.iterdir()}


async def test_they_are_taken_in_both_languages_and_stay_small(tmp_path: Path):
    """The same ones as are in the repository."""
    assert await shoot(tmp_path) == 0
    taken = sizes(tmp_path)
    assert {name.split(".")[1] for name in taken} == set(STORIES)
    assert max(taken.values()) < LARGEST
    assert taken.keys() == sizes(PROJECT / "docs" / "pictures").keys()
