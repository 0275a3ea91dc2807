"""Better words first, where a form asks for them: a box in each form that has words."""

from typing import Any

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Interaction, Member, Message
from demo.stack import Stack
from tests.acting import answered, contents, imagine, pictures, png, texts
from tests.discord.test_forgetting import known
from tests.discord.test_only_here import asked as area_form
from tests.discord.test_only_here import chosen, mask, pointing
from tests.worlds import Join, joined

MORE = ", in soft morning light, wide and calm"
BLUE = "make it blue"


async def edit_form(world: Stack, message: Message, *, by: Member | None = None) -> Interaction:
    """Press Edit, and return the interaction whose form is open."""
    pressed = await (by or world.anna).press(message, label="Edit")
    assert (await pressed.response()).modal is not None
    return pressed


async def proposed(world: Stack, opened: Interaction, **values: Any) -> Message:
    """Ask in a form for better words, and return what is offered."""
    given = {"prompt": BLUE, "improve": True, **values}
    return await answered(world, await world.anna.submit(opened, given))


async def painted(world: Stack, offer: Message, label: str = "Paint") -> Message:
    """Press a button of the offer, and return what comes of it."""
    return await answered(world, await world.anna.press(offer, label=label))


def improve_fields(opened: Interaction) -> list[Any]:
    """Return the boxes of a form."""
    assert opened.modal is not None
    return [field for field in opened.modal.fields if field.custom_id == "improve"]


@pytest.mark.usefixtures("client")
async def test_an_edit_is_offered_in_better_words(world: Stack) -> None:
    """To whoever asked alone; the model that talks sees the picture that is to change."""
    first = await imagine(world)
    offer = await proposed(world, await edit_form(world, first))
    assert offer.ephemeral
    assert f"> {BLUE}{MORE}" in offer.text
    assert [button.label for button in offer.buttons] == ["Paint", "Edit words", "Paint mine"]
    assert any(pictures(content) for content in contents(world))
    assert len(world.relay.requests) == 2


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(("label", "words"), [("Paint", BLUE + MORE), ("Paint mine", BLUE)])
async def test_the_picture_that_was_pointed_at_is_edited(
    world: Stack, label: str, words: str
) -> None:
    """For all to see, with its history and what was attached, whatever was made since."""
    first = await imagine(world)
    opened = await edit_form(world, first)
    offer = await proposed(world, opened, files=[("b.png", png(30, 20))], aspect=["1:1"])
    await imagine(world, prompt="something newer")
    made = await painted(world, offer, label)
    assert made.pictures
    assert not made.ephemeral
    asked = contents(world)
    assert texts(asked[0]) == ["a red kite"]
    assert texts(asked[-1]) == [words]
    assert "30x20" in pictures(asked[-1])[0]
    assert "1:1" in str(world.relay.requests[-1].body)


@pytest.mark.usefixtures("client")
async def test_the_new_words_of_an_edit_are_edited_before(world: Stack) -> None:
    """In a form that asks what should change."""
    offer = await proposed(world, await edit_form(world, await imagine(world)))
    opened = await world.anna.press(offer, label="Edit words")
    modal = (await opened.response()).modal
    assert modal is not None
    assert modal.title == "Edit this picture"
    assert modal.fields[0].value == BLUE + MORE
    sent = await world.anna.submit(opened, {"prompt": "make it green"})
    assert (await answered(world, sent)).pictures
    assert texts(contents(world)[-1]) == ["make it green"]


@pytest.mark.usefixtures("client")
async def test_nothing_is_made_better_unless_it_is_asked_for(world: Stack) -> None:
    """The box is empty at first."""
    opened = await edit_form(world, await imagine(world))
    (box,) = improve_fields(opened)
    assert not box.payload.get("default")
    made = await answered(world, await world.anna.submit(opened, {"prompt": BLUE}))
    assert made.pictures
    assert len(world.relay.requests) == 2


@pytest.mark.usefixtures("client")
async def test_a_form_about_several_pictures_has_no_room(world: Stack) -> None:
    """It asks which one is meant."""
    opened = await edit_form(world, await imagine(world, count=2))
    assert not improve_fields(opened)


async def test_an_edit_is_painted_after_a_restart(world: Stack, join: Join) -> None:
    """The picture and the words stand in the store; the form that was open is taken, too."""
    async with joined(world):
        first = await imagine(world)
        offer = await proposed(world, await edit_form(world, first))
        opened = await edit_form(world, first)
    await join()
    assert (await painted(world, offer)).pictures
    assert texts(contents(world)[-1]) == [BLUE + MORE]
    again = await proposed(world, opened)
    assert (await painted(world, again, "Paint mine")).pictures


@pytest.mark.usefixtures("client")
async def test_a_picture_that_the_bot_did_not_make_is_kept_with_the_words(world: Stack) -> None:
    """It goes into both requests."""
    message = await world.ben.send(world.art, "", files=[("cat.png", png(70, 50))])
    opened = await world.anna.context_menu(world.art, "Edit picture", message)
    assert (await opened.response()).modal is not None
    offer = await proposed(world, opened)
    assert pictures(contents(world)[-1])
    await world.ben.delete(message)
    assert (await painted(world, offer)).pictures
    assert pictures(contents(world)[-1])


@pytest.mark.usefixtures("client")
async def test_a_private_pictures_edit_stays_private(world: Stack) -> None:
    """Whatever is chosen."""
    first = await imagine(world, private=True)
    made = await painted(world, await proposed(world, await edit_form(world, first)))
    assert made.pictures
    assert made.ephemeral


@pytest.mark.usefixtures("client")
async def test_nobody_else_paints_an_edit(world: Stack) -> None:
    """Anybody can send any custom id."""
    offer = await proposed(world, await edit_form(world, await imagine(world)))
    part = {"type": 2, "style": 2, "label": "?", "custom_id": offer.buttons[0].custom_id}
    forged = await world.ben.send(world.art, components=[{"type": 1, "components": [part]}])
    told = await answered(world, await world.ben.press(forged, label="?"))
    assert "只有本人可以使用" in told.text


async def test_a_picture_that_is_gone_is_not_edited(world: Stack, client: AtelierClient) -> None:
    """The words stay, and a sentence says what is missing."""
    first = await imagine(world)
    offer = await proposed(world, await edit_form(world, first))
    await world.anna.delete(first)
    await known(client, first, shown=False)
    assert "no longer kept" in (await painted(world, offer)).text


@pytest.mark.usefixtures("client")
async def test_an_example_is_painted_in_better_words(world: Stack) -> None:
    """The form of a prompt has the box, too."""
    helped = await answered(world, await world.anna.slash(world.art, "help"))
    opened = await world.anna.press(helped, helped.buttons[0].custom_id)
    assert (await opened.response()).modal is not None
    offer = await proposed(world, opened, prompt="a red kite")
    assert offer.ephemeral
    assert (await painted(world, offer)).pictures
    assert texts(contents(world)[0]) == ["a red kite" + MORE]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(("label", "words"), [("Paint", BLUE + MORE), ("Paint mine", BLUE)])
async def test_only_a_part_changes_in_better_words(world: Stack, label: str, words: str) -> None:
    """Where to change is told to the painter, and not to the model that looks for words."""
    first = await imagine(world)
    grid = await chosen(world, await pointing(world, first), 7, 8)
    offer = await proposed(world, await area_form(world, grid))
    assert f"> {BLUE}{MORE}" in offer.text
    assert not any("Change only" in said for said in texts(contents(world)[-1]))
    made = await painted(world, offer, label)
    assert not made.ephemeral
    (said,) = texts(contents(world)[-1])
    assert said.startswith(f"{words}\n\nChange only the part from")
    assert said.count("Change only") == 1


@pytest.mark.usefixtures("client")
async def test_a_mask_goes_along_once(world: Stack) -> None:
    """Behind all other pictures, and told of once."""
    first = await imagine(world, aspect="1:1")
    opened = await area_form(world, await pointing(world, first), label="Mask")
    offer = await proposed(world, opened, mask=mask())
    made = await painted(world, offer)
    assert made.pictures
    assert len(pictures(contents(world)[-1])) == 1
    assert texts(contents(world)[-1])[0].count("that mask") == 1
