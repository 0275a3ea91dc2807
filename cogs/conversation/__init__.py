"""Messages without a command: replies to pictures, mentions, and threads that are kept."""

from bot.interface.client import AtelierClient
from cogs.conversation._cog import Conversation
from cogs.conversation._pick import PickButton


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    bot.add_dynamic_items(PickButton)
    await bot.add_cog(Conversation(bot))
