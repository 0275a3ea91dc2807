"""`/chat`: a thread that keeps the whole conversation."""

from bot.interface.client import AtelierClient
from cogs.chat._cog import Chat


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    await bot.add_cog(
        Chat(
            services.generation,
            services.models,
            services.chats,
            services.runner,
            services.texts,
        )
    )
