"""Each way in which Discord shows a picture in a message: it is taken, or it is asked for."""

from collections.abc import Mapping
from typing import Any

import pytest

from demo.discord import Message
from demo.stack import Stack
from tests.acting import contents, pictures, png, say

pytestmark = pytest.mark.usefixtures("client")

Json = Mapping[str, Any]

FILE = "attachment://cat.png"
THUMBNAIL: Json = {"type": 11, "media": {"url": FILE}}
SECTION: Json = {
    "type": 9,
    "components": [{"type": 10, "content": "My cat"}],
    "accessory": THUMBNAIL,
}
COMPONENTS: Mapping[str, Json] = {
    "a gallery": {"type": 12, "items": [{"media": {"url": FILE}}]},
    "a section's thumbnail": SECTION,
    "a file": {"type": 13, "file": {"url": FILE}},
    "a section in a container": {"type": 17, "components": [SECTION]},
}


def of_link(url: str, kind: str) -> Json:
    """Return what Discord makes of a link to a picture."""
    return {"type": kind, "url": url, "thumbnail": {"url": url}}


async def asked_for(world: Stack, target: Message) -> str:
    """Reply to a message with a wish, and return the picture that was sent to be changed."""
    answer = await say(world, f"{world.discord.bot_mention} make it grey", reply_to=target)
    assert answer.pictures
    assert len(world.relay.requests) == 1
    return pictures(contents(world)[0])[0]


@pytest.mark.parametrize("way", COMPONENTS)
async def test_a_picture_in_a_component_is_taken(world: Stack, way: str) -> None:
    """However deep it stands in what another bot posts."""
    painter = world.discord.create_member(world.guild, "painter", bot=True)
    sent = await painter.send(
        world.art, files=[("cat.png", png(71, 51))], components=[dict(COMPONENTS[way])]
    )
    assert "71x51" in await asked_for(world, sent)


@pytest.mark.parametrize("kind", ["image", "article", "link", "rich", "gifv"])
async def test_a_pasted_link_to_discord_is_taken(world: Stack, kind: str) -> None:
    """Discord shows the picture at a link: where that is its own, nobody attaches it again."""
    photo = await world.ben.send(world.art, "mine", files=[("cat.png", png(61, 41))])
    url = photo.attachments[0]["url"]
    sent = await world.ben.send(world.art, url, embeds=[dict(of_link(url, kind))])
    assert "61x41" in await asked_for(world, sent)


@pytest.mark.parametrize("place", ["image", "thumbnail"])
async def test_several_embeds_of_a_bot_are_several_pictures(world: Stack, place: str) -> None:
    """The second is named by its number, as of a gallery."""
    photos = await world.ben.send(world.art, files=[("a.png", png(61, 41)), ("b.png", png(62, 42))])
    embeds = [{"type": "rich", place: {"url": one["url"]}} for one in photos.attachments]
    painter = world.discord.create_member(world.guild, "painter", bot=True)
    sent = await painter.send(world.art, embeds=embeds)
    answer = await say(world, f"{world.discord.bot_mention} 2: grey", reply_to=sent)
    assert answer.pictures
    assert "62x42" in pictures(contents(world)[0])[0]


@pytest.mark.parametrize("name", ["IMG_1.HEIC", "IMG_1.heif", "a.avif", "SCAN.TIFF", "photo"])
@pytest.mark.parametrize("kind", [None, "application/octet-stream"])
async def test_a_picture_that_discord_does_not_know_is_taken(
    world: Stack, name: str, kind: str | None
) -> None:
    """Of some files it says no more than that they are bytes: their names or first bytes decide."""
    sent = await world.ben.send(world.art, "mine", files=[(name, png(63, 43))])
    sent.attachments[0]["content_type"] = kind
    assert "63x43" in await asked_for(world, sent)


async def test_a_threads_first_message_is_the_picture_above(world: Stack) -> None:
    """Discord shows it at the top of a thread that was opened on it."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.png", png(64, 44))])
    thread = await world.anna.start_thread(world.art, "my cat", message=photo)
    answer = await say(world, f"{world.discord.bot_mention} make it grey", channel=thread)
    assert answer.pictures
    assert "64x44" in pictures(contents(world)[0])[0]
