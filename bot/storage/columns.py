"""What a column of the schema keeps, and which value of the domain that is."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator

from bot.domain.content import Part
from bot.domain.grounding import Grounding
from bot.domain.guild_settings import GuildSettings
from bot.domain.job import GenerationRequest
from bot.storage.codec import (
    decode_grounding,
    decode_parts,
    decode_request,
    decode_setting,
    decode_settings,
    encode_grounding,
    encode_parts,
    encode_request,
    encode_setting,
    encode_settings,
)

Value = TypeVar("Value")


class _Column(TypeDecorator[Value]):
    """Turn a domain value into what a column keeps, and back."""

    cache_ok = True
    keep: Callable[[Value], Any]
    give: Callable[[Any], Value]

    def process_bind_param(self, value: Value | None, dialect: Dialect) -> Any:  # noqa: ARG002 (SQLAlchemy calls it so)
        return None if value is None else self.keep(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Value | None:  # noqa: ARG002 (SQLAlchemy calls it so)
        return None if value is None else self.give(value)


class UtcDateTime(_Column[datetime]):
    """Keep aware times as UTC; SQLite has no zones and would drop them."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @staticmethod
    def keep(value: datetime) -> datetime:
        """Turn a time into UTC; raise ValueError for a naive one."""
        if value.tzinfo is None:
            raise ValueError("a time without a zone can't be stored")
        return value.astimezone(UTC)

    @staticmethod
    def give(value: datetime) -> datetime:
        """Give a stored time its zone back."""
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Parts(_Column[tuple[Part, ...]]):
    """Keep the parts of a turn as JSON text."""

    impl = Text
    cache_ok = True
    keep = staticmethod(encode_parts)
    give = staticmethod(decode_parts)


class Request(_Column[GenerationRequest]):
    """Keep the request of a job as JSON text."""

    impl = Text
    cache_ok = True
    keep = staticmethod(encode_request)
    give = staticmethod(decode_request)


class Settings(_Column[GuildSettings]):
    """Keep what a server decided as JSON text."""

    impl = Text
    cache_ok = True
    keep = staticmethod(encode_settings)
    give = staticmethod(decode_settings)


class Json(_Column[Any]):
    """Keep the value of one setting as JSON text; that may be null, and is then no NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002 (SQLAlchemy calls it so)
        """Write a value, also None."""
        return encode_setting(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 (SQLAlchemy calls it so)
        """Read what was written."""
        return decode_setting(value)


class StandsOn(_Column[Grounding]):
    """Keep what an answer stands on as JSON text."""

    impl = Text
    cache_ok = True
    keep = staticmethod(encode_grounding)
    give = staticmethod(decode_grounding)


# SQLite gives ids by itself to a column of exactly this type.
Id = BigInteger().with_variant(Integer, "sqlite")
