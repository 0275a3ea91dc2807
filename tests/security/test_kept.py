"""Who is shown what was cancelled too late, and before whose eyes."""

from typing import Any

import pytest
from sqlalchemy import text

from bot.interface.client import AtelierClient
from bot.storage.store import SqlStore
from demo.discord import Channel, Interaction, Member, Message
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, imagine, until
from tests.worlds import store_of

pytestmark = pytest.mark.usefixtures("client")


async def kept(world: Stack, **options: Any) -> int:
    """Call anna's picture off when it is sent already, and return its job."""
    relay = Held()
    world.relay.next(relay)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", **options)
    progress = await asked.result(within=WITHIN)
    await at_work(world)
    await answered(world, await world.anna.press(progress, label="Cancel"))
    relay.let_go()
    (show,) = (await finished(world, progress)).buttons
    return int(str(show.custom_id).rsplit(":", 1)[1])


async def press(world: Stack, who: Member, where: Channel, custom_id: str) -> Message:
    """Press any button under a message that all see, and return the answer."""
    part = {"type": 2, "style": 2, "label": "forged", "custom_id": custom_id}
    row = {"type": 1, "components": [part]}
    posted = world.discord.model.post(where.id, world.discord.bot_id, "", components=[row])
    pressed: Interaction = await who.press(where.message(posted), custom_id)
    return await answered(world, pressed)


@pytest.mark.parametrize(
    ("private", "here", "alone"),
    [(False, True, False), (False, False, True), (True, True, True)],
    ids=["all saw the question", "asked elsewhere", "asked alone"],
)
async def test_what_was_kept_is_shown_to_those_who_saw_the_question(
    world: Stack, *, private: bool, here: bool, alone: bool
) -> None:
    """Its author has it anywhere; others see it only where they could have seen it anyway."""
    job = await kept(world, private=private)
    where = world.art if here else world.guild.create_text_channel("elsewhere")
    shown = await press(world, world.anna, where, f"atl:show:{job}")
    assert shown.pictures
    assert shown.ephemeral is alone
    assert (shown in world.ben.sees(where)) is not alone


@pytest.mark.parametrize("verb", ["show", "retry"])
async def test_what_was_kept_is_its_owners_to_show(world: Stack, verb: str) -> None:
    """Somebody else who sees the channel can neither show it nor have it tried again."""
    job = await kept(world)
    refused = await press(world, world.ben, world.art, f"atl:{verb}:{job}")
    assert f"这是 {world.anna.mention} 的" in refused.text
    shown = await press(world, world.anna, world.art, f"atl:{verb}:{job}")
    assert shown.pictures
    assert len(world.relay.requests) == 1


@pytest.mark.parametrize(
    "became", ["state = 'kept', called_off = 0", "state = 'made', called_off = 1"]
)
async def test_what_is_kept_or_not_wanted_is_nobody_elses_to_try_again(
    world: Stack, client: AtelierClient, became: str
) -> None:
    """Each is reason enough: it is kept for its author, or was cancelled and will be."""
    await imagine(world)
    await until(lambda: 1 not in client.services.generation._cancellation)
    store = store_of(client)
    assert isinstance(store, SqlStore)
    changed = text(f"UPDATE jobs SET {became}")  # noqa: S608 (one of two above)
    await store.write(lambda connection: connection.execute(changed))
    refused = await press(world, world.ben, world.art, "atl:retry:1")
    assert f"这是 {world.anna.mention} 的" in refused.text
