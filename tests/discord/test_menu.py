"""**Edit picture** in a message's Apps menu: for any message that shows one."""

from typing import Any

import pytest

from demo.discord import Interaction, Message
from demo.stack import Stack
from tests.acting import answered, contents, image, imagine, pictures, png, roles, texts

pytestmark = pytest.mark.usefixtures("client")


async def edited(world: Stack, message: Message, **values: Any) -> Message:
    """Fill anna's form for a message in, and return the finished answer."""
    opened = await form(world, message)
    sent = await world.anna.submit(opened, {"prompt": "make it black and white"} | values)
    return await answered(world, sent)


async def form(world: Stack, message: Message) -> Interaction:
    """Choose the menu's entry and return the interaction whose form is open."""
    opened = await world.anna.context_menu(world.art, "Edit picture", message)
    response = await opened.response()
    assert response.modal is not None
    return opened


async def test_an_answer_of_the_bot_is_gone_on_from(world: Stack) -> None:
    """Its picture is edited with its history, like a reply to it."""
    done = await edited(world, await imagine(world))
    assert done.pictures
    assert roles(world) == ["user", "model", "user"]


async def test_one_of_several_is_chosen_in_the_form(world: Stack) -> None:
    """The form offers the choice, and the one chosen is edited."""
    files = [("a.png", png(70, 50)), ("b.png", png(50, 90))]
    photos = await world.ben.send(world.art, "my cats", files=files)
    assert (await edited(world, photos, which=["1"])).pictures
    assert "50x90" in pictures(contents(world)[-1])[0]


async def test_ratio_size_and_more_pictures_go_along(world: Stack) -> None:
    """What else is chosen in the form is asked of the model."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    done = await edited(world, photo, aspect=["1:1"], size=["2K"], files=[("b.png", png(30, 20))])
    assert image(done).size == (2048, 2048)
    assert len(pictures(contents(world)[-1])) == 2


async def test_a_message_without_a_picture_gets_a_sentence(world: Stack) -> None:
    """No form opens for what can't be edited."""
    words = await world.ben.send(world.art, "hello")
    told = await answered(world, await world.anna.context_menu(world.art, "Edit picture", words))
    assert "no picture to change" in told.text
    assert told.ephemeral


async def test_what_was_deleted_meanwhile_is_gone(world: Stack) -> None:
    """Between opening the form and sending it a message may go."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    opened = await form(world, photo)
    await world.anna.delete(photo)
    sent = await world.anna.submit(opened, {"prompt": "blur it"})
    assert "no longer kept" in (await answered(world, sent)).text
    assert not world.relay.requests


async def test_what_is_made_of_a_private_picture_is_private(world: Stack) -> None:
    """Its author edits it through the menu as privately as it was made; nobody else can."""
    private = await imagine(world, private=True)
    done = await edited(world, private)
    assert done.pictures
    assert done.ephemeral
    assert roles(world) == ["user", "model", "user"]


async def test_a_forged_form_about_another_channel_is_refused(world: Stack) -> None:
    """A message that is shown elsewhere is nobody's to edit from here."""
    made = await imagine(world)
    elsewhere = world.guild.create_text_channel("elsewhere")
    prompt = {"type": 4, "custom_id": "prompt", "value": "blur it"}
    forged = {
        "custom_id": f"atl:edit-message:{made.id}",
        "components": [{"type": 18, "id": 1, "component": prompt}],
    }
    submitted = world.ben._open(5, elsewhere.id, forged)
    assert "属于另一个频道" in (await answered(world, submitted)).text
    assert len(world.relay.requests) == 1


async def test_the_wish_is_what_was_written(world: Stack) -> None:
    """The words of the form are the words of the turn."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(70, 50))])
    await edited(world, photo, prompt="flip it")
    assert texts(contents(world)[-1]) == ["flip it"]
