"""`/imagine`, its form, and **Redo**: pictures from words, and from words and pictures."""

from bot.domain.model import ModelKind
from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import EXAMPLE, IMAGINE, MINE, PAINT, REDO, WORDS
from bot.interface.messages.presses import on_press, on_submit
from bot.interface.options import without_option
from cogs.imagine._buttons import RedoButton
from cogs.imagine._cog import Imagine
from cogs.imagine._form import FORM, ImagineForm
from cogs.imagine._proposals import WORDS_FORM, Proposals


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    redo = RedoButton(services.jobs, services.runner, services.texts)
    bot.add_dynamic_items(on_press(REDO, redo.pressed, services.error_reporter))
    imagine = Imagine(
        services.generation,
        services.references,
        services.avatar_references,
        services.models,
        services.runner,
        services.texts,
    )
    if not services.models.any_searches(ModelKind.IMAGE):
        without_option(imagine.imagine, "search")
    await bot.add_cog(imagine)
    form = ImagineForm(
        services.generation,
        services.jobs,
        services.models,
        services.runner,
        services.texts,
    )
    bot.add_dynamic_items(
        on_press(IMAGINE, form.open, services.error_reporter),
        on_press(EXAMPLE, form.open_example, services.error_reporter),
    )
    proposals = Proposals(
        services.generation,
        services.jobs,
        services.runner,
        services.pending,
        services.texts,
    )
    bot.add_dynamic_items(
        on_press(PAINT, proposals.paint, services.error_reporter),
        on_press(WORDS, proposals.edit, services.error_reporter),
        on_press(MINE, proposals.paint_mine, services.error_reporter),
    )
    bot.add_forms(
        on_submit(FORM, form.submitted, services.error_reporter),
        on_submit(WORDS_FORM, proposals.submitted, services.error_reporter),
    )
