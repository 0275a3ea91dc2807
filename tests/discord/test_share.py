"""**Share**: what was made for one member alone is shown to all."""

from demo.stack import Stack
from tests.acting import WITHIN, answered, image, imagine, say
from tests.worlds import Join


async def test_what_was_private_can_be_shared_once(world: Stack, join: Join) -> None:
    """All see it then, and may go on from it; its author alone can share it, and no second time."""
    await join()
    done = await imagine(world, private=True)
    shared = await answered(world, await world.anna.press(done, label="Share"))
    assert not shared.ephemeral
    assert image(shared).tobytes() == image(done).tobytes()
    assert "Share" not in [button.label for button in shared.buttons]
    edited = await say(world, "blur it", by=world.ben, reply_to=shared)
    assert edited.pictures
    again = await answered(world, await world.anna.press(done, label="Share"))
    assert "done already" in again.text
    assert again.ephemeral


async def test_a_shared_picture_is_pressed_by_everybody(world: Stack, join: Join) -> None:
    """Also after a restart, for what is kept of it says that it is for all."""
    await join()
    done = await imagine(world, private=True)
    await join()
    shared = await answered(world, await world.anna.press(done, label="Share"))
    await join()
    redone = await answered(world, await world.ben.press(shared, label="Redo"))
    assert redone.pictures
    assert not redone.ephemeral


async def test_what_discord_does_not_take_is_not_shared(world: Stack, join: Join) -> None:
    """It stays private, and can be shared later."""
    await join()
    done = await imagine(world, private=True)
    world.discord.faults.add("PATCH", "/webhooks/*", status=403, times=1)
    pressed = await world.anna.press(done, label="Share")
    told = await answered(world, pressed)
    assert not told.pictures
    assert (await answered(world, await world.anna.press(done, label="Share"))).pictures


async def test_what_led_to_a_shared_picture_stays_private(world: Stack, join: Join) -> None:
    """Behind More others read nothing of it; its author does."""
    await join()
    first = await imagine(world, "a secret kite", private=True)
    pressed = await world.anna.press(first, label="Edit")
    await pressed.response(within=WITHIN)
    second = await answered(world, await world.anna.submit(pressed, {"prompt": "blur it"}))
    shared = await answered(world, await world.anna.press(second, label="Share"))
    theirs = await answered(world, await world.ben.press(shared, label="More"))
    assert "blur it" in theirs.text
    assert "secret" not in theirs.text
    own = await answered(world, await world.anna.press(shared, label="More"))
    assert "a secret kite" in own.text


async def test_what_led_to_a_shared_picture_is_not_told_to_a_model(
    world: Stack, join: Join
) -> None:
    """Who goes on from it goes on from that picture alone; what it was made of is refused."""
    await join()
    first = await imagine(world, "a secret kite", private=True)
    pressed = await world.anna.press(first, label="Edit")
    await pressed.response(within=WITHIN)
    second = await answered(world, await world.anna.submit(pressed, {"prompt": "blur it"}))
    shared = await answered(world, await world.anna.press(second, label="Share"))
    assert (await say(world, "flip it", by=world.ben, reply_to=shared)).pictures
    assert "secret" not in str(world.relay.requests[-1].body)
    asked = len(world.relay.requests)
    refused = await answered(world, await world.ben.press(shared, label="Redo"))
    assert not refused.pictures
    assert len(world.relay.requests) == asked


async def test_what_could_not_be_shared_stays_private(world: Stack, join: Join) -> None:
    """Nobody else can press what is about it, as before."""
    client = await join()
    done = await imagine(world, private=True)
    world.discord.faults.add("PATCH", "/webhooks/*", status=403, times=1)
    await answered(world, await world.anna.press(done, label="Share"))
    job = await client.services.jobs.job(1)
    assert job
    assert job.request.private
