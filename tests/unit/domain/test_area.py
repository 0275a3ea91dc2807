"""What a member points at, as boxes."""

import pytest

from bot.domain.area import Area, Box, Grid, bits_of, cells_of


@pytest.mark.parametrize(
    ("size", "grid"),
    [
        ((1024, 1024), Grid(5, 5)),
        ((1376, 768), Grid(5, 3)),
        ((768, 1376), Grid(3, 5)),
        ((3072, 384), Grid(5, 1)),
        ((1, 900), Grid(1, 5)),
    ],
)
def test_cells_are_about_as_wide_as_high(size: tuple[int, int], grid: Grid) -> None:
    """A grid has as many columns and rows as suit its picture, five at most."""
    assert Grid.over(*size) == grid


def test_cells_are_counted_by_rows() -> None:
    """The first is at the left of the top, the last at the right of the bottom."""
    grid = Grid(5, 4)
    boxes = grid.all_boxes
    assert len(boxes) == grid.count == 20
    assert boxes[0] == Box(0, 0, 200, 250)
    assert boxes[7] == Box(400, 250, 600, 500)
    assert boxes[19] == Box(800, 750, 1000, 1000)


def test_cells_beside_each_other_are_one_box() -> None:
    """Few boxes are told in few words."""
    grid = Grid(5, 5)
    assert grid.boxes([6, 7, 11, 12]) == (Box(200, 200, 600, 600),)
    assert grid.boxes([0, 1, 5]) == (Box(0, 0, 400, 200), Box(0, 200, 200, 400))
    assert grid.boxes(range(25)) == (Box(0, 0, 1000, 1000),)


@pytest.mark.parametrize("cells", [[], [3], [0, 2, 4], [1, 5, 6, 7, 11], list(range(1, 25, 2))])
def test_no_cell_is_lost_or_added(cells: list[int]) -> None:
    """The boxes are as large as the cells that they are made of."""
    boxes = Grid(5, 5).boxes(cells)
    area = sum((box.right - box.left) * (box.bottom - box.top) for box in boxes)
    assert area == len(cells) * 200 * 200


def test_cells_that_are_not_there_are_no_part_of_it() -> None:
    """Anybody can send any number."""
    assert Grid(2, 2).boxes([-1, 3, 4, 99]) == (Box(500, 500, 1000, 1000),)


def test_chosen_cells_fit_into_a_number() -> None:
    """Five times five of them are 25 bits."""
    assert cells_of(bits_of([0, 7, 24])) == (0, 7, 24)
    assert bits_of([]) == 0
    assert cells_of(0) == ()


def test_what_a_model_named_reaches_a_little_further() -> None:
    """A box that a model drew cuts off ears and hems; a cell is meant as it is."""
    box = Box(0, 400, 500, 600)
    assert Area((box,)).reach == (box,)
    assert Area((box,), name="the cat").reach == (Box(0, 388, 530, 612),)
