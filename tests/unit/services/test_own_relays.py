"""Servers' own relays: what is taken, what is kept, and what becomes of it when secrets change."""

import asyncio
import logging
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet

from bot.domain.errors import (
    ConnectionBroke,
    KeyRejected,
    OwnRelayRefused,
    RelayBalanceUsedUp,
    RelayError,
    RelayFault,
    RelayTimeout,
    RelayUnreachable,
    RequestRejected,
    WrongAddress,
)
from bot.domain.own_relay import AuthStyle, OwnRelay, RelayKey
from bot.services import own_relays
from bot.services.own_relays import OwnRelays
from bot.storage.sealing import Sealing
from config.values import relay_address

GUILD, OTHER, OWNER = 5, 6, 71
ADDRESS, KEY = "https://relay.example", "sk-of-the-server-0123456789"
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
KNOWN = ["painter", "talker"]
OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


class Rows:
    """Keep rows in memory."""

    def __init__(self) -> None:
        self.rows: dict[int, OwnRelay] = {}

    async def all_own_relays(self) -> list[OwnRelay]:
        return [*self.rows.values()]

    async def put_own_relay(self, own: OwnRelay) -> None:
        self.rows[own.guild_id] = own

    async def seal_anew(self, guild_id: int, before: str, after: str) -> None:
        own = self.rows[guild_id]
        assert own.sealed == before
        self.rows[guild_id] = OwnRelay(guild_id, own.address, after, own.auth, own.set_by, own.at)

    async def drop_own_relay(self, guild_id: int) -> bool:
        return self.rows.pop(guild_id, None) is not None


class Clock:
    def now(self) -> datetime:
        return NOON

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)


class Listed:
    """Answer for a relay: with a list, or with how it fails."""

    def __init__(self, *models: str, list_error: RelayError | None = None) -> None:
        self.listed = [*models]
        self.list_error = list_error
        self.check_error: RelayError | None = None
        self.keys: list[RelayKey] = []
        self.checked: list[str] = []

    def opened(self, key: RelayKey) -> "Listed":
        self.keys.append(key)
        return self

    async def models(self) -> list[str]:
        if self.list_error:
            raise self.list_error
        return self.listed

    async def check(self, model_id: str) -> None:
        self.checked.append(model_id)
        if self.check_error:
            raise self.check_error


def service(
    rows: Rows, relay: Listed | None = None, *secrets: str, private: frozenset[str] = frozenset()
) -> OwnRelays:
    """Make the service on these rows, with these secrets."""
    relay = relay or Listed("painter")
    return OwnRelays(
        rows,
        Sealing(secrets) if secrets else None,
        Clock(),
        relay.opened,
        as_relay=relay_address,
        known=KNOWN,
        private=private,
    )


async def enter(own: OwnRelays, address: str = ADDRESS, key: str = KEY) -> OwnRelay:
    """Enter a relay as who manages the server does."""
    return await own.enter(GUILD, address, key, AuthStyle.BEARER, author_id=OWNER)


async def test_what_answers_is_kept_with_its_key_sealed() -> None:
    """The row has all but what opens the key."""
    rows, relay = Rows(), Listed("painter", "unheard-of")
    own = service(rows, relay, NEW)
    kept = await enter(own, f" {ADDRESS}/v1beta/ ", f" {KEY}\n")
    assert rows.rows == {GUILD: kept}
    assert (kept.address, kept.host, kept.set_by, kept.at) == (
        ADDRESS,
        "relay.example",
        OWNER,
        NOON,
    )
    assert KEY not in repr(kept) + kept.sealed
    assert own.key_of(GUILD) == RelayKey(ADDRESS, KEY, AuthStyle.BEARER)
    assert relay.keys == [own.key_of(GUILD)]
    assert KEY not in repr(own.key_of(GUILD))


async def test_another_server_has_none() -> None:
    """Nor have direct messages."""
    own = service(Rows(), None, NEW)
    await enter(own)
    assert own.has_own_relay(GUILD)
    assert not own.has_own_relay(OTHER)
    assert not own.has_own_relay(None)
    assert own.key_of(OTHER) is None
    assert own.key_of(None) is None


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (KeyRejected(), "service-key-refused"),
        (RelayBalanceUsedUp(), "service-balance"),
        (RelayUnreachable(), "service-unreachable"),
    ],
)
async def test_what_refuses_is_not_kept(error: RelayError, key: str) -> None:
    """Whoever entered it reads why, and what the server had before stays."""
    rows, relay = Rows(), Listed("painter")
    own = service(rows, relay, NEW)
    before = await enter(own)
    relay.list_error = error
    with pytest.raises(OwnRelayRefused) as caught:
        await enter(own, "https://another.example", "sk-another-key-0123456789")
    assert caught.value.message_key == key
    assert own.of(GUILD) == rows.rows[GUILD] == before


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (None, None),
        (KeyRejected(), "service-key-refused"),
        (RelayTimeout(), "service-unreachable"),
        (ConnectionBroke(), "service-unreachable"),
        (WrongAddress(), "service-refused"),
        (RequestRejected(), "service-refused"),
        (RelayFault(), "service-refused"),
    ],
)
async def test_what_has_no_list_counts_tokens(error: RelayError | None, key: str | None) -> None:
    """Which costs nothing either; what does neither is no relay."""
    relay = Listed(list_error=WrongAddress())
    relay.check_error = error
    own = service(Rows(), relay, NEW)
    try:
        await enter(own)
        said = None
    except OwnRelayRefused as refused:
        said = refused.message_key
    assert said == key
    assert own.has_own_relay(GUILD) is (key is None)
    assert relay.checked == ["painter"]


async def test_what_takes_too_long_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever entered it waits for it."""

    class Slow(Listed):
        async def models(self) -> list[str]:
            await asyncio.sleep(3600)
            raise AssertionError

    monkeypatch.setattr(own_relays, "TRIED_FOR", 0.01)
    own = service(Rows(), Slow(), NEW)
    with pytest.raises(OwnRelayRefused) as caught:
        await enter(own)
    assert caught.value.message_key == "service-unreachable"
    assert not own.has_own_relay(GUILD)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "relay.example",
        "http://relay.example",
        "ftp://relay.example",
        "https://",
        "https://relay.example:22",
        "https://relay.example:80",
        "https://relay.example:1023",
        "https://someone@relay.example",
        "https://relay.example\\@other.example",
        "https://relay..example",
        f"https://{'a' * 64}.example",
        "https://relay.example?key=1",
        "https://rélay.example",
        "https://relay.example/p\u0430th",
        "https://rel ay.example",
        "https://relay.example\r\nX: y",
        "https://relay%2eexample",
        "https://relay.example/v1/chat/completions",
        "https://relay.example/" + "a" * 200,
        "http://10.0.0.5:3000",
    ],
)
async def test_an_address_that_is_none_is_not_even_tried(address: str) -> None:
    """Nothing but https, at no port of another service."""
    relay = Listed("painter")
    own = service(Rows(), relay, NEW)
    with pytest.raises(OwnRelayRefused) as caught:
        await enter(own, address)
    assert caught.value.message_key == "service-address-refused"
    assert relay.keys == []


@pytest.mark.parametrize(
    "address",
    [
        "https://relay.example:443",
        "https://relay.example:1024",
        "https://relay.example:8443/gateway/v1/google",
        "https://203.0.113.9",
        "https://[2606:4700::1111]:8443",
    ],
)
async def test_an_address_may_have_a_port_and_a_path(address: str) -> None:
    """Whether its host is a public one is seen when it is dialled."""
    own = service(Rows(), None, NEW)
    assert (await enter(own, address)).address == address


async def test_a_private_origin_is_allowed_exactly_as_named() -> None:
    """As in a demo, where all is on this machine."""
    own = service(Rows(), None, NEW, private=frozenset({"http://127.0.0.1:4711"}))
    assert (await enter(own, "http://127.0.0.1:4711/a")).address == "http://127.0.0.1:4711/a"
    with pytest.raises(OwnRelayRefused):
        await enter(own, "http://127.0.0.1:4712")


@pytest.mark.parametrize("key", ["", " ", "two words", "schlüssel", "a\r\nHost: b", "k" * 501])
async def test_a_key_that_is_none_is_not_sent(key: str) -> None:
    """It would break the request, or become a header of its own."""
    relay = Listed("painter")
    own = service(Rows(), relay, NEW)
    with pytest.raises(OwnRelayRefused) as caught:
        await enter(own, key=key)
    assert caught.value.message_key == "service-key-refused"
    assert relay.keys == []


async def test_without_a_secret_none_is_taken() -> None:
    """The feature is the operator's to switch on."""
    own = service(Rows())
    assert not own.are_offered
    with pytest.raises(OwnRelayRefused) as caught:
        await enter(own)
    assert caught.value.message_key == "service-not-offered"


async def test_it_is_there_after_a_restart() -> None:
    """With the same secret, sealed as it was."""
    rows = Rows()
    kept = await enter(service(rows, None, NEW))
    again = service(rows, None, NEW)
    await again.load()
    assert again.of(GUILD) == rows.rows[GUILD] == kept
    assert again.key_of(GUILD) == RelayKey(ADDRESS, KEY, AuthStyle.BEARER)


async def test_a_new_secret_seals_what_an_old_one_sealed() -> None:
    """From the next start on the old one is not needed any more."""
    rows = Rows()
    await enter(service(rows, None, OLD))
    await service(rows, None, NEW, OLD).load()
    again = service(rows, None, NEW)
    await again.load()
    assert again.key_of(GUILD) == RelayKey(ADDRESS, KEY, AuthStyle.BEARER)


@pytest.mark.parametrize("secrets", [(), (NEW,)])
async def test_a_key_that_does_not_open_is_told_and_nobody_else_pays(
    secrets: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    """The operator lost the secret, or switched the feature off: the server stays on its own."""
    rows = Rows()
    await enter(service(rows, None, OLD))
    again = service(rows, None, *secrets)
    await again.load()
    assert "1 server can't ask" in caplog.text
    assert again.has_own_relay(GUILD)
    with pytest.raises(KeyRejected) as caught:
        again.key_of(GUILD)
    assert caught.value.message_key == "error-own-relay-locked"


async def test_what_is_removed_is_gone() -> None:
    """From memory, from what is kept, and from what is known of its models."""
    rows = Rows()
    own = service(rows, None, NEW)
    await enter(own)
    assert await own.remove(GUILD)
    assert not await own.remove(GUILD)
    assert rows.rows == {}
    assert own.key_of(GUILD) is None
    assert own.listed(GUILD) is None


async def test_what_a_relay_lists_is_known_of_its_server_alone() -> None:
    """As far as it is known here; a list of nothing that is, says nothing."""
    relay = Listed("painter", "unheard-of")
    own = service(Rows(), relay, NEW)
    await enter(own)
    assert own.listed(GUILD) == {"painter"}
    assert own.listed(OTHER) is None
    assert own.listed(None) is None
    relay.listed = ["unheard-of"]
    await own.ask_all()
    assert own.listed(GUILD) == KNOWN
    relay.listed = ["talker"]
    await own.ask_all()
    assert own.listed(GUILD) == {"talker"}


async def test_a_relay_that_fails_lists_what_it_did() -> None:
    """Until it says something else."""
    relay = Listed("painter")
    own = service(Rows(), relay, NEW)
    await enter(own)
    relay.list_error = RelayUnreachable()
    await own.ask_all()
    assert own.listed(GUILD) == {"painter"}


async def test_what_is_removed_while_it_is_asked_stays_so() -> None:
    """A late answer says nothing of a relay that is not there any more."""

    class Leaving(Listed):
        async def models(self) -> list[str]:
            await own.remove(GUILD)
            return ["painter"]

    own = service(rows := Rows(), None, NEW)
    await enter(own)
    own = service(rows, Leaving(), NEW)
    await own.load()
    assert own.listed(GUILD) == KNOWN
    await own.ask_all()
    assert own.listed(GUILD) is None
    assert own._listed == {}


async def test_no_key_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Neither when it is taken nor when it is refused, sealed anew or removed."""
    caplog.set_level(logging.DEBUG)
    rows, relay = Rows(), Listed("painter")
    own = service(rows, relay, OLD)
    await enter(own)
    relay.list_error = KeyRejected()
    with pytest.raises(OwnRelayRefused) as caught:
        await enter(own)
    await service(rows, relay, NEW, OLD).load()
    await own.remove(GUILD)
    assert "sealed anew" in caplog.text
    told = caplog.text + repr(caught.value) + str(caught.value.values)
    assert not any(
        secret in told for secret in (KEY, OLD, NEW, *(r.sealed for r in rows.rows.values()))
    )
