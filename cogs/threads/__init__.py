"""**Open a thread**: a place of its own for a picture and what is made of it."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import THREAD
from bot.interface.messages.presses import on_press
from cogs.threads._buttons import ThreadButton


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    button = ThreadButton(services.access, services.jobs, services.picture_threads, services.texts)
    bot.add_dynamic_items(on_press(THREAD, button.pressed, services.error_reporter))
