"""What can be done about a job that is at work, or that came to nothing, and who looks after it."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import CANCEL, RETRY, SHARE, SHOW, STOP
from bot.interface.messages.presses import on_press
from cogs.jobs._buttons import JobButtons


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    buttons = JobButtons(services.generation, services.jobs, services.runner, services.texts)
    presses = [
        (CANCEL, buttons.cancel),
        (STOP, buttons.cancel),
        (RETRY, buttons.retry),
        (SHOW, buttons.show_kept),
        (SHARE, services.sharing.share),
    ]
    bot.add_dynamic_items(
        *(on_press(template, act, services.error_reporter) for template, act in presses)
    )
    bot.run_beside(services.recovery.run(bot))
