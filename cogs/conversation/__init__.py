"""Messages without a command: replies to pictures, mentions, and threads that are kept."""

from bot.interface.client import AtelierClient
from cogs.conversation._cog import Conversation


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    await bot.add_cog(Conversation(bot))
