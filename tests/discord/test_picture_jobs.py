"""What a message shows is known from its buttons too, and of a job only what is there."""

import pytest
from sqlalchemy import text

from bot.interface.client import AtelierClient
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    at_work,
    finished,
    imagine,
    not_taken,
    roles,
    say,
    until,
)
from tests.worlds import store_of


async def forget(client: AtelierClient, rows: str) -> None:
    """Delete these rows of the store."""
    gone = text(f"DELETE FROM {rows}")  # noqa: S608 (one of those below)
    await store_of(client).write(lambda connection: connection.execute(gone))


async def over(client: AtelierClient) -> None:
    """Return once what was shown is written down, where it could be."""
    await until(lambda: not client.services.generation._cancellation._at_work)


async def test_a_picture_whose_row_was_not_written_is_edited_with_its_history(
    world: Stack, client: AtelierClient
) -> None:
    """A process that ended between a post and its row leaves the message with its buttons."""
    made = await imagine(world)
    await over(client)
    await forget(client, "shown")
    assert (await say(world, "blur it", reply_to=made)).pictures
    assert roles(world) == ["user", "model", "user"]


async def test_what_is_written_down_counts_before_the_buttons(
    world: Stack, client: AtelierClient
) -> None:
    """Of two pictures of which one was forgotten, the other is the only one that can be meant."""
    made = await imagine(world, count=2)
    await over(client)
    await forget(client, "shown WHERE position = 1")
    assert (await say(world, "blur it", reply_to=made)).pictures


async def test_a_picture_that_is_kept_no_longer_is_edited_as_it_is_seen(
    world: Stack, client: AtelierClient
) -> None:
    """Where the turn is deleted too, what the message shows is like anybody's upload."""
    made = await imagine(world)
    await over(client)
    await forget(client, "turns")
    assert (await say(world, "blur it", reply_to=made)).pictures
    assert roles(world) == ["user"]


@pytest.mark.usefixtures("client")
async def test_a_reply_to_what_is_being_painted_waits_for_it(world: Stack) -> None:
    """It is an edit of what the painting line becomes."""
    held = Held()
    world.relay.next(held)
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    line = await asked.result(within=WITHIN)
    await at_work(world)
    reply = await world.anna.send(world.art, "blur it", reply_to=line)
    held.let_go()
    edited = await world.art.wait_for_message(after=reply, within=WITHIN)
    assert (await finished(world, edited)).pictures
    assert roles(world) == ["user", "model", "user"]


@pytest.mark.usefixtures("client")
async def test_a_form_about_more_pictures_than_there_are_is_refused(world: Stack) -> None:
    """Its choice is a number that anybody can make up."""
    made = await imagine(world)
    (edit,) = [button for button in made.buttons if button.label == "Edit"]
    job = str(edit.custom_id).split(":")[3]
    fields = [
        {"type": 4, "custom_id": "prompt", "value": "blur it"},
        {"type": 3, "custom_id": "which", "values": ["1"]},
    ]
    form = {
        "custom_id": f"atl:edit-form:{job}",
        "components": [{"type": 18, "component": field} for field in fields],
    }
    sent = world.anna._open(5, world.art.id, form)
    assert "no longer kept" in (await answered(world, sent)).text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_what_is_tried_again_is_answered_with_that_alone(world: Stack) -> None:
    """The new request's answer is the last word, and not that there was nothing to show."""
    world.relay.next(faults.http(400))
    failed = await imagine(world)
    pressed = await world.anna.press(failed, label="Try again")
    again = await answered(world, pressed)
    await imagine(world)
    assert again.pictures
    assert not pressed.followups


@pytest.mark.usefixtures("client")
async def test_what_discord_does_not_take_a_second_time_is_still_kept(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has it shown in vain reads that it is there, and not that nothing happened."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    failed = await finished(world, await not_taken(world, status=503))
    world.discord.faults.add("PATCH", "/webhooks/*", status=503)
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert "What was made is kept" in again.text
    shown = await answered(world, await world.anna.press(failed, label="Try again"))
    assert shown.pictures
    assert len(world.relay.requests) == 1
