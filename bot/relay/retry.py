"""When a failed request may be sent again: pure rules about what helps.

What may have been billed is not theirs to judge: `Billing.allows_another` does, for all who repeat.
"""

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
    WrongAddress,
)

_PASSING = (RelayBusy, RelayFault, RelayUnreachable)
"""A while later the same relay may take it."""

_LASTING = (KeyRejected, RelayBalanceUsedUp, WrongAddress, ModelUnavailable)
"""The same relay will refuse it again."""


@dataclass(frozen=True, slots=True)
class RetryRules:
    """Bound how often one relay is asked again, and how long after; times are in seconds."""

    repeats: int = 2
    first_delay: float = 2.0
    longest_delay: float = 60.0


def another_relay_may_help(error: RelayError) -> bool:
    """Tell whether this is the relay's own matter, which may be otherwise with the next one."""
    return isinstance(error, _PASSING + _LASTING)


def delay_before_retry(
    error: RelayError,
    *,
    attempt: int,
    patience: float,
    rules: RetryRules,
    jitter: Callable[[], float],
) -> float | None:
    """Return how many seconds to wait before the same relay is asked again; None for never.

    `attempt` counts from 1 at each relay, `patience` is how many seconds may still be waited,
    `jitter` returns a number from 0 to 1. A wait that doesn't fit is not begun, nor made shorter
    than what the relay asks for.
    """
    if not isinstance(error, _PASSING) or attempt > rules.repeats:
        return None
    asked = error.retry_after if isinstance(error, RelayBusy) else None
    longest = min(rules.first_delay * 2 ** (attempt - 1), rules.longest_delay)
    delay = jitter() * longest if asked is None else asked
    return delay if delay <= patience else None
