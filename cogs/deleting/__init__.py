"""**Delete**: a post goes, and what is kept of it, once that was confirmed."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import DELETE
from bot.interface.messages.presses import on_press
from cogs.deleting._cog import CONFIRM, Delete


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    cog = Delete(services.removal, services.texts)
    bot.add_dynamic_items(
        on_press(DELETE, cog.ask, services.error_reporter),
        on_press(CONFIRM, cog.confirmed, services.error_reporter),
    )
    bot.tree.add_command(cog.menu)
    await bot.add_cog(cog)
