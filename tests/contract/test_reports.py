"""What every store promises about who reported what."""

from datetime import timedelta

import pytest

from bot.domain.deletion import DAY_IS_OVER
from bot.domain.errors import NotAllowed, TooManyReports
from bot.domain.job import Shown
from bot.storage.reports import MOST
from tests.contract.builders import CHANNEL, GUILD, LATE, MEMBER, NOON, TERMS, draft, request
from tests.contract.stores import Store

POST = 2**62 + 9


async def test_a_member_reports_a_message_once(store: Store):
    """Others may report it, and they others."""
    await store.report(GUILD, POST, MEMBER, NOON)
    with pytest.raises(NotAllowed):
        await store.report(GUILD, POST, MEMBER, NOON + timedelta(days=3))
    await store.report(GUILD, POST, MEMBER + 1, NOON)
    await store.report(GUILD, POST + 1, MEMBER, NOON)


async def test_so_many_within_an_hour(store: Store):
    """Then they wait; what is refused does not count."""
    for number in range(MOST):
        await store.report(GUILD, POST + number, MEMBER, NOON + timedelta(minutes=number))
    with pytest.raises(TooManyReports):
        await store.report(GUILD, POST + MOST, MEMBER, NOON + timedelta(minutes=59))
    await store.report(GUILD, POST + MOST, MEMBER, NOON + timedelta(minutes=61))


async def test_being_forgotten_refills_nothing(store: Store):
    """Neither the hour nor what was reported: until a day is over it stays who reported what."""
    for number in range(MOST):
        await store.report(GUILD, POST + number, MEMBER, NOON)
    soon = NOON + timedelta(minutes=30)
    await store.forget_member(MEMBER, then=soon, now=soon, most=9)
    with pytest.raises(NotAllowed):
        await store.report(GUILD, POST, MEMBER, soon)
    with pytest.raises(TooManyReports):
        await store.report(GUILD, POST + MOST, MEMBER, soon)
    later = NOON + DAY_IS_OVER
    await store.forget_member(MEMBER, then=soon, now=later, most=9)
    await store.report(GUILD, POST, MEMBER, later)


@pytest.mark.parametrize("what", ["message", "member", "guild", "old"])
async def test_it_is_forgotten(store: Store, what: str):
    """With the message, with the member, with the server, and after a while."""
    await store.report(GUILD, POST, MEMBER, NOON)
    if what == "message":
        job = await store.accept(request(), terms=TERMS, now=NOON)
        turn = await store.made(job, draft(), NOON)
        await store.posted(job.id, [Shown(POST, 0, turn.id, 1, CHANNEL)], NOON)
        await store.forget_messages([POST])
    elif what == "member":
        await store.forget_member(MEMBER, then=LATE, now=NOON + DAY_IS_OVER, most=9)
    elif what == "guild":
        await store.forget_guild(GUILD, then=NOON, now=NOON, most=9)
    else:
        await store.forget_reports(NOON)
        with pytest.raises(NotAllowed):
            await store.report(GUILD, POST, MEMBER, NOON)
        await store.forget_reports(NOON + timedelta(seconds=1))
    await store.report(GUILD, POST, MEMBER, NOON)
