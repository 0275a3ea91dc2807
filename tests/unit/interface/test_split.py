from hypothesis import given
from hypothesis import strategies as st

from bot.interface.split import shorten, split


def test_a_short_text_is_one_page() -> None:
    """Text within the limit is not touched."""
    assert split("Hello.\n\nWorld.") == ["Hello.\n\nWorld."]


def test_an_empty_text_has_no_page() -> None:
    """There is nothing to post where there is nothing to say."""
    assert split(" \n ") == []


def test_a_page_ends_at_a_line() -> None:
    """Where lines fit, none is cut."""
    assert split("one two\nthree four\nfive", limit=18) == ["one two\nthree four", "five"]


def test_a_long_line_is_cut_at_a_space() -> None:
    """No word is broken that fits a page."""
    assert split("alpha beta gamma", limit=11) == ["alpha beta", "gamma"]


def test_a_word_longer_than_a_page_is_cut() -> None:
    """A word that fits no page loses nothing but is cut."""
    assert "".join(split("x" * 25, limit=10)) == "x" * 25


def test_a_code_block_is_closed_and_opened_again() -> None:
    """Each page of a cut code block is a code block of the same language."""
    code = "\n".join(f"line {number}" for number in range(10))
    pages = split(f"```py\n{code}\n```", limit=40)
    assert len(pages) > 1
    assert all(page.startswith("```py\n") and page.endswith("\n```") for page in pages)


def test_text_after_a_code_block_is_no_code() -> None:
    """A closed block stays closed."""
    assert split("```\na\n```\n" + "b " * 20, limit=30)[-1].count("```") == 0


@given(st.text(alphabet="ab `\n~", max_size=400), st.integers(40, 90))
def test_no_page_is_too_long_or_empty(text: str, limit: int) -> None:
    """Whatever the text, every page can be posted."""
    for page in split(text, limit=limit):
        assert 0 < len(page) <= limit
        assert page.strip()


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=12), max_size=60))
def test_every_word_arrives_in_order(given_words: list[str]) -> None:
    """Nothing is lost or moved by the cuts."""
    pages = split(" ".join(given_words), limit=50)
    assert " ".join(pages).split() == given_words


def test_shorten_cuts_at_a_word() -> None:
    """A cut text ends with a whole word and an ellipsis."""
    assert shorten("a red lighthouse by the sea", 20) == "a red lighthouse by…"


def test_shorten_leaves_short_text() -> None:
    """Short text only loses its line breaks."""
    assert shorten("a\nb", 10) == "a b"
