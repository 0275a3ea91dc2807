from hypothesis import given
from hypothesis import strategies as st

from bot.domain.grounding import Grounding, Link, joined
from bot.interface.markup import escaped
from bot.interface.messages.buttons import (
    LABEL_CHARACTERS,
    search_buttons,
)
from bot.interface.messages.layouts import NOTES_CHARACTERS
from bot.interface.messages.sources import searched, with_sources
from bot.interface.texts import Texts

TEXTS = Texts()
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs"]), min_size=1, max_size=200)


def shown(*sources: Link, notes: str = "") -> str:
    """Return what an answer says of its sources."""
    return with_sources(notes, sources, TEXTS, "en-US")


def test_sources_are_links_without_a_preview() -> None:
    """By their titles, else by where they are."""
    first, second = Link("A page", "https://a.example/1"), Link("", "https://b.example/2?c=d")
    assert shown(first, second, notes="-# a note") == (
        "-# a note\n-# 🌐 Sources: [A page](<https://a.example/1>)"
        " · [b.example](<https://b.example/2?c=d>)"
    )
    assert shown(notes="-# a note") == "-# a note"


def test_five_sources_are_enough() -> None:
    """More are not read by anybody."""
    assert shown(*[Link(f"page {n}", f"https://a.example/{n}") for n in range(9)]).count("](") == 5


def test_a_title_is_no_markup_and_an_address_ends_no_link() -> None:
    """Whatever somebody calls a page."""
    line = shown(Link("](https://evil.example) **@all**", "https://a.example/(x)>\\ y"))
    title, address = line.removeprefix("-# 🌐 Sources: ").split("](<")
    assert title == "[" + escaped("](https://evil.example) **@all**")
    assert address == "https://a.example/%28x%29%3E%5C%20y>)"


def test_an_odd_address_has_some_name() -> None:
    """Also where it can't be taken apart."""
    assert "[http\\:\\/\\/\\[x]" in shown(Link("", "http://[x"))


@given(st.lists(st.builds(Link, WORDS, WORDS.map(lambda words: f"https://a.example/{words}"))))
def test_there_is_room_for_sources(sources: list[Link]) -> None:
    """With the notes they take no more than notes may."""
    for notes in ("", "x" * (NOTES_CHARACTERS - 5), "x" * NOTES_CHARACTERS):
        assert len(shown(*sources, notes=notes)) <= NOTES_CHARACTERS


def test_a_short_link_is_shown_where_a_long_one_has_no_room() -> None:
    """One page does not hide the others."""
    line = shown(Link("long", f"https://a.example/{'ü' * 400}"), Link("b", "https://b.example/"))
    assert line == "-# 🌐 Sources: [b](<https://b.example/>)"


def test_no_address_is_too_long_to_be_left_out() -> None:
    """Also where a sentence could not hold it, or all of them."""
    longest = "https://a.example/" + "狐" * 494
    assert shown(Link("a", longest), notes="-# a note") == "-# a note"
    links = tuple(Link(f"{n}" * 60, f"https://a.example/{n}{'x' * 490}") for n in range(5))
    assert shown(*links).count("](") == 2
    assert searched([Grounding(searches=links)], NOTES_CHARACTERS, TEXTS, "en-US") == [""]


@given(WORDS)
def test_each_search_is_a_button(words: str) -> None:
    """With a label as long as Discord takes it."""
    (button,) = search_buttons([Link(words, "https://a.example/")])
    assert button.label
    assert len(button.label) <= LABEL_CHARACTERS
    assert (button.url, button.custom_id) == ("https://a.example/", None)


def test_what_several_answers_stand_on_is_told_once() -> None:
    """Each page and each search, under its first name."""
    a, b, c = (Link(name, f"https://{name}.example/") for name in "abc")
    again = Link("A", a.url)
    assert joined([Grounding((a,), (b, c)), Grounding((b, again), (again, b))]) == Grounding(
        (a, b), (b, c, again)
    )


def test_the_last_searches_have_room_first() -> None:
    """An answer has all of its own, or none."""
    found = [
        Grounding(searches=(Link(words, f"https://a.example/{words}"),)) for words in ("a", "b")
    ]
    last = "-# 🌐 Searched for: [b](<https://a.example/b>)"
    for room, lines in ((200, 2), (len(last) + 2, 1), (len(last), 0)):
        told = searched([*found, Grounding()], room, TEXTS, "en-US")
        assert [bool(line) for line in told] == [lines > 1, lines > 0, False]
    assert searched(found, len(last) + 2, TEXTS, "en-US") == ["", last]
