"""What is deleted in Discord is deleted here: messages, threads, channels, servers."""

from bot.interface.client import AtelierClient
from cogs.forgetting._cog import Deletions


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    await bot.add_cog(Deletions(bot))
