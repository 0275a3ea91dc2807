"""What a server's own relay looks like on its panel: where it is and since when, never its key."""

from typing import Any, Final

import discord
from discord import ui

from bot.interface.markup import escaped
from bot.interface.messages.buttons import ATL, Button
from bot.interface.texts import Texts
from bot.services.own_relays import OwnRelays

OWN_RELAY: Final = rf"{ATL}own-relay"
OWN_RELAY_REMOVE: Final = rf"{ATL}own-relay-remove"


def own_relay_part(
    own_relays: OwnRelays, guild_id: int, texts: Texts, locale: str
) -> list[ui.Item[Any]]:
    """Return what stands on the panel of a server: a sentence, and below it what can be done."""
    own, are_offered = own_relays.of(guild_id), own_relays.are_offered
    if own is not None:
        at = int(own.at.timestamp())
        said = texts.get("service-is", locale, host=escaped(own.host), at=at)
    else:
        said = texts.get("service-is-none" if are_offered else "service-not-offered", locale)
    buttons: list[Button] = []
    if are_offered:
        key = "button-own-relay" if own is None else "button-own-relay-change"
        buttons.append(Button(label=texts.get(key, locale), custom_id="atl:2:own-relay"))
    if own is not None:
        buttons.append(
            Button(
                label=texts.get("button-own-relay-remove", locale),
                style=discord.ButtonStyle.danger,
                custom_id="atl:2:own-relay-remove",
            )
        )
    row = [ui.ActionRow[Any](*buttons)] if buttons else []
    return [ui.TextDisplay[Any](said), *row]
