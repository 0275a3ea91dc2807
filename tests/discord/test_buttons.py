import pytest

from bot.interface.client import AtelierClient
from demo.stack import Stack
from tests.acting import answered, finished, imagine, say

pytestmark = pytest.mark.usefixtures("client")


async def test_discord_py_remembers_nothing_of_what_is_shown(
    world: Stack, client: AtelierClient
) -> None:
    """What is behind a button is in its id, so however many are posted they cost no memory."""
    made = await imagine(world)
    await answered(world, await world.anna.press(made, label="More"))
    await answered(world, await world.anna.slash(world.art, "history"))
    await finished(world, await say(world, f"{world.discord.bot_mention} hello"))
    views = client._connection._view_store
    assert not views._views
    assert not views._synced_message_views
