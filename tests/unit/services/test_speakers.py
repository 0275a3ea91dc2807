from dataclasses import replace

import pytest

from bot.domain.content import Part
from bot.services.speakers import NAME_CHARACTERS, names_of, said_by
from tests.unit.domain.builders import picture, turn
from tests.unit.services.test_prompt_context import REQUEST

ASKED = (Part(text="more blue"),)


def named(*names: str) -> list[str]:
    """Return what each is called who spoke one after the other; the last one asks now."""
    turns = [
        replace(turn(number), author_id=number, author_name=name)
        for number, name in enumerate(names[:-1], 1)
    ]
    request = replace(REQUEST, author_id=99, author_name=names[-1])
    return list(names_of(turns, request).values())


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ben: yes.\nAnna", "Ben yes. Anna"),
        ("小安\uff1a好", "小安好"),
        ("\u202eannA", "annA"),
        (":\u200b:", "Somebody"),
        ("", "Somebody"),
        ("n" * 90, "n" * NAME_CHARACTERS),
    ],
)
def test_a_name_is_one_short_line_and_no_words(name: str, called: str) -> None:
    """Nothing in a name looks like the end of it, or like another one's words."""
    assert named(name, "Carla")[0] == called


def test_names_that_look_the_same_are_numbered() -> None:
    """Also in other letters of the same look, and where the number is part of a name."""
    assert named("Anna", "ANNA", "\uff21nna", "Anna (2)") == [
        "Anna",
        "ANNA (2)",
        "\uff21nna (3)",
        "Anna (2) (2)",
    ]


def test_one_person_has_no_name() -> None:
    """Who talks alone is not named, whatever they were called before."""
    turns = [replace(turn(1), author_id=99, author_name="Anna")]
    assert names_of(turns, replace(REQUEST, author_id=99, author_name="Annabel")) == {}


def test_the_name_stands_before_the_first_words() -> None:
    """Pictures stay before it, and what has no words gets the name alone."""
    shown = Part(picture=picture("a"))
    names = {7: "Anna"}
    assert [part.text for part in said_by(names, 7, (shown, *ASKED))] == [None, "Anna: more blue"]
    assert [part.text for part in said_by(names, 7, (shown,))] == [None, "Anna:"]
    assert said_by({}, 7, ASKED) == ASKED
