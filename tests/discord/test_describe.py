"""`/describe`, **Describe picture**, and **Imagine** under what came of it."""

import sqlite3
from datetime import timedelta

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
    roles,
    say,
    texts,
    until,
)
from tests.worlds import Join, joined, store_of

MENU = "Describe picture"
SAID = "DESCRIPTION:\nA *fox* in snow.\n\nPROMPT:\na fox, oil on canvas"


async def described(world: Stack, *, by: Member | None = None, **options: object) -> Message:
    """Have a picture described that is given with the command."""
    asked = await (by or world.anna).slash(
        world.art, "describe", image=("fox.png", png()), **options
    )
    return await answered(world, asked)


async def chosen(world: Stack, message: Message) -> Message:
    """Choose the menu's entry on a message, and return what comes of it."""
    return await answered(world, await world.anna.context_menu(world.art, MENU, message))


async def two_cats(world: Stack) -> Message:
    """Let ben post two pictures at once."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    return await world.ben.send(world.art, "my cats", files=files)


async def form(world: Stack, message: Message, *, by: Member | None = None) -> Interaction:
    """Press Imagine, and return the interaction whose form is open."""
    pressed = await (by or world.anna).press(message, label="Imagine")
    assert (await pressed.response()).modal is not None
    return pressed


@pytest.mark.usefixtures("client")
async def test_a_picture_is_described_with_a_prompt(world: Stack) -> None:
    """For all to see, with the prompt as a quote that shows its very words."""
    world.relay.next(faults.text_only(SAID.replace("a fox", "a *fox*")))
    answer = await described(world)
    assert answer.content == ("A *fox* in snow.\n\n**Prompt**\n> a \\*fox\\*, oil on canvas")
    assert not answer.ephemeral
    assert pictures(contents(world)[0])
    assert [button.label for button in answer.buttons] == ["Imagine"]


@pytest.mark.usefixtures("client")
async def test_it_is_said_in_the_language_of_who_asks(world: Stack) -> None:
    """Whatever the language of the server is."""
    answer = await described(world, by=world.ben)
    assert "locale zh-CN" in texts(contents(world)[0])[0]
    assert "我看到 64x48 像素" in answer.content


@pytest.mark.usefixtures("client")
async def test_it_can_be_for_one_member_alone(world: Stack) -> None:
    """Then what is painted of it is so, too."""
    answer = await described(world, private=True)
    assert answer.ephemeral
    painted = await world.anna.submit(await form(world, answer), {})
    assert (await answered(world, painted)).ephemeral


@pytest.mark.usefixtures("client")
async def test_an_answer_without_its_marks_is_both(world: Stack) -> None:
    """It is shown once, and painted whole."""
    world.relay.next(faults.text_only("A fox in snow."))
    answer = await described(world)
    assert answer.content == "A fox in snow."
    opened = await form(world, answer)
    assert opened.modal is not None
    assert opened.modal.fields[0].value == "A fox in snow."


@pytest.mark.usefixtures("client")
async def test_the_prompt_is_painted_as_it_was_edited(world: Stack) -> None:
    """By anybody who sees it, as their own."""
    world.relay.next(faults.text_only(SAID))
    answer = await described(world)
    opened = await form(world, answer, by=world.ben)
    assert opened.modal is not None
    assert opened.modal.fields[0].value == "a fox, oil on canvas"
    sent = await world.ben.submit(opened, {"prompt": "a red fox", "aspect": ["16:9"]})
    painted = await answered(world, sent)
    assert painted.pictures
    assert not painted.ephemeral
    assert texts(contents(world)[0]) == ["a red fox"]
    assert not pictures(contents(world)[0])


async def test_the_button_works_after_a_restart(world: Stack, join: Join) -> None:
    """What stands in the form comes from the store."""
    async with joined(world):
        world.relay.next(faults.text_only(SAID))
        answer = await described(world)
    await join()
    opened = await form(world, answer)
    assert opened.modal is not None
    assert opened.modal.fields[0].value == "a fox, oil on canvas"
    assert (await answered(world, await world.anna.submit(opened, {}))).pictures


async def test_a_form_that_was_open_over_a_restart_is_taken(world: Stack, join: Join) -> None:
    """All that it asks for stands in it."""
    async with joined(world):
        opened = await form(world, await described(world))
    await join()
    assert (await answered(world, await world.anna.submit(opened, {}))).pictures


@pytest.mark.usefixtures("client")
async def test_the_menu_describes_anybodys_picture_in_private(world: Stack) -> None:
    """An upload is fetched then, and only who asked reads of it."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    answer = await chosen(world, photo)
    assert "70x50" in answer.content
    assert answer.ephemeral


@pytest.mark.usefixtures("client")
async def test_the_menu_describes_what_the_bot_made(world: Stack) -> None:
    """The stored picture is what is looked at, and nothing of what led to it."""
    answer = await chosen(world, await imagine(world))
    assert answer.content
    assert roles(world) == ["user"]
    assert pictures(contents(world)[0])


@pytest.mark.usefixtures("client")
async def test_the_description_keeps_nothing_of_what_the_bot_made(world: Stack) -> None:
    """The picture goes with its message, and with it what a reply could be about."""
    made = await imagine(world)
    await chosen(world, made)
    await world.anna.delete(made)
    database = sqlite3.connect(world.database)
    named = "SELECT blob FROM job_blobs UNION SELECT blob FROM blob_refs"
    await until(lambda: not database.execute(named).fetchall())
    database.close()


@pytest.mark.usefixtures("client")
async def test_of_several_pictures_one_is_chosen(world: Stack) -> None:
    """The question has a button for each, and stays: the others can be described, too."""
    question = await chosen(world, await two_cats(world))
    assert "2 pictures" in question.text
    assert not world.relay.requests
    for label, size in (("2", "50x90"), ("1", "70x50")):
        answer = await answered(world, await world.anna.press(question, label=label))
        assert size in answer.content
        assert answer.ephemeral


async def test_the_choice_holds_after_a_restart(world: Stack, join: Join) -> None:
    """The question knows which message it is about."""
    async with joined(world):
        question = await chosen(world, await two_cats(world))
    await join()
    answer = await answered(world, await world.anna.press(question, label="1"))
    assert "70x50" in answer.content


@pytest.mark.usefixtures("client")
async def test_a_choice_among_what_is_gone_says_so(world: Stack) -> None:
    """Nothing is asked of the model."""
    photos = await two_cats(world)
    question = await chosen(world, photos)
    await world.anna.delete(photos)
    told = await answered(world, await world.anna.press(question, label="2"))
    assert "no longer kept" in told.text
    assert not world.relay.requests


@pytest.mark.usefixtures("client")
async def test_a_message_without_a_picture_gets_a_sentence(world: Stack) -> None:
    """There is nothing to look at."""
    told = await chosen(world, await world.ben.send(world.art, "hello"))
    assert "no picture in that message" in told.text
    assert told.ephemeral


@pytest.mark.usefixtures("client")
async def test_what_is_no_picture_is_told(world: Stack) -> None:
    """Nothing is asked of the model."""
    asked = await world.anna.slash(world.art, "describe", image=("fox.png", b"no picture"))
    assert "fox.png" in (await answered(world, asked)).text
    assert not world.relay.requests


@pytest.mark.usefixtures("client")
async def test_a_description_can_be_stopped(world: Stack) -> None:
    """Like any answer in words."""
    world.relay.next(Held())
    asked = await world.anna.slash(world.art, "describe", image=("fox.png", png()))
    line = await asked.result(within=WITHIN)
    await at_work(world)
    await world.anna.press(line, label="Stop")
    assert "Stopped" in (await finished(world, line)).content


async def test_it_is_counted_as_an_answer(world: Stack, join: Join) -> None:
    """When the answers of a day are used up, nothing is fetched for one more."""
    await join(daily_messages=1)
    await described(world)
    assert "Your one answer of today is used up" in (await described(world)).text
    assert (await imagine(world)).pictures


@pytest.mark.usefixtures("client")
async def test_it_is_no_turn_of_a_chat(world: Stack) -> None:
    """What is said next in a thread goes on from what was said before."""
    await world.anna.slash(world.art, "chat", message="hello")
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    asked = await world.anna.slash(thread, "describe", image=("fox.png", png()))
    await answered(world, asked)
    assert roles(world) == ["user"]
    await say(world, "and now?", channel=thread)
    assert roles(world) == ["user", "model", "user"]
    assert texts(contents(world)[0]) == ["hello"]


@pytest.mark.usefixtures("client")
async def test_a_reply_to_a_description_talks_about_it(world: Stack) -> None:
    """With the picture that it is about."""
    answer = await described(world)
    await say(world, "what breed is it?", reply_to=answer)
    assert roles(world) == ["user", "model", "user"]
    assert pictures(contents(world)[0])


async def pressed_anew(world: Stack, custom_id: str) -> Message:
    """Press a button with this custom id on a message that ben made up; return what he is told."""
    button = {"type": 2, "style": 2, "label": "?", "custom_id": custom_id}
    row = {"type": 1, "components": [button]}
    forged = await world.ben.send(world.art, components=[row])
    return await answered(world, await world.ben.press(forged, custom_id))


@pytest.mark.usefixtures("client")
async def test_what_was_forgotten_can_not_be_painted(world: Stack) -> None:
    """A button that outlives its words says so."""
    assert "不再保留" in (await pressed_anew(world, "atl:imagine:99")).text


@pytest.mark.usefixtures("client")
async def test_nobody_paints_a_private_description_of_somebody_else(world: Stack) -> None:
    """Anybody can send any custom id."""
    answer = await described(world, private=True)
    custom_id = answer.buttons[0].custom_id
    assert custom_id is not None
    assert "只有本人可以使用" in (await pressed_anew(world, custom_id)).text


async def test_a_description_that_was_not_sent_is_made_later(
    world: Stack, client: AtelierClient
) -> None:
    """Its request is read back as what it was, and shown in the same message."""
    answer = await described(world)
    await until(lambda: not client.services.generation._cancellation._at_work)

    def not_sent(connection: Connection) -> None:
        connection.execute(text("DELETE FROM turns"))
        connection.execute(text("UPDATE jobs SET state = 'accepted', sent = 0"))

    await store_of(client).write(not_sent)
    world.relay.next(faults.text_only(SAID))
    await client.services.recovery.look_again(client, idle=timedelta(0))
    assert answer.content.startswith("A *fox* in snow.\n\n**Prompt**")
    assert [button.label for button in answer.buttons] == ["Imagine"]
