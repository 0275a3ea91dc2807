from typing import Any

import discord

from bot.interface.attachments import pictures_of
from bot.interface.client import AtelierClient
from demo.stack import Stack
from tests.acting import WITHIN, contents, imagine, pictures, roles, say
from tests.worlds import Join


def received(client: AtelierClient, world: Stack, **fields: Any) -> discord.Message:
    """Return a message as discord.py makes it of what Discord sends."""
    channel = client.get_channel(world.art.id)
    assert isinstance(channel, discord.TextChannel)
    payload: Any = {
        "id": "77",
        "channel_id": str(world.art.id),
        "author": {"id": "5", "username": "ben", "discriminator": "0", "avatar": None},
        "content": "",
        "timestamp": "2026-11-21T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
    }
    return discord.Message(state=client._connection, channel=channel, data=payload | fields)


def attachment(number: int, filename: str, **fields: Any) -> dict[str, Any]:
    """Return an attachment as Discord sends it."""
    url = f"https://cdn.discordapp.com/attachments/1/{number}/{filename}"
    return {
        "id": str(number),
        "filename": filename,
        "size": 9,
        "url": url,
        "proxy_url": url,
    } | fields


def media(filename: str) -> dict[str, Any]:
    """Return the media of a component as Discord sends it."""
    url = f"https://cdn.discordapp.com/attachments/1/2/{filename}?ex=1&hm=2"
    return {"url": url, "proxy_url": url}


async def test_attachments_that_are_no_pictures_are_passed_over(
    world: Stack, client: AtelierClient
) -> None:
    """Of what somebody else attached only pictures are meant, by type or else by name."""
    message = received(
        client,
        world,
        attachments=[
            attachment(1, "notes.txt", content_type="text/plain"),
            attachment(2, "cat.bin", content_type="image/png"),
            attachment(3, "dog.JPG"),
        ],
    )
    assert [upload.filename for upload in pictures_of(message)] == ["cat.bin", "dog.JPG"]


async def test_pictures_inside_components_are_found(world: Stack, client: AtelierClient) -> None:
    """Galleries, thumbnails and containers show pictures that no attachment list names."""
    gallery = {"type": 12, "items": [{"media": media("a.png")}, {"media": media("b.png")}]}
    section = {
        "type": 9,
        "components": [{"type": 10, "content": "words"}],
        "accessory": {"type": 11, "media": media("c.png")},
    }
    message = received(
        client,
        world,
        flags=1 << 15,
        components=[gallery, {"type": 17, "components": [section]}],
    )
    names = [upload.filename for upload in pictures_of(message)]
    assert names == ["a.png", "b.png", "c.png"]


async def test_media_are_veiled_by_their_flag(world: Stack, client: AtelierClient) -> None:
    """A file that was made a spoiler afterwards says so by a flag alone, also in a gallery."""
    items = [{"media": media("a.png") | {"flags": 8}}, {"media": media("b.png")}]
    message = received(client, world, flags=1 << 15, components=[{"type": 12, "items": items}])
    assert [upload.spoiler for upload in pictures_of(message)] == [True, False]


async def test_a_forwarded_picture_is_found(world: Stack, client: AtelierClient) -> None:
    """What a forwarded message shows counts as its pictures."""
    snapshot = {
        "message": {
            "attachments": [attachment(1, "cat.png")],
            "embeds": [],
            "components": [],
            "content": "",
            "edited_timestamp": None,
            "timestamp": "2026-11-21T00:00:00+00:00",
            "flags": 0,
            "mentions": [],
            "mention_roles": [],
            "type": 0,
        }
    }
    message = received(client, world, message_snapshots=[snapshot])
    assert [upload.filename for upload in pictures_of(message)] == ["cat.png"]


async def test_a_picture_whose_turn_is_forgotten_is_edited_all_the_same(
    world: Stack, join: Join
) -> None:
    """A bot with an empty store edits its own old picture from what Discord shows of it."""
    first = await join()
    made = await imagine(world)
    await first.wait_until_ready()
    await first.close()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    await join(data_dir=world.folder / "other")
    edited = await say(world, "make it black and white", reply_to=made)
    assert edited.pictures
    assert roles(world) == ["user"]
    assert len(pictures(contents(world)[0])) == 1
