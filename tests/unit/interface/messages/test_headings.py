from hypothesis import given
from hypothesis import strategies as st

from bot.interface.messages.headings import LINE_CHARACTERS, wish


def test_a_prompt_is_bold() -> None:
    """As it was written, without its white space around."""
    assert wish(" a red kite\n") == ["**a red kite**"]


def test_of_the_lines_of_a_prompt_two_are_left() -> None:
    """The others join the second one, and each is cut at a word."""
    told = wish("a red kite\n\nover *the* sea\nwith " + "clouds " * 99)
    assert told[0] == "**a red kite**"
    assert told[1].startswith(r"**over \*the\* sea with clouds")
    assert told[1].endswith("clouds…**")
    assert len(told) == 2


def test_one_long_line_may_take_the_room_of_two() -> None:
    """A client breaks it."""
    (told,) = wish("kite " * 99)
    assert LINE_CHARACTERS < len(told) <= 2 * LINE_CHARACTERS + 4


def test_without_words_there_is_no_line() -> None:
    """Also where what was written can't be seen."""
    assert wish("") == []
    assert wish(" \n ") == []
    assert wish("\u202e") == []


@given(st.text())
def test_a_prompt_is_never_more_than_two_lines(prompt: str) -> None:
    """Whatever somebody writes."""
    told = wish(prompt)
    assert len(told) <= 2
    assert not any("\n" in line for line in told)
