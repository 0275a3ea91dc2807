import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UnusablePicture
from bot.interface.messages.layouts import NOTES_CHARACTERS, small
from bot.interface.messages.sentences import Sentences
from bot.interface.texts import LOCALES, Texts

TEXTS = Texts()
WORDS = st.text(max_size=NOTES_CHARACTERS).map(lambda text: " ".join(text.split()))


def test_notes_are_small_lines() -> None:
    """Each has a line, in the order in which they came."""
    assert small(["one", "two"], TEXTS, "en-US") == "-# one\n-# two"
    assert small([], TEXTS, "en-US") == ""


@pytest.mark.parametrize("locale", LOCALES)
def test_files_with_long_names_are_counted(locale: str) -> None:
    """Of ten files that could not be used, some are named, and the rest are counted."""
    told = [TEXTS.get("error-picture-type", locale, name="*" * 255) for _ in range(10)]
    *named, more = small(told, TEXTS, locale).split("\n")
    assert 0 < len(named) < 10
    assert str(10 - len(named)) in more


@given(st.lists(WORDS, max_size=12), st.sampled_from(LOCALES))
def test_notes_leave_room_for_the_answer(notes: list[str], locale: str) -> None:
    """However many there are and however long, and none is left out without being counted."""
    told = small(notes, TEXTS, locale)
    assert len(told) <= NOTES_CHARACTERS
    lines = told.split("\n") if told else []
    kept = [line for line in lines if line.removeprefix("-# ") in notes]
    counted = TEXTS.get("note-more", locale, count=len(notes) - len(kept))
    assert len(kept) == len(notes) or counted in told


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", ["error-unsupported-option", "note-other-model"])
def test_any_one_note_fits(key: str, locale: str) -> None:
    """Also one whose values are all as long as they may be and have to be escaped."""
    values = dict.fromkeys(("model", "value", "allowed", "asked"), "*" * 500)
    told = TEXTS.get(key, locale, **values)
    assert small([told], TEXTS, locale) == f"-# {told}"


@pytest.mark.logs_errors
def test_a_sentence_that_lacks_a_value_is_told_in_general() -> None:
    """A mistake of ours costs its own words, and not that somebody hears of a failure."""
    told = Sentences(TEXTS).sentence(UnusablePicture(), "en-US")
    assert "Something broke on my side" in told
