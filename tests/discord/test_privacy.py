"""`/privacy`: what is kept of whoever asks, a copy of it, and its end."""

import asyncio
import io
import json
import random
import re
import sys
import zipfile
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from bot.interface.client import AtelierClient
from bot.interface.messages.answers import UPLOAD_FLOOR
from bot.services.erasure import Housekeeping
from demo.discord import Channel, Member, Message
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, imagine, png, say, until, whispered
from tests.worlds import Join, store_of


async def asked(
    world: Stack, command: str, *, by: Member | None = None, where: Channel | None = None
) -> Message:
    """Let somebody ask, and return what they alone are answered."""
    return await answered(world, await (by or world.anna).slash(where or world.art, command))


def opened(world: Stack, message: Message, *, most: int = UPLOAD_FLOOR) -> zipfile.ZipFile:
    """Open the archive that a message brings, which is not larger than Discord takes."""
    (file,) = message.attachments
    stored = world.discord.cdn.find(file["url"])
    assert stored is not None
    assert len(stored.data) <= most
    return zipfile.ZipFile(io.BytesIO(stored.data))


async def forget(world: Stack) -> Message:
    """Let anna be forgotten, and return what she is told."""
    question = await asked(world, "privacy forget")
    await world.anna.press(question, label="Yes, forget me")
    return await world.discord.message_changed(question, within=WITHIN)


def told(archive: zipfile.ZipFile, name: str) -> Any:
    """Read what an archive tells."""
    return json.loads(archive.read(name))


def blobs(world: Stack) -> set[bytes]:
    """Return the bytes of all files that are kept."""
    return {path.read_bytes() for path in (world.folder / "data" / "blobs").glob("??/*")}


@pytest.mark.usefixtures("client")
async def test_whoever_asks_sees_what_is_kept_of_them(world: Stack) -> None:
    """In numbers, to them alone; nothing of anybody else."""
    await imagine(world, "a red kite", image=("cat.png", png(70, 50)))
    await say(world, f"{world.discord.bot_mention} hello", by=world.ben)
    answer = await asked(world, "privacy show")
    assert answer.ephemeral
    assert "What you asked for: 1, with 1 answers" in answer.text
    assert "Pictures and other files: 2" in answer.text
    assert world.guild.name in answer.text
    assert re.search(r"Counted since 20\d\d-\d\d: 1 pictures, 0 answers", answer.text)
    assert [button.label for button in answer.buttons] == ["Export", "Forget me"]


@pytest.mark.usefixtures("client")
async def test_an_avatar_is_taken_back_where_it_is_shown(
    world: Stack, client: AtelierClient
) -> None:
    """A button for each server that may use it."""
    now = datetime.now(UTC)
    store = store_of(client)
    await store.decide(world.anna.id, world.guild.id, now, allows=True)
    answer = await asked(world, "privacy show")
    assert "may use your avatar" in answer.text
    await world.anna.press(answer, label="Take back")
    await until(lambda: "Nobody in" in answer.text)
    assert await store.consent_of(world.anna.id, world.guild.id) is False


@pytest.mark.usefixtures("client")
async def test_where_nothing_is_kept_it_says_so(world: Stack) -> None:
    """In direct messages, too."""
    answer = await asked(world, "privacy show", where=world.anna.dm)
    assert "What you asked for: 0" in answer.text


async def test_who_is_blocked_may_ask_all_the_same(world: Stack, client: AtelierClient) -> None:
    """What is kept of them is theirs."""
    book = client.services.guild_book
    await imagine(world)
    await book.block(world.guild.id, world.anna.id, author_id=1, now=datetime.now(UTC))
    assert "Servers that block you: 1" in (await asked(world, "privacy show")).text
    assert opened(world, await asked(world, "privacy export")).namelist()
    assert "You are forgotten" in (await forget(world)).text
    assert book.blocks(world.guild.id, world.anna.id)


@pytest.mark.usefixtures("client")
async def test_a_copy_has_what_is_theirs_byte_for_byte(world: Stack) -> None:
    """Words and pictures, given and made; nothing that others said or made."""
    photo = png(70, 50)
    first = await imagine(world, "a red kite", image=("cat.png", photo))
    await say(world, "make it ben's", reply_to=first, by=world.ben)
    style = await world.anna.slash(world.art, "style save", name="ink", words="black ink")
    await answered(world, style)
    answer = await asked(world, "privacy export")
    assert answer.ephemeral
    archive = opened(world, answer)
    assert archive.testzip() is None
    (request,) = told(archive, "requests-001.json")
    assert request["prompt"] == "a red kite"
    assert request["server_id"] == str(world.guild.id)
    (result,) = request["results"]
    (given,), (made,) = request["given"], result["files"]
    kept = blobs(world)
    assert {archive.read(given), archive.read(made)} < kept
    assert len([name for name in archive.namelist() if name.startswith("files/")]) == 2
    about = told(archive, "about.json")
    assert about["member_id"] == str(world.anna.id)
    assert [each["words"] for each in about["styles"]] == ["black ink"]
    assert {each["pictures"] for each in about["usage"]} == {1}
    everything = b"".join(map(archive.read, archive.namelist()))
    assert b"ben" not in everything


@pytest.mark.usefixtures("client")
async def test_a_large_copy_comes_in_files_that_can_be_sent(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them opens by itself; what fits into none is cut, and whole when put together."""
    limit = 6_000
    monkeypatch.setattr(sys.modules["cogs.privacy._export"], "UPLOAD_FLOOR", limit)
    for number in range(3):
        noise = random.Random(number).randbytes(64 * 48 * 3)
        photo = io.BytesIO()
        Image.frombytes("RGB", (64, 48), noise).save(photo, "PNG")
        await imagine(world, f"kite {number}", image=("cat.png", photo.getvalue()))
    pressed = await world.anna.slash(world.art, "privacy export")
    await answered(world, pressed)
    await until(lambda: pressed.followups and "That was all" in pressed.followups[-1].text)
    messages = [await answered(world, pressed), *pressed.followups[:-1]]
    assert len(messages) > 3
    parts: dict[str, bytes] = {}
    for message in messages:
        archive = opened(world, message, most=limit)
        for name in archive.namelist():
            whole = re.sub(r"\.\d{3}$", "", name)
            parts[whole] = parts.get(whole, b"") + archive.read(name)
    pictures = {data for name, data in parts.items() if name.startswith("files/")}
    assert pictures == blobs(world)


async def test_a_copy_is_made_once_at_a_time(world: Stack, client: AtelierClient) -> None:
    """Whoever asks again meanwhile is told to wait."""
    export = client.services.export
    async with aclosing(export.archives(world.anna.id, limit=10_000)) as archives:
        await anext(archives)
        assert "under way already" in (await asked(world, "privacy export")).text
        assert opened(world, await asked(world, "privacy export", by=world.ben)).namelist()
    assert opened(world, await asked(world, "privacy export")).namelist()
    await until(lambda: not list((world.folder / "data" / "blobs").glob("*/*.zip")))


async def test_who_is_forgotten_is_not_known_any_more(world: Stack, client: AtelierClient) -> None:
    """Of rows and files nothing stays but what others made."""
    await imagine(world, "a red kite", image=("cat.png", png(70, 50)))
    theirs = await say(world, f"{world.discord.bot_mention} hello", by=world.ben)
    assert "You are forgotten" in (await forget(world)).text
    services = client.services
    await Housekeeping(store_of(client), services.export._blobs, keep_for=None).tidy(
        age=timedelta(0)
    )
    assert blobs(world) == set()
    assert "What you asked for: 0" in (await asked(world, "privacy show")).text
    assert (await say(world, "and you?", reply_to=theirs, by=world.ben)).text


async def test_what_is_at_work_is_forgotten_when_it_is_over(
    world: Stack, join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by the next process; the answer is shown, and kept no longer."""
    monkeypatch.setattr("bot.services.deletion_queue.SOONEST", timedelta(seconds=0.1))
    client = await join()
    held = Held()
    world.relay.next(held)
    painting = await world.anna.slash(world.art, "imagine", prompt="a kite")
    await at_work(world)
    assert "still being made" in (await forget(world)).text
    held.let_go()
    assert (await answered(world, painting)).pictures
    store = store_of(client)

    async def asked_for() -> int:
        return (await store.kept_of(world.anna.id)).requests

    for _ in range(3_000):
        if not await asked_for():
            break
        await asyncio.sleep(0.01)
    assert not await asked_for()


async def test_being_forgotten_gives_no_new_day(world: Stack, join: Join) -> None:
    """What was used today is used."""
    client = await join(daily_pictures=1)
    await imagine(world)
    await client.services.privacy.forget(world.anna.id)
    refused = await world.anna.slash(world.art, "imagine", prompt="a kite")
    assert "of today is used up" in (await whispered(world, refused)).text
    assert len(world.relay.requests) == 1
