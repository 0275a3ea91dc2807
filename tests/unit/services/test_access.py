"""On which terms who may ask where: every rule by itself, and which comes first."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.access import Asker, Standing, Terms, check_room
from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.errors import (
    AtelierError,
    Blocked,
    BudgetUsedUp,
    CoolingDown,
    FeatureOff,
    NotInThisChannel,
    PriceUnknown,
    QuotaUsedUp,
    RoleNeeded,
)
from bot.domain.guild_settings import Feature
from bot.domain.job import JobKind, Place, Purpose
from bot.domain.media import MediaFile
from bot.services.access import Access, check_features, check_price, features_of, wanted
from bot.services.admission import Admission
from bot.services.guild_book import GuildBook
from bot.services.policy import Policy
from bot.storage.store import SqlStore
from tests.contract.builders import NOON, request
from tests.contract.stores import Store
from tests.databases import put_database

GUILD, MEMBER, OWNER = 1, 7, 9
CHANNEL, PARENT, CATEGORY = 20, 21, 22
PDF = MediaFile(BlobRef("b3-0", 9), "application/pdf", "notes.pdf")
ASKER = Asker(GUILD, (CHANNEL, PARENT, CATEGORY), MEMBER, frozenset({30, 31}))


class Server:
    """A server that can decide something, and lets members in or not."""

    def __init__(self, store: Store, policy: Policy, *, pays_itself: bool = False) -> None:
        self.book = GuildBook(store)
        self.access = Access(self.book, store, policy, pays_itself=lambda _: pays_itself)

    async def decide(self, **changes: Any) -> None:
        seen = self.book.versioned(GUILD).revision
        await self.book.change(GUILD, changes, seen=seen, author_id=OWNER, now=NOON)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """Open an empty store."""
    async with SqlStore.open(put_database(tmp_path / "atelier.db")) as opened:
        yield opened


@pytest.fixture
def server(store: Store) -> Server:
    """Give a server that has decided nothing."""
    return Server(store, Policy(daily_pictures=5, daily_messages=6))


async def test_without_settings_everybody_has_what_the_operator_gives(server: Server):
    """Everywhere, at once, and in the operator's days."""
    assert server.access.enter(ASKER) == Terms(5, 6)
    assert server.access.enter(replace(ASKER, guild_id=None)) == Terms(5, 6)


@pytest.mark.parametrize("allowed", [CHANNEL, PARENT, CATEGORY])
async def test_a_channel_is_let_with_all_in_it(server: Server, allowed: int):
    """Itself, its threads, and the channels of a category; no other."""
    await server.decide(channels=(99, allowed))
    assert server.access.enter(ASKER)
    with pytest.raises(NotInThisChannel) as refused:
        server.access.enter(replace(ASKER, channel_ids=(98,)))
    assert refused.value.values == {"channels": f"99,{allowed}"}


async def test_age_restricted_channels_alone(server: Server):
    """What a server lets only there is refused elsewhere, in words of its own."""
    await server.decide(age_restricted_only=True)
    assert server.access.enter(replace(ASKER, is_age_restricted=True))
    with pytest.raises(NotInThisChannel) as refused:
        server.access.enter(ASKER)
    assert refused.value.message_key == "error-not-age-restricted"


@pytest.mark.parametrize("decided", [{"roles": (31, 32)}, {"roles": (32,), "more": {30: 9}}])
async def test_one_of_the_roles_lets_in(server: Server, decided: dict[str, Any]):
    """Also one that has more; who has none of them is told which would."""
    await server.decide(**decided)
    assert server.access.enter(ASKER)
    with pytest.raises(RoleNeeded) as refused:
        server.access.enter(replace(ASKER, role_ids=frozenset({33})))
    assert refused.value.values["roles"] == ",".join(map(str, decided["roles"]))


async def test_whose_roles_are_not_known_was_let_in_before(server: Server):
    """Roles are not looked at where Discord did not say them."""
    await server.decide(roles=(32,))
    assert server.access.enter(replace(ASKER, role_ids=None))


async def test_a_role_with_more_does_not_keep_others_out(server: Server):
    """It only gives: the largest of what somebody's roles have, and never less than the usual."""
    await server.decide(more={30: 8, 31: 7, 40: 99})
    assert server.access.enter(ASKER).daily_pictures == 8
    assert server.access.enter(replace(ASKER, role_ids=frozenset())).daily_pictures == 5
    await server.decide(daily_pictures=9, daily_messages=3)
    assert server.access.enter(ASKER) == Terms(9, 3)


async def test_the_first_no_is_told(server: Server):
    """Blocked, channel, age, role: in this order."""
    await server.decide(channels=(99,), age_restricted_only=True, roles=(32,))
    await server.book.block(GUILD, MEMBER, author_id=OWNER, now=NOON)
    nos: list[str] = []
    for change in (None, "unblock", {"channels": ()}, {"age_restricted_only": False}):
        if change == "unblock":
            await server.book.unblock(GUILD, MEMBER)
        elif isinstance(change, dict):
            await server.decide(**change)
        with pytest.raises(AtelierError) as refused:
            server.access.enter(ASKER)
        nos.append(refused.value.message_key)
    assert nos == [
        Blocked.key,
        NotInThisChannel.key,
        "error-not-age-restricted",
        RoleNeeded.key,
    ]


async def test_a_server_is_bounded_by_the_operator_unless_it_pays(store: Store):
    """Who has a relay of their own gives what they like; their own budget holds in any case."""
    policy = Policy(most_daily_pictures=50, most_daily_messages=60, server_budget=1_000)
    decided = {"daily_pictures": 500, "daily_messages": 600, "budget": 9_000, "cooldown": 3}
    bounded, paying = Server(store, policy), Server(store, policy, pays_itself=True)
    await bounded.decide(**decided)
    await paying.book.load()
    own = Terms(500, 600, cooldown=3, budget=9_000, pays_itself=True)
    assert paying.access.enter(ASKER) == own
    assert bounded.access.enter(ASKER) == replace(
        own, daily_pictures=50, daily_messages=60, operators_budget=1_000, pays_itself=False
    )
    assert bounded.access.counts_money(GUILD)
    assert bounded.access.counts_money(GUILD + 1)
    assert paying.access.counts_money(GUILD)
    assert not paying.access.counts_money(GUILD + 1)
    assert not bounded.access.counts_money(None)


async def test_days_are_those_of_the_server(server: Server):
    """Its time zone, and what it has switched off, are part of the terms."""
    await server.decide(time_zone="Asia/Tokyo", off=(Feature.SEARCH,))
    terms = server.access.enter(ASKER)
    assert terms.calendar.time_zone == "Asia/Tokyo"
    check_features(terms, [Feature.CHAT])
    with pytest.raises(FeatureOff):
        check_features(terms, [Feature.CHAT, Feature.SEARCH])


@pytest.mark.parametrize("feature", Feature)
def test_what_is_switched_off_is_told_by_name(feature: Feature):
    """Each in words of its own."""
    with pytest.raises(FeatureOff) as refused:
        check_features(Terms(1, 1, off=frozenset(Feature)), [feature])
    assert refused.value.message_key == f"error-feature-off-{feature}"


@pytest.mark.parametrize(
    ("values", "features"),
    [
        ({}, []),
        ({"kind": JobKind.CHAT}, [Feature.CHAT]),
        ({"kind": JobKind.CHAT, "purpose": Purpose.DESCRIBE}, []),
        ({"search": True}, [Feature.SEARCH]),
        ({"person_id": 3}, [Feature.PERSON]),
        ({"user": (Part(text="read"), Part(file=PDF))}, [Feature.FILES]),
    ],
)
def test_what_a_request_uses(values: dict[str, Any], features: list[Feature]):
    """Of what a server can switch off: words on the way to a picture are no chat."""
    assert features_of(request(**values)) == features


def test_what_is_known_before_anything_is_fetched():
    """Nothing, unless it is said."""
    assert wanted() == []
    assert wanted(chat=True, search=True, person=True) == [
        Feature.CHAT,
        Feature.SEARCH,
        Feature.PERSON,
    ]


async def test_what_would_be_refused_is_refused_before(server: Server, store: Store):
    """By the same rules, and nothing is written; what need not wait does not."""
    terms = Terms(1, 1, cooldown=60, budget=5, off=frozenset({Feature.CHAT}))
    wanted_now = request(place=Place(GUILD, CHANNEL), author_id=MEMBER)

    async def look(**how: Any) -> None:
        async with Admission(running=1).visit(
            author_id=MEMBER, guild_id=GUILD, terms=how.pop("terms", terms)
        ) as visit:
            values: dict[str, Any] = {"count": 1, "features": (), "is_held": True, "now": NOON}
            await server.access.look(visit, JobKind.PICTURE, **(values | how))

    await look()
    with pytest.raises(FeatureOff):
        await look(features=[Feature.CHAT])
    with pytest.raises(QuotaUsedUp):
        await look(count=2)
    await store.accept(wanted_now, terms=replace(terms, daily_pictures=9), now=NOON, micros=4)
    with pytest.raises(CoolingDown):
        await look()
    with pytest.raises(QuotaUsedUp):
        await look(is_held=False)
    more = replace(terms, daily_pictures=9)
    await look(is_held=False, terms=more)
    with pytest.raises(BudgetUsedUp):
        await look(is_held=False, terms=replace(more, budget=4))
    assert await server.access.standing(ASKER, NOON) == Standing(
        pictures=1,
        answers=0,
        granted_pictures=0,
        granted_answers=0,
        micros=4,
        granted_micros=0,
        asked_at=NOON,
    )


def test_who_used_nothing_has_used_nothing():
    """A member of whom there are no sums."""
    nothing = Standing()
    assert [nothing.used(kind) + nothing.granted(kind) for kind in JobKind] == [0, 0]
    assert (nothing.micros, nothing.granted_micros) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "left", "key"),
    [
        (JobKind.PICTURE, 1, "error-quota-left"),
        (JobKind.PICTURE, 0, "error-quota-used-up"),
        (JobKind.PICTURE, -1, "error-quota-used-up"),
        (JobKind.CHAT, 0, "error-messages-used-up"),
    ],
)
def test_a_used_up_day_is_told_by_its_kind(kind: JobKind, left: int, key: str):
    """And one that has too few left, by how many."""
    standing = Standing(pictures=4 - left, answers=5 - left)
    with pytest.raises(QuotaUsedUp) as refused:
        check_room(TERMS, standing, kind, count=2, micros=0, now=NOON)
    assert refused.value.message_key == key
    assert refused.value.values["left"] == left


def test_a_moment_is_told_rounded_up():
    """Before then it is too early."""
    asked_at = NOON + timedelta(milliseconds=1)
    with pytest.raises(CoolingDown) as refused:
        check_room(TERMS, Standing(asked_at=asked_at), JobKind.CHAT, count=1, micros=0, now=NOON)
    assert refused.value.values["until"] == int(NOON.timestamp()) + 11


@pytest.mark.parametrize("terms", [Terms(1, 1, budget=0), Terms(1, 1, operators_budget=0)])
def test_where_money_is_counted_a_price_must_be_known(terms: Terms):
    """Nothing is refused for it elsewhere."""
    with pytest.raises(PriceUnknown):
        check_price(terms, None, "painter")
    check_price(terms, 0, "painter")
    check_price(Terms(1, 1), None, "painter")


ROOM = Standing(pictures=3, answers=4, micros=900, asked_at=NOON - timedelta(seconds=10))
TERMS = Terms(4, 5, cooldown=10, budget=1_000)


@pytest.mark.parametrize("kind", JobKind)
def test_there_is_room_to_the_last(kind: JobKind):
    """One more second, picture, answer or millionth would not fit."""
    check_room(TERMS, ROOM, kind, count=1, micros=100, now=NOON)


@pytest.mark.parametrize(
    ("standing", "count", "micros", "refusal"),
    [
        (replace(ROOM, asked_at=NOON - timedelta(seconds=9)), 1, 100, CoolingDown),
        (ROOM, 2, 100, QuotaUsedUp),
        (ROOM, 1, 101, BudgetUsedUp),
        (replace(ROOM, asked_at=NOON), 2, 101, CoolingDown),
        (ROOM, 2, 101, QuotaUsedUp),
    ],
)
def test_what_does_not_fit_is_told_in_order(
    standing: Standing, count: int, micros: int, refusal: type[AtelierError]
):
    """Time in between, allowance, budget."""
    with pytest.raises(refusal):
        check_room(TERMS, standing, JobKind.PICTURE, count=count, micros=micros, now=NOON)


def test_what_was_granted_comes_on_top():
    """Pictures and answers to a member; money to the operator's budget, not to the server's own."""
    granted = replace(ROOM, granted_pictures=1, granted_answers=2, granted_micros=50)
    check_room(TERMS, granted, JobKind.PICTURE, count=2, micros=0, now=NOON)
    check_room(TERMS, granted, JobKind.CHAT, count=3, micros=0, now=NOON)
    operators = replace(TERMS, budget=None, operators_budget=900)
    check_room(operators, granted, JobKind.PICTURE, count=1, micros=50, now=NOON)
    for terms, micros in ((operators, 51), (TERMS, 101)):
        with pytest.raises(BudgetUsedUp):
            check_room(terms, granted, JobKind.PICTURE, count=1, micros=micros, now=NOON)


async def test_who_was_let_in_before_is_let_on_unless_they_are_blocked_by_now(server: Server):
    """Neither channel nor role is asked for again; how much there is holds as for all."""
    await server.decide(channels=(99,), roles=(98,), daily_pictures=2, budget=3)
    assert server.access.readmit(GUILD, MEMBER) == Terms(2, 6, budget=3)
    await server.book.block(GUILD, MEMBER, author_id=OWNER, now=NOON)
    with pytest.raises(Blocked):
        server.access.readmit(GUILD, MEMBER)


@pytest.mark.parametrize(
    ("budget", "operators", "micros", "key"),
    [
        (100, None, 51, "error-budget-used-up"),
        (100, None, 100, "error-budget-used-up"),
        (100, None, 101, "error-budget-too-small"),
        (None, 100, 51, "error-money-used-up"),
        (None, 100, 101, "error-money-too-small"),
        (100, 100, 51, "error-money-used-up"),
        (100, 200, 51, "error-budget-used-up"),
    ],
)
def test_who_can_give_more_money_is_told(
    budget: int | None, operators: int | None, micros: int, key: str
):
    """The operator where it is theirs; and no month is named that would bring as little."""
    terms = Terms(9, 9, budget=budget, operators_budget=operators)
    with pytest.raises(BudgetUsedUp) as refused:
        check_room(terms, Standing(micros=50), JobKind.CHAT, count=1, micros=micros, now=NOON)
    assert refused.value.message_key == key


@pytest.mark.parametrize(
    ("kind", "key"),
    [(JobKind.PICTURE, "error-quota-none"), (JobKind.CHAT, "error-messages-none")],
)
def test_no_day_is_named_where_none_brings_any(kind: JobKind, key: str):
    """Who has nothing is told who can give some; who was granted one has one."""
    with pytest.raises(QuotaUsedUp) as refused:
        check_room(Terms(0, 0), Standing(), kind, count=1, micros=0, now=NOON)
    assert refused.value.message_key == key
    granted = Standing(granted_pictures=1, granted_answers=1)
    check_room(Terms(0, 0), granted, kind, count=1, micros=0, now=NOON)
