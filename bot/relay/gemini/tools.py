"""Tools in Gemini's words: declared, called, and answered.

Google's API reference, Function calling. A call is a part of the model's turn, which goes back as
it was received; what the next user turn begins with are as many responses as there were calls, or
Google refuses the request.
"""

from collections.abc import Sequence

from bot.domain.content import Memory, Part
from bot.domain.tool import Parameter, ParameterKind, Tool, ToolCall
from bot.relay import fields
from bot.relay.fields import JsonObject
from bot.relay.writer import JsonTree

_TYPES = {ParameterKind.TEXT: "STRING", ParameterKind.SWITCH: "BOOLEAN"}

_DONE: JsonTree = {"result": "The picture was made and shown to the member."}
_NOT_DONE: JsonTree = {"error": "No picture came of this call."}
_ONE_AT_A_TIME: JsonTree = {"error": "One picture is made for an answer: the first asked for."}


def declared(tools: Sequence[Tool], *, search: bool = False) -> list[JsonTree]:
    """Return what tells a model which tools it has; with `search`, also Google's own.

    Most models refuse to have both at once ("Multiple tools are supported only when they are all
    search tools"): who asks sees to that.
    """
    groups: list[JsonTree] = [{"googleSearch": {}}] if search else []
    if tools:
        groups.append({"functionDeclarations": [_declaration(tool) for tool in tools]})
    return groups


def called(raw: JsonObject) -> ToolCall | None:
    """Return the call that a part is; None for any other part."""
    call = fields.an_object(fields.field(raw, "functionCall"))
    name = fields.a_name(call.get("name"))
    return ToolCall(name, fields.an_object(call.get("args"))) if name else None


def responses(parts: Sequence[Part], *, is_done: bool) -> list[Part]:
    """Return what answers the calls of a model's turn; `is_done` says whether one was followed."""
    calls = [call for part in parts if (call := _call_of(part))]
    outcomes = [_DONE if is_done else _NOT_DONE, *[_ONE_AT_A_TIME] * len(calls)]
    return [_response(call, outcome) for call, outcome in zip(calls, outcomes, strict=False)]


def _declaration(tool: Tool) -> JsonTree:
    return {
        "name": tool.name,
        "description": tool.description,
        "parameters": {
            "type": "OBJECT",
            "properties": {each.name: _schema(each) for each in tool.parameters},
            "required": [each.name for each in tool.parameters if each.required],
        },
    }


def _schema(parameter: Parameter) -> JsonTree:
    schema: JsonTree = {"type": _TYPES[parameter.kind], "description": parameter.description}
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    return schema


def _call_of(part: Part) -> JsonObject:
    known = part.memory.extra
    return fields.an_object(known.get("functionCall") or known.get("function_call"))


def _response(call: JsonObject, outcome: JsonTree) -> Part:
    # Some calls have an id, by which their responses are told apart.
    named = {name: call[name] for name in ("id", "name") if name in call}
    return Part(memory=Memory(extra={"functionResponse": {**named, "response": outcome}}))
