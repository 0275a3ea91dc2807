"""Days and months as they are where a server is."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.calendar import Calendar, month_of


@pytest.mark.parametrize(
    ("zone", "now", "day", "day_end", "month_end"),
    [
        ("UTC", "2026-11-30T23:59", "2026-11-30", "2026-12-01T00:00", "2026-12-01T00:00"),
        ("Asia/Tokyo", "2026-11-30T15:00", "2026-12-01", "2026-12-01T15:00", "2026-12-31T15:00"),
        (
            "America/New_York",
            "2026-01-31T04:59",
            "2026-01-30",
            "2026-01-31T05:00",
            "2026-02-01T05:00",
        ),
        # A day of 23 hours, and one of 25.
        ("Europe/Berlin", "2026-03-29T00:30", "2026-03-29", "2026-03-29T22:00", "2026-03-31T22:00"),
        ("Europe/Berlin", "2026-10-25T00:30", "2026-10-25", "2026-10-25T23:00", "2026-10-31T23:00"),
        # Clocks are put forward at midnight: the day begins at one.
        (
            "America/Havana",
            "2026-03-08T04:59",
            "2026-03-07",
            "2026-03-08T05:00",
            "2026-04-01T04:00",
        ),
    ],
)
def test_a_day_and_a_month_end_at_the_midnight_of_their_zone(
    zone: str, now: str, day: str, day_end: str, month_end: str
) -> None:
    """Also where a day has 23 hours or 25, and where midnight is left out."""
    calendar, moment = Calendar(zone), utc(now)
    assert calendar.day(moment) == date.fromisoformat(day)
    assert calendar.day_end(moment) == utc(day_end)
    assert calendar.month_end(moment) == utc(month_end)
    assert calendar.day(calendar.day_end(moment)) > calendar.day(moment)


def test_a_month_is_named_so_that_months_sort() -> None:
    """The year stands first."""
    assert month_of(date(2026, 3, 1)) == "2026-03"


def utc(text: str) -> datetime:
    """Read a time of UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
