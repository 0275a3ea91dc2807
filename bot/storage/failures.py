"""What the disk and the database refuse, as StorageFailed."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from bot.domain.errors import StorageFailed


@contextmanager
def storage_errors() -> Generator[None]:
    """Turn a full, forbidden, locked or unreadable disk or database into StorageFailed.

    What breaks a rule of the schema is a mistake of ours, and passes as it is.
    """
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise
    except DatabaseError as error:
        raise StorageFailed(f"database: {error.orig}") from error
    except OSError as error:
        raise StorageFailed(f"disk: {error.strerror or error}") from error
