"""What the documents say is true."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import discord
import pytest

from config.settings import Settings, load_settings
from tests import map as rooms

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text("utf-8")
NEEDED = {"DISCORD_TOKEN": "token", "RELAY_URL": "https://relay.example", "RELAY_KEY": "key"}
IN_A_TABLE = {"models", "relays"}


def table() -> dict[str, str]:
    """Return the defaults that README's table of settings names, by variable."""
    return dict(re.findall(r"^\| `ATELIER_([A-Z_]+)` \| (.+?) \|", README, re.MULTILINE))


def said(default: object) -> str:
    """Return a default as the table writes it."""
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return "off" if default in {None, ()} else f"`{default}`"


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Load the settings in a folder with the given files."""

    def load(**files: str) -> Settings:
        for name, text in files.items():
            (tmp_path / {"env": ".env", "toml": "atelier.toml"}[name]).write_text(text, "utf-8")
        monkeypatch.chdir(tmp_path)
        for name, value in NEEDED.items():
            monkeypatch.setenv(f"ATELIER_{name}", value)
        return load_settings()

    return load


def uncommented(name: str) -> str:
    """Return an example with everything in it switched on; `# ` begins what is only said."""
    return re.sub(r"^#(?! )", "", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)


def test_the_table_names_every_setting():
    """README's table has a row for each setting, with its default."""
    fields = Settings.model_fields
    assert table() == {
        name.upper(): "needed" if field.is_required() else said(field.default)
        for name, field in fields.items()
        if name not in IN_A_TABLE
    }


def test_the_invitation_asks_for_what_it_names():
    """The number in the invitation is just the permissions that README lists."""
    (number,) = re.findall(r"permissions=(\d+)", README)
    (names,) = re.findall(r"permissions (View.+?)\. It", README, re.DOTALL)
    flags = {
        "View Channels": "view_channel",
        "Send Messages in Threads": "send_messages_in_threads",
        "Create Public Threads": "create_public_threads",
    }
    wanted = [" ".join(name.split()) for name in names.split(",")]
    listed = {flags.get(name, name.lower().replace(" ", "_")): True for name in wanted}
    assert len(listed) == 7
    assert discord.Permissions(int(number)) == discord.Permissions(**listed)


def test_the_pythons_are_those_that_are_tried():
    """README, Makefile and image take the Pythons that `pyproject.toml` names, as CI does."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = re.findall(r":: (3\.\d+)$", "\n".join(project["classifiers"]), re.MULTILINE)
    (said,) = re.findall(r"You need Python (.+?), `make`", README)
    assert said == f"{', '.join(named[:-1])} or {named[-1]}"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (candidates,) = re.findall(r"^CANDIDATES := .*?,(.+)\)$", makefile, re.MULTILINE)
    assert candidates.split() == [f"python{version}" for version in reversed(named)] + ["python3"]
    image = (ROOT / "Dockerfile").read_text("utf-8")
    assert set(re.findall(r"^FROM python:(3\.\d+)-slim", image, re.MULTILINE)) <= set(named)


def test_the_files_that_are_linked_exist():
    """No link in the documents leads nowhere."""
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]:
        prose = re.sub(
            r"^```.*?^```$", "", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        for target in re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", prose):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_env_example_is_what_holds_anyway(load: Callable[..., Settings]):
    """With every line of `.env.example` switched on, all is as it is by default."""
    example = uncommented(".env.example")
    assert load(env=example) == load(env="")
    names = set(re.findall(r"^ATELIER_([A-Z_]+)=", example, re.MULTILINE))
    assert names == {name.upper() for name in Settings.model_fields.keys() - IN_A_TABLE}


def test_the_toml_example_is_what_holds_anyway(load: Callable[..., Settings]):
    """`atelier.example.toml` as it stands changes nothing."""
    example = (ROOT / "atelier.example.toml").read_text("utf-8")
    assert load(toml=example) == load(toml="")


def test_all_of_the_toml_example_loads(load: Callable[..., Settings]):
    """With every line switched on, each key is one that is read."""
    example = uncommented("atelier.example.toml")
    settings = load(toml=example)
    assert settings.catalogue.profiles["relay-painter-2k"].prices == {"": 20_000}
    assert settings.health_port == 8080
    secret_or_elsewhere = {"discord_token", "relay_key", "secret_key", "config"}
    assert tomllib.loads(example).keys() == Settings.model_fields.keys() - secret_or_elsewhere


def test_the_picture_of_the_rooms_is_what_the_imports_are():
    """It was drawn anew by `make map`, and says what each room is for."""
    assert rooms.PICTURE.read_text("utf-8") == rooms.drawn()
    assert [room for room in rooms.rooms() if not rooms.purposes().get(room)] == []


def test_the_files_that_are_named_exist():
    """Where the map says that something is, there is a file or folder."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:bot|cogs)/[\w/.]+)`", text))
    assert len(named) > 30
    assert [each for each in named if not (ROOT / each).exists()] == []
