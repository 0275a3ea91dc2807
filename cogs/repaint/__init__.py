"""**Vary**, **Aspect** and **Upscale**: paint a picture once more, otherwise."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import ASPECT, UPSCALE, VARY
from bot.interface.messages.presses import on_press, on_submit
from cogs.repaint._forms import FORM
from cogs.repaint._repaint import Repaint


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    repaint = Repaint(
        services.posted_pictures,
        services.models,
        services.runner,
        services.texts,
    )
    bot.add_dynamic_items(
        on_press(VARY, repaint.vary, services.error_reporter),
        on_press(ASPECT, repaint.aspect, services.error_reporter),
        on_press(UPSCALE, repaint.upscale, services.error_reporter),
    )
    bot.add_forms(on_submit(FORM, repaint.submitted, services.error_reporter))
