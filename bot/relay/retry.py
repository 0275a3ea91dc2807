"""When a failed request may be sent again: pure rules that never pay twice."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.errors import (
    KeyRejected,
    ModelUnavailable,
    RelayBalanceUsedUp,
    RelayBusy,
    RelayError,
    RelayFault,
    RelayUnreachable,
)

_PASSING = (RelayBusy, RelayUnreachable)
"""Surely refused, or never sent; a while later the same relay may take it."""

_LASTING = (KeyRejected, RelayBalanceUsedUp, ModelUnavailable)
"""Surely refused, and the same relay will refuse it again."""


@dataclass(frozen=True, slots=True)
class RetryRules:
    """Bound how often and how long a request is repeated; times are in seconds.

    A fault that came within `too_soon` came before any picture could have been made.
    """

    repeats: int = 2
    first_delay: float = 2.0
    longest_delay: float = 60.0
    budget: float = 90.0
    too_soon: float = 5.0


def is_free(error: RelayError, *, took: float, faults: int, rules: RetryRules) -> bool:
    """Tell whether a failed request may be sent once more, to this relay or to another.

    `took` is how long its answer took in seconds. `faults` counts the faults that the request has
    met at all relays, this one included: after the first, nothing proves that none was billed.
    """
    if isinstance(error, RelayFault):
        return faults <= 1 and took <= rules.too_soon
    return isinstance(error, _PASSING + _LASTING)


def delay_before_retry(
    error: RelayError,
    *,
    attempt: int,
    took: float,
    faults: int,
    spent: float,
    rules: RetryRules,
    jitter: Callable[[], float],
) -> float | None:
    """Return how many seconds to wait before the same relay is asked again; None for never.

    `attempt` counts from 1 at each relay, `spent` is the time since the request was first sent,
    `jitter` returns a number from 0 to 1; `took` and `faults` are those of `is_free`. A wait that
    would end after the budget is not begun, nor made shorter than what the relay asks for.
    """
    if isinstance(error, _LASTING) or attempt > rules.repeats:
        return None
    if not is_free(error, took=took, faults=faults, rules=rules):
        return None
    asked = error.retry_after if isinstance(error, RelayBusy) else None
    longest = min(rules.first_delay * 2 ** (attempt - 1), rules.longest_delay)
    delay = jitter() * longest if asked is None else asked
    return delay if spent + delay <= rules.budget else None
