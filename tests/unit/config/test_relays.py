from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from bot.domain.tariff import Tariff
from bot.relay_assembly import relay_prices
from config.settings import ConfigError, Settings

Load = Callable[..., Settings]

SECOND = '[[relays]]\nname = "second"\nurl = "https://second.example/v1beta/"\nkey = "second-key"\n'


def test_one_relay_is_enough(load: Load):
    """Without further relays, the one of the needed settings is all there is."""
    (first,) = load(ATELIER_RELAY_AUTH="x-goog-api-key").relays_in_order
    assert (first.name, first.url, first.auth) == (
        "main",
        "https://relay.example",
        "x-goog-api-key",
    )
    assert first.key.get_secret_value() == "relay-key-of-tests"


def test_further_relays_come_after_the_first_in_their_order(folder: Path, load: Load):
    """Each table is a relay with its own address, key and way to send the key."""
    (folder / "atelier.toml").write_text(
        f'{SECOND}auth = "x-goog-api-key"\n{SECOND.replace("second", "third")}'
    )
    relays = load().relays_in_order
    assert [relay.name for relay in relays] == ["main", "second", "third"]
    assert [relay.url for relay in relays[1:]] == [
        "https://second.example",
        "https://third.example",
    ]
    assert [relay.key.get_secret_value() for relay in relays[1:]] == ["second-key", "third-key"]
    assert [relay.auth for relay in relays] == ["bearer", "x-goog-api-key", "bearer"]


def test_pictures_come_from_the_hosts_that_are_named(folder: Path, load: Load):
    """Each relay has its own: between commas in the environment, a list in the file."""
    (folder / "atelier.toml").write_text(f'{SECOND}result_hosts = ["Files.example:8443"]\n')
    relays = load(ATELIER_RELAY_RESULT_HOSTS="a.example, http://10.0.0.5:3000").relays_in_order
    assert [relay.result_hosts for relay in relays] == [
        ("a.example", "http://10.0.0.5:3000"),
        ("files.example:8443",),
    ]
    assert [relay.setting("result_hosts") for relay in relays] == [
        "ATELIER_RELAY_RESULT_HOSTS",
        "result_hosts of the relay second",
    ]
    assert load(ATELIER_RELAY_RESULT_HOSTS="").relays_in_order[0].result_hosts == ()


def test_each_relay_bills_in_its_own_way(folder: Path, load: Load):
    """A share of the prices in the table, or prices of its own by model."""
    (folder / "atelier.toml").write_text(
        f'{SECOND}price_factor = 0.8\n[relays.prices."models/painter"]\nprice = 0.09\n'
    )
    first, second = map(relay_prices, load(ATELIER_RELAY_PRICE_FACTOR="0.1").relays_in_order)
    assert (first.name, first.factor, first.own) == ("main", Fraction(1, 10), {})
    assert (second.name, second.factor) == ("second", Fraction(4, 5))
    assert second.own == {"painter": Tariff({"": 90_000})}


@pytest.mark.parametrize("factor", ["-1", "101", "nan", "half"])
def test_a_share_is_a_number(load: Load, factor: str):
    """Nobody pays a relay a negative price."""
    with pytest.raises(ConfigError) as caught:
        load(ATELIER_RELAY_PRICE_FACTOR=factor)
    assert caught.value.problems[0].startswith("ATELIER_RELAY_PRICE_FACTOR: should be")


@pytest.mark.parametrize(
    "host", ["a.example/path", "*.example", "a b.example", "ftp://a.example", "me@a.example", ","]
)
def test_a_host_is_a_host(load: Load, host: str):
    """A path, a pattern or an address of another kind is told, without its value."""
    with pytest.raises(ConfigError) as caught:
        load(ATELIER_RELAY_RESULT_HOSTS=host)
    (problem, *_) = caught.value.problems
    assert problem.startswith("ATELIER_RELAY_RESULT_HOSTS")
    assert host not in problem.partition(":")[2]


def test_no_key_shows(folder: Path, load: Load):
    """Neither the settings nor a relay's entry print a key."""
    (folder / "atelier.toml").write_text(SECOND)
    settings = load()
    assert "second-key" not in f"{settings!r} {settings.relays_in_order!r}"
    assert "https://second.example" in repr(settings.relays)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            '[[relays]]\nname = "second"',
            ["relays[0].url: missing", "relays[0].key: missing"],
        ),
        (
            SECOND.replace("https://second.example", "second.example"),
            ["relays[0].url: not an address. It starts with https:// or http:// and names a host"],
        ),
        (
            SECOND.replace("second.example", "somebody:second-key@second.example"),
            ["relays[0].url: must not hold a name or password. The key has a place of its own"],
        ),
        (
            SECOND + SECOND.replace('"second"', '"a`b"'),
            ["relays[1].name: not a name. Use up to 40 letters, digits, spaces, dots or dashes"],
        ),
        (
            SECOND.replace("second-key", "second-key second-key"),
            ["relays[0].key: has spaces or other characters that no such value has. Copy it again"],
        ),
        (SECOND.replace('"second-key"', '""'), ["relays[0].key: must not be empty"]),
        (SECOND + 'auth = "basic"', ["relays[0].auth: should be 'bearer' or 'x-goog-api-key'"]),
        (SECOND + "retries = 3", ["relays[0].retries: no such key"]),
        (SECOND + SECOND, ["relays[1].name: another relay has this name"]),
        (SECOND.replace('"second"', '"main"'), ["relays[0].name: another relay has this name"]),
    ],
)
def test_a_wrong_relay_is_told(folder: Path, load: Load, content: str, lines: list[str]):
    """Each mistake is a line that says where it stands, and never holds the key."""
    (folder / "atelier.toml").write_text(content)
    with pytest.raises(ConfigError) as caught:
        load()
    assert list(caught.value.problems) == [f"atelier.toml: {line}" for line in lines]
    assert "second-key" not in str(caught.value)


def test_relays_are_no_variable(load: Load):
    """A list does not fit into a variable; trying it is told without the value."""
    with pytest.raises(ConfigError) as caught:
        load(ATELIER_RELAYS='[{"key": "second-key"}]')
    assert caught.value.problems == ("ATELIER_RELAYS: should be a valid tuple",)


def test_dearer_models_need_consent(load: Load):
    """A fallback never costs more unless the operator says that it may."""
    assert load().dearer_fallback is False
    assert load(ATELIER_DEARER_FALLBACK="true").dearer_fallback is True
