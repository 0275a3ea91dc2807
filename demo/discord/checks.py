"""Refuse what Discord would not take of messages, forms and names; simcord checks the rest."""

from collections.abc import Iterator
from typing import Any, Final

from simcord.backend.errors import BackendError
from simcord.backend.models import Interaction
from simcord.components import walk_components

from demo.discord.controls import check_control
from demo.discord.file_types import check_file_types
from demo.jsons import JSON, is_object

# Discord docs, Receiving and Responding: kinds of interactions and of their answers.
_MODAL_SUBMIT: Final = 5
_SUGGESTIONS: Final = 8
_MODAL: Final = 9
# Discord docs, Components: kinds, and what takes neither label nor emoji (premium buttons).
_BUTTON: Final = 2
_TEXT_INPUT: Final = 4
_PREMIUM: Final = 6

_MOST_SUGGESTIONS: Final = 25
_SUGGESTION_CHARACTERS: Final = 100
_FIELD_CHARACTERS: Final = 4_000
_ALT_CHARACTERS: Final = 1_024
_NAME_CHARACTERS: Final = 100


def check_answer(asked: Interaction | None, body: Any) -> None:
    """Raise ``BackendError`` for what is no first answer to an interaction."""
    if asked is None or asked.responded or not is_object(body):
        return
    data: JSON = body.get("data") or {}
    if body.get("type") == _MODAL:
        _check("a form answers no form", holds=asked.type != _MODAL_SUBMIT)
        _check_fields(data)
    if body.get("type") == _SUGGESTIONS:
        _check_suggestions(data.get("choices") or [])


def check_message(message: JSON) -> None:
    """Raise ``BackendError`` for what Discord would refuse of a message."""
    for file in files_in(message):
        _check("an alt text", holds=len(file.get("description") or "") <= _ALT_CHARACTERS)
    for part in walk_components(message.get("components") or []):
        if part.get("type") == _BUTTON and part.get("style") != _PREMIUM:
            _check("no label", holds=bool(part.get("label") or part.get("emoji")))
        check_control(part, in_form=False)


def messages_in(body: Any) -> Iterator[JSON]:
    """Yield the message that a call sends, answers with, or opens a post with."""
    for holder in (body, body.get("data"), body.get("message")) if is_object(body) else ():
        if is_object(holder):
            yield holder


def files_in(message: JSON) -> Iterator[JSON]:
    """Yield what a message says of its files."""
    yield from (file for file in message.get("attachments") or () if is_object(file))


def check_name(name: object) -> str:
    """Return the name of a thread as Discord keeps it; raise for one that it would not take."""
    said = name.strip() if isinstance(name, str) else ""
    _check("a name", holds=1 <= len(said) <= _NAME_CHARACTERS)
    return said


def _check_fields(form: JSON) -> None:
    for part in walk_components(form.get("components") or []):
        check_file_types(part)
        check_control(part, in_form=True)
        if part.get("type") == _TEXT_INPUT:
            most = part.get("max_length", _FIELD_CHARACTERS)
            _check("a value", holds=len(part.get("value") or "") <= min(most, _FIELD_CHARACTERS))


def _check_suggestions(choices: list[JSON]) -> None:
    _check("suggestions", holds=len(choices) <= _MOST_SUGGESTIONS)
    for choice in choices:
        _check("a name", holds=1 <= len(choice["name"]) <= _SUGGESTION_CHARACTERS)
        _check("a value", holds=len(str(choice["value"])) <= _SUGGESTION_CHARACTERS)


def _check(what: str, *, holds: bool) -> None:
    if not holds:
        raise BackendError(400, 50035, f"Invalid Form Body: {what}")
