import base64
import itertools
import textwrap

import pytest

from bot.relay.spoken import LONGEST_WHILE_GROWING, Growing
from tests.unit.relay.support import PNG

DATA = base64.b64encode(PNG * 3).decode()


def shown(text: str, *sizes: int) -> str:
    """Return what is shown of a text that comes in pieces of these sizes."""
    growing, said, start = Growing(), "", 0
    for size in itertools.cycle(sizes):
        if start >= len(text):
            return said
        said += growing.shown(text[start : start + size])
        start += size
    raise AssertionError


SIZES = pytest.mark.parametrize("sizes", [(1,), (2, 1), (3,), (7, 2), (40,), (9_999,)])


@SIZES
@pytest.mark.parametrize(
    "picture",
    [
        DATA,
        f"![a kite]({DATA})",
        f"[a kite]( {DATA} )",
        f"![a]({'iVBORw0KGgo' + 'A' * 89}\n{'A' * 64}\nAAA=)",
        f"data:application/pdf;base64,{DATA}",
        f"![](data:image/heic;base64,\n{textwrap.fill(DATA, 64)})",
        "![a kite]()",
    ],
    ids=["bare", "in a picture", "in a link", "in lines", "of a type", "all of it", "taken away"],
)
def test_no_base64_is_shown_while_it_comes(picture: str, sizes: tuple[int, ...]) -> None:
    """Neither is the markdown around it; the words before and behind it are."""
    assert shown(f"Look: {picture} there.\n", *sizes) == "Look:  there.\n"


@SIZES
@pytest.mark.parametrize(
    "words",
    [
        "Read [1] and ![this](https://a.example/d/9j/a.png), or [that](b) (data: none).\n",
        "R0lGOD and /9j/ are how pictures begin; iVBORw0KGgo= too.\n",
        "It is data, and dad said: da!\n",
        "![ is no picture, and [ no link.\n",
        "你好！[图](https://a.example/图.png)。\n",
    ],
)
def test_words_are_shown_as_they_are(words: str, sizes: tuple[int, ...]) -> None:
    """However they are cut."""
    assert shown(words, *sizes) == words


@SIZES
def test_of_what_is_too_long_for_a_word_the_beginning_is_shown(sizes: tuple[int, ...]) -> None:
    """A key may be one; lines of it are not shown at all."""
    lines = "\n".join(["QUJD" * 16] * 4)
    said = shown(f"Key: {lines} so.\n", *sizes)
    assert said == f"Key: {lines[:LONGEST_WHILE_GROWING]} so.\n"


def test_a_long_text_is_shown_in_no_time() -> None:
    """However much of it is hidden; the test's own limit is what would be passed."""
    text = f"{'A' * 70} so " * 15_000
    assert shown(text, len(text)).count(" so ") == 15_000


def test_what_is_held_back_is_little() -> None:
    """A bracket that never closes does not hold back all that follows."""
    assert len(shown("[" + "word " * 200, 10)) > 900
