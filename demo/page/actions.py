"""Do what the page asks for, as the member who sits before it."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from demo.discord import ActionError, Channel, EmbeddedDiscord, Interaction, Member, Message
from demo.discord.entries import File
from demo.jsons import JSON, is_array, is_object

_MOST_FORMS = 50
# Menus of people, of roles, of both, and of channels (Discord docs, Component Reference).
_ENTITY_SELECTS = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class _Entity:
    """A person, role or channel, as the embedded Discord takes it."""

    id: int


@dataclass(frozen=True, slots=True)
class Request:
    """What the page sent: names and values, and files that these refer to by their places."""

    discord: EmbeddedDiscord
    fields: JSON
    files: list[File]

    @property
    def member(self) -> Member:
        """Return who acts."""
        return self.discord.member(int(self.fields["member"]))

    @property
    def channel(self) -> Channel:
        """Return where it happens."""
        return self.discord.channel(int(self.fields["channel"]))

    @property
    def message(self) -> Message:
        """Return the message that it is about."""
        return self.channel.message(int(self.fields["message"]))

    def text(self, name: str) -> str:
        """Return a text, empty if there is none."""
        return str(self.fields.get(name) or "")

    def values(self, name: str) -> dict[str, Any]:
        """Return a mapping in which files, people, roles and channels stand for themselves."""
        given: JSON = self.fields.get(name) or {}
        return {key: self._value(value) for key, value in given.items()}

    def _value(self, value: Any) -> Any:
        if is_object(value) and "file" in value:
            return self.files[int(value["file"])]
        if is_object(value) and "id" in value:
            return _Entity(int(value["id"]))
        if is_array(value):
            return [self._value(item) for item in value]
        return value


async def _send(request: Request) -> JSON:
    reply_to = request.fields.get("reply_to")
    sent = await request.member.send(
        request.channel,
        request.text("content"),
        files=request.files,
        reply_to=request.channel.message(int(reply_to)) if reply_to else None,
    )
    return {"message": str(sent.id)}


async def _thread(request: Request) -> JSON:
    message = request.message if request.fields.get("message") else None
    name = request.text("name") or "thread"
    thread = await request.member.start_thread(request.channel, name, message=message)
    return {"channel": str(thread.id)}


async def _autocomplete(request: Request) -> JSON:
    choices = await request.member.autocomplete(
        request.channel,
        request.text("command"),
        request.text("option"),
        request.text("text"),
        **request.values("filled"),
    )
    return {"choices": [{"name": choice.name, "value": choice.value} for choice in choices]}


async def _select(request: Request) -> Interaction:
    message, custom_id = request.message, request.text("custom_id")
    values: list[Any] = list(request.fields["values"])
    kinds = {select.custom_id: select.payload["type"] for select in message.selects}
    if kinds.get(custom_id) in _ENTITY_SELECTS:
        values = [_Entity(int(value)) for value in values]
    return await request.member.select(message, custom_id, values)


_TOLD: Mapping[str, Callable[[Request], Awaitable[JSON | None]]] = {
    "send": _send,
    "edit": lambda request: request.member.edit(request.message, request.text("content")),
    "delete": lambda request: request.member.delete(request.message),
    "typing": lambda request: request.member.typing(request.channel),
    "thread": _thread,
    "autocomplete": _autocomplete,
}
"""What is done at once, and what there is to tell of it."""

_ANSWERED: Mapping[str, Callable[[Request], Awaitable[Interaction]]] = {
    "slash": lambda request: request.member.slash(
        request.channel, request.text("command"), **request.values("options")
    ),
    "menu": lambda request: request.member.context_menu(
        request.channel, request.text("command"), request.message
    ),
    "user_menu": lambda request: request.member.user_menu(
        request.channel,
        request.text("command"),
        request.discord.member(int(request.fields["person"])),
    ),
    "press": lambda request: request.member.press(request.message, request.text("custom_id")),
    "select": _select,
}
"""What the bot has to answer."""


class Actions:
    """Carry out requests. What Discord's client would not let through raises `ActionError`."""

    def __init__(self, discord: EmbeddedDiscord) -> None:
        self._discord = discord
        self._forms: OrderedDict[str, Interaction] = OrderedDict()

    async def do(self, name: str, fields: JSON, files: list[File]) -> JSON:
        """Do what `name` says and return what the client learns of it at once.

        Raise `ActionError` if it can't be done, also for a request that is not well-formed.
        """
        request = Request(self._discord, fields, files)
        try:
            if name in _TOLD:
                return await _TOLD[name](request) or {}
            if name in _ANSWERED:
                return await self._answer(await _ANSWERED[name](request))
            if name == "submit":
                opened = self._forms[request.text("form")]
                sent = await request.member.submit(opened, request.values("values"))
                return await self._answer(sent)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise ActionError(f"This is gone, or not to be understood: {error!r}") from error
        raise ActionError(f"There is no action {name!r}")

    async def _answer(self, interaction: Interaction) -> JSON:
        """Return how the bot answered first: what is shown in the channel comes from there."""
        try:
            response = await interaction.response()
        except TimeoutError:
            raise ActionError("The application did not respond") from None
        if response.modal is None:
            return {"kind": response.kind}
        name = str(interaction.id)
        self._forms[name] = interaction
        while len(self._forms) > _MOST_FORMS:
            self._forms.popitem(last=False)
        return {"kind": response.kind, "form": {**response.modal.payload, "name": name}}
