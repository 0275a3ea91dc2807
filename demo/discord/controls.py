"""Refuse menus, groups and boxes that Discord would not take; simcord checks their sizes."""

from typing import Final

from simcord.backend.errors import BackendError

from demo.jsons import JSON

# Discord docs, Components: kinds of controls.
_STRINGS: Final = 3
_CHECKBOX_GROUP: Final = 22
_ENTITIES: Final = {5: {"user"}, 6: {"role"}, 7: {"user", "role"}, 8: {"channel"}}
_GROUPS: Final = (21, _CHECKBOX_GROUP)
_UPLOAD: Final = 19


def check_control(part: JSON, *, in_form: bool) -> None:
    """Raise ``BackendError`` for a control of a message or form that contradicts itself."""
    kind = part.get("type")
    if kind in (_STRINGS, *_ENTITIES):
        _check_menu(part, in_form=in_form)
    if kind in (*_ENTITIES, _STRINGS, _UPLOAD, _CHECKBOX_GROUP):
        # In messages, where it means nothing, it is looked at too (discord-api-docs, issue 7800).
        required = part.get("required", in_form)
        _check("required, and none is enough", holds=not required or part.get("min_values") != 0)
    if kind in _GROUPS:
        chosen = sum(bool(option.get("default")) for option in part.get("options") or ())
        most = part.get("max_values") or chosen if kind == _CHECKBOX_GROUP else 1
        _check("too many are chosen", holds=chosen <= most)


def _check_menu(menu: JSON, *, in_form: bool) -> None:
    fewest, most = menu.get("min_values", 1), menu.get("max_values", 1)
    options: list[JSON] = menu.get("options") or []
    defaults: list[JSON] = menu.get("default_values") or []
    _check("disabled", holds=not (in_form and menu.get("disabled")))
    if menu["type"] == _STRINGS:
        # (discord.py, issue 6984.)
        _check("fewer options than can be chosen", holds=most <= len(options))
        chosen = sum(bool(option.get("default")) for option in options)
        _check("too many are chosen", holds=chosen <= most)
        _check("default_values", holds=not defaults)
        return
    _check("options", holds=not options)
    kinds = _ENTITIES[menu["type"]]
    _check("default_values", holds=all(value.get("type") in kinds for value in defaults))
    _check("default_values", holds=not defaults or fewest <= len(defaults) <= most)
    for value in defaults:
        # A library may say it as a number; Discord never does.
        value["id"] = str(value["id"])


def _check(what: str, *, holds: bool) -> None:
    if not holds:
        raise BackendError(400, 50035, f"Invalid Form Body: {what}")
