import logging
from collections.abc import Iterator

import pytest

from bot.operations.logs import OURS


@pytest.fixture
def own_logging() -> Iterator[None]:
    """Put the logging of the test run back as it was."""
    loggers = [logging.getLogger(name) for name in (None, *OURS, "sqlalchemy")]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers
