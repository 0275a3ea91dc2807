"""`/usage` and `/grant`: what was used, what is left, and giving more."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press
from cogs.usage._buttons import NEXT, TABLE, VIEW
from cogs.usage._cog import UsageCommands
from cogs.usage._granting import Granting
from cogs.usage._panel import UsagePanel
from cogs.usage._views import UsageViews


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    reports, texts = services.usage_reports, services.texts
    views = UsageViews(services.models, services.guild_book, texts)
    panel = UsagePanel(reports, views, services.charts, services.admission, texts)
    granting = Granting(reports, services.log_channel, texts)
    bot.add_dynamic_items(
        on_press(VIEW, panel.choose, services.error_reporter),
        on_press(NEXT, panel.turn_page, services.error_reporter),
        on_press(TABLE, panel.send_table, services.error_reporter),
    )
    await bot.add_cog(UsageCommands(panel, granting, reports, texts))
