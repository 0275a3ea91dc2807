from collections.abc import Callable
from typing import Protocol

from bot.domain.attempts import Attempts
from bot.domain.request import GenerateRequest, Reply


class Relay(Protocol):
    """Ask a model."""

    async def generate(
        self,
        request: GenerateRequest,
        *,
        on_text: Callable[[str], None] | None = None,
        attempts: Attempts | None = None,
    ) -> Reply:
        """Send one request; with `on_text`, stream and call it with each piece of text.

        `attempts` bounds how often and when, and may stop it. Raise a RelayError. A picture of the
        answer is a stored blob by the time this returns.
        """
        ...
