"""Say in outgoing payloads what simcord's model leaves out, and no more than the bot may read."""

from typing import Any, cast

import discord
from simcord import intents as model_intents
from simcord.backend import serializers

from demo.discord.model import Model
from demo.discord.wire import copied
from demo.jsons import JSON, is_array, is_object


def guild_payload(model: Model, guild_id: int) -> JSON:
    """Return a guild's GUILD_CREATE payload."""
    return cast("JSON", serializers.guild_create_payload(model, model.get_guild(guild_id)))


def complete(model: Model, node: Any) -> None:
    """Complete every channel, guild and role found anywhere in a payload, in place.

    Messages have been completed when they were made, and are shared.
    """
    if is_array(node):
        for item in node:
            complete(model, item)
    elif is_object(node) and not ("attachments" in node and "components" in node):
        if "permission_overwrites" in node:
            node["nsfw"] = int(node["id"]) in model.age_restricted
        if node.get("managed") and "hoist" in node:
            # The only managed role is the one that came with the bot.
            node["tags"] = {"bot_id": str(model.bot_user.id)}
        if "premium_tier" in node:
            node["premium_tier"] = model.tiers.get(int(node["id"]), 0)
        for value in node.values():
            complete(model, value)


def as_seen(model: Model, event: str, payload: JSON, intents: discord.Intents) -> JSON | None:
    """Return what a bot with these intents gets of an event, or ``None`` for nothing."""
    gate = model_intents.required_intent(event, payload)
    if gate is not None and not getattr(intents, gate):
        return None
    view = dict(payload)
    if event == "GUILD_CREATE":
        model_intents.prune_guild_create(view, intents, model.bot_user.id)
    if not intents.message_content:
        view = copied(view)
        _censor(model, event, view)
    complete(model, view)
    return view


def _censor(model: Model, event: str, view: JSON) -> None:
    """Blank what the message content intent would show, where Discord does."""
    if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
        model_intents.censor_message(view, model.bot_user.id, backend=model)
    elif event == "INTERACTION_CREATE":
        # A pressed button's message and a context menu's target are shown; what those two
        # reply to is not.
        shown = [view["message"]] if "message" in view else []
        shown += view.get("data", {}).get("resolved", {}).get("messages", {}).values()
        for message in shown:
            model_intents.censor_message(
                message, model.bot_user.id, backend=model, exempt_root=True
            )
