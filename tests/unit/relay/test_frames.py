"""Markup around a picture, which members would read as odd characters."""

import base64

import pytest

from tests.unit.relay.exchange import answering, asked, reply
from tests.unit.relay.support import PNG, Shelf

URI = "data:image/png;base64," + base64.b64encode(PNG * 9).decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('![kite](@ "A kite")', [None]),
        ("![kite](<@>)", [None]),
        ("![a [b] c](@) done", [None, " done"]),
        ('Here: <img alt="a" src="@" width="9"/>', ["Here: ", None]),
        ("<img src='@'>", [None]),
        ("<figure><IMG SRC=@></figure>", ["<figure>", None, "</figure>"]),
        ("```\n@\n```", [None]),
        ("It is `@`.", ["It is ", None, "."]),
        ("[![kite](@)](https://a.example/)", [None]),
        ('{"image": "@"}', [None]),
        ("![a](@)\n![b](@)", [None, None]),
        ("See [1] (new): ![a](@), as ![b](@ 'B') shows", None),
    ],
)
async def test_nothing_is_left_of_what_stood_around_a_picture(
    shelf: Shelf, text: str, expected: list[str | None] | None
) -> None:
    """The picture is shown beside the words, which are those that the model meant."""
    found = await asked(shelf, answering(reply({"text": text.replace("@", URI)})))
    said = [part.text for part in found.parts]
    assert said == (expected or ["See [1] (new): ", None, ", as ", None, " shows"])


@pytest.mark.parametrize("words", ["a `code`", "[link](https://a.example/)", 'He said "no"', "(x)"])
async def test_words_beside_a_picture_stay(shelf: Shelf, words: str) -> None:
    """What is whole in itself is no frame."""
    inline = {"inlineData": {"data": base64.b64encode(PNG).decode()}}
    found = await asked(shelf, answering(reply({"text": words}, inline, {"text": words})))
    assert [part.text for part in found.parts] == [words, None, words]
