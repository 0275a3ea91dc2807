"""Which relay is asked for which server: its own or the operator's, and never both."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bot.domain.errors import (
    AllRelaysDown,
    Billing,
    KeyRejected,
    RelayBalanceUsedUp,
    RelayError,
    RelayUnreachable,
    WrongAddress,
)
from bot.domain.own_relay import AuthStyle, RelayKey
from bot.relay.client import RelayClient
from bot.relay.connection import relay_session
from bot.relay.guild_relays import GuildRelays
from tests.unit.relay.exchange import PICTURE, reply
from tests.unit.relay.scripts import Clock, ScriptedRelay
from tests.unit.relay.support import Shelf, ask, google, serving

OWN, OTHER = 5, 6
OPERATORS = "sk-of-the-operator-0123456789"
FIRST, SECOND = "sk-of-the-server-0123456789", "sk-of-the-server-again-01234"


class Served:
    """Serve a relay that takes some keys, and note who asked with which."""

    def __init__(self, *keys: str) -> None:
        self.keys = {*keys}
        self.asked: list[str] = []
        self.status = 200
        self.url = ""

    async def answer(self, request: web.Request) -> web.Response:
        key = request.headers["Authorization"].removeprefix("Bearer ")
        self.asked.append(key)
        await request.read()
        if key not in self.keys:
            return web.json_response(google(401, "UNAUTHENTICATED", "API key"), status=401)
        if self.status != 200:
            return web.json_response(google(self.status, "", "no"), status=self.status)
        return web.json_response(reply(PICTURE))


class World:
    """Hold an operator's relay, a server's, and what stands between them."""

    def __init__(self) -> None:
        self.operators = Served(OPERATORS)
        self.own = Served(FIRST)
        self.has: dict[int, RelayKey] = {}
        self.opened: list[RelayKey] = []
        self.most = 100

    def enter(self, key: str = FIRST, guild_id: int = OWN) -> None:
        self.has[guild_id] = RelayKey(self.own.url, key, AuthStyle.BEARER)

    def key_of(self, guild_id: int | None) -> RelayKey | None:
        return self.has.get(guild_id) if guild_id is not None else None


@asynccontextmanager
async def relays(world: World, shelf: Shelf) -> AsyncIterator[GuildRelays]:
    """Open both, over real HTTP."""
    async with AsyncExitStack() as stack:
        for served in (world.operators, world.own):
            served.url = await stack.enter_async_context(serving(served.answer))
        session = await stack.enter_async_context(relay_session())
        places: dict[str, Any] = {
            "open_spool": shelf.open_spool,
            "blob_path": shelf.path,
            "examine": shelf.examine,
        }

        def opened(key: RelayKey) -> RelayClient:
            world.opened.append(key)
            return RelayClient(session, key.address, key.key, key.auth, **places)

        operators = RelayClient(session, world.operators.url, OPERATORS, **places)
        yield GuildRelays(operators, world.key_of, opened, kept=world.most)


async def generate(relay: GuildRelays, guild_id: int | None) -> None:
    """Ask for a server."""
    request = ask()
    await relay.generate(*request[:3], replace(request.options, guild_id=guild_id))


async def failure(relay: GuildRelays, guild_id: int | None) -> RelayError:
    """Return how it fails."""
    with pytest.raises(RelayError) as caught:
        await generate(relay, guild_id)
    return caught.value


async def test_each_server_is_asked_for_at_the_relay_that_it_pays(shelf: Shelf) -> None:
    """Direct messages, and who has none, at the operator's."""
    async with relays(world := World(), shelf) as relay:
        world.enter()
        for guild_id in (OWN, OTHER, None):
            await generate(relay, guild_id)
    assert world.own.asked == [FIRST]
    assert world.operators.asked == [OPERATORS] * 2


@pytest.mark.parametrize("status", [401, 404, 429, 503])
async def test_a_server_whose_relay_fails_costs_the_operator_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    """However it fails, and once it is left alone for that as well."""
    monkeypatch.setattr("bot.relay.guild_relays.RelayRoute", unhurried)
    async with relays(world := World(), shelf) as relay:
        world.enter()
        world.own.status = status
        for _ in range(5):
            await failure(relay, OWN)
    assert set(world.own.asked) == {FIRST}
    assert world.operators.asked == []


def unhurried(named: Any) -> Any:
    """Make a route that does not wait."""
    from bot.relay.route import RelayRoute  # noqa: PLC0415 (the one that is stood in for)

    return RelayRoute(named, sleep=lambda _: asyncio.sleep(0))


async def test_an_operators_relay_that_fails_costs_no_server(shelf: Shelf) -> None:
    """Who has a relay lends it to nobody."""
    async with relays(world := World(), shelf) as relay:
        world.enter()
        world.operators.keys.clear()
        error = await failure(relay, OTHER)
    assert type(error) is KeyRejected
    assert error.message_key == "error-key-rejected"
    assert world.own.asked == []


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (KeyRejected(), "error-own-relay-key"),
        (RelayBalanceUsedUp(), "error-own-relay-balance"),
        (RelayUnreachable(), "error-own-relay-unreachable"),
        (WrongAddress(), "error-own-relay-address"),
    ],
)
async def test_who_manages_the_server_is_told_to_look_after_it(
    clock: Clock, error: RelayError, key: str
) -> None:
    """Not the operator, who can't do anything about it."""
    own = ScriptedRelay(clock, *[error] * 3)
    relay = GuildRelays(
        ScriptedRelay(clock),
        lambda _: RelayKey("https://relay.example", FIRST, AuthStyle.BEARER),
        lambda _: own,
    )
    error = await failure(relay, OWN)
    assert error.message_key == key


async def test_a_key_that_is_entered_anew_is_used_at_once(shelf: Shelf) -> None:
    """Though the one before was refused so often that its relay was left alone."""
    async with relays(world := World(), shelf) as relay:
        world.enter("sk-wrong-0123456789")
        for _ in range(3):
            await failure(relay, OWN)
        assert isinstance(await failure(relay, OWN), AllRelaysDown)
        world.own.keys.add(SECOND)
        world.enter(SECOND)
        await generate(relay, OWN)
    assert world.own.asked == [*["sk-wrong-0123456789"] * 3, SECOND]


async def test_a_request_that_waits_goes_out_with_the_present_key(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was refused for now, and is sent again with what was entered meanwhile."""
    async with relays(world := World(), shelf) as relay:

        def impatient(named: Any) -> Any:
            from bot.relay.route import RelayRoute  # noqa: PLC0415 (as above)

            async def meanwhile(_: float) -> None:
                world.own.status = 200
                world.own.keys = {SECOND}
                world.enter(SECOND)

            return RelayRoute(named, sleep=meanwhile)

        monkeypatch.setattr("bot.relay.guild_relays.RelayRoute", impatient)
        world.enter()
        world.own.status = 429
        await generate(relay, OWN)
    assert world.own.asked == [FIRST, SECOND]


async def test_a_request_whose_relay_is_removed_while_it_waits_ends(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was never the operator's to pay."""
    async with relays(world := World(), shelf) as relay:

        def impatient(named: Any) -> Any:
            from bot.relay.route import RelayRoute  # noqa: PLC0415 (as above)

            async def meanwhile(_: float) -> None:
                world.has.clear()

            return RelayRoute(named, sleep=meanwhile)

        monkeypatch.setattr("bot.relay.guild_relays.RelayRoute", impatient)
        world.enter()
        world.own.status = 429
        error = await failure(relay, OWN)
    assert isinstance(error, KeyRejected)
    assert error.message_key == "error-own-relay-removed"
    assert world.own.asked == [FIRST]
    assert world.operators.asked == []


async def test_what_a_server_was_to_pay_is_never_the_operators(clock: Clock) -> None:
    """Though it has no relay any more when its turn comes: it ends, and nothing is sent."""
    operators = ScriptedRelay(clock)
    relay = GuildRelays(operators, lambda _: None, lambda _: operators)
    request = ask()
    options = replace(request.options, guild_id=OWN, pays_itself=True)
    with pytest.raises(KeyRejected) as caught:
        await relay.generate(*request[:3], options)
    assert caught.value.message_key == "error-own-relay-removed"
    assert caught.value.billing is Billing.NONE
    assert not operators.asked


async def test_what_is_removed_is_the_operators_again(shelf: Shelf) -> None:
    """And nothing of the key is remembered."""
    async with relays(world := World(), shelf) as relay:
        world.enter()
        await generate(relay, OWN)
        world.has.clear()
        await generate(relay, OWN)
        assert not relay._routes
    assert (world.own.asked, world.operators.asked) == ([FIRST], [OPERATORS])


async def test_clients_are_made_when_they_are_needed_and_only_so_many_kept(shelf: Shelf) -> None:
    """Whoever was not asked for longest goes first."""
    world = World()
    world.most = 2
    async with relays(world, shelf) as relay:
        for guild_id in (1, 2, 3):
            world.enter(guild_id=guild_id)
        for guild_id in (1, 2, 1, 3, 1, 2):
            await generate(relay, guild_id)
        assert [*relay._routes] == [1, 2]
    assert len(world.opened) == 4


async def test_what_fits_is_the_same_for_all(clock: Clock) -> None:
    """It is the wire's to say, whoever is asked."""
    operators = ScriptedRelay(clock)
    relay = GuildRelays(operators, lambda _: None, lambda _: operators)
    request = ask()
    assert relay.fit(*request[:3], budget=5) == operators.fit(*request[:3], budget=5)
