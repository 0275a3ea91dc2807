"""**More**: how a picture was made, its drafts, and the files as they came."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import MORE, ORIGINAL
from bot.interface.messages.presses import on_press
from cogs.details._view import DetailsView


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    details = DetailsView(
        services.admission,
        services.jobs,
        services.conversations,
        services.models,
        services.delivery,
        services.poster,
        services.texts,
        public_url=services.public_url,
    )
    bot.add_dynamic_items(
        on_press(MORE, details.show, services.error_reporter),
        on_press(ORIGINAL, details.originals, services.error_reporter),
    )
