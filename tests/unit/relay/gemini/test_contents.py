from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.content import Memory, Part
from bot.domain.conversation import Turn, TurnPath
from bot.domain.model import ModelProfile
from bot.relay.gemini import contents
from bot.relay.gemini.contents import Composition, Role
from tests.unit.domain.builders import PAINTER, PLAIN, TALKER, painted, picture, turn

ROOMY = 10_000_000
ASKED = (Part(text="more blue"),)


def compose(
    path: list[Turn],
    asked: tuple[Part, ...],
    model: ModelProfile,
    *,
    budget: int,
    pointed: int | None = None,
    signed: bool = True,
) -> Composition:
    """Compose what goes on from these turns, of which the last has what is meant."""
    meant = TurnPath(tuple(path), pointed)
    return contents.compose(meant, asked, model, budget=budget, signed=signed)


def roles(path: list[Turn], model: ModelProfile = PAINTER, **options: object) -> list[str]:
    """Return who speaks in the composed contents."""
    contents = compose(path, ASKED, model, budget=ROOMY, **options).contents  # type: ignore[arg-type]
    return [content.role.value for content in contents]


def test_a_signed_answer_is_sent_back_as_it_was_received() -> None:
    """A model turn of the same family keeps its parts, signatures and order."""
    answer = (Part(text="Here.", memory=Memory("dGV4dA==")), painted("one"))
    contents = compose([turn(1, *answer)], ASKED, PAINTER, budget=ROOMY, pointed=1).contents
    assert [content.parts for content in contents] == [(Part(text="wish 1"),), answer, ASKED]


def test_an_unsigned_picture_travels_in_the_user_turn() -> None:
    """A picture without its signature joins what is asked next, and no model turn is made up."""
    path = [turn(1, painted("one", signature=None))]
    contents = compose(path, ASKED, PAINTER, budget=ROOMY, pointed=0).contents
    assert len(contents) == 1
    assert contents[0].role is Role.USER
    assert contents[0].parts == (Part(text="wish 1"), Part(picture=picture("one")), *ASKED)


def test_an_unsigned_text_before_a_picture_unsigns_the_turn() -> None:
    """A text before the first picture must be signed too, else the whole turn is refused."""
    path = [turn(1, Part(text="Here."), painted("one"))]
    assert roles(path, pointed=1) == ["user"]


def test_a_text_after_the_picture_needs_no_signature() -> None:
    """Only a text before the first picture carries a signature."""
    path = [turn(1, painted("one"), Part(text="There."))]
    assert roles(path, pointed=0) == ["user", "model", "user"]


def test_another_familys_picture_travels_in_the_user_turn() -> None:
    """A signature of another model is never sent on."""
    path = [turn(1, painted("one"), family="other")]
    contents = compose(path, ASKED, PAINTER, budget=ROOMY, pointed=0).contents
    assert [content.role for content in contents] == [Role.USER]
    assert all(part.memory.token is None for part in contents[0].parts)


def test_a_chat_model_keeps_the_words_of_a_painting_model() -> None:
    """For a chat model another model's words stay in a model turn, its pictures move on."""
    path = [turn(1, Part(text="Here.", memory=Memory("x")), painted("one"))]
    contents = compose(path, ASKED, TALKER, budget=ROOMY).contents
    assert [content.role for content in contents] == [Role.USER, Role.MODEL, Role.USER]
    assert contents[1].parts == (Part(text="Here."),)
    assert contents[2].parts[0] == Part(picture=picture("one"))


def test_an_unsigning_model_gets_its_own_answers_back() -> None:
    """A model that does not sign takes its own unsigned pictures in model turns."""
    path = [turn(1, painted("one", signature=None), family="plain")]
    assert roles(path, PLAIN, pointed=0) == ["user", "model", "user"]


@pytest.mark.parametrize("model", [PAINTER, PLAIN])
def test_a_composed_picture_is_no_models_own(model: ModelProfile) -> None:
    """It goes into the user turn, also of a model that takes its own pictures unsigned."""
    whole = replace(picture("whole"), is_composed=True)
    path = [turn(1, painted("one"), Part(picture=whole), family=model.family)]
    contents = compose(path, ASKED, model, budget=ROOMY, pointed=1).contents
    assert [content.role.value for content in contents] == ["user"]
    assert contents[0].parts == (Part(text="wish 1"), Part(picture=whole), *ASKED)


def test_of_two_pictures_the_one_pointed_at_is_repeated() -> None:
    """The model goes on from the last picture, so an earlier one is put beside the words."""
    path = [turn(1, painted("one"), painted("two"))]
    last = compose(path, ASKED, PAINTER, budget=ROOMY, pointed=0).contents[-1]
    assert last.parts == (Part(picture=picture("one")), *ASKED)


def test_the_last_picture_is_not_repeated() -> None:
    """The picture that the model would go on from anyway is sent once."""
    path = [turn(1, painted("one"), painted("two"))]
    last = compose(path, ASKED, PAINTER, budget=ROOMY, pointed=1).contents[-1]
    assert last.parts == ASKED


def test_of_unsigned_pictures_only_the_one_pointed_at_is_sent() -> None:
    """Beside the words stands the picture that is meant, not its neighbours."""
    path = [turn(1, painted("one", signature=None), painted("two", signature=None))]
    last = compose(path, ASKED, PAINTER, budget=ROOMY, pointed=0).contents[-1]
    assert [part.picture for part in last.parts if part.picture] == [picture("one")]


def test_the_oldest_turns_fall_out_first() -> None:
    """Over the budget the path is cut from its root, and the cut is counted."""
    path = [turn(number, painted(str(number), size=3_000)) for number in (1, 2, 3)]
    composition = compose(path, ASKED, PAINTER, budget=10_000, pointed=0)
    assert composition.left_out == 1
    assert composition.contents[0].parts[0].text == "wish 2"


def test_the_picture_that_is_meant_never_falls_out() -> None:
    """Even with no room for any turn, the picture pointed at is in the user turn."""
    path = [turn(1, painted("one", size=90_000))]
    composition = compose(path, ASKED, PAINTER, budget=10, pointed=0)
    assert composition.left_out == 1
    assert [content.parts for content in composition.contents] == [
        (Part(picture=picture("one", 90_000)), *ASKED)
    ]


def test_unsigned_composition_has_no_signature_and_no_model_picture() -> None:
    """What is sent after a signature error carries no signature anywhere."""
    path = [turn(1, painted("one")), turn(2, painted("two"))]
    contents = compose(path, ASKED, PAINTER, budget=ROOMY, pointed=0, signed=False).contents
    assert [content.role for content in contents] == [Role.USER]
    assert not any(part.memory.token for content in contents for part in content.parts)
    assert contents[0].parts[-2] == Part(picture=picture("two"))


answers = st.lists(
    st.one_of(
        st.builds(
            Part,
            text=st.sampled_from(["yes", "no"]),
            memory=st.sampled_from([Memory(), Memory("s")]),
        ),
        st.builds(painted, st.sampled_from("abc"), signature=st.sampled_from([None, "s"])),
    ),
    max_size=3,
)
paths = st.lists(st.tuples(answers, st.sampled_from(["painter", "talker", "plain"])), max_size=6)


@given(
    made=paths,
    model=st.sampled_from([PAINTER, PLAIN, TALKER]),
    signed=st.booleans(),
    budget=st.integers(100, 9_000),
)
def test_roles_alternate_and_the_user_has_the_last_word(
    made: list[tuple[list[Part], str]], model: ModelProfile, *, signed: bool, budget: int
) -> None:
    """Whatever the history, contents begin and end with the user and never repeat a role."""
    path = [turn(number, *answer, family=family) for number, (answer, family) in enumerate(made, 1)]
    contents = compose(path, ASKED, model, budget=budget, signed=signed).contents
    assert [content.role for content in contents][::2] == [Role.USER] * (len(contents) // 2 + 1)
    assert [content.role for content in contents][1::2] == [Role.MODEL] * (len(contents) // 2)
    assert contents[-1].parts[-1:] == ASKED
    assert all(content.parts for content in contents)


@given(made=paths, signed=st.booleans())
def test_a_strict_model_never_meets_a_foreign_or_missing_signature(
    made: list[tuple[list[Part], str]], *, signed: bool
) -> None:
    """Every picture in a model turn for a signing model is signed; user turns carry none."""
    path = [turn(number, *answer, family=family) for number, (answer, family) in enumerate(made, 1)]
    for content in compose(path, ASKED, PAINTER, budget=ROOMY, signed=signed).contents:
        for part in content.parts:
            if content.role is Role.MODEL and part.picture:
                assert part.memory.token
            if content.role is Role.USER:
                assert part.memory.token is None


def test_a_painter_gets_no_more_pictures_than_it_takes() -> None:
    """Oldest turns fall out, so that those of the history and those that are new are enough."""
    path = [turn(number, painted(str(number))) for number in range(1, 30)]
    asked = (Part(picture=picture("new")), *ASKED)
    composition = compose(path, asked, PAINTER, budget=ROOMY, pointed=0)
    sent = [part for content in composition.contents for part in content.parts if part.picture]
    assert len(sent) == PAINTER.max_references
    assert composition.left_out == 30 - PAINTER.max_references


def test_a_talker_keeps_all_pictures() -> None:
    """How many pictures one message may bring does not bound the history of a chat."""
    path = [turn(number, painted(str(number))) for number in range(1, 30)]
    assert compose(path, ASKED, TALKER, budget=ROOMY).left_out == 0


def test_what_is_too_large_by_itself_is_told_how_small_it_must_be() -> None:
    """Pictures of the size that is named fit beside each other, as base64 and with their words."""
    asked = (Part(picture=picture("one", 9_000)), Part(picture=picture("two", 9_000)), *ASKED)
    too_much = contents.fit(TurnPath(), asked, PAINTER, budget=9_000)
    assert too_much.is_too_large
    small = tuple(Part(picture=picture(name, too_much.picture_bytes)) for name in ("one", "two"))
    assert not contents.fit(TurnPath(), (*small, *ASKED), PAINTER, budget=9_000).is_too_large


def test_what_is_left_out_is_told_before_it_is_sent() -> None:
    """So many of the oldest turns don't fit, and the rest does."""
    path = TurnPath(tuple(turn(number, painted(str(number), size=3_000)) for number in (1, 2, 3)))
    found = contents.fit(path, ASKED, PAINTER, budget=10_000)
    assert (found.left_out, found.is_too_large) == (1, False)
