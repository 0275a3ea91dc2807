"""What moderators are told in the channel that their server chose for it."""

from bot.interface.client import AtelierClient


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    bot.run_beside(bot.services.log_channel.posts.run(bot))
