"""What the operator lets members have."""

from dataclasses import dataclass

from bot.domain.request import Safety


@dataclass(frozen=True, slots=True)
class Policy:
    """Hold the operator's limits.

    The daily ones are each member's in each server, which may set others up to the `most_`.
    `server_budget` is what a server may cost a month, in millionths of a US dollar.
    """

    daily_pictures: int = 20
    daily_messages: int = 200
    most_daily_pictures: int = 100
    most_daily_messages: int = 1_000
    server_budget: int | None = None
    body_budget: int = 20 * 1024 * 1024
    prompt_characters: int = 4_000
    safety: Safety = Safety.DEFAULT
