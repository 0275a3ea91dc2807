"""Which quality and size are tried, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.quality_steps import Rung, Trial, next_rung

PIXELS = 16_000_000


def test_a_picture_that_should_fit_keeps_its_pixels_and_quality():
    """Where there is room the first try is the best."""
    assert next_rung(PIXELS, 10_000_000) == Rung(92)


def test_little_room_lowers_the_quality_first():
    """Quality goes before pixels do."""
    assert next_rung(PIXELS, 2_500_000) == Rung(85)
    assert next_rung(PIXELS, 1_500_000) == Rung(75)


def test_very_little_room_takes_pixels():
    """Where the lowest quality won't do, the picture gets smaller."""
    rung = next_rung(PIXELS, 300_000)
    assert rung.quality == 75
    assert 0.3 < rung.scale < 0.6


def test_a_try_corrects_the_estimate():
    """A picture of twice the expected detail skips the quality that would not do either."""
    first = next_rung(PIXELS, 3_300_000)
    assert first == Rung(92)
    assert next_rung(PIXELS, 3_300_000, Trial(first, 6_400_000)) == Rung(75)


def test_a_dense_picture_is_not_expected_to_shrink_as_photos_do():
    """Where there is nothing but grain, lower quality takes less away: pixels go at once."""
    room, first = 10_485_760, Rung(92)
    assert next_rung(PIXELS, room, Trial(first, round(1.5 * room))) == Rung(85)
    assert next_rung(PIXELS, room, Trial(first, round(1.7 * room))) == Rung(75)
    rung = next_rung(PIXELS, room, Trial(first, 3 * room))
    assert rung.quality == 75
    assert 0.6 < rung.scale < 0.7


def test_a_picture_that_shrank_less_than_expected_is_shrunk_with_more_to_spare():
    """Smaller pixels hold more detail each."""
    room = 300_000
    first = next_rung(PIXELS, room)
    after = next_rung(PIXELS, room, Trial(first, round(1.2 * room)))
    assert after.scale < first.scale / 1.2


@given(
    pixels=st.integers(1, 50_000_000),
    max_bytes=st.integers(1, 25_000_000),
    excess=st.floats(1.001, 50),
)
def test_each_try_is_below_the_one_before(pixels: int, max_bytes: int, excess: float):
    """No rung is tried twice, and none is above one that was too large."""
    rung = next_rung(pixels, max_bytes)
    for _ in range(5):
        after = next_rung(pixels, max_bytes, Trial(rung, max(1, round(max_bytes * excess))))
        assert (after.scale, after.quality) < (rung.scale, rung.quality)
        assert after.scale > 0
        rung = after
