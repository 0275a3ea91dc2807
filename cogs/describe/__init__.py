"""`/describe` and **Describe picture**: words for a picture, and a prompt that would paint it."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press
from cogs.describe._cog import Describe
from cogs.describe._which import WHICH


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    cog = Describe(
        services.generation,
        services.models,
        services.posted_pictures,
        services.runner,
        services.texts,
    )
    bot.add_dynamic_items(on_press(WHICH, cog.chosen, services.error_reporter))
    bot.tree.add_command(cog.menu)
    await bot.add_cog(cog)
