"""Answers that are not as Gemini has them, and what members get of them and pay for."""

import base64
import json

import pytest

from bot.domain.ledger import LedgerKind
from demo.relay import faults
from demo.relay.faults import Fault
from demo.stack import Stack
from tests.acting import WITHIN, answered, image, imagine, png
from tests.faults.ledger import accounts, until_final
from tests.worlds import Join


@pytest.mark.parametrize("fault", [faults.enveloped(), faults.fails_late()])
async def test_what_was_paid_is_shown_and_booked(world: Stack, join: Join, fault: Fault) -> None:
    """A picture in an envelope, or before an error, is one like any other."""
    await join(daily_pictures=1)
    world.relay.next(fault)
    answer = await imagine(world)
    assert image(answer).size == (1408, 768)
    assert "used up" in (await imagine(world)).text
    await until_final(world.folder, within=WITHIN)
    account = accounts(world.folder)[0]
    assert (account.state, account.lines) == ("posted", {"reserve": 1, "settle": 1})
    assert len(world.relay.requests) == 1


async def test_a_picture_in_what_nobody_can_read_is_shown_and_booked(
    world: Stack, join: Join
) -> None:
    """One token that no JSON has, beside it, costs no picture; that something lacks is said."""
    await join(daily_pictures=1)
    data = base64.b64encode(png(40, 30)).decode()
    parts = f'{{"parts": [{{"inlineData": {{"mimeType": "image/png", "data": "{data}"}}}}]}}'
    body = f'{{"candidates": [{{"content": {parts}, "avgLogprobs": undefined}}]}}'
    world.relay.next(faults.http(200, body))
    answer = await imagine(world)
    assert image(answer).size == (40, 30)
    assert "A part of this answer could not be read." in answer.text
    await until_final(world.folder, within=WITHIN)
    account = accounts(world.folder)[0]
    assert (account.state, account.lines) == ("posted", {"reserve": 1, "settle": 1})


@pytest.mark.parametrize(
    "body", [{"task_id": "t-1", "status": "queued"}, {"code": "0", "data": {"status": "pending"}}]
)
@pytest.mark.parametrize("status", [200, 202])
async def test_a_task_is_told_as_possibly_billed(
    world: Stack, join: Join, status: int, body: dict[str, object]
) -> None:
    """Nobody asks again by themselves, and the member's day has room for it."""
    await join(daily_pictures=1)
    world.relay.next(faults.http(status, json.dumps(body)))
    answer = await imagine(world)
    assert "The picture service answered with nothing." in answer.text
    assert "Whether it was billed is not known; your allowance was given back." in answer.text
    assert len(world.relay.requests) == 1
    [account] = accounts(world.folder)
    assert account.lines[LedgerKind.POSSIBLY_BILLED] == 1
    assert (await answered(world, await world.anna.press(answer, label="Try again"))).pictures


async def test_what_a_chat_said_before_an_error_is_kept(world: Stack, join: Join) -> None:
    """It stays with the word that it broke off, and nobody is asked in the model's place."""
    await join()
    world.relay.next(faults.fails_late())
    await world.anna.slash(world.art, "chat", message="word " * 60)
    threads = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await threads[0].wait_for_message(
        lambda message: message.buttons and "The answer broke off here" in message.text,
        within=WITHIN,
    )
    assert "word word" in answer.text
    assert len(world.relay.requests) == 1
