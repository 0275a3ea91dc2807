"""Do what the page asks for, as the member who sits before it."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from demo.discord import ActionError, Channel, EmbeddedDiscord, Interaction, Member, Message
from demo.discord.entries import File
from demo.discord.wire import JSON, is_array, is_object

_MOST_FORMS = 50
# Menus of people and of channels (Discord docs, Component Reference).
_ENTITY_SELECTS = (5, 8)


@dataclass(frozen=True, slots=True)
class _Entity:
    """A person or channel, as the embedded Discord takes it."""

    id: int


@dataclass(frozen=True, slots=True)
class Wish:
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
    """Carry out wishes. What Discord's client would not let through raises `ActionError`."""

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

        Raise `ActionError` if it can't be done, also for a wish that is not made as it should be.
        """
        action = self._known.get(name)
        if action is None:
            raise ActionError(f"There is no action {name!r}")
        try:
            return await action(Wish(self._discord, fields, files))
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise ActionError(f"This is gone, or not to be understood: {error!r}") from error

    async def _send(self, wish: Wish) -> JSON:
        reply_to = wish.fields.get("reply_to")
        sent = await wish.member.send(
            wish.channel,
            wish.text("content"),
            files=wish.files,
            reply_to=wish.channel.message(int(reply_to)) if reply_to else None,
        )
        return {"message": str(sent.id)}

    async def _edit(self, wish: Wish) -> JSON:
        await wish.member.edit(wish.message, wish.text("content"))
        return {}

    async def _delete(self, wish: Wish) -> JSON:
        await wish.member.delete(wish.message)
        return {}

    async def _typing(self, wish: Wish) -> JSON:
        await wish.member.typing(wish.channel)
        return {}

    async def _thread(self, wish: Wish) -> JSON:
        message = wish.message if wish.fields.get("message") else None
        thread = await wish.member.start_thread(
            wish.channel, wish.text("name") or "thread", message=message
        )
        return {"channel": str(thread.id)}

    async def _slash(self, wish: Wish) -> JSON:
        options = wish.values("options")
        return await self._answer(
            await wish.member.slash(wish.channel, wish.text("command"), **options)
        )

    async def _autocomplete(self, wish: Wish) -> JSON:
        choices = await wish.member.autocomplete(
            wish.channel,
            wish.text("command"),
            wish.text("option"),
            wish.text("text"),
            **wish.values("filled"),
        )
        return {"choices": [{"name": choice.name, "value": choice.value} for choice in choices]}

    async def _menu(self, wish: Wish) -> JSON:
        return await self._answer(
            await wish.member.context_menu(wish.channel, wish.text("command"), wish.message)
        )

    async def _press(self, wish: Wish) -> JSON:
        return await self._answer(await wish.member.press(wish.message, wish.text("custom_id")))

    async def _select(self, wish: Wish) -> JSON:
        message, custom_id = wish.message, wish.text("custom_id")
        values: list[Any] = list(wish.fields["values"])
        kinds = {select.custom_id: select.payload["type"] for select in message.selects}
        if kinds.get(custom_id) in _ENTITY_SELECTS:
            values = [_Entity(int(value)) for value in values]
        return await self._answer(await wish.member.select(message, custom_id, values))

    async def _submit(self, wish: Wish) -> JSON:
        opened = self._forms[wish.text("form")]
        return await self._answer(await wish.member.submit(opened, wish.values("values")))

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
