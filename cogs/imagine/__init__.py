"""`/imagine`: pictures from words, and from words and pictures."""

from bot.interface.client import AtelierClient
from cogs.imagine._cog import Imagine


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    await bot.add_cog(Imagine(bot))
