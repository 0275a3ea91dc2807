"""How long the ways are that `make walk` shows: the numbers were reached, and only ever fall."""

import re

import pytest

from demo.stack import Stack
from tests.documents import section
from tests.walk import BEFORE_PORTS, WALKS, Walk, imagined, replied

pytestmark = pytest.mark.usefixtures("beside")


def assert_at_most(walk: Walk, *rooms: str, functions: int, files: int) -> None:
    """Fail with all steps of a walk that comes by more in these rooms."""
    entered = walk.count(*rooms)
    assert entered[0] <= functions, walk.steps
    assert entered[1] <= files, walk.steps


async def test_imagine_takes_a_short_way(world: Stack) -> None:
    """From the cog to the posted picture it comes by few functions and files."""
    walk = await imagined(world)
    assert_at_most(walk, *BEFORE_PORTS, functions=255, files=60)
    assert_at_most(walk, functions=497, files=108)


async def test_a_reply_to_a_picture_takes_a_short_way(world: Stack) -> None:
    """From the message to the posted picture it comes by few functions and files."""
    walk = await replied(world)
    assert_at_most(walk, *BEFORE_PORTS, functions=270, files=64)
    assert_at_most(walk, functions=526, files=114)


@pytest.mark.parametrize(
    ("title", "name"),
    [("One `/imagine`", "/imagine"), ("A reply to a picture", "a reply to a picture")],
)
async def test_the_steps_that_are_told_are_taken(world: Stack, title: str, name: str) -> None:
    """docs/architecture.md names at most thirty, in the order in which they are first taken."""
    told = re.findall(
        r"^\| `([^`]+)` \| `([^`]+)` \|", section("docs/architecture.md", title), re.MULTILINE
    )
    taken = list((await WALKS[name](world)).functions)
    assert len(told) <= 30
    assert [step for step in told if step not in taken] == []
    assert told == sorted(told, key=taken.index)
