import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.interface.text_limits import LEAST_CHARACTERS, opening, shorten, split, truncate

MARKS = re.compile(r"`{3,}[\w+.#-]*")
LINES = st.lists(
    st.sampled_from(
        [
            "```",
            "```py",
            "````",
            "~~~",
            "~~~~md",
            "see ```py",
            "x = 1```",
            "a ```b``` c",
            "   ```c++",
            "      ```py",
            "1. ```",
            "> ```",
            "",
            " ",
            "x" * 30,
            "图" * 12,
        ]
    )
    | st.text(alphabet="abc `~\t", max_size=60)
    | st.text(max_size=10),
    max_size=40,
)


def test_a_short_text_is_one_page() -> None:
    """Text within the limit is not touched."""
    assert split("Hello.\n\nWorld.") == ["Hello.\n\nWorld."]


def test_an_empty_text_has_no_page() -> None:
    """There is nothing to post where there is nothing to say."""
    assert split(" \n ") == []


def test_a_page_ends_at_a_line() -> None:
    """Where lines fit, none is cut."""
    assert split("one two\nthree four\nsix seven", limit=20) == [
        "one two\nthree four",
        "six seven",
    ]


def test_a_long_line_is_cut_at_a_space() -> None:
    """No word is broken that fits a page."""
    assert split("alpha beta gamma delta", limit=20) == ["alpha beta gamma", "delta"]


def test_a_word_longer_than_a_page_is_cut() -> None:
    """A word that fits no page loses nothing but is cut."""
    assert "".join(split("x" * 45, limit=20)) == "x" * 45


def test_a_code_block_is_closed_and_opened_again() -> None:
    """Each page of a cut code block is a code block of the same language."""
    code = "\n".join(f"line {number}" for number in range(10))
    pages = split(f"```py\n{code}\n```", limit=40)
    assert len(pages) > 1
    assert all(page.startswith("```py\n") and page.endswith("\n```") for page in pages)


@pytest.mark.parametrize("before", ["", "   ", "      ", "\t", "- ", "1. ", "> ", ">  - "])
def test_a_code_block_in_a_list_or_a_quote_is_closed_on_each_page(before: str) -> None:
    """Discord takes a mark for one wherever it stands."""
    code = "\n".join(f"{before}line {number} of the code" for number in range(30))
    pages = split(f"First:\n{before}```py\n{code}\n{before}```\nand then\n" * 2, limit=300)
    assert len(pages) > 3
    assert all(page.count("```") % 2 == 0 for page in pages)


def test_text_after_a_code_block_is_no_code() -> None:
    """A closed block stays closed."""
    assert split("```\na\n```\n" + "b " * 20, limit=30)[-1].count("```") == 0


def test_a_long_line_of_code_has_no_empty_block_before_it() -> None:
    """What is longer than a page begins on the page whose code block is opened for it."""
    pages = split("```py\n" + "x" * 50 + "\n```", limit=40)
    assert pages[0] == "```py\n" + "x" * 30 + "\n```"


@pytest.mark.parametrize("before", ["Look: ", "a, b = 1, 2; ", "1. see "])
def test_a_code_block_that_begins_within_a_line_is_closed_on_each_page(before: str) -> None:
    """What stands behind it on the last one is no code."""
    code = "\n".join(f"line {number}" for number in range(30))
    first, *others, last = split(f"{before}```py\n{code}\n```\nand then", limit=100)
    assert first.startswith(f"{before}```py\nline 0")
    assert all(page.startswith("```py\nline ") for page in (*others, last))
    assert last.endswith("line 29\n```\nand then")


def test_marks_that_discord_does_not_know_are_text() -> None:
    """Between tildes a code block is one, and between four backticks three end it."""
    code = "\n".join(f"line {number}" for number in range(9))
    pages = split(f"~~~~\n```py\n{code}\n```\n~~~~", limit=60)
    assert [page.count("~~~~") for page in pages] == [1, 1]
    assert [page.count("```") for page in pages] == [2, 2]
    ended = split(f"````md\ncode\n```\n{code}\n```\nmore code\n````", limit=60)
    assert ended[0].startswith("````md\ncode\n```\nline 0")
    assert all(len(MARKS.findall(page)) % 2 == 0 for page in ended)


@given(st.lists(st.text(alphabet="abc ;", min_size=1, max_size=300), min_size=1, max_size=8))
def test_long_lines_of_code_stay_code_of_their_language(lines: list[str]) -> None:
    """Each page is a code block of its own, and all of them together say the same."""
    code = "\n".join(lines)
    pages = split(f"```c++\nx{code}\n```", limit=60)
    assert all(page.startswith("```c++\n") and page.endswith("\n```") for page in pages)
    inside = "".join(page.removeprefix("```c++").removesuffix("```") for page in pages)
    assert "".join(inside.split()) == "".join(f"x{code}".split())


@given(LINES.map("\n".join), st.integers(LEAST_CHARACTERS, 400))
@example("`" * 100, LEAST_CHARACTERS)
@example("a" * 18 + "```\n```", LEAST_CHARACTERS)
def test_every_page_has_its_code_blocks_whole(text: str, limit: int) -> None:
    """Of the marks that begin and end them each has its other on the same page."""
    for page in split(text, limit=limit):
        assert len(MARKS.findall(page)) % 2 == 0


@given(LINES.map("\n".join), st.integers(LEAST_CHARACTERS, 120))
@example("```py\n" * 1_000, 40)
@example("```\n```\n" * 500, LEAST_CHARACTERS)
@example("``` " + "a" * 76 + "\ncode", 120)
@example("   ```\n" + "x" * 100, LEAST_CHARACTERS)
@example("a" * 13 + "```\n" + "b" * 30, LEAST_CHARACTERS)
def test_every_page_can_be_posted(text: str, limit: int) -> None:
    """Whatever the text, it comes to an end, and no page of it is too long or empty."""
    for page in split(text, limit=limit):
        assert 0 < len(page) <= limit
        assert page.strip()


@given(LINES.map("\n".join), st.integers(250, 400))
@example("\t```", 250)
def test_nothing_is_lost_or_moved(text: str, limit: int) -> None:
    """But white space, and the marks that the cuts of code blocks need."""
    # As Discord does, which takes an indented mark at the very beginning for one that is not.
    meant = text.strip()
    assert words_of("\n".join(split(text, limit=limit))) == words_of(meant)


@given(LINES.map("\n".join), st.integers(250, 400))
def test_every_page_closes_what_it_opens(text: str, limit: int) -> None:
    """What is added behind a page is no code."""
    for page in split(text, limit=limit):
        assert split(page, limit=2_000) == [page.strip()]


@pytest.mark.parametrize("limit", [LEAST_CHARACTERS - 1, 1, 0, -600])
def test_what_is_no_page_is_refused(limit: int) -> None:
    """A limit that holds nothing beside the marks of a code block would never come to an end."""
    with pytest.raises(ValueError, match=str(limit)):
        split("some text", limit=limit)


@given(LINES.map("\n".join), st.integers(LEAST_CHARACTERS, 120))
def test_an_opening_is_the_first_page(text: str, limit: int) -> None:
    """The same one, though the rest is not looked at."""
    assert opening(text, limit) == "".join(split(text, limit)[:1])


@given(st.lists(st.text(alphabet="abcdef", min_size=1, max_size=12), max_size=60))
def test_every_word_arrives_in_order(given_words: list[str]) -> None:
    """Nothing is lost or moved by the cuts."""
    pages = split(" ".join(given_words), limit=50)
    assert " ".join(pages).split() == given_words


def test_shorten_cuts_at_a_word() -> None:
    """A cut text ends with a whole word and an ellipsis."""
    assert shorten("a red lighthouse by the sea", 20) == "a red lighthouse by…"


@given(LINES.map("\n".join), st.integers(200, 400))
def test_a_cut_text_has_an_ellipsis_and_no_open_code(text: str, limit: int) -> None:
    """It is as long as it may be, and what fits is not touched."""
    short = truncate(text, limit)
    assert len(short) <= limit
    if len(text) <= limit:
        assert short == text
    else:
        assert short.endswith("\n…")
        assert split(short, limit=2_000) == [short.lstrip()]


def test_a_cut_text_fills_its_room() -> None:
    """Also where a long line follows a short one."""
    assert len(truncate("short\n" + "x" * 900, 500)) > 400


@given(st.text(alphabet="ab \n", max_size=200), st.integers(1, 40))
def test_a_short_text_has_no_more_than_its_limit(text: str, limit: int) -> None:
    """However many words it has."""
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == " ".join(text.split()) or short.endswith("…")


def test_shorten_leaves_short_text() -> None:
    """Short text only loses its line breaks."""
    assert shorten("a\nb", 10) == "a b"


def words_of(text: str) -> str:
    """Return a text without white space and the marks of code blocks."""
    return "".join(MARKS.sub("", text).split())
