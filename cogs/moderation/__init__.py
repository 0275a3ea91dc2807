"""What moderators are told, and what they can do: block members, and look at reports."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press, on_submit
from cogs.moderation._blocking import ASK, FORM, UNBLOCK, BlockMenu


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    blocking = BlockMenu(services.blocking, services.guild_book, services.texts)
    bot.add_dynamic_items(
        on_press(ASK, blocking.ask, services.error_reporter),
        on_press(UNBLOCK, blocking.unblock, services.error_reporter),
    )
    bot.add_forms(on_submit(FORM, blocking.submitted, services.error_reporter))
    bot.tree.add_command(blocking.menu)
    await bot.add_cog(blocking)
    bot.run_beside(services.log_channel.posts.run(bot))
