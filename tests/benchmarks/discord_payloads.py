"""What Discord says of servers, members, messages and commands, in Discord's JSON."""

import time
from itertools import count
from typing import Any, Final

Json = dict[str, Any]

BOT_ID: Final = 900_000_000_000_000_001
ROLES, CHANNELS, EMOJI = 25, 40, 30
EVERYTHING: Final = str((1 << 53) - 1)
LIMIT: Final = 100 * 2**20
"""Bytes of a file, as in a server with all boosts (Discord docs, Guild, Premium Tier)."""

_FIRST_SERVER: Final = 1_000_000_000_000_000_000
_APART: Final = 1_000
_FIRST_CHANNEL, _FIRST_EMOJI = 200, 400
_FIRST_MEMBER: Final = 1_100_000_000_000_000_000
_EPOCH: Final = 1_420_070_400_000
_JOINED: Final = "2026-01-01T00:00:00.000000+00:00"
_numbers = count(1)


def snowflake() -> int:
    """Return an id of this moment that was never given before."""
    return (int(time.time() * 1_000) - _EPOCH << 22) | (next(_numbers) & 0x3FFFFF)


def server_id(number: int) -> int:
    """Return the id of a server, counted from 0."""
    return _FIRST_SERVER + number * _APART


def channel_id(server: int) -> int:
    """Return the id of a server's first text channel."""
    return server_id(server) + _FIRST_CHANNEL


def member_id(number: int) -> int:
    """Return the id of a member, counted from 0."""
    return _FIRST_MEMBER + number


def user(user_id: int) -> Json:
    """Return a person, or the bot."""
    name = f"user{user_id % 100_000}"
    about = {"username": name, "global_name": name.title(), "avatar": None}
    return {"id": str(user_id), "discriminator": "0", **about, "bot": user_id == BOT_ID}


def application() -> Json:
    """Return what Discord says of the bot's application."""
    about = {"name": "bot", "description": "", "icon": None, "verify_key": ""}
    public = {"bot_public": True, "bot_require_code_grant": False, "owner": user(1)}
    return {"id": str(BOT_ID), "flags": 0, **about, **public}


def member(user_id: int) -> Json:
    """Return a person as a member of a server."""
    standing = {"joined_at": _JOINED, "deaf": False, "mute": False, "flags": 0, "nick": None}
    return {"user": user(user_id), "roles": [], **standing}


def server(number: int) -> Json:
    """Return a server as it is announced: 25 roles, 40 channels, 30 emoji, the bot and a member.

    The member is there to be forgotten: Discord tells of those in voice channels unasked (Discord
    docs, Guild Create).
    """
    first = server_id(number)
    return {
        "id": str(first),
        "name": f"Server {number}",
        "icon": None,
        "owner_id": str(member_id(number)),
        "preferred_locale": "en-US",
        "premium_tier": 3,
        "member_count": 1_000,
        "features": [],
        "roles": [_role(first + place, place) for place in range(ROLES)],
        "channels": [_channel(first, place) for place in range(CHANNELS)],
        "emojis": [_emoji(first + _FIRST_EMOJI + place, place) for place in range(EMOJI)],
        "stickers": [],
        "members": [member(BOT_ID), member(member_id(number))],
        "presences": [_presence(BOT_ID), _presence(member_id(number))],
        "threads": [],
        "voice_states": [],
    }


def _presence(user_id: int) -> Json:
    playing = [{"name": "chess", "type": 0, "created_at": 1_767_225_600_000}]
    status = {"status": "online", "client_status": {"web": "online"}, "activities": playing}
    return {"user": {"id": str(user_id)}, **status}


def _role(role_id: int, place: int) -> Json:
    name = f"role {place}" if place else "@everyone"
    looks = {"color": place, "hoist": False, "mentionable": False, "managed": False}
    return {"id": str(role_id), "name": name, "position": place, "permissions": EVERYTHING, **looks}


def _channel(first: int, place: int) -> Json:
    everyone = {"id": str(first), "type": 0, "allow": "0", "deny": "0"}
    return {
        "id": str(first + _FIRST_CHANNEL + place),
        "guild_id": str(first),
        "type": 0,
        "name": f"channel-{place}",
        "topic": f"what channel {place} is for",
        "position": place,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "parent_id": None,
        "permission_overwrites": [everyone],
    }


def _emoji(emoji_id: int, place: int) -> Json:
    kind = {"animated": False, "managed": False, "available": True, "require_colons": True}
    return {"id": str(emoji_id), "name": f"emoji_{place}", "roles": [], **kind}


def command(name: str, *, server: int, author: int, options: Json) -> Json:
    """Return a slash command that somebody gave in a server's first channel."""
    place = {"id": str(channel_id(server)), "type": 0, "name": "channel-0"}
    values = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
    number = snowflake()
    return {
        "id": str(number),
        "application_id": str(BOT_ID),
        "type": 2,
        "token": f"token-of-{number}",
        "version": 1,
        "data": {"id": "1", "name": name, "type": 1, "options": values},
        "guild_id": str(server_id(server)),
        "guild": {"id": str(server_id(server)), "locale": "en-US", "features": []},
        "channel_id": place["id"],
        "channel": place,
        "member": member(author) | {"permissions": EVERYTHING},
        "app_permissions": EVERYTHING,
        "attachment_size_limit": LIMIT,
        "locale": "en-US",
        "guild_locale": "en-US",
        "authorizing_integration_owners": {"0": str(server_id(server))},
        "context": 0,
        "entitlements": [],
    }


def message(
    author: int, *, channel: int, server: int | None = None, text: str = "", number: int = 0
) -> Json:
    """Return a message; one without a server was written to the bot directly."""
    flags = {"pinned": False, "mention_everyone": False, "tts": False, "type": 0, "flags": 0}
    empty = {"attachments": [], "embeds": [], "mentions": [], "mention_roles": [], "components": []}
    written = {"timestamp": _JOINED, "edited_timestamp": None, "content": text}
    said = {"id": str(number or snowflake()), "channel_id": str(channel), "author": user(author)}
    place: Json = {"channel_type": 1}
    if server is not None:
        of_server = {key: value for key, value in member(author).items() if key != "user"}
        place = {"channel_type": 0, "guild_id": str(server_id(server)), "member": of_server}
    return said | written | empty | flags | place


def reply_to(answered: Json) -> Json:
    """Return what makes a message a reply."""
    where = {"message_id": answered["id"], "channel_id": answered["channel_id"], "type": 0}
    return {"type": 19, "message_reference": where, "referenced_message": answered}
