import csv
import io
from collections.abc import Callable, Iterable
from typing import Final

from bot.domain.tariff import MICROS
from bot.services.usage_report import Row

_BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""

_FORMULA: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n")
"""What makes a formula of a field that begins with it: in Excel the wide signs do, too."""

_HEADING: Final = ("kind", "id", "name", "pictures", "answers", "us_dollars", "refused")

_IDS: Final = {"member": "<@{}>", "channel": "<#{}>"}
"""As Discord writes them: of a bare number Excel keeps fifteen digits."""


def table(rows: Iterable[Row], name_of: Callable[[Row], str]) -> str:
    """Return sums as CSV that spreadsheets read, and of which none takes a name for a formula."""
    text = io.StringIO()
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(_HEADING)
    for row in rows:
        writer.writerow(
            (
                row.what,
                _harmless(_IDS.get(row.what, "{}").format(row.key)),
                _harmless(name_of(row)),
                row.used.pictures,
                row.used.answers,
                f"{row.used.micros / MICROS:.6f}",
                row.used.refused,
            )
        )
    return text.getvalue()


def _harmless(text: str) -> str:
    """Return a field that is no formula, whatever stands in it, also behind what nobody sees."""
    first = next((each for each in text if each.isprintable() and not each.isspace()), "")
    return f"'{text}" if first in _FORMULA or text[:1] in _FORMULA else text
