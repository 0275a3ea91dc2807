"""What a model names in a picture, however it writes that."""

import pytest

from bot.domain.area import Box
from bot.services.things import MOST_THINGS, Thing, things_asked_for, things_in

SKY = Thing("the sky", Box(0, 10, 1000, 400))


@pytest.mark.parametrize(
    "said",
    [
        '[{"label": "the sky", "box_2d": [10, 0, 400, 1000]}]',
        '```json\n[{"box_2d": [10, 0, 400, 1000], "label": "the  sky", "mask": null}]\n```',
        'Here: {"name": "the sky", "bbox": [10.2, 0, 399.9, 1000.0]} and no more.',
        '[{"label": "the sky", "box_2d": [0.01, 0, 0.4, 1]}]',
        '[{"label": "the sky", "box_2d": [400, 1000, 10, 0]}]',
        '[{"label": "the sky", "box_2d": [10, -5, 400, 1020]}]',
        '{"things": [{"label": "the sky", "box_2d": [10, 0, 400, 1000]}, {"label": "the se',
    ],
    ids=["as asked", "fenced", "other names", "shares", "turned", "too far", "cut"],
)
def test_things_are_read_however_they_are_written(said: str) -> None:
    """Their boxes are [ymin, xmin, ymax, xmax]."""
    assert things_in(said) == [SKY]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "I see a sky.",
        '[{"label": "the sky"}]',
        '[{"label": "", "box_2d": [10, 0, 400, 1000]}]',
        '[{"label": 7, "box_2d": [10, 0, 400, 1000]}]',
        '[{"label": "the sky", "box_2d": "all"}]',
        '[{"label": "the sky", "box_2d": [10, 0, 400]}]',
        '[{"label": "a dot", "box_2d": [10, 10, 12, 12]}]',
        '[{"label": "all of it", "box_2d": [0, 0, 1000, 1000]}]',
        '[{"label": "the sky", "box_2d": [1e999, 0, 400, 1000]}]',
        "{" * 9_999,
        '[{"label": "the sky", "box_2d": ' + "[" * 9_999 + "]" * 9_999 + "}]",
    ],
)
def test_what_can_not_be_pointed_at_is_left_out(said: str) -> None:
    """Nobody could tell what would change."""
    assert things_in(said) == []


def test_there_are_no_more_than_fit_into_a_menu() -> None:
    """And each name is there once."""
    entry = '{{"label": "thing {}", "box_2d": [0, 0, 500, 500]}}'
    said = ",".join(entry.format(number // 2) for number in range(99))
    things = things_in(said)
    assert len(things) == MOST_THINGS <= 25
    assert len({thing.name for thing in things}) == MOST_THINGS


def test_names_are_asked_for_in_a_language() -> None:
    """That of whoever chooses among them."""
    assert "locale zh-CN" in things_asked_for("zh-CN")
