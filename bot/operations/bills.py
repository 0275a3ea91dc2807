"""What each server used in a month, for whoever pays for it."""

import csv
import io
from collections.abc import Mapping
from typing import Final

from bot.domain.tariff import MICROS
from bot.domain.usage import Used

DIRECT_MESSAGES: Final = 0
"""The server of what was asked in none."""

_HEADING: Final = ("server", "pictures", "answers", "us_dollars")


def as_csv(used: Mapping[int, Used]) -> str:
    """Return what servers used, by their ids, for spreadsheets; which cost most comes first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADING)
    for server, sums in _in_order(used):
        writer.writerow((server, sums.pictures, sums.answers, f"{sums.micros / MICROS:.6f}"))
    return text.getvalue().rstrip("\n")


def in_columns(month: str, used: Mapping[int, Used]) -> str:
    """Return the same for people, and below it the sum."""
    if not used:
        return f"{month}: nothing was used"
    rows = [*_in_order(used), ("in all", sum(used.values(), Used()))]
    lines = [
        f"{server:<20} {sums.pictures:>10,} {sums.answers:>10,} {dollars(sums.micros):>14}"
        for server, sums in rows
    ]
    return "\n".join([f"{month:<20} {'pictures':>10} {'answers':>10} {'US$':>14}", *lines])


def dollars(micros: int) -> str:
    """Return millionths of a US dollar as an amount to the cent."""
    return f"{micros / MICROS:,.2f}"


def _in_order(used: Mapping[int, Used]) -> list[tuple[str, Used]]:
    rows = [(_called(server_id), sums) for server_id, sums in used.items()]
    return sorted(rows, key=lambda row: (-row[1].micros, -row[1].pictures, -row[1].answers, row[0]))


def _called(server_id: int) -> str:
    return "direct messages" if server_id == DIRECT_MESSAGES else str(server_id)
