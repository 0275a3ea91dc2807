"""What a model gets of a picture looks like it: one file in forty of the corpus.

`make faults` tries them all, and `make browser` beside what Chromium shows.
"""

from pathlib import Path

from bot.pictures.image_pool import ImagePool
from tests.unit.pictures.corpus import specimens
from tests.unit.pictures.seen import verdicts

TOLERANCE = 2.0
EVERY = 40


async def test_cleaning_changes_no_looks(image_pool: ImagePool, tmp_path: Path):
    """Size, side, transparency and colours are as a decoder sees them that has no part in it."""
    found = await verdicts(image_pool, [*specimens()][::EVERY], tmp_path)
    assert len(found) > len("some")
    assert [each for each in found if each.nearest > TOLERANCE] == []
