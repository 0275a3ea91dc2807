"""`/history` and `/undo`: which versions there are, and going back to them."""

from bot.interface.client import AtelierClient
from bot.interface.version_buttons import VERSION_ITEMS
from cogs.history._cog import History


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    bot.add_dynamic_items(*VERSION_ITEMS)
    await bot.add_cog(History(bot))
