"""**Only here**: point at a part of a picture, and only that changes."""

from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import HERE
from bot.interface.messages.presses import on_press, on_submit
from cogs.area._buttons import ASK, CELLS, MASK, NAMES, THING, THING_ASK, THINGS_ASK, WHICH
from cogs.area._forms import FORM, AreaForms
from cogs.area._only_here import OnlyHere
from cogs.area._picker import AreaPicker
from cogs.area._things import NamedThings


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    picker = AreaPicker(services.admission, services.jobs, services.thumbnails, services.texts)
    forms = AreaForms(services.texts)
    things = NamedThings(
        services.admission,
        services.generation,
        services.jobs,
        services.conversations,
        services.models,
        services.posted_pictures,
        services.runner,
        services.thumbnails,
        services.texts,
    )
    presses = [
        (HERE, picker.show),
        (WHICH, picker.choose_picture),
        (CELLS, picker.choose_cells),
        (ASK, forms.ask),
        (MASK, forms.ask_for_mask),
        (NAMES, things.ask),
        (THING, things.choose),
        (THINGS_ASK, forms.ask_about_things),
        (THING_ASK, forms.ask_about_thing),
    ]
    bot.add_dynamic_items(
        *(on_press(template, act, services.error_reporter) for template, act in presses)
    )
    only_here = OnlyHere(
        services.generation,
        services.intake,
        services.jobs,
        services.conversations,
        services.models,
        services.versions,
        services.posted_pictures,
        things,
        services.runner,
        services.texts,
    )
    bot.add_forms(on_submit(FORM, only_here.submitted, services.error_reporter))
