from collections.abc import Mapping
from typing import Final

OVERVIEW: Final = "overview"
BLOCKED: Final = "blocked"
SERVICE: Final = "service"

TOPICS: Final[Mapping[str, tuple[str, ...]]] = {
    "where": ("channels", "threads", "age_restricted_only"),
    "who": ("roles", "more", "editors"),
    "models": (
        *("models", "image_model", "chat_model"),
        *("aspect", "size", "safety", "dearer"),
    ),
    "much": ("daily_pictures", "daily_messages", "cooldown", "budget", "time_zone"),
    "shown": ("spoilers", "show_cost", "locale", "persona"),
    "features": ("off",),
    "records": ("log_channel", "log_prompts", "reports", "retention_days"),
}
"""The settings of each page, in the order in which they are read."""

FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "where": ("threads", "age_restricted_only"),
    "who": ("more",),
    "models": ("aspect", "size", "safety", "dearer"),
    "much": TOPICS["much"],
    "shown": TOPICS["shown"],
    "features": ("off",),
    "records": ("log_prompts", "reports", "retention_days"),
}
"""What is changed in the form of a page; five at most, as Discord takes it."""

MENUS: Final = (
    *("channels", "roles", "editors", "models", "image_model", "chat_model"),
    "log_channel",
)
"""What is chosen on the page itself."""


def topic_of(name: str) -> str:
    """Return the page of a setting."""
    return next(topic for topic, names in TOPICS.items() if name in names)
