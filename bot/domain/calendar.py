"""Days and months of a server's time zone: at its midnight begins what a day may have."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tell days and months in a time zone of the IANA database."""

    time_zone: str = "UTC"

    def day(self, now: datetime) -> date:
        """Return the day that it is."""
        return now.astimezone(ZoneInfo(self.time_zone)).date()

    def day_end(self, now: datetime) -> datetime:
        """Return the next midnight, in UTC."""
        return self._midnight(self.day(now) + timedelta(days=1))

    def month_end(self, now: datetime) -> datetime:
        """Return the midnight at which the next month begins, in UTC."""
        return self._midnight((self.day(now).replace(day=1) + timedelta(days=32)).replace(day=1))

    def _midnight(self, day: date) -> datetime:
        """Return when a day begins, where clocks are put forward at midnight the first moment."""
        local = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(self.time_zone))
        return local.astimezone(UTC)


UTC_CALENDAR = Calendar()


def month_of(day: date) -> str:
    """Name the month of a day, such as 2026-11."""
    return f"{day:%Y-%m}"
