"""Emoji of servers: among the words of a command they go along, alone they are a picture."""

import io

import pytest
from PIL import Image

from demo.discord import Interaction, Message, Sticker
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    answered,
    contents,
    finished,
    imagine,
    pictures,
    png,
    say,
    texts,
)

pytestmark = pytest.mark.usefixtures("client")


def gif(width: int, height: int) -> bytes:
    """Return a picture that moves."""
    data = io.BytesIO()
    frames = [Image.new("RGB", (width, height), colour) for colour in ("teal", "red")]
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])
    return data.getvalue()


async def test_an_emoji_in_a_prompt_goes_along(world: Stack) -> None:
    """Each once, after what is attached; the words keep its name."""
    logo = world.discord.create_emoji("logo", png(70, 50))
    wave = world.discord.create_emoji("wave", gif(40, 60))
    prompt = f"a mug with {logo} and {wave}, and {logo} inside"
    made = await imagine(world, prompt, image=("cat.png", png(50, 90)))
    assert made.pictures
    (content,) = contents(world)
    sizes = [size for size in ("50x90", "70x50", "40x60") if size in "".join(pictures(content))]
    assert len(sizes) == len(pictures(content)) == 3
    assert "50x90" in pictures(content)[0]
    assert texts(content) == ["a mug with :logo: and :wave:, and :logo: inside"]
    assert "first frame" not in made.text


async def test_an_emoji_that_is_gone_is_a_word(world: Stack) -> None:
    """The picture is made, and says what was left out."""
    made = await imagine(world, "a mug with <:logo:123>")
    assert made.pictures
    assert not pictures(contents(world)[0])
    assert "could not be fetched" in made.text


async def test_more_emoji_than_a_model_takes_are_told_of(world: Stack) -> None:
    """The first ones go along."""
    many = [world.discord.create_emoji(f"e{number}", png()) for number in range(20)]
    made = await imagine(world, " ".join(many), model="gemini-2.5-flash-image")
    assert made.pictures
    assert len(pictures(contents(world)[0])) < 20
    assert "was left out" in made.text


async def test_an_emoji_is_a_reference_for_an_edit(world: Stack) -> None:
    """Of `/edit`, which still means the newest picture, and of its form."""
    logo = world.discord.create_emoji("logo", png(70, 50))
    made = await imagine(world)
    asked = await world.anna.slash(world.art, "edit", prompt=f"put {logo} on it")
    assert (await answered(world, asked)).pictures
    assert "70x50" in pictures(contents(world)[-1])[0]
    assert texts(contents(world)[-1]) == ["put :logo: on it"]
    pressed = await world.anna.press(made, label="Edit")
    await pressed.response(within=WITHIN)
    edited = await world.anna.submit(pressed, {"prompt": f"put {logo} below"})
    assert (await answered(world, edited)).pictures
    assert "70x50" in pictures(contents(world)[-1])[0]


async def opened_at(world: Stack, form: str) -> Interaction:
    """Open one of the other forms that take words for a picture."""
    if form == "style":
        kept = await world.anna.slash(world.art, "style save", name="Ink", words="black ink")
        return await world.anna.press(await answered(world, kept), label="Use")
    if form == "example":
        helped = await answered(world, await world.anna.slash(world.art, "help"))
        return await world.anna.press(helped, helped.buttons[0].custom_id)
    grid = await answered(world, await world.anna.press(await imagine(world), label="Only here"))
    (menu,) = [select for select in grid.selects if "cells" in select.custom_id]
    await world.anna.select(grid, menu.custom_id, ["0"])
    asks = await world.discord.message_changed(
        grid,
        lambda seen: any(each.label == "What should change?" for each in seen.buttons),
        within=WITHIN,
    )
    return await world.anna.press(asks, label="What should change?")


@pytest.mark.parametrize("form", ["style", "example", "only here"])
async def test_an_emoji_in_any_form_goes_along(world: Stack, form: str) -> None:
    """As it does in the commands that these stand for; one that is gone is a word."""
    logo = world.discord.create_emoji("logo", png(70, 50))
    opened = await opened_at(world, form)
    await opened.response(within=WITHIN)
    sent = await world.anna.submit(opened, {"prompt": f"{logo} and <:gone:123>"})
    made = await answered(world, sent)
    assert made.pictures
    assert "could not be fetched" in made.text
    assert "70x50" in pictures(contents(world)[-1])[-1]
    assert ":logo: and :gone:" in texts(contents(world)[-1])[0]


async def test_an_emoji_goes_along_in_a_style(world: Stack) -> None:
    """Behind what is attached, and before the pictures of the style."""
    logo = world.discord.create_emoji("logo", png(70, 50))
    kept = await world.anna.slash(
        world.art, "style save", name="Ink", image=("ink.png", png(40, 60))
    )
    await answered(world, kept)
    asked = await world.anna.slash(
        world.art, "style use", name="Ink", prompt=f"with {logo}", image=("cat.png", png(50, 90))
    )
    assert (await answered(world, asked)).pictures
    along = zip(("50x90", "70x50", "40x60"), pictures(contents(world)[0]), strict=True)
    assert all(size in said for size, said in along)


async def test_emoji_alone_are_the_picture_of_a_message(world: Stack) -> None:
    """A reply that mentions the bot changes it; of several it asks which."""
    logo = world.discord.create_emoji("logo", png(70, 50))
    one = await world.ben.send(world.art, f" {logo}\n")
    made = await say(world, f"{world.discord.bot_mention} make it blue", reply_to=one)
    assert made.pictures
    assert "70x50" in pictures(contents(world)[0])[0]
    both = await world.ben.send(world.art, logo + world.discord.create_emoji("cat", png()))
    which = await say(world, f"{world.discord.bot_mention} make it blue", reply_to=both)
    assert "2 pictures" in which.text


async def test_emoji_beside_words_are_words(world: Stack) -> None:
    """And so are those that are said to the bot where all is talk."""
    logo = world.discord.create_emoji("logo", png(70, 50))
    told = await world.ben.send(world.art, f"look {logo}")
    await say(world, f"{world.discord.bot_mention} what is meant?", reply_to=told)
    assert texts(contents(world)[-1]) == ["look :logo:\n\nwhat is meant?"]
    await say(world, logo, channel=world.anna.dm)
    assert texts(contents(world)[-1]) == [":logo:"]
    assert not pictures(contents(world)[-1])


async def pointed_at(world: Stack, kind: str) -> Message:
    """Let ben post a picture in one of the ways that have no file."""
    if kind == "sticker":
        return await world.ben.send(world.art, sticker=Sticker("cat", png(70, 50)))
    if kind == "emoji":
        return await world.ben.send(world.art, world.discord.create_emoji("cat", png(70, 50)))
    abroad = world.discord.create_guild("Abroad")
    world.discord.join(abroad, world.ben)
    closed = abroad.create_text_channel("closed")
    photo = await world.ben.send(closed, "my cat", files=[("cat.png", png(70, 50))])
    return await world.ben.forward(world.art, photo)


@pytest.mark.parametrize("kind", ["sticker", "emoji", "forward"])
async def test_a_menu_takes_what_a_message_shows(world: Stack, kind: str) -> None:
    """Whatever it shows it as; a forward's reader sees it though not where it comes from."""
    message = await pointed_at(world, kind)
    opened = await world.anna.context_menu(world.art, "Edit picture", message)
    await opened.response(within=WITHIN)
    edited = await answered(world, await world.anna.submit(opened, {"prompt": "make it blue"}))
    assert edited.pictures
    assert "70x50" in pictures(contents(world)[0])[0]
    told = await world.anna.context_menu(world.art, "Describe picture", message)
    await answered(world, told)
    assert "70x50" in pictures(contents(world)[0])[0]


@pytest.mark.parametrize("kind", ["sticker", "emoji", "forward"])
async def test_what_a_message_shows_is_kept_as_a_reference(world: Stack, kind: str) -> None:
    """It is shown under See, and goes along with what is asked for next."""
    message = await pointed_at(world, kind)
    notice = await answered(
        world, await world.anna.context_menu(world.art, "Use as reference", message)
    )
    assert "One picture waits" in notice.text
    seen = await answered(world, await world.anna.press(notice, label="See"))
    assert seen.payload["components"][1]["items"]
    made = await imagine(world)
    assert "One of your references went along" in made.text
    assert "70x50" in pictures(contents(world)[0])[0]


async def test_a_reply_to_a_forward_changes_what_was_forwarded(world: Stack) -> None:
    """Also where it comes from a channel that its reader does not see."""
    message = await pointed_at(world, "forward")
    asked = await world.anna.send(
        world.art, f"{world.discord.bot_mention} make it blue", reply_to=message
    )
    made = await finished(world, await world.art.wait_for_message(after=asked, within=WITHIN))
    assert made.pictures
    assert "70x50" in pictures(contents(world)[0])[0]
