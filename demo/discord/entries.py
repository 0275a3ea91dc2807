"""Turn what a member enters into the data of an interaction: options, selections, forms.

A file is ``(name, bytes)``; a person, role or channel is anything with an ``id``.
Whatever a Discord client would not let through raises ``ActionError``.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any, cast

import discord
from simcord.backend.serializers import role_payload, user_payload
from simcord.interactions import nest_options, validate_option_value, walk_to_subcommand

from demo.discord.cdn import clean_filename
from demo.discord.file_types import check_file
from demo.discord.interactions import Field, Modal
from demo.discord.model import Model, as_actions
from demo.discord.wire import ActionError
from demo.jsons import JSON

File = tuple[str, bytes]

_ATTACHMENT = 11
# Discord docs, Application Commands and Components: what an option, and what a menu, refers to.
_PEOPLE, _ROLES, _CHANNELS = "users", "roles", "channels"
_OPTION_ENTITIES = {6: (_PEOPLE,), 7: (_CHANNELS,), 8: (_ROLES,), 9: (_ROLES, _PEOPLE)}
_SELECT_ENTITIES = {5: (_PEOPLE,), 6: (_ROLES,), 7: (_ROLES, _PEOPLE), 8: (_CHANNELS,)}


class _Control(IntEnum):
    """The kinds of form fields that are not select menus."""

    TEXT_INPUT = 4
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


class Entry:
    """Collect one interaction's values and what they refer to (``resolved``)."""

    def __init__(self, model: Model, *, user_id: int, channel_id: int) -> None:
        self._resolved: JSON = {}
        self._model = model
        self._user_id = user_id
        self._channel_id = channel_id

    @property
    def resolved_part(self) -> JSON:
        """Return what the values refer to; Discord leaves the field out if that is nothing."""
        return {"resolved": self._resolved} if self._resolved else {}

    def options(self, command: JSON, path: list[str], given: Mapping[str, Any]) -> list[JSON]:
        """Return a slash command's options, nested below its subcommands.

        Values are checked against the synced command: names, types, choices, lengths, files.
        """
        declared = declared_options(command, path)
        if unknown := given.keys() - declared.keys():
            raise ActionError(
                f"/{command['name']} has no option {sorted(unknown)}; it has {list(declared)}"
            )
        if missing := [n for n, o in declared.items() if o.get("required") and n not in given]:
            raise ActionError(f"/{command['name']} needs {missing}")
        values = [self._option(command["name"], declared[n], v) for n, v in given.items()]
        return nest_options(command, path, values)

    def _option(self, command: str, option: JSON, value: Any) -> JSON:
        kind: int = option["type"]
        if kind in _OPTION_ENTITIES:
            value = self.entity(option, _OPTION_ENTITIES[kind], value)
        else:
            with as_actions():
                value = validate_option_value(command, option, value)
            if kind == _ATTACHMENT:
                value = self.upload(cast("File", value))
        return {"name": option["name"], "type": kind, "value": value}

    def upload(self, file: File) -> str:
        """Upload a hidden attachment and return its id."""
        name, data = file
        limit = self._model.upload_limit(self._channel_id)
        if len(data) > limit:
            raise ActionError(f"{name} is larger than {limit} bytes")
        attachment = self._model.cdn.store(
            self._model.snowflake(), self._channel_id, clean_filename(name), data, hidden=True
        )
        self._resolved.setdefault("attachments", {})[attachment["id"]] = attachment
        return attachment["id"]

    def _uploads(self, field: Field, value: Any) -> list[str]:
        files = _files(value)
        if len(files) > field.payload.get("max_values", 1):
            raise ActionError(f"Too many files for {field.label!r}")
        for name, _ in files:
            check_file(field.payload, name)
        return [self.upload(file) for file in files]

    def person(self, value: Any) -> str:
        """Resolve a person and return the id."""
        return self.entity({}, (_PEOPLE,), value)

    def entity(self, control: JSON, kinds: tuple[str, ...], value: Any) -> str:
        """Resolve a person (with membership), role or channel and return the id."""
        entity_id: int = value.id
        entry = str(entity_id)
        for kind in kinds:
            if (found := self._found(kind, entity_id)) is not None:
                break
        else:
            raise ActionError(f"{entity_id} is none of {kinds} here")
        kinds_taken = control.get("channel_types")
        if kind == _CHANNELS and kinds_taken and found["type"] not in kinds_taken:
            raise ActionError(f"{found['name']} is no channel of the kinds {kinds_taken}")
        self._resolved.setdefault(kind, {})[entry] = found
        return entry

    def _found(self, kind: str, entity_id: int) -> JSON | None:
        """Return what Discord says of an entity that the member sees, nothing if there is none."""
        model, guild_id = self._model, self._model.guild_of(self._channel_id)
        guild = model.guilds.get(guild_id or 0)
        if kind == _ROLES:
            role = guild.roles.get(entity_id) if guild is not None else None
            return cast("JSON", role_payload(role)) if role is not None else None
        if kind == _CHANNELS:
            if model.guild_of(entity_id) != guild_id or not model.can_see(self._user_id, entity_id):
                return None
            held = {
                name: str(model.permissions(who, entity_id).value)
                for name, who in (
                    ("permissions", self._user_id),
                    ("app_permissions", model.bot_user.id),
                )
            }
            return model.channel_payload(entity_id) | held
        if entity_id not in model.users:
            return None
        if guild is not None and entity_id in guild.members:
            member = model.member_payload(guild.id, entity_id, with_user=False)
            member["permissions"] = str(model.permissions(entity_id, self._channel_id).value)
            self._resolved.setdefault("members", {})[str(entity_id)] = member
        return cast("JSON", user_payload(model.users[entity_id]))

    def selection(self, select: JSON, values: Iterable[Any]) -> list[str]:
        """Return the values chosen in a select menu."""
        kind: int = select["type"]
        chosen = list(values)
        fewest, most = select.get("min_values", 1), select.get("max_values", 1)
        if not fewest <= len(chosen) <= most:
            raise ActionError(f"{select['custom_id']} takes {fewest} to {most} values")
        if kind in _SELECT_ENTITIES:
            return [self.entity(select, _SELECT_ENTITIES[kind], value) for value in chosen]
        return _offered(select, chosen)

    def form(self, modal: Modal, given: Mapping[str, Any]) -> list[JSON]:
        """Return a filled form's components; fields are named by label or custom id."""
        by_name = {f.label: f for f in modal.fields} | {f.custom_id: f for f in modal.fields}
        if unknown := given.keys() - by_name.keys():
            raise ActionError(
                f"{modal.title!r} has no field {sorted(unknown)}; it has {list(by_name)}"
            )
        values = {by_name[name].custom_id: value for name, value in given.items()}
        controls = {f.custom_id: self._control(f, values.get(f.custom_id)) for f in modal.fields}
        return [_filled(component, controls) for component in modal.payload["components"]]

    def _control(self, field: Field, value: Any) -> JSON:
        data: JSON = {"type": field.kind, "custom_id": field.custom_id, "id": field.payload["id"]}
        match field.kind:
            case _Control.TEXT_INPUT:
                data["value"] = _text(field, value)
            case _Control.FILE_UPLOAD:
                data["values"] = self._uploads(field, value)
            case _Control.RADIO_GROUP:
                chosen = _preset(field.payload) if value is None else [value]
                data["value"] = next(iter(_offered(field.payload, chosen)), None)
            case _Control.CHECKBOX_GROUP:
                data["values"] = _checked(field, value)
            case _Control.CHECKBOX:
                data["value"] = bool(field.payload.get("default") if value is None else value)
            case _:
                chosen = _preset(field.payload) if value is None else list(value)
                data["values"] = self.selection(field.payload, chosen) if chosen else []
        if field.required and data.get("value", data.get("values")) in ("", [], None):
            raise ActionError(f"{field.label!r} must be filled in")
        return data


def _files(value: Any) -> list[File]:
    if isinstance(value, tuple):
        return [cast("File", value)]
    return list(cast("Sequence[File]", value or ()))


def declared_options(command: JSON, path: list[str]) -> dict[str, JSON]:
    """Return the options of the (sub)command at the end of a path of names, by name."""
    with as_actions():
        leaf, _ = walk_to_subcommand(command, path)
    return {option["name"]: option for option in leaf.get("options") or ()}


def _offered(control: JSON, values: list[Any]) -> list[str]:
    offered = [option["value"] for option in control.get("options") or ()]
    for value in values:
        if value not in offered:
            raise ActionError(f"{control['custom_id']} offers {offered}, not {value!r}")
    return values


def _preset(control: JSON) -> list[Any]:
    """Return what is chosen in a control before anybody touches it."""
    entities = [discord.Object(int(value["id"])) for value in control.get("default_values") or ()]
    return entities + [o["value"] for o in control.get("options") or () if o.get("default")]


def _checked(field: Field, value: Any) -> list[str]:
    """Return which boxes of a group are checked: none, or as many as it takes."""
    control = field.payload
    chosen = _offered(control, _preset(control) if value is None else list(value))
    # discord.py says null where nothing is set.
    fewest, most = control.get("min_values") or 1, control.get("max_values") or len(chosen)
    if chosen and not fewest <= len(chosen) <= most:
        raise ActionError(f"{field.label!r} takes {fewest} to {most} of its boxes")
    return chosen


def _text(field: Field, value: Any) -> str:
    text = field.value if value is None else str(value)
    shortest, longest = field.payload.get("min_length") or 0, field.payload.get("max_length", 4000)
    if text and not shortest <= len(text) <= longest:
        raise ActionError(f"{field.label!r} takes {shortest} to {longest} characters")
    return text


def _filled(component: JSON, controls: Mapping[str, JSON]) -> JSON:
    """Return a form's component with its controls replaced by their values."""
    if component.get("custom_id") in controls:
        return controls[component["custom_id"]]
    filled: JSON = {"type": component["type"], "id": component["id"]}
    if "component" in component:
        filled["component"] = _filled(component["component"], controls)
    if "components" in component:
        filled["components"] = [_filled(child, controls) for child in component["components"]]
    return filled
