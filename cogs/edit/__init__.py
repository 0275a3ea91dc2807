"""`/edit`, **Edit** and the edit form: change a picture that is there."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import EDIT
from bot.interface.messages.presses import on_press, on_submit
from cogs.edit._buttons import EditButton
from cogs.edit._cog import Edit
from cogs.edit._forms import FORM


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    button = EditButton(services.texts)
    bot.add_dynamic_items(on_press(EDIT, button.pressed, services.error_reporter))
    cog = Edit(
        services.generation,
        services.conversations,
        services.models,
        services.posted_pictures,
        services.references,
        services.runner,
        services.texts,
    )
    bot.add_forms(on_submit(FORM, cog.submitted, services.error_reporter))
    bot.tree.add_command(cog.menu)
    await bot.add_cog(cog)
