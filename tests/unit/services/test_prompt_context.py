from dataclasses import replace

import pytest

from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.services.prompt_context import PromptContext
from tests.unit.domain.builders import PAINTER, painted, turn
from tests.unit.services.test_generation import ScriptedRelay

RELAY = ScriptedRelay()
REQUEST = GenerationRequest(
    kind=JobKind.PICTURE,
    place=Place(1, 2),
    author_id=7,
    prompt="more blue",
    model="painter",
    user=(Part(text="more blue"),),
)


def asked(turns: int, *, of: int | None = None) -> PromptContext:
    """Return what is asked after so many turns, read with one more than the model's memory."""
    path = [turn(number, painted(str(number))) for number in range(1, turns + 1)]
    path = path[-(PAINTER.history + 1) :]
    return PromptContext(
        model=PAINTER,
        request=REQUEST,
        path=TurnPath(tuple(path[-PAINTER.history :]), 0),
        parent_id=turns,
        budget=of or 10_000_000,
        older=tuple(path[: -PAINTER.history]),
    )


@pytest.mark.parametrize(("turns", "told"), [(2, False), (3, False), (4, True), (5, False)])
def test_members_are_told_once_when_memory_ends(turns: int, told: bool) -> None:  # noqa: FBT001 (a table's column)
    """The first request without its oldest turn says so, the ones before and after do not."""
    question = asked(turns)
    assert question.is_first_cut(RELAY) is told


def test_members_are_told_once_when_the_budget_ends() -> None:
    """So it is where bytes and not turns are too many."""
    told: list[int] = []
    for turns in range(1, 4):
        question = asked(turns, of=4_000)
        if question.is_first_cut(RELAY):
            told.append(turns)
    assert told == [3]


def test_what_is_detached_has_no_history() -> None:
    """A picture that goes alone into the user turn is asked about as in a new conversation."""
    question = asked(5)
    picture = question.path.meant
    assert picture is not None
    alone = question.detached(picture)
    assert alone.path == TurnPath()
    assert not alone.is_first_cut(RELAY)


def test_a_model_that_takes_no_pictures_remembers_a_turn() -> None:
    """An operator's table may say that a painter takes no references at all."""
    assert replace(PAINTER, max_references=0).history == 1
