"""A server's own relay and key: entered, shown and removed by who manages the server."""

from bot.interface.client import AtelierClient
from bot.interface.messages.own_relays import OWN_RELAY, OWN_RELAY_REMOVE
from bot.interface.messages.presses import on_press, on_submit
from cogs.own_relay._form import FORM, OwnRelayForm
from cogs.own_relay._leaving import Leaving


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    form = OwnRelayForm(
        services.own_relays, services.admission, services.log_channel, services.texts
    )
    bot.add_dynamic_items(
        on_press(OWN_RELAY, form.open, services.error_reporter),
        on_press(OWN_RELAY_REMOVE, form.removed, services.error_reporter),
    )
    bot.add_forms(on_submit(FORM, form.submitted, services.error_reporter))
    await bot.add_cog(Leaving(services.own_relays))
