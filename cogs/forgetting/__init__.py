"""What is deleted in Discord is deleted here: messages, threads, channels, servers."""

from bot.interface.client import AtelierClient
from cogs.forgetting._cog import DeletionEvents, look_around


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    await bot.add_cog(DeletionEvents(bot, services.deletions, services.sweep, services.pending))
    bot.run_beside(look_around(bot, services.sweep))
