"""`/help` and `/models`, and a welcome where the bot was added: what it can, and what lacks."""

from bot.interface.client import AtelierClient
from cogs.help._cog import Help
from cogs.help._mentions import CommandMentions
from cogs.help._model_prices import ModelPrices
from cogs.help._welcome import Welcome


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    services = bot.services
    mentions = CommandMentions(bot.tree, services.texts)
    prices = ModelPrices(services.prices, services.guild_book, services.texts)
    await bot.add_cog(Help(services.models, prices, services.texts, mentions))
    await bot.add_cog(Welcome(services.texts, mentions))
