"""The ledger: what was reserved, and what it became."""

from enum import StrEnum


class LedgerKind(StrEnum):
    """Name a line of the append-only ledger.

    When a job is final, what it reserved equals what it settled, refunded and possibly billed.
    """

    RESERVE = "reserve"
    SETTLE = "settle"
    REFUND = "refund"
    POSSIBLY_BILLED = "possibly-billed"


class Subject(StrEnum):
    """Name what the sums of a period are by."""

    GUILD = "guild"
    MEMBER = "member"
    CHANNEL = "channel"
    MODEL = "model"
