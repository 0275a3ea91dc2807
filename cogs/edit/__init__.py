"""`/edit` and the edit form: change a picture that is there."""

from bot.interface.client import AtelierClient
from cogs.edit._cog import Edit


async def setup(bot: AtelierClient) -> None:
    """Add the feature to the client."""
    await bot.add_cog(Edit(bot))
