"""Say what one member's client shows, as plain JSON. Ids are strings: they have 64 bits."""

import time
from datetime import datetime
from typing import Any

from demo.discord import Channel, EmbeddedDiscord, Member, Message, Role
from demo.jsons import JSON, rebuilt

_TYPING_SECONDS = 10.0
_QUOTED = ("id", "type", "author", "content", "components", "attachments", "flags")
_SHOWN = (
    *_QUOTED,
    "timestamp",
    "edited_timestamp",
    "embeds",
    "message_reference",
    "interaction_metadata",
)

_RIGHTS = ("manage_guild", "manage_messages")
"""What the bot asks about before it obeys."""

_THREAD_STARTER = 21
_POST = 0
_ACTION_ROW = 1


class View:
    """Look at the embedded Discord through one member's eyes.

    Files are named as the page serves them, below `cdn/`.
    """

    def __init__(self, discord: EmbeddedDiscord) -> None:
        self._discord = discord

    def look(self, member: Member, channel: Channel, *, newest: int) -> JSON:
        """Return everything that the member sees while a channel is open, by name.

        Each message has a name of its own, `message/ID`, so that one edit is one small change.
        """
        shown = [self._message(message) for message in member.sees(channel, newest=newest)]
        return {
            "me": person(self._discord, member),
            "people": self._people(),
            "bot": {
                "id": str(self._discord.bot_id),
                "name": self._discord.bot_name,
                "online": self._discord.gateway.connected,
            },
            "servers": [
                {
                    "id": str(guild.id),
                    "name": guild.name,
                    "roles": [_role(role) for role in guild.roles],
                    "categories": [
                        {"id": str(each.id), "name": each.name, "type": each.kind}
                        for each in guild.categories
                        if member.can_see(each)
                    ],
                    "channels": [
                        self._place(member, place)
                        for place in guild.channels
                        if member.can_see(place)
                    ],
                }
                for guild in self._discord.guilds
            ],
            "dm": self._place(member, member.dm),
            "channel": self._channel(member, channel),
            "commands": member.commands(channel),
            "menus": member.menus(channel),
            "user_menus": member.user_menus(channel),
            "typing": self._typing(member, channel, shown),
            "order": [message["id"] for message in shown],
            **{f"message/{message['id']}": message for message in shown},
        }

    def _people(self) -> JSON:
        bot_id = str(self._discord.bot_id)
        return {
            **{str(each.id): person(self._discord, each) for each in self._discord.members},
            bot_id: {"id": bot_id, "name": self._discord.bot_name, "roles": []},
        }

    def _place(self, member: Member, channel: Channel) -> JSON:
        latest = member.latest(channel)
        return {
            "id": str(channel.id),
            "name": channel.name,
            "type": channel.kind,
            "category": str(channel.category_id or ""),
            "nsfw": channel.age_restricted,
            "latest": str(latest) if latest is not None else None,
            "threads": [
                self._place(member, thread) for thread in channel.threads if member.can_see(thread)
            ],
        }

    def _channel(self, member: Member, channel: Channel) -> JSON:
        writes = "send_messages_in_threads" if channel.is_thread else "send_messages"
        parent = channel.parent_id
        direct = channel.guild_id is None
        return {
            "id": str(channel.id),
            "kind": "direct" if direct else "thread" if channel.is_thread else "text",
            "name": channel.name,
            "topic": channel.topic,
            "nsfw": channel.age_restricted,
            "parent": str(parent) if parent is not None else None,
            "server": str(channel.guild_id),
            "upload_limit": channel.upload_limit,
            "may": {
                "send": member.may(channel, writes),
                "attach": member.may(channel, "attach_files"),
                "open_threads": not (direct or channel.is_thread)
                and member.may(channel, "create_public_threads"),
                "delete": not direct and member.may(channel, "manage_messages"),
            },
        }

    def _typing(self, member: Member, channel: Channel, messages: list[JSON]) -> JSON:
        """Return until when (in ms since the epoch) each of the others is shown as typing."""
        until: dict[str, int] = {}
        for seen in self._discord.typing:
            if seen.channel_id == channel.id and seen.user_id != member.id:
                until[str(seen.user_id)] = round((seen.at + _TYPING_SECONDS) * 1000)
        for message in messages:
            posted = datetime.fromisoformat(message["timestamp"]).timestamp()
            author = message["author"]["id"]
            if author in until and (posted + _TYPING_SECONDS) * 1000 >= until[author]:
                del until[author]
        return {person: end for person, end in until.items() if end > time.time() * 1000}

    def _message(self, message: Message) -> JSON:
        payload = message.payload
        shown = {name: payload[name] for name in _SHOWN if name in payload}
        # Who is named without being notified is named like others.
        shown["notified"] = [str(user_id) for user_id in message.pings.user_ids]
        quoted = payload.get("referenced_message")
        if quoted is not None:
            shown["quoted"] = {name: quoted[name] for name in _QUOTED if name in quoted}
            if payload["type"] == _THREAD_STARTER:
                shown |= _started_from(quoted)
        return self._served_here(shown)

    def _served_here(self, node: Any) -> Any:
        """Return a payload in which the files of the CDN have their addresses on the page."""
        base = self._discord.cdn.base

        def served_here(value: Any) -> Any:
            ours = isinstance(value, str) and value.startswith(f"{base}/")
            return f"cdn{value.removeprefix(base)}" if ours else value

        return rebuilt(node, value=served_here)


def person(discord: EmbeddedDiscord, member: Member) -> JSON:
    """Return who somebody is in the first server: name, language, roles and rights."""
    guild = discord.guilds[0]
    return {
        "id": str(member.id),
        "name": member.name,
        "locale": member.locale,
        "owner": member.owns(guild),
        "roles": [_role(role) for role in member.roles(guild)],
        "rights": [right for right in _RIGHTS if member.may(guild.channels[0], right)],
    }


def _role(role: Role) -> JSON:
    return {"id": str(role.id), "name": role.name, "colour": role.colour}


def _started_from(quoted: JSON) -> JSON:
    """Return what a thread's first message shows: the one it hangs on, without its buttons."""
    shown = [part for part in quoted["components"] if part["type"] != _ACTION_ROW]
    return {
        "type": _POST,
        "author": quoted["author"],
        "content": quoted["content"],
        "attachments": quoted["attachments"],
        "components": shown,
    }
