"""What moderators are told, and what they can do: block members, and look at reports."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import REPORT
from bot.interface.messages.presses import on_press, on_submit
from cogs.moderation import _blocking, _reporting, _reports
from cogs.moderation._blocking import BlockMenu
from cogs.moderation._reporting import Reporting
from cogs.moderation._reports import ReportButtons


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    blocking = BlockMenu(services.blocking, services.guild_book, services.texts)
    reporting = Reporting(
        services.guild_book,
        services.reports,
        services.posted_pictures,
        services.conversations,
        services.log_channel,
        services.texts,
    )
    reports = ReportButtons(services.removal, services.guild_book, services.texts)
    presses = [
        (_blocking.ASK, blocking.ask),
        (_blocking.UNBLOCK, blocking.unblock),
        (REPORT, reporting.ask),
        (_reports.DELETE, reports.delete),
        (_reports.DISMISS, reports.dismiss),
    ]
    bot.add_dynamic_items(
        *(on_press(template, act, services.error_reporter) for template, act in presses)
    )
    bot.add_forms(
        on_submit(_blocking.FORM, blocking.submitted, services.error_reporter),
        on_submit(_reporting.FORM, reporting.submitted, services.error_reporter),
    )
    for cog in (blocking, reporting):
        bot.tree.add_command(cog.menu)
        await bot.add_cog(cog)
    bot.run_beside(services.log_channel.posts.run(bot))
