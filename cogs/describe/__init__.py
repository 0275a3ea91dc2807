"""`/describe`, **Describe picture** and **Imagine**: words for a picture, and pictures of them."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import EXAMPLE, IMAGINE
from bot.interface.messages.presses import on_press
from cogs.describe._cog import Describe
from cogs.describe._imagine import ImagineForm
from cogs.describe._which import WHICH


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    cog = Describe(
        services.generation,
        services.models,
        services.posted_pictures,
        services.runner,
        services.texts,
    )
    form = ImagineForm(
        services.generation,
        services.jobs,
        services.models,
        services.runner,
        services.texts,
        services.error_reporter,
    )
    bot.add_dynamic_items(
        on_press(WHICH, cog.chosen, services.error_reporter),
        on_press(IMAGINE, form.open, services.error_reporter),
        on_press(EXAMPLE, form.open_example, services.error_reporter),
    )
    bot.tree.add_command(cog.menu)
    await bot.add_cog(cog)
    await bot.add_cog(form)
