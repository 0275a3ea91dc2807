"""Days and months that sums are kept of."""

import pytest

from bot.domain.usage import Period, Used, months_before


@pytest.mark.parametrize("name", ["2026-11", "2026-11-30", "2028-02-29"])
def test_a_period_is_a_number_too(name: str):
    """Custom ids carry numbers alone."""
    assert Period.numbered(Period(name).number) == Period(name)


@pytest.mark.parametrize(
    "name", ["", "2026", "2026-13", "2026-00", "2026-02-29", "2026-1-1", "0001-01", "2\uff1026-11"]
)
def test_what_is_no_day_and_no_month_is_none(name: str):
    """Members write what they like, and anybody can send any custom id."""
    with pytest.raises(ValueError, match=r"."):
        Period(name)


def test_months_before_cross_years():
    """Whole ones."""
    assert [months_before("2026-02", count) for count in (0, 1, 2, 25)] == [
        "2026-02",
        "2026-01",
        "2025-12",
        "2024-01",
    ]
    assert len(Period("2024-02-07").days) == 29


def test_what_was_used_adds_up():
    """Each number by itself."""
    assert Used(1, 2, 3, 4) + Used(10, 20, 30, 40) == Used(11, 22, 33, 44)
