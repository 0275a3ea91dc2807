"""Whether the members of a server may use somebody's avatar, and when somebody is asked that."""

from datetime import timedelta
from enum import Enum
from typing import Final

ASKED_FOR: Final = timedelta(days=1)
"""How long a question waits for its answer; nobody is asked again before that is over."""

MOST_QUESTIONS: Final = 5
"""How many questions of one member wait at most: each is a direct message to somebody."""


class Question(Enum):
    """Name what becomes of the wish to ask somebody.

    DUE: they are to be asked now. OPEN: they were asked already, and the answer is waited for.
    TOO_MANY: whoever wants to ask has MOST_QUESTIONS waiting.
    """

    DUE = "due"
    OPEN = "open"
    TOO_MANY = "too-many"
