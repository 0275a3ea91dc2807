import asyncio

import pytest
from PIL import ImageStat

from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    answered,
    contents,
    image,
    imagine,
    pictures,
    png,
    roles,
    say,
    texts,
)

MODAL_SUBMIT = 5
"""Discord docs, Interactions, Interaction Type."""


async def known(client: AtelierClient, message: Message) -> None:
    """Return once it is written down what a message shows, a moment after members see it."""
    for _ in range(int(WITHIN * 100)):
        if await client.services.posted_pictures.shown_in(message.id, None):
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def edit(world: Stack, prompt: str, **options: object) -> Message:
    """Use anna's `/edit` and return the finished answer."""
    return await answered(
        world, await world.anna.slash(world.art, "edit", prompt=prompt, **options)
    )


async def test_the_given_picture_is_edited(world: Stack, client: AtelierClient) -> None:
    """`/edit` with a picture edits that one, whatever else is in the channel."""
    await known(client, await imagine(world))
    answer = await edit(world, "invert it", image=("a.png", png(40, 30)))
    assert image(answer).size == (40, 30)
    assert roles(world) == ["user"]


async def test_the_newest_picture_is_edited(world: Stack, client: AtelierClient) -> None:
    """Without a picture `/edit` goes on from the newest one of the channel."""
    await imagine(world, "a blue kite")
    newest = await imagine(world, "a red kite")
    await known(client, newest)
    answer = await edit(world, "make it black and white")
    assert ImageStat.Stat(image(answer).convert("HSV")).mean[1] < 3
    assert texts(contents(world)[0]) == ["a red kite"]


@pytest.mark.usefixtures("client")
async def test_without_any_picture_there_is_a_sentence(world: Stack) -> None:
    """Where there is nothing to edit, nothing is sent."""
    answer = await edit(world, "blur it")
    assert "no picture to change" in answer.text
    assert not world.relay.requests


async def test_another_channels_pictures_are_not_taken(world: Stack, client: AtelierClient) -> None:
    """The newest picture is looked for in this channel alone."""
    await known(client, await imagine(world))
    elsewhere = world.guild.create_text_channel("elsewhere")
    asked = await world.anna.slash(elsewhere, "edit", prompt="blur it")
    assert "no picture to change" in (await answered(world, asked)).text


async def test_another_image_model_goes_on(world: Stack, client: AtelierClient) -> None:
    """Another model gets the picture unsigned in the user turn, and edits it."""
    await known(client, await imagine(world))
    answer = await edit(world, "make it black and white", model="gemini-2.5-flash-image")
    assert answer.pictures
    assert all("thoughtSignature" not in part for part in contents(world)[-1]["parts"])
    assert len(pictures(contents(world)[-1])) == 1


@pytest.mark.usefixtures("client")
async def test_the_edit_button_opens_a_form(world: Stack) -> None:
    """The Edit button asks what should change, and edits the message's picture with that."""
    first = await imagine(world)
    pressed = await world.ben.press(first, label="Edit")
    response = await pressed.response()
    assert response.modal is not None
    sent = await world.ben.submit(pressed, {"prompt": "make it black and white"})
    answer = await answered(world, sent)
    assert image(answer).size == image(first).size
    assert roles(world) == ["user", "model", "user"]


@pytest.mark.usefixtures("client")
async def test_the_form_asks_which_of_several(world: Stack) -> None:
    """With two pictures in the message the form lets the member choose."""
    both = await imagine(world, count=2)
    pressed = await world.anna.press(both, label="Edit")
    await pressed.response()
    sent = await world.anna.submit(
        pressed, {"prompt": "blur it", "which": ["1"], "files": [("b.png", png(30, 20))]}
    )
    assert (await answered(world, sent)).pictures
    assert "30x20" in pictures(contents(world)[-1])[0]


@pytest.mark.usefixtures("client")
async def test_a_form_in_the_readers_language(world: Stack) -> None:
    """What only the caller sees follows the caller's language."""
    first = await imagine(world)
    pressed = await world.ben.press(first, label="Edit")
    response = await pressed.response()
    assert response.modal is not None
    assert response.modal.title == "编辑这张图片"


@pytest.mark.usefixtures("client")
async def test_a_chinese_server_is_answered_in_chinese(world: Stack) -> None:
    """Public answers follow the server's language."""
    guild = world.discord.create_guild("画室", preferred_locale="zh-CN")
    channel = guild.create_text_channel("art")
    world.discord.join(guild, world.anna)
    asked = await world.anna.slash(channel, "imagine", prompt="refuse this please")
    assert "安全规则" in (await answered(world, asked)).text


@pytest.mark.usefixtures("client")
async def test_a_forged_form_of_another_server_is_refused(world: Stack) -> None:
    """A custom id that belongs to another server gets a polite no, and costs nothing."""
    await imagine(world)
    channel = world.discord.create_guild("Other").create_text_channel("art")
    world.discord.join(world.discord.guilds[-1], world.ben)
    prompt = {"type": 4, "custom_id": "prompt", "value": "blur it"}
    forged = {
        "custom_id": "atl:edit-form:1",
        "components": [{"type": 18, "id": 1, "component": prompt}],
    }
    submitted = world.ben._open(MODAL_SUBMIT, channel.id, forged)
    assert "属于另一个频道" in (await answered(world, submitted)).text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_a_reply_edits_at_the_size_of_the_original(world: Stack) -> None:
    """What was asked for in 2K is edited in 2K."""
    first = await imagine(world, size="2K", aspect="1:1")
    edited = await say(world, "blur it", reply_to=first)
    assert image(edited).size == (2048, 2048)


FLASH = "gemini-3.1-flash-image"


async def test_the_model_thinks_as_long_as_is_asked_for(
    world: Stack, client: AtelierClient
) -> None:
    """About a given picture, and about the newest one; where it can't, nothing is sent."""
    given = await edit(
        world, "invert it", image=("a.png", png(40, 30)), model=FLASH, thinking="high"
    )
    assert world.relay.requests[-1].body["generationConfig"]["thinkingConfig"] == {
        "thinkingLevel": "HIGH"
    }
    await known(client, given)
    await edit(world, "blur it", model=FLASH, thinking="low")
    assert world.relay.requests[-1].body["generationConfig"]["thinkingConfig"] == {
        "thinkingLevel": "MINIMAL"
    }
    refused = await edit(world, "blur it", thinking="high")
    assert "can't be told to think that long" in refused.text
    assert len(world.relay.requests) == 2
