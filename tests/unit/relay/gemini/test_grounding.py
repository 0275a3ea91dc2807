"""What an answer stands on, as far as a relay says so."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.grounding import UNGROUNDED, Link
from bot.domain.request import CutShort
from bot.relay.gemini.grounding import LONGEST_URL, results_of
from tests.unit.relay.gemini.test_reply import answer, candidate


def searched(*documents: Any) -> list[str]:
    """Return the words of the searches that an answer stands on."""
    return [search.words for search in answer(*documents).grounding.searches]


def grounded(**metadata: Any) -> dict[str, Any]:
    """Return a document with words and this grounding."""
    return {"candidates": [candidate({"text": "a"}, groundingMetadata=metadata)]}


def test_sources_are_five_different_web_pages_at_most() -> None:
    """Grounding becomes up to five links, each once, and none but of the web."""
    pages = ["HTTPS://a.example/1", "javascript:alert(1)", "HTTPS://a.example/1"]
    pages += [f"http://a.example/{number}" for number in range(2, 9)]
    chunks = [{"web": {"uri": page, "title": " T\n1 "}} for page in pages]
    sources = answer(grounded(groundingChunks=[*chunks, None])).grounding.sources
    assert [source.url[-1] for source in sources] == ["1", "2", "3", "4", "5"]
    assert sources[0].words == "T 1"


def test_an_address_that_is_too_long_is_left_out() -> None:
    """It would take the place of all others."""
    chunks = [{"web": {"uri": f"https://a.example/{'x' * length}"}} for length in (1, 500)]
    (source,) = answer(grounded(groundingChunks=chunks)).grounding.sources
    assert source == Link("", "https://a.example/x")


def test_what_was_searched_for_is_told_once() -> None:
    """In order, without what is empty, no text, or can't be seen."""
    queries = ["", " red\n kites ", 7, None, "red kites", "\u202ekites\u0007 today", "\u200b"]
    assert searched(grounded(webSearchQueries=queries)) == ["red kites", "kites today"]


def test_searches_are_capped() -> None:
    """In their number and length: a message has no room for more."""
    found = searched(grounded(webSearchQueries=[f"{n} " + "x" * 999 for n in range(99)]))
    assert [len(words) for words in found] == [200] * 20


def test_grounding_that_makes_no_sense_is_none() -> None:
    """Whatever stands in its place."""
    for odd in (None, 7, "x", [], {"web": 1}, ["x", {"web": {"uri": ["https://a.example/"]}}]):
        document = grounded(groundingChunks=odd, webSearchQueries={"a": odd})
        assert answer(document).grounding == UNGROUNDED


def test_the_pieces_of_a_stream_say_it_together() -> None:
    """It comes with the last ones, in parts or again and again."""
    pieces = [
        {"candidates": [candidate({"text": "a"})]},
        grounded(webSearchQueries=["kites"]),
        grounded(
            webSearchQueries=["kites", "red kites"],
            groundingChunks=[{"web": {"uri": "https://a.example/", "title": "a.example"}}],
        ),
    ]
    found = answer(*pieces).grounding
    assert [search.words for search in found.searches] == ["kites", "red kites"]
    assert found.sources == (Link("a.example", "https://a.example/"),)


def test_an_answer_that_breaks_off_stands_on_what_was_told_by_then() -> None:
    """What is shown of it was found that way."""
    piece = {
        "candidates": [
            {
                "content": {"parts": [{"text": "a"}]},
                "groundingMetadata": {"webSearchQueries": ["kites"]},
            }
        ]
    }
    found = answer(piece, stream=True)
    assert found.cut is CutShort.BROKEN_OFF
    assert [search.words for search in found.grounding.searches] == ["kites"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_a_search_leads_to_its_results(query: str) -> None:
    """In an address as long as Discord takes it, which has the beginning of a long one."""
    address = results_of(query)
    assert len(address) <= LONGEST_URL
    (asked,) = parse_qs(urlsplit(address).query, keep_blank_values=True)["q"]
    assert query.startswith(asked)


def test_nothing_but_its_words_is_in_that_address() -> None:
    """Whatever a model searches for."""
    assert results_of("red & blue=1 #2") == "https://www.google.com/search?q=red+%26+blue%3D1+%232"
