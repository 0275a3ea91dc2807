"""Discord's bad days: what was made arrives all the same, once."""

import base64
import io
import random

import pytest
from PIL import Image

from bot.interface.client import AtelierClient
from demo.discord.model import UPLOAD_LIMITS
from demo.jsons import JSON
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, finished, imagine, not_taken, say, until

pytestmark = pytest.mark.usefixtures("client")

ANSWER = "/webhooks/*"


async def test_a_picture_that_is_ready_late_is_put_into_the_same_message(world: Stack) -> None:
    """An answer to a dead interaction is edited through its channel, and its author is told."""
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    progress = await asked.result(within=WITHIN)
    asked.expire()
    done = await finished(world, progress)
    assert done.id == progress.id
    assert done.pictures
    await world.discord.wait_for(lambda: world.discord.pings, within=WITHIN)
    assert world.discord.pings[0].whom.user_ids == (world.anna.id,)


async def test_a_picture_goes_to_its_author_where_the_channel_is_closed(
    world: Stack, client: AtelierClient
) -> None:
    """What can't be posted where it was asked for comes directly, with buttons that live."""
    await not_taken(world, status=404)
    found = await world.anna.dm.wait_for_message(lambda message: message.pictures, within=WITHIN)
    again = await answered(world, await world.anna.press(found, label="Redo"))
    assert again.pictures
    services = client.services
    await until(lambda: not services.generation._cancellation._at_work)
    assert [each.message_id for each in await services.messages.shown_in(found.id)] == [found.id]


async def test_a_picture_that_discord_finds_too_large_is_made_smaller(world: Stack) -> None:
    """A 413 in spite of the known limit is one more step down, not a lost picture."""
    progress = await not_taken(world, status=413)
    assert (await finished(world, progress)).pictures


def large() -> tuple[bytes, faults.Fault]:
    """Return a picture of more than 10 MiB, and what lets a model paint it."""
    side, file = 1_900, io.BytesIO()
    noise = Image.frombytes("RGB", (side, side), random.Random(1).randbytes(3 * side * side))
    noise.save(file, "PNG", compress_level=1)
    data = base64.b64encode(file.getvalue()).decode()

    def change(document: JSON) -> None:
        for part in document["candidates"][0]["content"]["parts"]:
            if "inlineData" in part:
                part["inlineData"] = {"mimeType": "image/png", "data": data}

    return file.getvalue(), faults.each_document(change)


async def test_a_server_gets_as_much_as_discord_takes(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reply, which nothing tells how much it may have, has its picture byte for byte."""
    monkeypatch.setitem(UPLOAD_LIMITS, 0, 20_000_000)
    first = await imagine(world)
    made, paints = large()
    world.relay.next(paints)
    edited = await say(world, "make it noise", reply_to=first)
    assert edited.pictures[0].bytes() == made


async def test_a_server_that_takes_less_gets_a_smaller_picture(world: Stack) -> None:
    """It is asked once; from then on it gets what it takes at once."""
    first = await imagine(world)
    for _ in range(2):
        made, paints = large()
        world.relay.next(paints)
        edited = await say(world, "make it noise", reply_to=first)
        assert len(edited.pictures[0].bytes()) <= UPLOAD_LIMITS[0] < len(made)
        assert "Made smaller to fit" in edited.text
    assert [call.status for call in world.discord.calls].count(413) == 1


async def test_a_failing_progress_line_costs_no_picture(world: Stack) -> None:
    """While four pictures are made, a refused edit of the painting line loses none of them."""
    world.relay.next(faults.slow(0.1), faults.slow(1.0), faults.slow(1.0), faults.slow(3.0))
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite", count=4)
    progress = await asked.result(within=WITHIN)
    world.discord.faults.add("PATCH", ANSWER, status=404)
    done = await finished(world, progress)
    assert len(done.pictures) == 4


async def test_nothing_is_reserved_when_the_first_line_fails(
    world: Stack, client: AtelierClient
) -> None:
    """A request whose answer can't even be begun is given back, and sent nowhere."""
    world.discord.faults.add("PATCH", ANSWER, status=400, times=3)
    await world.anna.slash(world.art, "imagine", prompt="a kite")
    await world.discord.wait_for(
        lambda: sum(call.status == 400 for call in world.discord.calls) > 1, within=WITHIN
    )
    world.discord.faults.clear()
    assert await client.services.generation.left_behind() == []
    assert not world.relay.requests


async def test_a_post_that_happened_though_it_failed_is_not_repeated(world: Stack) -> None:
    """When the answer to an edit is lost, the gallery is there once."""
    progress = await not_taken(world, status=502, applied=True)
    await finished(world, progress)
    shown = [message for message in world.art.messages if message.pictures]
    assert len(shown) == 1


async def test_try_again_shows_what_was_made_instead_of_paying_again(
    world: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture that could not be shown is behind the button, and costs nothing more."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    progress = await not_taken(world, status=503)
    failed = await finished(world, progress)
    assert "is kept" in failed.text
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert again.pictures
    assert len(world.relay.requests) == 1


async def test_chat_goes_on_where_typing_is_refused(world: Stack) -> None:
    """A typing line that Discord refuses keeps nobody from an answer."""
    world.discord.faults.add("POST", "/channels/*/typing", status=403)
    answer = await say(world, f"{world.discord.bot_mention} hello there")
    assert "hello there" in answer.text


async def test_an_answer_that_is_deleted_while_it_grows_is_posted_anew(world: Stack) -> None:
    """What was paid for arrives though its first lines were deleted."""
    words = f"{world.discord.bot_mention} " + "word " * 300
    asked = await world.anna.send(world.art, words)
    growing = await world.art.wait_for_message(after=asked, within=WITHIN)
    mona = world.discord.create_member(world.guild, "mona", moderator=True)
    await mona.delete(growing)
    anew = await world.art.wait_for_message(
        lambda message: message.id != growing.id and not message.deleted,
        after=asked,
        within=WITHIN,
    )
    assert "word" in (await finished(world, anew)).text


async def test_the_door_survives_what_members_type(world: Stack) -> None:
    """A model name of thousands of characters gets a sentence like any other."""
    answer = await imagine(world, model="x" * 3_000)
    assert "no model called" in answer.text


async def test_a_ratio_is_not_the_number_of_a_picture(world: Stack) -> None:
    """A ratio such as 3:4 is a wish, and with several pictures one is asked which is meant."""
    both = await imagine(world, count=2)
    asked = await say(world, "2:3 format please", reply_to=both)
    assert "2 pictures" in asked.text


async def test_a_line_that_was_posted_though_discord_broke_down_is_there_once(
    world: Stack,
) -> None:
    """A reply whose post was applied and answered with 503 is not posted a second time."""
    first = await imagine(world)
    world.discord.faults.add("POST", "/channels/*/messages", status=503, applied=True)
    asked = await world.anna.send(world.art, "flip it", reply_to=first)
    answer = await world.art.wait_for_message(after=asked, within=WITHIN)
    assert (await finished(world, answer)).pictures
    newer = [m for m in world.art.messages if m.from_bot and m.id > asked.id]
    assert len(newer) == 1


async def test_a_gallery_that_discord_broke_down_over_is_posted_again(world: Stack) -> None:
    """A 503 at the final edit is waited out; the picture is not left to a button."""
    first = await imagine(world)
    world.relay.next(faults.slow(0.5))
    asked = await world.anna.send(world.art, "flip it", reply_to=first)
    answer = await world.art.wait_for_message(after=asked, within=WITHIN)
    world.discord.faults.add("PATCH", "/channels/*/messages/*", status=503)
    assert (await finished(world, answer)).pictures
