"""`/history` and `/undo`: which versions there are, and going back to them."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press
from cogs.history._buttons import PAGE, VERSIONS
from cogs.history._cog import History
from cogs.history._view import HistoryView


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    view = HistoryView(
        services.versions,
        services.thumbnails,
        services.texts,
        services.pending,
        services.admission,
    )
    bot.add_dynamic_items(
        on_press(PAGE, view.turn_page, services.error_reporter),
        on_press(VERSIONS, view.choose, services.error_reporter),
    )
    await bot.add_cog(History(view, services.runner, services.texts))
