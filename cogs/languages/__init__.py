"""In which language each member reads, of whom only what they press and fill in tells that."""

from bot.interface.client import AtelierClient
from cogs.languages._cog import Languages


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    await bot.add_cog(Languages(bot.services.locales, bot.services.texts))
