"""**Use as reference**: pictures that go along with what a member asks for next."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import COLLECT
from bot.interface.messages.presses import on_press
from cogs.references._cog import UseAsReference
from cogs.references._view import CLEAR, SEE, CollectedView


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    view = CollectedView(services.references, services.thumbnails, services.texts)
    cog = UseAsReference(
        services.jobs, services.posted_pictures, services.references, view, services.texts
    )
    bot.add_dynamic_items(
        on_press(COLLECT, cog.collect_made, services.error_reporter),
        on_press(SEE, view.see, services.error_reporter),
        on_press(CLEAR, view.clear, services.error_reporter),
    )
    bot.tree.add_command(cog.menu)
    await bot.add_cog(cog)
