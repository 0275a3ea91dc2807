"""**More**: how a picture was made and from what, its drafts, the files, and what to do with it."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import MORE, ORIGINAL, SPOILER
from bot.interface.messages.presses import on_press
from cogs.details._originals import OriginalsButton
from cogs.details._spoiler import SpoilerButton
from cogs.details._view import DetailsView


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    details = DetailsView(
        services.admission,
        services.jobs,
        services.conversations,
        services.posted_pictures,
        services.models,
        services.thumbnails,
        services.poster,
        services.guild_book,
        services.texts,
    )
    originals = OriginalsButton(
        services.admission,
        services.jobs,
        services.delivery,
        services.texts,
        public_url=services.public_url,
    )
    spoiler = SpoilerButton(services.admission, services.jobs, services.messages, services.texts)
    bot.add_dynamic_items(
        on_press(MORE, details.show, services.error_reporter),
        on_press(ORIGINAL, originals.pressed, services.error_reporter),
        on_press(SPOILER, spoiler.pressed, services.error_reporter),
    )
