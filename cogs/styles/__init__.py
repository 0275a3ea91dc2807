"""`/style`: looks that are kept under a name, to paint with."""

from bot.interface.client import AtelierClient
from bot.interface.messages.presses import on_press, on_submit
from cogs.styles._cog import StyleCommands
from cogs.styles._deleting import CONFIRM, DELETE, StyleDeletion
from cogs.styles._form import FORM, USE, StyleForm
from cogs.styles._list import PAGE, StyleList
from cogs.styles._painter import StylePainter
from cogs.styles._saving import StyleSaving
from cogs.styles._view import StyleView


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    view = StyleView(services.models, services.thumbnails, services.texts)
    painter = StylePainter(services.references, services.models, services.runner)
    listed = StyleList(services.styles, view, services.admission, services.texts)
    deletion = StyleDeletion(services.styles, view, services.texts)
    form = StyleForm(services.styles, painter, services.texts)
    saving = StyleSaving(
        services.styles,
        services.intake,
        services.access,
        services.admission,
        view,
        services.sentences,
        services.texts,
    )
    bot.add_dynamic_items(
        on_press(USE, form.open, services.error_reporter),
        on_press(PAGE, listed.turn_page, services.error_reporter),
        on_press(DELETE, deletion.ask, services.error_reporter),
        on_press(CONFIRM, deletion.confirmed, services.error_reporter),
    )
    bot.add_forms(on_submit(FORM, form.submitted, services.error_reporter))
    await bot.add_cog(
        StyleCommands(
            services.styles, services.models, saving, painter, listed, deletion, services.texts
        )
    )
