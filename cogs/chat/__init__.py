"""`/chat` and **Regenerate**: a thread that keeps the whole conversation."""

from bot.domain.model import ModelKind
from bot.interface.client import AtelierClient
from bot.interface.messages.buttons import REGENERATE
from bot.interface.messages.presses import on_press
from bot.interface.options import without_option
from cogs.chat._buttons import RegenerateButton
from cogs.chat._cog import Chat
from cogs.chat._question import Questions


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    regenerate = RegenerateButton(services.jobs, services.runner, services.texts)
    bot.add_dynamic_items(on_press(REGENERATE, regenerate.pressed, services.error_reporter))
    questions = Questions(services.poster, services.delivery, services.texts)
    chat = Chat(
        services.generation,
        services.models,
        services.chats,
        services.runner,
        services.texts,
        questions,
        services.thread_titles,
    )
    if not services.models.any_searches(ModelKind.CHAT):
        without_option(chat.chat, "search")
    await bot.add_cog(chat)
