"""`/settings`: what a server decides for itself."""

from functools import partial
from typing import Final

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import ATL
from bot.interface.messages.presses import on_press, on_submit
from bot.interface.texts import LOCALES
from bot.services.settings_check import SettingsCheck
from cogs.settings._blocked import BlockedMembers
from cogs.settings._cog import SettingsCommands
from cogs.settings._file import SettingsFile
from cogs.settings._forms import SettingForms
from cogs.settings._keeping import SettingsKeeper
from cogs.settings._menus import SettingMenus
from cogs.settings._pages import SettingPages
from cogs.settings._panel import SettingsPanel
from cogs.settings._topics import FORMS, MENUS

_REVISION: Final = r"(?P<revision>\d{1,19})"


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    book, models, texts = services.guild_book, services.models, services.texts
    check = SettingsCheck(models, LOCALES)
    log_channel = services.log_channel
    menus = SettingMenus(models, texts)
    pages = SettingPages(
        book, menus, models, services.own_relays, services.access, log_channel, texts
    )
    forms = SettingForms(check, texts)
    keeper = SettingsKeeper(book, log_channel)
    panel = SettingsPanel(book, check, pages, forms, keeper, services.sentences, texts)
    file = SettingsFile(
        book,
        check,
        pages,
        services.intake,
        services.admission,
        keeper,
        services.sentences,
        texts,
    )
    blocked = BlockedMembers(services.blocking, pages, texts)
    bot.add_dynamic_items(
        on_press(rf"{ATL}set-topic", panel.turn_to, services.error_reporter),
        *(
            on_press(
                rf"{ATL}set-{name.replace('_', '-')}:{_REVISION}",
                partial(panel.chosen, name),
                services.error_reporter,
            )
            for name in MENUS
        ),
        *(
            on_press(
                rf"{ATL}set-form-{topic}:{_REVISION}",
                partial(panel.open, topic),
                services.error_reporter,
            )
            for topic in FORMS
        ),
        on_press(rf"{ATL}set-block", blocked.block, services.error_reporter),
        on_press(
            rf"{ATL}set-unblock:(?P<page>\d{{1,5}})",
            blocked.unblock,
            services.error_reporter,
        ),
        on_press(
            rf"{ATL}set-blocked:(?P<page>\d{{1,5}})",
            blocked.turn_page,
            services.error_reporter,
        ),
    )
    bot.add_dynamic_items(
        on_press(rf"{ATL}set-import:{_REVISION}", file.confirmed, services.error_reporter)
    )
    form = rf"atl:set-form-(?P<topic>{'|'.join(FORMS)}):{_REVISION}"
    bot.add_forms(on_submit(form, panel.submitted, services.error_reporter))
    await bot.add_cog(SettingsCommands(panel, file))
