"""Where versions stand in the picture of their tree."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tree_layout import Spot, spots

MOST = 9


@st.composite
def trees(draw: st.DrawFn) -> list[int | None]:
    """Make up what each version continues: one before it, or none."""
    count = draw(st.integers(1, MOST))
    return [
        draw(st.none() | st.integers(0, index - 1)) if index else None for index in range(count)
    ]


def drawn(before: list[int | None]) -> list[str]:
    """Return the rows as text: each version's index, with `-` where a line leads to it."""
    found = spots(before)
    rows = [["  "] * (1 + max(spot.column for spot in found)) for _ in range(_high(found))]
    for index, spot in enumerate(found):
        rows[spot.row][spot.column] = f"{'-' if spot.is_joined else ' '}{index}"
    return ["".join(row).rstrip() for row in rows]


def _high(found: list[Spot]) -> int:
    return 1 + max(spot.row for spot in found)


def test_a_branch_grows_beside_what_it_continues_and_the_next_one_below() -> None:
    """As two edits of one picture, each of them edited again."""
    assert drawn([None, 0, 1, 0, 3]) == [
        " 0-1-2",
        "  -3-4",
    ]


def test_a_long_branch_goes_on_below() -> None:
    """Where it was broken off, no line leads on."""
    assert drawn([None, 0, 1, 2, 3, 4, 5, 6, 7]) == [
        " 0-1-2-3",
        " 4-5-6-7",
        " 8",
    ]


def test_many_branches_stand_in_panels() -> None:
    """Eight edits of one picture are as high as they are wide."""
    assert drawn([None, *[0] * 8]) == [
        " 0-1 5",
        "  -2 6",
        "  -3 7",
        "  -4 8",
    ]


def test_what_hangs_together_with_nothing_fills_a_square() -> None:
    """Nine pictures that were each made anew."""
    assert drawn([None] * 9) == [" 0 3 6", " 1 4 7", " 2 5 8"]


def test_one_version_stands_alone() -> None:
    """With no line to it."""
    assert spots([None]) == [Spot(0, 0)]


@given(trees())
def test_no_two_versions_stand_on_each_other(before: list[int | None]) -> None:
    """However they hang together."""
    found = spots(before)
    assert len({(spot.column, spot.row) for spot in found}) == len(before)


@given(trees())
def test_a_line_leads_to_the_next_column_through_none_of_the_others(
    before: list[int | None],
) -> None:
    """Beside what is continued, or down past nothing but what came of that."""
    found = spots(before)
    for spot, parent in zip(found, before, strict=True):
        if spot.is_joined:
            assert parent is not None
            start = found[parent]
            assert start.column + 1 == spot.column
            assert start.row <= spot.row
            for other, beside in zip(before, found, strict=True):
                if beside.column == spot.column and start.row < beside.row < spot.row:
                    assert other == parent


@given(trees())
def test_the_picture_is_about_as_high_as_wide(before: list[int | None]) -> None:
    """Nine versions never need more than five columns, or seven rows."""
    found = spots(before)
    assert max(spot.column for spot in found) < 5
    assert max(spot.row for spot in found) < 7
