from typing import Any

import pytest

from bot.domain.content import Memory, Part
from bot.domain.tool import Parameter, ParameterKind, Tool, ToolCall
from bot.relay.gemini.tools import declared
from tests.unit.domain.builders import TALKER, painted, turn
from tests.unit.relay.gemini.test_contents import ASKED, ROOMY, compose
from tests.unit.relay.gemini.test_reply import answer, document

CALL: dict[str, Any] = {"name": "draw", "args": {"prompt": "a kite"}}


def calling(*calls: dict[str, Any], signed: str | None = "c2ln") -> tuple[Part, ...]:
    """Return an answer of these calls, of which the first is signed."""
    return tuple(
        Part(
            memory=Memory(None if position else signed, {"functionCall": call}),
            call=ToolCall(call["name"], call["args"]),
        )
        for position, call in enumerate(calls)
    )


def test_a_tool_is_declared_in_geminis_words() -> None:
    """With the type of each parameter, what it may be, and which have to be there."""
    tool = Tool(
        "draw",
        "Draws.",
        (
            Parameter("prompt", "What.", required=True),
            Parameter("edit", "Whether.", ParameterKind.SWITCH),
            Parameter("aspect", "How.", choices=("1:1", "16:9")),
        ),
    )
    (group,) = declared([tool])
    assert group["functionDeclarations"] == [
        {
            "name": "draw",
            "description": "Draws.",
            "parameters": {
                "type": "OBJECT",
                "properties": {
                    "prompt": {"type": "STRING", "description": "What."},
                    "edit": {"type": "BOOLEAN", "description": "Whether."},
                    "aspect": {"type": "STRING", "description": "How.", "enum": ["1:1", "16:9"]},
                },
                "required": ["prompt"],
            },
        }
    ]


@pytest.mark.parametrize("spelling", ["functionCall", "function_call"])
def test_a_call_alone_is_an_answer(spelling: str) -> None:
    """It is kept as it was received, with its signature."""
    (part,) = answer(document({spelling: CALL, "thoughtSignature": "c2ln"})).parts
    assert part.call == ToolCall("draw", {"prompt": "a kite"})
    assert (part.text, part.token, part.extra) == (None, "c2ln", {spelling: CALL})


@pytest.mark.parametrize(
    ("call", "arguments"), [({"name": "draw"}, {}), ({"name": "draw", "args": None}, {})]
)
def test_a_call_may_lack_arguments(call: dict[str, Any], arguments: dict[str, Any]) -> None:
    """Nothing of it is taken for granted."""
    (part,) = answer(document({"functionCall": call})).parts
    assert part.call == ToolCall("draw", arguments)


@pytest.mark.parametrize("call", [None, "draw", [], {}, {"name": 7}, {"name": "a b"}])
def test_what_has_no_name_is_no_call(call: object) -> None:
    """A text beside it is the whole answer."""
    parts = answer(document({"text": "Hello"}, {"functionCall": call})).parts
    assert [part.call for part in parts if part.call] == []


def test_calls_of_a_stream_stay_apart_from_its_words() -> None:
    """Words come first in pieces, and the call whole."""
    found = answer(
        document({"text": "Here "}, finish=None),
        document({"text": "it is."}, finish=None),
        document({"functionCall": CALL, "thoughtSignature": "c2ln"}),
        stream=True,
    ).parts
    assert [(part.text, bool(part.call)) for part in found] == [
        ("Here it is.", False),
        (None, True),
    ]


def test_each_call_gets_one_response_at_once() -> None:
    """The first as it went, all others as not done, with their ids, before what comes next."""
    answered = calling(CALL | {"id": "a"}, CALL | {"id": "b"})
    path = [turn(1, *answered, family="talker"), turn(2, painted("kite"))]
    _, said, told, *_ = compose(path, ASKED, TALKER, budget=ROOMY).contents
    assert said.parts == answered
    first, second, words, *_ = told.parts
    assert first.memory.extra["functionResponse"] == {
        "id": "a",
        "name": "draw",
        "response": {"result": "The picture was made and shown to the member."},
    }
    assert second.memory.extra["functionResponse"]["id"] == "b"  # type: ignore[index]
    assert second.memory.extra["functionResponse"]["response"].keys() == {"error"}  # type: ignore[index]
    assert words.text == "wish 2"


def test_a_call_of_which_nothing_came_is_answered_so() -> None:
    """Before what the member says next."""
    path = [turn(1, *calling(CALL), family="talker")]
    told = compose(path, ASKED, TALKER, budget=ROOMY).contents[-1].parts
    assert told[0].memory.extra["functionResponse"]["response"].keys() == {"error"}  # type: ignore[index]
    assert told[1:] == ASKED


@pytest.mark.parametrize(
    ("family", "token", "signed"),
    [("another", "c2ln", True), ("talker", None, True), ("talker", "c2ln", False)],
)
def test_a_call_that_may_not_go_back_leaves_no_response(
    family: str,
    token: str | None,
    signed: bool,  # noqa: FBT001 (a table's column)
) -> None:
    """Another model's, an unsigned one, and any where memory was refused: its words stay."""
    path = [turn(1, Part(text="Here."), *calling(CALL, signed=token), family=family)]
    _, said, asked = compose(path, ASKED, TALKER, budget=ROOMY, signed=signed).contents
    assert [part.text for part in said.parts] == ["Here."]
    assert asked.parts == ASKED
