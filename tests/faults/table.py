"""Lay figures out for whoever watches a run."""

from collections.abc import Sequence


def laid_out(rows: Sequence[Sequence[object]]) -> str:
    """Return rows as lines of columns: the first one to the left, figures to the right."""
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        f"{row[0]:<{widths[0]}}"
        + "".join(f"  {cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )
