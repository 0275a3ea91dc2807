"""What is behind **More**."""

import asyncio
import base64
import io
import json
import sys
from typing import Any

import pytest
from PIL import Image
from simcord.components import walk_components
from sqlalchemy import Connection, text

from bot.interface.client import AtelierClient
from bot.interface.messages.files import shown_pictures
from bot.interface.messages.layouts import TEXT_CHARACTERS
from demo.discord import Message
from demo.discord.model import UPLOAD_LIMITS
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, image, imagine, png, say
from tests.unit.pictures.made_files import with_credentials
from tests.worlds import Join, store_of

GALLERY = 12
"""Discord docs, Components, Component Types; a file that none names is sent and not seen."""


async def more(world: Stack, message: Message) -> Message:
    """Press anna's More and return what it shows."""
    return await answered(world, await world.anna.press(message, label="More"))


async def handed_out(world: Stack, message: Message) -> list[Message]:
    """Press Download original and return the messages that hold files or links."""
    panel = await more(world, message)
    pressed = await world.anna.press(panel, label="Download original")
    await answered(world, pressed)
    return [await pressed.result(within=WITHIN), *pressed.followups]


@pytest.mark.usefixtures("client")
async def test_the_details_tell_how_a_picture_was_made(world: Stack) -> None:
    """Words, model, pixels, file, who and when; for the caller alone."""
    done = await imagine(world, "a red kite", aspect="16:9", size="1K")
    panel = await more(world, done)
    assert panel.ephemeral
    for fact in ("a red kite", "Gemini 3 Pro Image", "1376×768", "JPG", world.anna.mention, "<t:"):
        assert fact in panel.text
    assert not panel.pings
    stored = [path for path in (world.folder / "data" / "blobs").rglob("*") if path.is_file()]
    assert {f"JPG, {path.stat().st_size / 2**20:.1f} MB" in panel.text for path in stored} == {True}


@pytest.mark.usefixtures("client")
async def test_the_details_show_what_came_before(world: Stack) -> None:
    """The wishes from the first one on, in order, are the ancestors of a result."""
    first = await imagine(world, "a red kite")
    second = await say(world, "blur it", reply_to=first)
    third = await say(world, "flip it", reply_to=second)
    panel = await more(world, third)
    assert "What came before:\n1. a red kite\n2. blur it" in panel.text
    assert "What came before" not in (await more(world, first)).text


@pytest.mark.usefixtures("client")
async def test_the_details_tell_what_was_chosen(world: Stack) -> None:
    """Ratio, size, thinking and count, where somebody chose; and how long it took in any case."""
    flash = "gemini-3.1-flash-image"
    chosen = await imagine(world, model=flash, aspect="1:1", size="1K", thinking="high", count=2)
    text = (await more(world, chosen)).text
    assert "-# Chosen: 1:1 · 1K · thinking long · 2 at once · took " in text
    plain = (await more(world, await imagine(world))).text
    assert "Chosen" not in plain
    assert "-# took " in plain


@pytest.mark.usefixtures("client")
async def test_ancestors_have_thumbnails(world: Stack) -> None:
    """Small ones, in their order, of what each of them was."""
    first = await imagine(world, "a red kite")
    second = await say(world, "make it black and white", reply_to=first)
    panel = await more(world, await say(world, "flip it", reply_to=second))
    assert len(panel.pictures) == 2
    assert all(max(image(panel, at).size) <= 160 for at in range(2))
    grey = image(panel, 1).convert("RGB")
    assert all(red == green == blue for red, green, blue in [grey.resize((1, 1)).getpixel((0, 0))])


@pytest.mark.usefixtures("client")
async def test_the_most_that_is_told_fits_into_a_message(world: Stack) -> None:
    """Ten ancestors, of which fewer have a thumbnail where drafts take the room of files."""
    made = await imagine(world, "wish 0")
    for number in range(1, 10):
        made = await say(world, f"wish {number}", reply_to=made)
    world.relay.next(faults.drafts())
    made = await say(world, "wish 10", reply_to=made)
    panel = await more(world, made)
    assert "10. wish 9" in panel.text
    assert len(panel.pictures) == 10
    assert len(list(walk_components(panel.payload["components"]))) <= 40


@pytest.mark.usefixtures("client")
async def test_a_picture_can_be_collected_from_its_details(world: Stack) -> None:
    """Use as reference is there, too."""
    panel = await more(world, await imagine(world))
    told = await answered(world, await world.anna.press(panel, label="Use as reference"))
    assert "One picture waits" in told.text


@pytest.mark.usefixtures("client")
async def test_of_long_words_the_details_show_the_beginning(world: Stack) -> None:
    """Three hundred characters of the wish, and eighty of each before it."""
    first = await imagine(world, "a" * 400)
    second = await say(world, "blur it", reply_to=first)
    panel = await more(world, await say(world, "b" * 400, reply_to=second))
    lines = panel.text.split("\n")
    assert f"**{'b' * 299}…**" in lines
    assert f"1. {'a' * 79}…" in lines


@pytest.mark.usefixtures("client")
async def test_of_a_long_way_the_details_show_the_end(world: Stack) -> None:
    """Ten wishes before the last one, by their numbers."""
    made = await imagine(world, "wish 1")
    for number in range(2, 13):
        made = await say(world, f"wish {number}", reply_to=made)
    panel = await more(world, made)
    numbers = [line.split(". ") for line in panel.text.split("\n") if ". wish" in line]
    assert numbers == [[str(number), f"wish {number}"] for number in range(2, 12)]


async def test_a_hundred_turns_are_looked_through(world: Stack, client: AtelierClient) -> None:
    """What came before them is not counted: the first of the hundred is number 1."""
    await imagine(world, "wish 1")
    done = await imagine(world, "the last wish")
    copied = text(
        "INSERT INTO turns (id, conversation_id, parent_id, job_id, author_id, prompt, user,"
        " answer, model, family, created_at) SELECT :id, conversation_id, :parent_id, job_id,"
        " author_id, :prompt, user, answer, model, family, created_at FROM turns WHERE id = 1"
    )
    joined = text("UPDATE turns SET parent_id = 1101 WHERE id = 2")
    copies = [
        {"id": 1_000 + number, "parent_id": 999 + number, "prompt": f"wish {number}"}
        for number in range(2, 102)
    ]
    copies[0]["parent_id"] = 1

    def lengthen(connection: Connection) -> None:
        connection.execute(copied, copies)
        connection.execute(joined)

    await store_of(client).write(lengthen)
    panel = await more(world, done)
    wishes = [line.split(". ") for line in panel.text.split("\n") if ". wish" in line]
    assert wishes == [[str(number), f"wish {number + 2}"] for number in range(90, 100)]


@pytest.mark.usefixtures("client")
async def test_a_wish_without_words_is_said_to_be_one(world: Stack) -> None:
    """Where only pictures were given, that is what stands there."""
    asked = await world.anna.slash(world.art, "edit", prompt=" ", image=("a.png", png()))
    panel = await more(world, await answered(world, asked))
    assert "(no words)" in panel.text


@pytest.mark.usefixtures("client")
async def test_the_longest_details_fit_into_a_message(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are cut, so that the word about the drafts has its room."""
    monkeypatch.setattr(sys.modules["cogs.details._view"], "PROMPT_CHARACTERS", 4_000)
    world.relay.next(faults.drafts())
    panel = await more(world, await imagine(world, "a" * 3_990))
    assert "draft" in panel.text
    texts = [part.get("content", "") for part in panel.payload["components"]]
    # What is cut leaves room for the end of a code block, and for little more.
    assert 0 <= TEXT_CHARACTERS - sum(len(text) for text in texts) < 20


async def test_the_details_of_what_is_kept_no_longer_are_gone(
    world: Stack, client: AtelierClient
) -> None:
    """Where the turn is deleted, and its message for some reason is not, that is said."""
    done = await imagine(world)
    gone = text("DELETE FROM turns")
    await store_of(client).write(lambda connection: connection.execute(gone))
    assert "no longer kept" in (await more(world, done)).text


@pytest.mark.usefixtures("client")
async def test_drafts_are_shown_on_request(world: Stack) -> None:
    """What a model sent before the final is there, and said to be a draft."""
    world.relay.next(faults.drafts())
    panel = await more(world, await imagine(world))
    assert len(panel.pictures) == 1
    (hung,) = [part for part in panel.payload["components"] if part["type"] == GALLERY]
    assert len(hung["items"]) == 1
    assert "draft" in panel.text


@pytest.mark.usefixtures("client")
async def test_the_original_is_the_file_as_it_came(world: Stack) -> None:
    """Byte for byte what the model made, for the caller alone."""
    done = await imagine(world)
    (original,) = [m for m in await handed_out(world, done) if m.attachments]
    assert original.ephemeral
    stored = [path for path in (world.folder / "data" / "blobs").rglob("*") if path.is_file()]
    sizes = {path.stat().st_size for path in stored}
    assert original.attachments[0]["size"] in sizes


@pytest.mark.usefixtures("client")
async def test_what_comes_whole_needs_no_word_about_parts(world: Stack) -> None:
    """Nothing follows the file."""
    panel = await more(world, await imagine(world))
    pressed = await world.anna.press(panel, label="Download original")
    await answered(world, pressed)
    await imagine(world)
    given = {await pressed.result(within=WITHIN), *pressed.followups}
    assert len(given) == 1


async def test_a_large_original_comes_in_parts(world: Stack, client: AtelierClient) -> None:
    """Joined in order they are the file; every part is within the limit."""
    limit = 200_000
    done = await imagine(world, size="4K")
    job = await client.services.jobs.job(1)
    turns = await client.services.jobs.turns_of(job.id)
    (shown,) = shown_pictures(turns)
    assert shown.picture.blob.size > limit
    async with client.services.delivery.originals([shown], upload_limit=limit) as files:
        parts = [await asyncio.to_thread(file.path.read_bytes) for file in files]
        names = [file.filename for file in files]
    assert all(len(part) <= limit for part in parts)
    assert names[0].endswith(".jpg.001")
    whole = await asyncio.to_thread(
        client.services.delivery._blobs.path(shown.picture.blob).read_bytes
    )
    assert b"".join(parts) == whole
    assert Image.open(io.BytesIO(whole)).size == (shown.picture.width, shown.picture.height)
    assert done.pictures


@pytest.mark.usefixtures("client")
async def test_many_parts_come_in_order_for_the_caller_alone(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten to a message, and at the end a word about how they are joined."""
    made = await imagine(world, count=2)
    files = [path for path in (world.folder / "data" / "blobs").rglob("*") if path.is_file()]
    largest = max(path.stat().st_size for path in files)
    monkeypatch.setitem(UPLOAD_LIMITS, 0, largest // 6 + 1)
    monkeypatch.setattr("bot.interface.messages.interaction_answer.UPLOAD_FLOOR", 0)
    panel = await more(world, made)
    pressed = await world.anna.press(panel, label="Download original")
    told = await world.discord.wait_for(
        lambda: next((m for m in pressed.followups if "in numbered parts" in m.text), None),
        within=WITHIN,
    )
    given = [await pressed.result(within=WITHIN), *pressed.followups]
    assert given[-1] == told
    assert all(message.ephemeral for message in given)
    names = [each["filename"] for message in given for each in message.attachments]
    assert names == sorted(names)
    assert len(names) > 10


async def test_with_a_public_address_there_are_links(world: Stack, join: Join) -> None:
    """The operator's own address is linked to, and no file is sent."""
    await join(blobs_public_url="https://pictures.example/atelier")
    done = await imagine(world)
    panel = await more(world, done)
    links = await answered(world, await world.anna.press(panel, label="Download original"))
    url = links.payload["components"][1]["components"][0]["url"]
    assert url.startswith("https://pictures.example/atelier/")
    address = url.removeprefix("https://pictures.example/atelier/")
    assert (world.folder / "data" / "blobs" / address).is_file()


def told_in_pictures(count: int) -> faults.Fault:
    """Return what a model answers that tells a story in so many pictures."""

    def change(document: Any) -> None:
        content = document["candidates"][0]["content"]
        picture = next(part for part in reversed(content["parts"]) if "inlineData" in part)
        content["parts"] = [
            part for number in range(count) for part in ({"text": f"Step {number}."}, picture)
        ]

    return faults.each_document(change)


async def test_many_links_fit_into_a_message(world: Stack, join: Join) -> None:
    """A row of buttons has five."""
    await join(blobs_public_url="https://pictures.example/atelier")
    world.relay.next(told_in_pictures(6))
    panel = await more(world, await imagine(world))
    links = await answered(world, await world.anna.press(panel, label="Download original"))
    assert [len(row["components"]) for row in links.payload["components"][1:]] == [5, 1]


@pytest.mark.usefixtures("client")
async def test_more_drafts_than_a_gallery_holds_are_cut(world: Stack) -> None:
    """Ten of them are shown."""

    def change(document: Any) -> None:
        content = document["candidates"][0]["content"]
        picture = next(part for part in reversed(content["parts"]) if "inlineData" in part)
        content["parts"] = [picture] * 12

    world.relay.next(faults.each_document(change))
    panel = await more(world, await imagine(world))
    assert len(panel.pictures) == 10


@pytest.mark.usefixtures("client")
async def test_the_details_tell_of_content_credentials(world: Stack) -> None:
    """That a file carries them is said where it does, and the original has them."""
    signed = with_credentials(png(40, 30))
    data = base64.b64encode(signed).decode()
    part = {"inlineData": {"mimeType": "image/png", "data": data}}
    answer = {"candidates": [{"content": {"parts": [part]}, "finishReason": "STOP"}]}
    world.relay.next(faults.http(200, json.dumps(answer)))
    done = await imagine(world)
    assert "-# Its file carries content credentials (C2PA)" in (await more(world, done)).text
    [held] = [message for message in await handed_out(world, done) if message.pictures]
    assert held.pictures[0].bytes() == signed
    assert "credentials" not in (await more(world, await imagine(world))).text
