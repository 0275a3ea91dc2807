import re
from typing import Any, Final

import discord
from discord import ui

from bot.domain.errors import OwnRelayRefused
from bot.domain.own_relay import LONGEST_ADDRESS, LONGEST_KEY, AuthStyle
from bot.interface.messages.forms import FORM_SECONDS, fields_of
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout
from bot.interface.messages.log_channel import LogChannel
from bot.interface.messages.own_relays import own_relay_part
from bot.interface.permissions import managed
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.own_relays import OwnRelays

FORM: Final = r"atl:own-relay-form"

_AUTH_KEYS: Final = {
    AuthStyle.BEARER: "form-own-relay-bearer",
    AuthStyle.API_KEY: "form-own-relay-api-key",
}


class OwnRelayForm:
    """Let who manages a server enter its own relay, and remove it. The key is never shown again."""

    def __init__(
        self, own_relays: OwnRelays, admission: Admission, log_channel: LogChannel, texts: Texts
    ) -> None:
        self._own_relays = own_relays
        self._admission = admission
        self._log_channel = log_channel
        self._texts = texts

    async def open(self, interaction: discord.Interaction) -> None:
        """Show the form, which is empty whatever was entered before."""
        managed(interaction)
        if not self._own_relays.are_offered:
            raise OwnRelayRefused(key="service-not-offered")
        locale = interaction.locale.value
        form = ui.Modal(
            title=self._texts.get("form-own-relay", locale),
            custom_id=FORM,
            timeout=FORM_SECONDS,
        )
        for item in self._fields(locale):
            form.add_item(item)
        await interaction.response.send_modal(form)

    async def submitted(self, interaction: discord.Interaction, _form: re.Match[str]) -> None:
        """Try what was entered, keep it if it answers, and show what the server has now."""
        guild_id = managed(interaction).id
        fields = fields_of(interaction)
        address, key, auth = ("".join(fields.get(name, [])) for name in ("address", "key", "auth"))
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        async with self._admission.look(author_id=interaction.user.id):
            own = await self._own_relays.enter(
                guild_id,
                address,
                key,
                AuthStyle.API_KEY if auth == AuthStyle.API_KEY else AuthStyle.BEARER,
                author_id=interaction.user.id,
            )
        if interaction.client.get_guild(guild_id) is None:
            await self._own_relays.remove(guild_id)  # the bot left while the relay was tried
        else:
            self._log_channel.own_relay_entered(guild_id, interaction.user.id, own.host)
        await self._show(answer, guild_id)

    async def removed(self, interaction: discord.Interaction) -> None:
        """Remove it, and show that the server has none."""
        guild_id = managed(interaction).id
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        if await self._own_relays.remove(guild_id):
            self._log_channel.own_relay_removed(guild_id, interaction.user.id)
        await self._show(answer, guild_id)

    async def _show(self, answer: InteractionAnswer, guild_id: int) -> None:
        part = own_relay_part(self._own_relays, guild_id, self._texts, answer.locale)
        await answer.show(Layout(*part))

    def _fields(self, locale: str) -> list[ui.Label[Any]]:
        address = ui.TextInput[Any](
            custom_id="address",
            placeholder=self._texts.get("form-own-relay-address-placeholder", locale),
            max_length=LONGEST_ADDRESS,
        )
        key = ui.TextInput[Any](custom_id="key", max_length=LONGEST_KEY)
        auth = ui.Select[Any](
            custom_id="auth",
            options=[
                discord.SelectOption(
                    label=self._texts.get(name, locale),
                    value=style.value,
                    default=style is AuthStyle.BEARER,
                )
                for style, name in _AUTH_KEYS.items()
            ],
        )
        return [
            ui.Label(
                text=self._texts.get("form-own-relay-address", locale),
                description=self._texts.get("form-own-relay-address-note", locale),
                component=address,
            ),
            ui.Label(
                text=self._texts.get("form-own-relay-key", locale),
                description=self._texts.get("form-own-relay-key-note", locale),
                component=key,
            ),
            ui.Label(text=self._texts.get("form-own-relay-auth", locale), component=auth),
        ]
