"""Follow an interaction: its first answer, what came of it, its form."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from simcord.backend.models import Interaction as StoredInteraction
from simcord.backend.models.interaction import ResponseKind
from simcord.components import validate_modal, walk_components

from demo.discord.changes import Change
from demo.discord.messages import Message
from demo.discord.model import Model
from demo.jsons import JSON


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion of an autocomplete."""

    name: str
    value: str | float


@dataclass(frozen=True, slots=True)
class Field:
    """One control of a form; ``value`` is what stands in it at first."""

    custom_id: str
    label: str
    kind: int
    required: bool
    value: str
    payload: JSON = field(repr=False)


@dataclass(frozen=True, slots=True)
class Modal:
    """A form that the bot opened."""

    title: str
    custom_id: str
    fields: tuple[Field, ...]
    payload: JSON = field(repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """The first answer to an interaction; what does not go with its kind is empty."""

    kind: ResponseKind
    message: Message | None = None
    modal: Modal | None = None
    choices: tuple[Choice, ...] = ()


class Interaction:
    """A command, press or form on its way through the bot."""

    def __init__(self, model: Model, stored: StoredInteraction) -> None:
        self.id = stored.id
        self.user_id = stored.user_id
        self.channel_id = stored.channel_id
        self.submitted = False
        self._model = model
        self._stored = stored
        self._first: ResponseKind | None = None
        # A deferred answer becomes a message later: what came first has to be noted then.
        model.changes.listen(self._note_first_answer)

    def __repr__(self) -> str:
        return f"<Interaction {self.id} {self._first}>"

    def _note_first_answer(self, _: Change | None) -> None:
        deadline = self._stored.initial_response_deadline
        if self._stored.response_kind is not None:
            self._first = self._stored.response_kind
        elif deadline is None or datetime.now(UTC) < datetime.fromisoformat(deadline):
            return
        self._model.changes.unlisten(self._note_first_answer)

    @property
    def answered(self) -> bool:
        """Tell whether the bot has acknowledged the interaction."""
        return self._first is not None

    @property
    def followups(self) -> list[Message]:
        """Return the follow-up messages that still exist."""
        there = (i for i in self._stored.followup_ids if self._model.message(self.channel_id, i))
        return [Message(self._model, self.channel_id, message_id) for message_id in there]

    @property
    def message(self) -> Message | None:
        """Return the message that the answer is or changes, if it exists."""
        message_id = self._stored.message_id
        if message_id is None or self._model.message(self.channel_id, message_id) is None:
            return None
        return Message(self._model, self.channel_id, message_id)

    @property
    def source(self) -> Message | None:
        """Return the message whose button or menu started the interaction."""
        message_id = self._stored.source_message_id
        if message_id is None:
            return None
        return Message(self._model, self.channel_id, message_id)

    @property
    def modal(self) -> Modal | None:
        """Return the form that the bot opened."""
        payload = self._stored.modal
        return _modal(validate_modal(payload)) if payload is not None else None

    async def response(self, *, within: float | None = None) -> Response:
        """Return the first answer once it is there; by default wait as long as Discord does."""
        seconds = self._model.answer_within + 0.5 if within is None else within
        kind = await self._model.changes.wait_for(lambda: self._first, within=seconds)
        assert kind is not None
        choices = tuple(
            Choice(choice["name"], choice["value"])
            for choice in self._stored.autocomplete_choices or ()
        )
        return Response(kind, self.message, self.modal, choices)

    async def result(self, *, within: float = 30.0) -> Message:
        """Return the answer's message once it no longer says that the bot is thinking.

        Where that message was taken back, it is what came instead.
        """

        def probe() -> Message | None:
            if not self.answered:
                return None
            message = self.message or next(iter(self.followups), None)
            return None if message is None or message.loading else message

        message = await self._model.changes.wait_for(probe, within=within)
        assert message is not None
        return message

    def expire(self) -> None:
        """Let the token die now, as it does 15 minutes after the interaction."""
        self._stored.expires_at = datetime.now(UTC).isoformat()


def _modal(payload: JSON) -> Modal:
    fields: list[Field] = []
    for component in payload["components"]:
        for control in walk_components(component):
            if "custom_id" in control:
                label = component.get("label") or control.get("label") or ""
                required = control.get("required", True)
                value = control.get("value") or ""
                fields.append(
                    Field(control["custom_id"], label, control["type"], required, value, control)
                )
    return Modal(payload["title"], payload["custom_id"], tuple(fields), payload)
