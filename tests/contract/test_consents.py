"""What every store promises of who lets their avatar be used."""

from datetime import datetime, timedelta

import pytest

from bot.domain.consent import ASKED_FOR, MOST_QUESTIONS, Question
from tests.contract.builders import GUILD, LATE, MEMBER, NOON
from tests.contract.stores import Store

ASKER = MEMBER + 1
LATER = NOON + ASKED_FOR


async def ask(
    store: Store, person_id: int = MEMBER, guild_id: int = GUILD, now: datetime = NOON
) -> Question:
    """Let one member ask another."""
    return await store.note_question(person_id, guild_id, asker_id=ASKER, now=now)


async def test_what_is_decided_holds_in_its_server(store: Store):
    """Until something else is decided there; nobody decides for another server or member."""
    assert await store.consent_of(MEMBER, GUILD) is None
    await store.decide(MEMBER, GUILD, NOON, allows=True)
    assert await store.consent_of(MEMBER, GUILD) is True
    assert await store.consent_of(MEMBER, GUILD + 1) is None
    assert await store.consent_of(MEMBER + 1, GUILD) is None
    await store.decide(MEMBER, GUILD, NOON, allows=False)
    assert await store.consent_of(MEMBER, GUILD) is False


async def test_nobody_is_asked_twice_a_day(store: Store):
    """Whoever asks; in another server they may be."""
    assert await ask(store) is Question.DUE
    assert await ask(store) is Question.OPEN
    other = await store.note_question(MEMBER, GUILD, asker_id=ASKER + 1, now=NOON)
    assert other is Question.OPEN
    assert await ask(store, guild_id=GUILD + 1) is Question.DUE
    assert await ask(store, now=LATER) is Question.DUE


@pytest.mark.parametrize("allows", [True, False])
async def test_who_decided_is_not_asked_any_more(store: Store, *, allows: bool):
    """A question leaves what they decided as it is, however long ago that was."""
    await store.decide(MEMBER, GUILD, NOON, allows=allows)
    assert await ask(store, now=LATER) is Question.OPEN
    assert await store.consent_of(MEMBER, GUILD) is allows


async def test_nobody_asks_everybody(store: Store):
    """Who has enough questions waiting asks again when one is answered, or a day later."""
    for number in range(MOST_QUESTIONS):
        assert await ask(store, MEMBER + 9 + number) is Question.DUE
    assert await ask(store) is Question.TOO_MANY
    assert await ask(store, now=LATER) is Question.DUE
    await store.decide(MEMBER, GUILD, NOON, allows=False)
    await store.decide(MEMBER + 9, GUILD, NOON, allows=False)
    assert await ask(store, MEMBER + 99) is Question.DUE


async def test_a_question_that_did_not_arrive_may_be_asked_again(store: Store):
    """It is as if it never was; what was decided meanwhile stays."""
    await ask(store)
    await store.drop_question(MEMBER, GUILD)
    assert await ask(store) is Question.DUE
    await store.decide(MEMBER, GUILD, NOON, allows=True)
    await store.drop_question(MEMBER, GUILD)
    assert await store.consent_of(MEMBER, GUILD) is True


async def test_a_question_is_kept_for_a_day(store: Store):
    """What was decided is kept on."""
    await ask(store, MEMBER + 9)
    await store.decide(MEMBER, GUILD, NOON, allows=True)
    await store.forget_questions(NOON - timedelta(hours=1))
    assert await ask(store, MEMBER + 9) is Question.OPEN
    await store.forget_questions(LATER)
    assert await ask(store, MEMBER + 9) is Question.DUE
    assert await store.consent_of(MEMBER, GUILD) is True


@pytest.mark.parametrize("what", ["guild", "member"])
async def test_it_is_forgotten_with_its_member_or_server(store: Store, what: str):
    """What others decided elsewhere stays."""
    await store.decide(MEMBER, GUILD, NOON, allows=True)
    await store.decide(MEMBER + 2, GUILD + 1, NOON, allows=True)
    if what == "guild":
        await store.forget_guild(GUILD, then=NOON, now=NOON, most=9)
    else:
        await store.forget_member(MEMBER, then=LATE, now=LATE, most=9)
    assert await store.consent_of(MEMBER, GUILD) is None
    assert await store.consent_of(MEMBER + 2, GUILD + 1) is True


async def test_what_somebody_asked_is_forgotten_with_them(store: Store):
    """No row says any more that it was they who asked."""
    await ask(store)
    await store.forget_member(ASKER, then=LATE, now=LATE, most=9)
    assert await ask(store) is Question.DUE
