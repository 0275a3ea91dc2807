"""**Vary**, **Aspect** and **Upscale**: paint a picture once more, otherwise."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import ASPECT, UPSCALE, VARY
from bot.interface.messages.presses import on_press
from cogs.repaint._cog import Repaint


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    cog = Repaint(
        services.posted_pictures,
        services.models,
        services.runner,
        services.texts,
        services.error_reporter,
    )
    bot.add_dynamic_items(
        on_press(VARY, cog.vary, services.error_reporter),
        on_press(ASPECT, cog.aspect, services.error_reporter),
        on_press(UPSCALE, cog.upscale, services.error_reporter),
    )
    await bot.add_cog(cog)
