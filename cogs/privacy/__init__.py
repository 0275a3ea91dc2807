"""`/privacy`: what is kept of whoever asks, a copy of it, and its end."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press
from cogs.privacy._cog import PrivacyCommands
from cogs.privacy._export import ExportSender
from cogs.privacy._forget import ForgetMe
from cogs.privacy._view import ERASE, EXPORT, FORGET, PrivacyView


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    view = PrivacyView(services.texts, keep_days=services.privacy.keep_days)
    sender = ExportSender(services.export, services.admission, services.texts)
    forget_me = ForgetMe(services.privacy, view, services.texts)
    bot.add_dynamic_items(
        on_press(EXPORT, sender.send, services.error_reporter),
        on_press(FORGET, forget_me.ask, services.error_reporter),
        on_press(ERASE, forget_me.confirmed, services.error_reporter),
    )
    await bot.add_cog(
        PrivacyCommands(
            services.privacy, view, sender, forget_me, services.admission, services.texts
        )
    )
