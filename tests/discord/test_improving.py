"""`/imagine improve:true`: better words first, and a choice of what is painted."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, text

from bot.interface.client import AtelierClient
from demo.discord import Interaction, Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    at_work,
    contents,
    finished,
    imagine,
    pictures,
    png,
    texts,
    until,
)
from tests.contract.builders import LATE
from tests.worlds import Join, joined, store_of

BETTER = "a red kite, in soft morning light, wide and calm"


async def proposed(world: Stack, **options: Any) -> Message:
    """Ask for better words, and return what is offered."""
    return await imagine(world, improve=True, **options)


async def painted(world: Stack, offer: Message, label: str, *, by: Member | None = None) -> Message:
    """Press a button of the offer, and return what comes of it."""
    return await answered(world, await (by or world.anna).press(offer, label=label))


async def form(world: Stack, offer: Message) -> Interaction:
    """Press Edit words, and return the interaction whose form is open."""
    pressed = await world.anna.press(offer, label="Edit words")
    assert (await pressed.response()).modal is not None
    return pressed


@pytest.mark.usefixtures("client")
async def test_better_words_are_offered_before_anything_is_painted(world: Stack) -> None:
    """To whoever asked alone, with three ways to go on."""
    offer = await proposed(world)
    assert offer.ephemeral
    assert f"> {BETTER}" in offer.text
    assert [button.label for button in offer.buttons] == ["Paint", "Edit words", "Paint mine"]
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_it_is_off_where_nobody_asks_for_it(world: Stack) -> None:
    """The words are painted as they are."""
    assert (await imagine(world)).pictures
    assert texts(contents(world)[0]) == ["a red kite"]


@pytest.mark.usefixtures("client")
async def test_the_new_words_are_painted(world: Stack) -> None:
    """For all to see, with all that was asked for."""
    offer = await proposed(world, aspect="1:1", count=2, image=("cat.png", png(70, 50)))
    made = await painted(world, offer, "Paint")
    assert len(made.pictures) == 2
    assert not made.ephemeral
    assert texts(contents(world)[0]) == [BETTER]
    assert "70x50" in pictures(contents(world)[0])[0]
    config: Any = world.relay.requests[-1].body
    assert "1:1" in str(config["generationConfig"])


@pytest.mark.usefixtures("client")
async def test_ones_own_words_are_painted(world: Stack) -> None:
    """As if nothing had been offered."""
    offer = await proposed(world, image=("cat.png", png(70, 50)))
    made = await painted(world, offer, "Paint mine")
    assert made.pictures
    assert texts(contents(world)[0]) == ["a red kite"]
    assert pictures(contents(world)[0])


@pytest.mark.usefixtures("client")
async def test_the_new_words_are_edited_before(world: Stack) -> None:
    """They stand in the form."""
    opened = await form(world, await proposed(world))
    assert opened.modal is not None
    assert opened.modal.fields[0].value == BETTER
    sent = await world.anna.submit(opened, {"prompt": "a blue kite"})
    made = await answered(world, sent)
    assert made.pictures
    assert not made.ephemeral
    assert texts(contents(world)[0]) == ["a blue kite"]


@pytest.mark.usefixtures("client")
async def test_who_is_named_in_edited_words_is_asked_for_in_time(world: Stack) -> None:
    """Discord waits three seconds for the first answer, and may be slow itself."""
    opened = await form(world, await proposed(world))
    world.discord.faults.add("GET", "/guilds/*/members/*", delay=3.5, times=1)
    sent = await world.anna.submit(opened, {"prompt": f"a portrait of {world.ben.mention}"})
    await sent.response(within=3)
    assert (await answered(world, sent)).pictures
    assert texts(contents(world)[0]) == ["a portrait of @ben"]


@pytest.mark.usefixtures("client")
async def test_what_was_to_be_private_stays_so(world: Stack) -> None:
    """Whatever is chosen."""
    made = await painted(world, await proposed(world, private=True), "Paint")
    assert made.pictures
    assert made.ephemeral


@pytest.mark.parametrize("label", ["Paint", "Paint mine"])
async def test_the_offer_holds_after_a_restart(world: Stack, join: Join, label: str) -> None:
    """With its references and options."""
    async with joined(world):
        offer = await proposed(world, count=2, image=("cat.png", png(70, 50)))
    await join()
    made = await painted(world, offer, label)
    assert len(made.pictures) == 2
    assert pictures(contents(world)[0])


async def test_a_form_that_was_open_over_a_restart_is_taken(world: Stack, join: Join) -> None:
    """What it is about stands in its custom id."""
    async with joined(world):
        opened = await form(world, await proposed(world))
    await join()
    assert (await answered(world, await world.anna.submit(opened, {}))).pictures


async def test_an_offer_stands_for_a_day(world: Stack, client: AtelierClient) -> None:
    """Then it says how to ask again."""
    offer = await proposed(world)
    await until(lambda: not client.services.generation._cancellation._at_work)

    def age(connection: Connection) -> None:
        connection.execute(text("UPDATE jobs SET created_at = datetime(created_at, '-25 hours')"))

    await store_of(client).write(age)
    assert "That offer is over" in (await painted(world, offer, "Paint")).text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_nobody_else_paints_it(world: Stack) -> None:
    """Anybody can send any custom id."""
    offer = await proposed(world)
    for button in offer.buttons:
        part = {"type": 2, "style": 2, "label": "?", "custom_id": button.custom_id}
        forged = await world.ben.send(world.art, components=[{"type": 1, "components": [part]}])
        told = await painted(world, forged, "?", by=world.ben)
        assert "只有本人可以使用" in told.text


@pytest.mark.usefixtures("client")
async def test_who_presses_twice_pays_once(world: Stack) -> None:
    """The second press says that it is at work."""
    offer = await proposed(world)
    held = Held()
    world.relay.next(held)
    first = await world.anna.press(offer, label="Paint")
    await at_work(world, 2)
    assert "still at work" in (await painted(world, offer, "Paint")).text
    held.let_go()
    assert (await answered(world, first)).pictures
    assert len(world.relay.requests) == 2


@pytest.mark.usefixtures("client")
async def test_without_better_words_ones_own_can_be_painted(world: Stack) -> None:
    """What went wrong with the model that talks is in nobody's way."""
    world.relay.next(faults.refuse())
    failed = await proposed(world)
    assert [button.label for button in failed.buttons] == ["Try again", "Paint mine"]
    assert (await painted(world, failed, "Paint mine")).pictures
    assert texts(contents(world)[0]) == ["a red kite"]


@pytest.mark.usefixtures("client")
async def test_better_words_can_be_tried_again(world: Stack) -> None:
    """The offer comes then."""
    world.relay.next(faults.refuse())
    offer = await painted(world, await proposed(world), "Try again")
    assert offer.ephemeral
    assert (await painted(world, offer, "Paint")).pictures
    assert texts(contents(world)[0]) == [BETTER]


@pytest.mark.usefixtures("client")
async def test_it_can_be_stopped(world: Stack) -> None:
    """And one's own words painted then."""
    world.relay.next(Held())
    asked = await world.anna.slash(world.art, "imagine", prompt="a red kite", improve=True)
    line = await asked.result(within=WITHIN)
    await at_work(world)
    await world.anna.press(line, label="Stop")
    stopped = await world.discord.message_changed(
        line, lambda seen: "Stopped" in seen.text, within=WITHIN
    )
    assert (await painted(world, stopped, "Paint mine")).pictures


async def test_it_is_counted_as_an_answer(world: Stack, join: Join) -> None:
    """And the picture once it is painted."""
    client = await join(daily_messages=1, daily_pictures=1)
    offer = await proposed(world)
    assert "Your one answer of today is used up" in (await proposed(world)).text
    assert (await painted(world, offer, "Paint")).pictures
    await until(lambda: not client.services.pending._open)
    assert "Your one picture of today is used up" in (await painted(world, offer, "Paint")).text


@pytest.mark.usefixtures("client")
async def test_what_a_model_does_not_take_is_told_before(world: Stack) -> None:
    """Nothing is asked for words that could not be painted."""
    told = await proposed(world, model="gemini-2.5-flash-image", size="4K")
    assert "4K" in told.text
    assert not world.relay.requests


@pytest.mark.usefixtures("client")
async def test_what_was_collected_waits_with_the_offer(world: Stack) -> None:
    """And no longer for another command."""
    photo = await world.ben.send(world.art, "", files=[("cat.png", png(70, 50))])
    await answered(world, await world.anna.context_menu(world.art, "Use as reference", photo))
    offer = await proposed(world)
    await imagine(world)
    assert not pictures(contents(world)[0])
    made = await painted(world, offer, "Paint")
    assert pictures(contents(world)[0])
    assert "One of your references went along" in made.text


async def test_an_offer_is_forgotten_with_its_author(world: Stack, client: AtelierClient) -> None:
    """No word of the request that waits is kept."""
    offer = await proposed(world)
    await until(lambda: not client.services.generation._cancellation._at_work)
    await store_of(client).forget_member(world.anna.id, then=LATE, now=LATE, most=9)

    def kept(connection: Connection) -> str:
        return str(connection.scalar(text("SELECT request FROM jobs")))

    assert "kite" not in await store_of(client).read(kept)
    assert "no longer kept" in (await painted(world, offer, "Paint")).text


async def test_better_words_that_were_not_asked_for_yet_come_later(
    world: Stack, client: AtelierClient
) -> None:
    """To their author directly, as what is private does, with the same buttons."""
    await proposed(world)
    await until(lambda: not client.services.generation._cancellation._at_work)

    def not_sent(connection: Connection) -> None:
        connection.execute(text("DELETE FROM turns"))
        connection.execute(text("UPDATE jobs SET state = 'accepted', sent = 0"))

    await store_of(client).write(not_sent)
    await client.services.recovery.look_again(client, idle=timedelta(0))
    offer = await finished(world, world.anna.dm.messages[0])
    assert BETTER in offer.text
    assert (await painted(world, offer, "Paint")).pictures
