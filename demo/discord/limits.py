"""Refuse what Discord refuses and simcord lets pass."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simcord.backend.errors import BackendError

from demo.discord.automod import check_title, check_words
from demo.discord.checks import check_answer, check_message, check_name, messages_in
from demo.discord.commands import check_commands
from demo.discord.model import UPLOAD_LIMITS, Model
from demo.discord.wire import Upload
from demo.jsons import JSON, is_array, is_object

_MAX_FILES = 10
_MAX_NONCE_LENGTH = 25
# "Unique in the past few minutes" (Discord docs, Create Message, enforce_nonce).
_NONCE_MEMORY_S = 300.0
# Discord docs, Receiving and Responding, Followup Messages: user-installed apps.
_MAX_FOLLOWUPS = 5


@dataclass(frozen=True, slots=True)
class Request:
    """A bot's REST call after its path, before its body."""

    method: str
    path: str

    @property
    def segments(self) -> list[str]:
        """Return the path's parts."""
        return self.path.strip("/").split("/")

    @property
    def channel_id(self) -> int | None:
        """Return the channel whose messages or threads the call touches."""
        match self.segments:
            case ["channels", channel_id, "messages" | "threads", *_] if channel_id.isdecimal():
                return int(channel_id)
            case _:
                return None

    @property
    def interaction_token(self) -> str | None:
        """Return the token of an interaction's callback or webhook."""
        match self.segments:
            case ["interactions", _, token, "callback"] | ["webhooks", _, token, *_]:
                return token
            case _:
                return None

    @property
    def creates_message(self) -> bool:
        """Tell whether the call is a channel send."""
        match self.method, self.segments:
            case "POST", ["channels", _, "messages"]:
                return True
            case _:
                return False


class Limits:
    """Check calls of the bot before the model runs them."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._nonces: dict[tuple[int, str], tuple[int, float]] = {}

    def upload_limit_of(self, request: Request) -> int:
        """Return how many bytes one file of a call may have."""
        channel_id = request.channel_id
        if channel_id is None and request.interaction_token is not None:
            interaction = self._model.interaction(request.interaction_token)
            channel_id = interaction.channel_id if interaction is not None else None
        return UPLOAD_LIMITS[0] if channel_id is None else self._model.upload_limit(channel_id)

    def check(self, request: Request, body: Any, uploads: list[Upload]) -> None:
        """Raise ``BackendError`` for what Discord would refuse."""
        if len(uploads) > _MAX_FILES:
            raise BackendError(400, 50035, "Invalid Form Body: at most 10 files")
        if uploads and request.channel_id is not None:
            self._check_may(request.channel_id, "attach_files", code=50013)
        if request.creates_message and is_object(body) and body.get("message_reference"):
            # A reply, also one to a message that may be gone (`fail_if_not_exists`).
            self._check_may(request.channel_id, "read_message_history", code=160002)
        for message in messages_in(body):
            check_message(message)
            if self._is_in_server(request):
                check_words(message, self._model.blocked_words)
        if request.segments[-1] == "callback":
            check_answer(self._model.interaction(request.interaction_token or ""), body)
        if request.segments[-1] == "threads" and is_object(body):
            self._checked_title(body.get("name"))
        if request.segments[-1] == "commands":
            check_commands(body if is_array(body) else [body] if is_object(body) else [])
        if request.segments[0] == "webhooks" and request.interaction_token is not None:
            self._check_webhook(request)

    def _is_in_server(self, request: Request) -> bool:
        """Tell whether a message is of a server: AutoMod looks at no others."""
        if request.channel_id is not None:
            return self._model.guild_of(request.channel_id) is not None
        asked = self._model.interaction(request.interaction_token or "")
        return asked is not None and asked.guild_id is not None

    def _check_may(self, channel_id: int | None, permission: str, *, code: int) -> None:
        if channel_id is None or self._model.guild_of(channel_id) is None:
            return
        if not getattr(self._model.permissions(self._model.bot_user.id, channel_id), permission):
            raise BackendError(403, code, f"Missing permission: {permission}")

    def checked_name(self, thread_id: int, name: object) -> JSON:
        """Return a thread's new name; raise for none, or where the bot may not rename it.

        Who opened a thread may, and who manages threads (Discord docs, Threads).
        """
        thread = self._model.get_channel(thread_id)
        if thread.owner_id != self._model.bot_user.id:
            self._check_may(thread_id, "manage_threads", code=50013)
        return {"name": self._checked_title(name)}

    def _checked_title(self, name: object) -> str:
        said = check_name(name)
        check_title(said, self._model.blocked_words)
        return said

    def _check_webhook(self, request: Request) -> None:
        asked = self._model.interaction(request.interaction_token or "")
        if asked is None:
            return
        if asked.expires_at is not None and datetime.now(UTC) >= datetime.fromisoformat(
            asked.expires_at
        ):
            raise BackendError(401, 50027, "Invalid Webhook Token")
        is_followup = request.method == "POST" and not asked.loading
        uninstalled = asked.guild_id is not None and not self._model.is_installed(asked.guild_id)
        if is_followup and uninstalled and len(asked.followup_ids) >= _MAX_FOLLOWUPS:
            raise BackendError(400, 40094, "The maximum number of follow up messages was reached")

    def earlier_message(self, request: Request, body: Any) -> JSON | None:
        """Return the message that an enforced nonce already made in the last minutes."""
        nonce = self._nonce_of(request, body)
        if nonce is None:
            return None
        if len(nonce[1]) > _MAX_NONCE_LENGTH:
            raise BackendError(400, 50035, "Invalid Form Body: nonce is longer than 25 characters")
        message_id, posted_at = self._nonces.get(nonce, (0, -_NONCE_MEMORY_S))
        if time.monotonic() - posted_at > _NONCE_MEMORY_S:
            return None
        message = self._model.message(nonce[0], message_id)
        return self._model.message_payload(message) if message is not None else None

    def remember_nonce(self, request: Request, body: Any, answer: Any) -> None:
        """Remember which message a nonce made."""
        nonce = self._nonce_of(request, body)
        if nonce is None:
            return
        now = time.monotonic()
        young = {n: m for n, m in self._nonces.items() if now - m[1] <= _NONCE_MEMORY_S}
        self._nonces = {**young, nonce: (int(answer["id"]), now)}

    def _nonce_of(self, request: Request, body: Any) -> tuple[int, str] | None:
        channel_id = request.channel_id
        if not request.creates_message or channel_id is None or not is_object(body):
            return None
        if not body.get("enforce_nonce") or not body.get("nonce"):
            return None
        return channel_id, str(body["nonce"])
