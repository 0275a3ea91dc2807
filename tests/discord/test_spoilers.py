"""A spoiler stays one: what is made from it is veiled, wherever and however late it is shown."""

import io
import re
from collections.abc import Sequence
from typing import Any

import discord
import pytest
from PIL import Image

from bot.interface.client import AtelierClient
from cogs.edit._forms import FORM, read_edit_form
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import answered, imagine, png, say
from tests.worlds import Join

VEILED = [("SPOILER_cat.png", png(70, 50))]


def veils(message: Message) -> Sequence[bool]:
    """Tell of each picture of a message whether it is veiled, in its file and where it hangs."""
    for picture in message.pictures:
        assert picture.spoiler is picture.filename.startswith("SPOILER_")
    return [picture.spoiler for picture in message.pictures]


async def edited(world: Stack, words: str = "make it black and white") -> Message:
    """Return what a reply to somebody's spoiler makes of it."""
    photo = await world.ben.send(world.art, "the end of it", files=VEILED)
    return await say(world, f"{world.discord.bot_mention} {words}", reply_to=photo)


@pytest.mark.usefixtures("client")
async def test_what_is_made_from_a_spoiler_is_one(world: Stack) -> None:
    """The picture that a reply makes of it is veiled, and so is a later version of that."""
    first = await edited(world)
    assert veils(first) == [True]
    assert veils(await say(world, "blur it", reply_to=first)) == [True]


@pytest.mark.usefixtures("client")
async def test_what_is_made_from_others_is_none(world: Stack) -> None:
    """A spoiler elsewhere veils nothing."""
    await edited(world)
    assert veils(await imagine(world)) == [False]


@pytest.mark.usefixtures("client")
async def test_a_reference_that_is_a_spoiler_veils_what_is_made_with_it(world: Stack) -> None:
    """Also where the picture that is changed is none."""
    first = await imagine(world)
    assert veils(await say(world, "side by side", reply_to=first, files=VEILED)) == [True]


@pytest.mark.usefixtures("client")
async def test_a_command_keeps_the_veil(world: Stack) -> None:
    """What is attached to a command or a form is veiled like what is posted."""
    asked = await world.anna.slash(world.art, "edit", prompt="blur it", image=VEILED[0])
    assert veils(await answered(world, asked)) == [True]
    first = await imagine(world)
    form = await world.anna.press(first, label="Edit")
    await form.response()
    fields = {"prompt": "side by side", "files": VEILED}
    submitted = await world.anna.submit(form, fields)
    assert veils(await answered(world, submitted)) == [True]


@pytest.mark.usefixtures("client")
async def test_once_more_is_a_spoiler_once_more(world: Stack) -> None:
    """What Redo makes is veiled."""
    pressed = await world.ben.press(await edited(world), label="Redo")
    assert veils(await answered(world, pressed)) == [True]


@pytest.mark.usefixtures("client")
async def test_the_drafts_and_originals_behind_more_are_veiled(world: Stack) -> None:
    """Whoever asks for more sees no more than everybody does: a draft, and what went along."""
    world.relay.next(faults.drafts())
    more = await answered(world, await world.anna.press(await edited(world), label="More"))
    assert veils(more) == [True, True]
    pressed = await world.anna.press(more, label="Download original")
    assert veils(await answered(world, pressed)) == [True]


async def test_a_list_of_versions_is_veiled(world: Stack, client: AtelierClient) -> None:
    """The small pictures of `/history` and of `/undo` are veiled where the large ones are.

    In the picture of the tree they are not seen at all.
    """
    first = await edited(world)
    await client.services.pending.wait((await say(world, "blur it", reply_to=first)).id)
    listed = await answered(world, await world.ben.slash(world.art, "history"))
    assert veils(listed) == [False, True, True]
    with Image.open(io.BytesIO(listed.pictures[0].bytes())) as tree:
        tile = tree.crop((94, 38, 250, 140))
        assert all(most - least < 40 for least, most in tile.getextrema())
    undone = await answered(world, await world.ben.slash(world.art, "undo"))
    assert veils(undone) == [True]


async def test_a_veil_outlives_what_is_known(world: Stack, join: Join) -> None:
    """A bot that starts with an empty store sees the veil in the message itself."""
    bot = await join()
    first = await edited(world)
    await bot.close()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected)
    await join(data_dir=world.folder / "other")
    assert veils(await say(world, "blur it", reply_to=first)) == [True]


@pytest.mark.usefixtures("client")
async def test_what_a_veiled_link_shows_is_a_spoiler(world: Stack) -> None:
    """Discord veils the preview of a link behind bars; one beside it is as it was."""
    photo = await world.ben.send(world.art, "mine", files=[("cat.png", png(60, 40))])
    url = photo.attachments[0]["url"]
    embed = {"type": "image", "url": url, "thumbnail": {"url": url}}
    for words, veiled in ((f"||the end: {url}||", True), (f"||the end|| {url}", False)):
        link = await world.ben.send(world.art, words, embeds=[embed])
        made = await say(world, f"{world.discord.bot_mention} blur it", reply_to=link)
        assert veils(made) == [veiled]


@pytest.mark.usefixtures("client")
async def test_a_file_that_is_called_a_spoiler_is_one_wherever_it_hangs(world: Stack) -> None:
    """Also in a gallery that does not say so."""
    other = world.discord.create_member(world.guild, "painter", bot=True)
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://SPOILER_cat.png"}}]}
    hung = await other.send(world.art, files=VEILED, components=[gallery])
    made = await say(world, f"{world.discord.bot_mention} blur it", reply_to=hung)
    assert veils(made) == [True]


@pytest.mark.parametrize(("flags", "veiled"), [(8, True), (0, False)])
async def test_a_form_hears_of_a_veil_that_no_name_tells(
    client: AtelierClient, flags: int, *, veiled: bool
) -> None:
    """Discord says it by a flag, too (Discord docs, Attachment Flags)."""
    file = {"filename": "cat.png", "size": 9, "url": "https://cdn.example/cat.png", "flags": flags}
    payload: Any = {
        "id": "1",
        "application_id": "2",
        "type": 5,
        "token": "none",
        "version": 1,
        "attachment_size_limit": 1,
        "user": {"id": "5", "username": "ben", "discriminator": "0", "avatar": None},
        "data": {
            "custom_id": "atl:edit-message:7",
            "components": [
                {"type": 18, "component": {"type": 19, "custom_id": "files", "values": ["3"]}}
            ],
            "resolved": {"attachments": {"3": file}},
        },
    }
    interaction = discord.Interaction[Any](data=payload, state=client._connection)
    form = re.fullmatch(FORM, payload["data"]["custom_id"])
    assert form is not None
    wish = read_edit_form(interaction, form)
    assert [upload.spoiler for upload in wish.uploads] == [veiled]
