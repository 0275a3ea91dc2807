"""Put into outgoing payloads what simcord's model leaves out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from demo.discord.cdn import Cdn
from demo.discord.wire import (
    COMPONENTS_V2,
    EPHEMERAL,
    JSON,
    is_array,
    is_object,
    media_of,
    walk,
)

# Application flags: the portal's switches for privileged intents, for bots in few servers
# (Discord docs, Application, Application Flags).
_MEMBERS_LIMITED = 1 << 15
_MESSAGE_CONTENT_LIMITED = 1 << 19


@dataclass(slots=True)
class Extras:
    """What is known of places and people beyond simcord's model."""

    tiers: dict[int, int] = field(default_factory=dict[int, int])
    age_restricted: set[int] = field(default_factory=set[int])
    locales: dict[int, str] = field(default_factory=dict[int, str])
    user_installs: set[int] = field(default_factory=set[int])
    # Discord docs, Receiving and Responding, Interaction Callback: seconds for the first answer.
    answer_within: float = 3.0


class Shaper:
    """Complete payloads, in place."""

    def __init__(self, cdn: Cdn, extras: Extras, bot_id: Callable[[], int]) -> None:
        self._cdn = cdn
        self._extras = extras
        self._bot_id = bot_id

    def shape(self, node: Any) -> None:
        """Complete every channel, guild and role found anywhere in a payload.

        Messages have been completed when they were made, and are shared.
        """
        if is_array(node):
            for item in node:
                self.shape(item)
        elif is_object(node) and not _is_message(node):
            if "permission_overwrites" in node:
                node["nsfw"] = int(node["id"]) in self._extras.age_restricted
            if node.get("managed") and "hoist" in node:
                # The only managed role is the one that came with the bot.
                node["tags"] = {"bot_id": str(self._bot_id())}
            if "premium_tier" in node:
                node["premium_tier"] = self._extras.tiers.get(int(node["id"]), 0)
            for value in node.values():
                self.shape(value)

    def shape_message(self, message: JSON) -> None:
        """Complete a message and what it forwards: give media their sizes; name no file twice.

        Files that components show are not among the attachments of a Components V2 message
        (discord-api-docs issue 8277), and its media carry width and height.
        """
        shown: set[str] = set()
        for component in walk(message["components"]):
            for media, _ in media_of(component):
                stored = self._cdn.find(media["url"])
                if stored is not None:
                    shown.add(stored.payload["id"])
                    for key in ("width", "height", "content_type", "proxy_url"):
                        media[key] = stored.payload.get(key)
                media["loading_state"] = 3 if stored is None else 2
        flags = message.get("flags") or 0
        if flags & COMPONENTS_V2:
            message["attachments"] = [a for a in message["attachments"] if a["id"] not in shown]
        for attachment in message["attachments"]:
            attachment["ephemeral"] = bool(flags & EPHEMERAL)
        for snapshot in message.get("message_snapshots") or ():
            self.shape_message(snapshot["message"])


def _is_message(node: JSON) -> bool:
    return "attachments" in node and "components" in node


def application_flags(*, members: bool, message_content: bool) -> int:
    """Return the application's flags for the portal's switches."""
    flags = _MEMBERS_LIMITED if members else 0
    return flags | (_MESSAGE_CONTENT_LIMITED if message_content else 0)
