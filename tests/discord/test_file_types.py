"""Where a picture is asked for, Discord lets nothing else through."""

from typing import Any

import pytest

from bot.interface.attachments import PICTURE_SUFFIXES, PICTURE_TYPES
from demo.discord import ActionError, Interaction
from demo.discord.file_types import GROUPS
from demo.stack import Stack
from tests.acting import answered, imagine, png

pytestmark = pytest.mark.usefixtures("client")

FILE_UPLOAD = 19
"""Discord docs, Components, Component Type."""

NOTES = ("notes.txt", b"my cat")
SHOUTED = ("CAT.PNG", png(70, 50))


def options_of(world: Stack, path: str) -> dict[str, Any]:
    """Return the options of a command as Discord was told them, by name."""
    among = world.anna.commands(world.art)
    for name in path.split():
        (command,) = [each for each in among if each["name"] == name]
        among = command["options"]
    return {option["name"]: option for option in among}


async def open_form(world: Stack, label: str) -> Interaction:
    """Press a button of a picture, and return the interaction whose form is open."""
    pressed = await world.anna.press(await imagine(world), label=label)
    assert (await pressed.response()).modal is not None
    return pressed


def test_all_that_is_read_is_let_through() -> None:
    """By Discord's own word for pictures, and by name what that leaves out."""
    named = {suffix for each in PICTURE_TYPES for suffix in GROUPS.get(each, (each,))}
    assert named >= PICTURE_SUFFIXES


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("imagine", ["image", "image2", "image3", "image4"]),
        ("edit", ["image", "image2", "image3", "image4"]),
        ("describe", ["image"]),
        ("style save", ["image", "image2", "image3", "image4"]),
        ("style use", ["image", "image2", "image3", "image4"]),
        ("chat", []),
    ],
)
async def test_an_option_for_a_picture_says_so(
    world: Stack, command: str, names: list[str]
) -> None:
    """What is given to talk about may be anything."""
    options = options_of(world, command)
    limited = {name: each["file_types"] for name, each in options.items() if "file_types" in each}
    assert limited == {name: list(PICTURE_TYPES) for name in names}


async def test_an_option_takes_pictures_alone(world: Stack) -> None:
    """By their names, however they are written."""
    with pytest.raises(ActionError, match=r"\.txt"):
        await world.anna.slash(world.art, "imagine", prompt="a kite", image=NOTES)
    assert (await imagine(world, image=SHOUTED)).pictures


async def test_a_form_takes_pictures_alone(world: Stack) -> None:
    """Those to work from."""
    opened = await open_form(world, "Edit")
    with pytest.raises(ActionError, match=r"notes\.txt"):
        await world.anna.submit(opened, {"prompt": "make it blue", "files": [NOTES]})
    sent = await world.anna.submit(opened, {"prompt": "make it blue", "files": [SHOUTED]})
    assert (await answered(world, sent)).pictures


async def test_a_mask_is_a_picture(world: Stack) -> None:
    """And what goes along with one."""
    grid = await answered(world, await world.anna.press(await imagine(world), label="Only here"))
    opened = await world.anna.press(grid, label="Mask")
    modal = (await opened.response()).modal
    assert modal is not None
    uploads = [field for field in modal.fields if field.kind == FILE_UPLOAD]
    assert [field.payload["file_types"] for field in uploads] == [list(PICTURE_TYPES)] * 2
    with pytest.raises(ActionError, match=r"notes\.txt"):
        await world.anna.submit(opened, {"prompt": "make it blue", "mask": NOTES})


async def test_what_is_talked_about_may_be_anything(world: Stack) -> None:
    """A file of words is one."""
    await world.anna.slash(world.art, "chat", message="What does it say?", file=NOTES)
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=30)
    assert await thread.wait_for_message(within=30)
