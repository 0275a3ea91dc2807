from collections.abc import Callable
from pathlib import Path

import pytest

from config.exposures import exposures
from config.settings import Settings

Load = Callable[..., Settings]


@pytest.mark.parametrize(
    "address",
    [
        "http://relay.example",
        "http://10.0.0.5:3000",
        "http://[fd00::5]",
        "http://localhost.example",
    ],
)
def test_a_key_in_the_clear_is_told(load: Load, address: str):
    """Whoever is on the way to another host can read it: one line, with the setting's name."""
    (line,) = exposures(load(ATELIER_RELAY_URL=address))
    assert line.startswith("ATELIER_RELAY_URL: the key travels to ")
    assert "https://" in line


@pytest.mark.parametrize(
    "address",
    [
        "https://relay.example",
        "http://127.0.0.1:8080",
        "http://127.8.9.10",
        "http://[::1]:8080",
        "http://[::ffff:127.0.0.1]",
        "http://localhost:3000",
        "http://LOCALHOST.",
        "http://relay.localhost",
        "http://0.0.0.0:3000",
    ],
)
def test_what_stays_on_this_machine_is_not_told(load: Load, address: str):
    """Nor what is encrypted."""
    assert list(exposures(load(ATELIER_RELAY_URL=address))) == []


def test_further_relays_and_discord_are_told_too(folder: Path, load: Load):
    """Each address with the setting that holds it, and what travels there."""
    (folder / "atelier.toml").write_text(
        '[[relays]]\nname = "second"\nurl = "http://second.example"\nkey = "k"\n'
    )
    settings = load(ATELIER_DISCORD_URL="http://proxy.example:9000")
    assert [line.split(" travels")[0] for line in exposures(settings)] == [
        "url of the relay second: the key",
        "ATELIER_DISCORD_URL: the bot's token",
    ]
