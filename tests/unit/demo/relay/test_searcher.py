"""Searching: which models of the relay can, what they refuse, and what they say they found."""

import pytest

from tests.unit.demo.relay.asking import Client, said

SEARCH = {"googleSearch": {}}
DRAW = {"functionDeclarations": [{"name": "draw", "description": "Draws."}]}
PAINTER, TALKER = "gemini-3-pro-image", "gemini-3.1-pro"


@pytest.mark.parametrize("model", [PAINTER, TALKER])
async def test_who_may_search_says_what_the_answer_stands_on(client: Client, model: str):
    """With the searches, the pages, and the HTML that Google wants to be shown."""
    answer = await client.post(said("red kites") | {"tools": [SEARCH]}, model)
    (candidate,) = answer.json["candidates"]
    grounding = candidate["groundingMetadata"]
    assert grounding["webSearchQueries"] == ["red kites", "red kites today"]
    assert grounding["groundingChunks"][0]["web"]["title"] == "example.com"
    assert "<div" in grounding["searchEntryPoint"]["renderedContent"]


async def test_a_stream_says_it_at_its_end(client: Client):
    """With the last event, as Google does."""
    body = said("What about red kites?") | {"tools": [SEARCH]}
    answer = await client.post(body, TALKER, "streamGenerateContent?alt=sse")
    *others, last = answer.events
    assert others
    assert "groundingMetadata" in last["candidates"][0]
    assert not any("groundingMetadata" in event["candidates"][0] for event in others)


async def test_without_being_told_to_nothing_is_searched_for(client: Client):
    """An answer then stands on nothing."""
    answer = await client.post(said("red kites"), TALKER)
    assert "groundingMetadata" not in answer.json["candidates"][0]


@pytest.mark.parametrize(
    ("model", "tools", "message"),
    [
        ("gemini-2.5-flash-image", [SEARCH], "Search as tool is not enabled"),
        ("gemini-3.1-flash-lite-image", [SEARCH], "Search as tool is not enabled"),
        (TALKER, [SEARCH, DRAW], "only when they are all search tools"),
        (TALKER, [SEARCH | DRAW], "only when they are all search tools"),
    ],
)
async def test_what_real_models_refuse_is_refused(
    client: Client, model: str, tools: list[object], message: str
):
    """Models that can't search, and functions beside a search."""
    answer = await client.post(said("red kites") | {"tools": tools}, model)
    assert answer.status == 400
    assert message in answer.message
