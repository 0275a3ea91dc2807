from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import Settings, load_settings

NEEDED = {
    "ATELIER_DISCORD_TOKEN": "discord-token-of-tests",
    "ATELIER_RELAY_URL": "https://relay.example",
    "ATELIER_RELAY_KEY": "relay-key-of-tests",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def load(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Load the settings from the needed variables, and those that the caller adds or changes."""

    def load(**variables: str) -> Settings:
        for name, value in {**NEEDED, **variables}.items():
            monkeypatch.setenv(name, value)
        return load_settings()

    return load
