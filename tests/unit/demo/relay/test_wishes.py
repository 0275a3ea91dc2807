"""Tools: when a chat model of the relay calls one, and what it wants to hear of that."""

from typing import Any

import pytest

from demo.jsons import JSON
from demo.relay.wishes import CHINESE, ENGLISH
from tests.unit.demo.relay.asking import Client, picture_part, said

CHAT, PRO, OLD = "gemini-3.1-pro", "gemini-3-pro-image", "gemini-2.5-flash"
TOOLS = {"tools": [{"functionDeclarations": [{"name": "draw", "description": "Draws."}]}]}
DONE = {"functionResponse": {"name": "draw", "response": {"result": "done"}}}


def asking(words: str, *before: JSON) -> JSON:
    """Ask with the tool at hand, about what is before the words."""
    return TOOLS | {"contents": [{"role": "user", "parts": [*before, {"text": words}]}]}


async def going_on(client: Client, model: str, *told: JSON) -> JSON:
    """Have something drawn, and return the body of the next turn, which begins with this."""
    body = asking("draw a fox")
    called = (await client.post(body, model)).parts
    body["contents"] += [
        {"role": "model", "parts": called},
        {"role": "user", "parts": [*told, {"text": "thanks"}]},
    ]
    return body


@pytest.mark.parametrize(
    ("words", "prompt", "says"),
    [
        ("draw a fox", "a fox", ENGLISH),
        ("Please paint\na fox", "a fox", ENGLISH),
        ("anna: draw a fox", "a fox", ENGLISH),
        ("请画一只狐狸", "狐狸", CHINESE),
    ],
)
async def test_who_asks_for_a_picture_has_it_drawn(
    client: Client, words: str, prompt: str, says: str
):
    """In either language, also behind a name."""
    text, call = (await client.post(asking(words), CHAT)).parts
    assert text == {"text": says}
    assert call["functionCall"] == {"name": "draw", "args": {"prompt": prompt}}
    assert call["thoughtSignature"]


async def test_who_asks_for_a_change_has_the_picture_edited(client: Client):
    """Where there is one; else it is talk."""
    _, call = (await client.post(asking("make it blue", picture_part()), CHAT)).parts
    assert call["functionCall"]["args"] == {"prompt": "make it blue", "edit": True}
    (talk,) = (await client.post(asking("make it blue"), CHAT)).parts
    assert "no AI" in talk["text"]


async def test_without_a_tool_it_talks(client: Client):
    """What is not declared is not called."""
    (talk,) = (await client.post(said("draw a fox"), CHAT)).parts
    assert "no AI" in talk["text"]


async def test_a_call_that_is_answered_is_gone_on_from(client: Client):
    """With its signature, as it was."""
    assert (await client.post(await going_on(client, CHAT, DONE), CHAT)).status == 200


@pytest.mark.parametrize("told", [(), (DONE, DONE)])
async def test_each_call_wants_one_response(client: Client, told: tuple[JSON, ...]):
    """400, in Google's words."""
    answer = await client.post(await going_on(client, CHAT, *told), CHAT)
    assert answer.status == 400
    assert "number of function response parts is equal" in answer.message


async def test_a_call_wants_its_signature_back(client: Client):
    """A family that signs insists on it, and looks whether it is true."""
    body = await going_on(client, CHAT, DONE)
    call: Any = body["contents"][1]["parts"][1]
    call["functionCall"]["args"] = {"prompt": "a cat"}
    assert "Corrupted thought signature" in (await client.post(body, CHAT)).message
    del call["thoughtSignature"]
    assert "missing a thought_signature in functionCall" in (await client.post(body, CHAT)).message
    assert (await client.post(await going_on(client, OLD, DONE), OLD)).status == 200


async def test_painters_have_no_tools(client: Client):
    """A request that declares one is refused."""
    answer = await client.post(asking("a fox"), PRO)
    assert answer.status == 400
    assert "Function calling is not enabled" in answer.message
