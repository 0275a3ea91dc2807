"""Do what the page asks for, as the member who sits before it."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from demo.discord import ActionError, Channel, EmbeddedDiscord, Interaction, Member, Message
from demo.discord.entries import File
from demo.jsons import JSON, is_array, is_object

_MOST_FORMS = 50
# Menus of people and of channels (Discord docs, Component Reference).
_ENTITY_SELECTS = (5, 8)


@dataclass(frozen=True, slots=True)
class _Entity:
    """A person or channel, as the embedded Discord takes it."""

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
        """Return a mapping in which files, people and channels stand for themselves."""
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


class Actions:
    """Carry out requests. What Discord's client would not let through raises `ActionError`."""

    def __init__(self, discord: EmbeddedDiscord) -> None:
        self._discord = discord
        self._forms: OrderedDict[str, Interaction] = OrderedDict()
        self._known = {
            "send": self._send,
            "edit": self._edit,
            "delete": self._delete,
            "typing": self._typing,
            "thread": self._thread,
            "slash": self._slash,
            "autocomplete": self._autocomplete,
            "menu": self._menu,
            "press": self._press,
            "select": self._select,
            "submit": self._submit,
        }

    async def do(self, name: str, fields: JSON, files: list[File]) -> JSON:
        """Do what `name` says and return what the client learns of it at once.

        Raise `ActionError` if it can't be done, also for a request that is not well-formed.
        """
        action = self._known.get(name)
        if action is None:
            raise ActionError(f"There is no action {name!r}")
        try:
            return await action(Request(self._discord, fields, files))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise ActionError(f"This is gone, or not to be understood: {error!r}") from error

    async def _send(self, request: Request) -> JSON:
        reply_to = request.fields.get("reply_to")
        sent = await request.member.send(
            request.channel,
            request.text("content"),
            files=request.files,
            reply_to=request.channel.message(int(reply_to)) if reply_to else None,
        )
        return {"message": str(sent.id)}

    async def _edit(self, request: Request) -> JSON:
        await request.member.edit(request.message, request.text("content"))
        return {}

    async def _delete(self, request: Request) -> JSON:
        await request.member.delete(request.message)
        return {}

    async def _typing(self, request: Request) -> JSON:
        await request.member.typing(request.channel)
        return {}

    async def _thread(self, request: Request) -> JSON:
        message = request.message if request.fields.get("message") else None
        thread = await request.member.start_thread(
            request.channel, request.text("name") or "thread", message=message
        )
        return {"channel": str(thread.id)}

    async def _slash(self, request: Request) -> JSON:
        options = request.values("options")
        return await self._answer(
            await request.member.slash(request.channel, request.text("command"), **options)
        )

    async def _autocomplete(self, request: Request) -> JSON:
        choices = await request.member.autocomplete(
            request.channel,
            request.text("command"),
            request.text("option"),
            request.text("text"),
            **request.values("filled"),
        )
        return {"choices": [{"name": choice.name, "value": choice.value} for choice in choices]}

    async def _menu(self, request: Request) -> JSON:
        return await self._answer(
            await request.member.context_menu(
                request.channel, request.text("command"), request.message
            )
        )

    async def _press(self, request: Request) -> JSON:
        return await self._answer(
            await request.member.press(request.message, request.text("custom_id"))
        )

    async def _select(self, request: Request) -> JSON:
        message, custom_id = request.message, request.text("custom_id")
        values: list[Any] = list(request.fields["values"])
        kinds = {select.custom_id: select.payload["type"] for select in message.selects}
        if kinds.get(custom_id) in _ENTITY_SELECTS:
            values = [_Entity(int(value)) for value in values]
        return await self._answer(await request.member.select(message, custom_id, values))

    async def _submit(self, request: Request) -> JSON:
        opened = self._forms[request.text("form")]
        return await self._answer(await request.member.submit(opened, request.values("values")))

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
