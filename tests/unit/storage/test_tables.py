from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import create_engine, insert, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.storage.columns import UtcDateTime
from bot.storage.tables import conversations, metadata

SHANGHAI = timezone(timedelta(hours=8))


def test_times_are_kept_as_utc():
    """A time of another zone comes back as the same moment in UTC."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    moment = datetime(2026, 1, 1, 7, 0, 0, 123456, tzinfo=SHANGHAI)
    with engine.begin() as connection:
        connection.execute(insert(conversations).values(channel_id=1, created_at=moment))
        stored = connection.scalar(select(conversations.c.created_at))
    engine.dispose()
    assert stored == moment
    assert stored.tzinfo is UTC


def test_a_time_without_a_zone_is_refused():
    """What hour it means can't be known."""
    with pytest.raises(ValueError, match="zone"):
        UtcDateTime.keep(datetime(2026, 1, 1))  # noqa: DTZ001 (the mistake itself)


def test_a_database_with_zones_is_read_in_utc():
    """PostgreSQL gives times in the zone of its session."""
    given = UtcDateTime.give(datetime(2026, 1, 1, 8, tzinfo=SHANGHAI))
    assert (given.hour, given.tzinfo) == (0, UTC)


def test_the_schema_fits_postgresql():
    """Tables and indices compile there, in an order without cycles."""
    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=dialect))
