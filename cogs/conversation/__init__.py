"""Messages without a command: replies to pictures, mentions, and the threads of chats."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press
from cogs.conversation._cog import Conversation
from cogs.conversation._pick import PICK
from cogs.conversation._requests import MessageRequests


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    requests = MessageRequests(
        bot,
        services.generation,
        services.intake,
        services.messages,
        services.conversations,
        services.models,
        services.posted_pictures,
        services.chats,
        services.texts,
    )
    cog = Conversation(
        bot,
        requests,
        services.runner,
        services.texts,
        error_reporter=services.error_reporter,
        locales=services.locales,
        chats=services.chats,
        pending=services.pending,
        missed_messages=services.missed_messages,
        catch_up=services.catch_up,
    )
    bot.add_dynamic_items(on_press(PICK, cog.pick, services.error_reporter))
    await bot.add_cog(cog)
    bot.run_beside(services.catch_up.run(bot))
