"""`/avatar`, and the buttons of who is asked: whether a server's members may use one's avatar."""

from bot.interface.client import AtelierClient
from bot.interface.messages.consents import CONSENT
from bot.interface.messages.presses import on_press
from cogs.avatar._cog import Avatar


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    cog = Avatar(services.avatars, services.texts)
    bot.add_dynamic_items(on_press(CONSENT, cog.decide, services.error_reporter))
    await bot.add_cog(cog)
