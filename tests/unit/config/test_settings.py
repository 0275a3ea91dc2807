from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.domain.request import Safety
from config.settings import ConfigError, Settings, load_data_settings, load_settings

Load = Callable[..., Settings]


def problems(load: Load, **variables: str) -> tuple[str, ...]:
    """Return the lines that these variables get."""
    with pytest.raises(ConfigError) as caught:
        load(**variables)
    return caught.value.problems


def test_three_variables_are_enough(load: Load):
    """The token, the relay's address and its key start a bot with sensible defaults."""
    settings = load()
    assert settings.discord_token.get_secret_value() == "discord-token-of-tests"
    assert settings.relay_key.get_secret_value() == "relay-key-of-tests"
    assert settings.relay_url == "https://relay.example"
    assert settings.relay_auth == "bearer"
    assert settings.data_dir == Path("data")
    assert settings.health_port is None
    assert (settings.daily_pictures, settings.daily_messages) == (20, 200)


def test_what_was_made_is_kept_unless_a_time_is_set(load: Load):
    """Whole days, one at least."""
    assert load().retention_days is None
    assert load(ATELIER_RETENTION_DAYS="30").retention_days == 30
    for days in ("0", "-1", "1.5", "for ever"):
        (line,) = problems(load, ATELIER_RETENTION_DAYS=days)
        assert line.startswith("ATELIER_RETENTION_DAYS: should be ")


def test_what_is_missing_is_named_line_by_line(folder: Path):
    """Each missing variable gets one line that names it and says what to set it to."""
    with pytest.raises(ConfigError) as caught:
        load_settings()
    lines = str(caught.value).splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "ATELIER_DISCORD_TOKEN",
        "ATELIER_RELAY_URL",
        "ATELIER_RELAY_KEY",
    ]
    assert lines[1] == (
        "ATELIER_RELAY_URL: missing. Set it to the relay's address, "
        "for example https://relay.example"
    )


@pytest.mark.parametrize("nothing", ["", "   ", '""', "''"])
def test_an_empty_value_is_missing(load: Load, nothing: str):
    """A variable without content is not a value."""
    (line,) = problems(load, ATELIER_RELAY_KEY=nothing)
    assert line.startswith("ATELIER_RELAY_KEY: missing.")


def test_an_empty_value_leaves_the_default(load: Load):
    """An optional variable that is set to nothing keeps its default."""
    assert load(ATELIER_HEALTH_PORT="", ATELIER_LOG_LEVEL="").health_port is None


def test_all_problems_are_told_at_once(load: Load):
    """Nobody has to start the bot once for each mistake."""
    lines = problems(
        load,
        ATELIER_RELAY_URL="relay.example",
        ATELIER_RELAY_AUTH="basic",
        ATELIER_DAILY_PICTURES="many",
        ATELIER_HEALTH_PORT="70000",
    )
    assert lines == (
        "ATELIER_RELAY_URL: not an address. It starts with https:// or http:// and names a host",
        "ATELIER_RELAY_AUTH: should be 'bearer' or 'x-goog-api-key'",
        "ATELIER_DAILY_PICTURES: should be a valid integer, unable to parse string as an integer",
        "ATELIER_HEALTH_PORT: should be less than or equal to 65535",
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://relay.example/", "https://relay.example"),
        ("https://relay.example/v1beta", "https://relay.example"),
        ("https://relay.example/v1beta/", "https://relay.example"),
        ("https://relay.example/team/v1beta/", "https://relay.example/team"),
        ("https://gate.example/v1/me/google", "https://gate.example/v1/me/google"),
        ("https://relay.example/v1team", "https://relay.example/v1team"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        (" 'https://relay.example' ", "https://relay.example"),
    ],
)
def test_the_relay_address_is_kept_without_its_end(load: Load, given: str, kept: str):
    """A slash, `/v1beta` and quotes around the relay's address do no harm."""
    assert load(ATELIER_RELAY_URL=given).relay_url == kept


@pytest.mark.parametrize(
    "address",
    [
        "relay.example",
        "ftp://relay.example",
        "https://",
        "https:///path",
        "https://relay.example:port",
        "https://relay.example:0",
        "https://relay.example:99999",
        "https://[::1",
        "https://relay.example?key=hidden-value",
        "https://relay.example/#hidden-value",
        "https://user:hidden-value@relay.example",
        "https://relay.example/a b",
        "https://relay.example/\u200b",
    ],
)
def test_no_relay_address(load: Load, address: str):
    """What can't be an address is told in one line, without its content."""
    (line,) = problems(load, ATELIER_RELAY_URL=address)
    assert line.startswith("ATELIER_RELAY_URL: ")
    assert "hidden-value" not in line


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("/v1", "v1"),
        ("/V1/", "V1"),
        ("/team/v1", "v1"),
        ("/v1/v1beta", "v1"),
        ("/v1alpha", "v1alpha"),
        ("/v1beta/models", "v1beta"),
        ("/v1beta/openai/", "v1beta"),
        ("/v1beta/openai/chat/completions", "v1beta"),
        ("/v1beta/models/hidden-value:generateContent", "v1beta"),
        ("/v1/chat/completions", "v1"),
        ("/v1/images/generations", "v1"),
        ("/models", "models"),
        ("/chat/completions", "chat/completions"),
        ("/v1/videos", "v1"),
        ("/v1/video/generations", "v1"),
        ("/v1beta/interactions", "v1beta"),
        ("/hidden-value:generateContent", "generateContent"),
        ("/api/m:streamGenerateContent", "streamGenerateContent"),
    ],
)
def test_an_address_that_is_too_long_is_told(load: Load, path: str, named: str):
    """What other clients want behind it would be asked for twice: it is said what to leave out."""
    (line,) = problems(load, ATELIER_RELAY_URL=f"https://relay.example{path}")
    assert line == (
        f"ATELIER_RELAY_URL: too long. Leave out /{named} and all behind it: the bot adds its own"
    )


@pytest.mark.parametrize("variable", ["ATELIER_DISCORD_TOKEN", "ATELIER_RELAY_KEY"])
@pytest.mark.parametrize("value", ["Bot hidden-value", "hidden\nvalue", "hidden-välue", "a\tb"])
def test_an_implausible_secret_is_refused(load: Load, variable: str, value: str):
    """A secret with spaces, line breaks or foreign letters was copied wrongly."""
    (line,) = problems(load, **{variable: value})
    assert line.startswith(f"{variable}: has spaces or other characters")
    assert value not in line


@given(st.text(min_size=1).filter(lambda text: "\x00" not in text))
def test_any_secret_is_taken_or_refused_in_a_line(secret: str):
    """Whatever stands there, it is either a header's value or one line that does not show it."""
    try:
        settings = Settings(
            discord_token=secret, relay_url="https://relay.example", relay_key="key", _env_file=None
        )
    except ValidationError as error:
        (problem,) = error.errors(include_input=False)
        assert problem["loc"] == ("discord_token",)
    else:
        token = settings.discord_token.get_secret_value()
        assert token
        assert token in secret
        token.encode("ascii")


def test_a_secret_loses_quotes_and_spaces_around_it(load: Load):
    """Quotes that `docker run --env-file` passes on are not part of the token."""
    settings = load(ATELIER_DISCORD_TOKEN=' "abc.def" ')
    assert settings.discord_token.get_secret_value() == "abc.def"


def test_another_discord_is_an_origin(load: Load):
    """The address of another Discord has no path."""
    assert load(ATELIER_DISCORD_URL="http://127.0.0.1:9000/").discord_url == "http://127.0.0.1:9000"
    (line,) = problems(load, ATELIER_DISCORD_URL="https://discord.com/api/v10")
    assert line == ("ATELIER_DISCORD_URL: must be scheme, host and port alone, without a path")


def test_words_of_a_choice(load: Load):
    """Choices are read by their names, log levels in any case."""
    settings = load(
        ATELIER_LOG_LEVEL="debug",
        ATELIER_LOG_FORMAT="json",
        ATELIER_SAFETY="strict",
        ATELIER_RELAY_AUTH="x-goog-api-key",
    )
    assert settings.log_level == "DEBUG"
    assert settings.log_format == "json"
    assert settings.safety is Safety.STRICT
    assert settings.relay_auth == "x-goog-api-key"


def test_the_home_folder_is_found(load: Load):
    """`~` in the data folder is the home folder, also where no shell replaced it."""
    assert load(ATELIER_DATA_DIR="~/atelier").data_dir == Path.home() / "atelier"


@pytest.mark.parametrize(
    ("variable", "line"),
    [
        (
            "ATELIER_RELAY_ULR",
            "ATELIER_RELAY_ULR: no such setting. Did you mean ATELIER_RELAY_URL?",
        ),
        (
            "atelier_chatmodel",
            "ATELIER_CHATMODEL: no such setting. Did you mean ATELIER_CHAT_MODEL?",
        ),
        ("ATELIER_QQQQQQQQQQ", "ATELIER_QQQQQQQQQQ: no such setting."),
    ],
)
def test_an_unknown_variable_is_told(load: Load, variable: str, line: str):
    """A variable of our prefix that nobody reads is an error that suggests the nearest."""
    assert problems(load, **{variable: "hidden-value"}) == (line,)


def test_the_env_file_is_read_below_the_environment(folder: Path, load: Load):
    """`.env` fills what the environment leaves open; others' variables in it are left alone."""
    (folder / ".env").write_text(
        "ATELIER_DAILY_PICTURES=3\nATELIER_RELAY_URL=https://other.example\nPOSTGRES_USER=somebody\n"
    )
    settings = load()
    assert settings.daily_pictures == 3
    assert settings.relay_url == "https://relay.example"


def test_an_unknown_variable_of_the_env_file_is_told(folder: Path, load: Load):
    """A misspelt name in `.env` is no silence either."""
    (folder / ".env").write_text("ATELIER_DAILY_PICTURE=3\n")
    assert problems(load) == (
        "ATELIER_DAILY_PICTURE: no such setting. Did you mean ATELIER_DAILY_PICTURES?",
    )


def test_an_env_file_that_is_no_text(folder: Path, load: Load):
    """A `.env` in another encoding is one line."""
    (folder / ".env").write_bytes(b"ATELIER_RELAY_KEY=\xff\xfe\n")
    assert problems(load) == (".env: can't be read as a text in UTF-8. Save it as one",)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("ATELIER_RELAY_KEY hidden", "ATELIER_RELAY_KEY: line 1 of .env can't be read."),
        (
            "#\n\nexport ATELIER_RELAY_KEY: hidden",
            "ATELIER_RELAY_KEY: line 3 of .env can't be read.",
        ),
        ('A=1\nATELIER_RELAY_KEY="hidden\nB=2', "ATELIER_RELAY_KEY: line 2 of .env can't be read."),
        ("ATELIER_RELAY_KEY", "ATELIER_RELAY_KEY: line 1 of .env can't be read."),
        ("ATELIER_RELAY_KEYhidden", ".env: line 1 can't be read."),
        ("the key is hidden", ".env: line 1 can't be read."),
    ],
)
def test_a_line_of_the_env_file_that_nobody_could_read(
    folder: Path, load: Load, content: str, line: str
):
    """It is told with its number and how to write it, not passed over; its content is not shown."""
    (folder / ".env").write_text(content)
    (told,) = problems(load)
    assert told.startswith(line)
    assert "=value" in told
    assert "hidden" not in told.lower()


def test_a_folder_named_like_the_env_file_is_let_be(folder: Path, load: Load):
    """Virtual environments often have this name."""
    (folder / ".env").mkdir()
    assert load().daily_pictures == 20


def test_the_toml_file_is_read_last(folder: Path, load: Load):
    """`atelier.toml` fills what neither the environment nor `.env` says."""
    (folder / ".env").write_text("ATELIER_MAX_CONCURRENT=2\n")
    (folder / "atelier.toml").write_text(
        'daily_pictures = 5\nmax_concurrent = 3\nrelay_url = "https://other.example"\n'
    )
    settings = load()
    assert (settings.daily_pictures, settings.max_concurrent) == (5, 2)
    assert settings.relay_url == "https://relay.example"


def test_the_toml_file_may_lie_elsewhere(folder: Path, load: Load):
    """`ATELIER_CONFIG` names the file."""
    (folder / "etc").mkdir()
    (folder / "etc" / "bot.toml").write_text("daily_pictures = 7\n")
    assert load(ATELIER_CONFIG="etc/bot.toml").daily_pictures == 7


def test_a_named_file_must_exist(load: Load):
    """A path that leads nowhere is told, with the variable that holds it."""
    (line,) = problems(load, ATELIER_CONFIG="nowhere.toml")
    assert line == "ATELIER_CONFIG: nowhere.toml can't be read: No such file or directory"


def test_a_folder_in_the_place_of_the_toml_file(folder: Path, load: Load):
    """A container makes one where the file that it was to get is not there."""
    (folder / "atelier.toml").mkdir()
    assert problems(load) == ("atelier.toml: can't be read: Is a directory",)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"daily_pictures = \n", "atelier.toml: not TOML: Invalid value (at line 1, column 18)"),
        (b'relay_key = "\xff"\n', "atelier.toml: not a text in UTF-8"),
        (
            b'daily_picture = "hidden-value"\n',
            "atelier.toml: daily_picture: no such setting. Did you mean daily_pictures?",
        ),
        (b'config = "x.toml"\n', "atelier.toml: config: no such setting."),
        (
            b"models = 3\n",
            "ATELIER_MODELS: should be a valid dictionary",
        ),
    ],
)
def test_a_wrong_file_is_told(folder: Path, load: Load, content: bytes, line: str):
    """What can't be read in the file is one line that says where."""
    (folder / "atelier.toml").write_bytes(content)
    assert problems(load) == (line,)


def test_a_default_model_must_be_of_its_kind(load: Load):
    """A chat model can't be the one that makes pictures."""
    assert problems(load, ATELIER_IMAGE_MODEL="gemini-2.5-pro") == (
        "ATELIER_IMAGE_MODEL: the chat model gemini-2.5-pro is no image model",
    )


@pytest.mark.parametrize("name", ["two words", "../etc", "a?b", "a//b", "a#b", "-x", "a/../b"])
def test_a_model_name_that_would_break_an_address(load: Load, name: str):
    """A model's name becomes part of an address; what would change that address is refused."""
    (line,) = problems(load, ATELIER_CHAT_MODEL=name)
    assert line.startswith("ATELIER_CHAT_MODEL: not a model's name.")


def test_the_data_alone_needs_no_other_setting(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever is wrong with the others, wherever they stand; a misspelt name is told."""
    monkeypatch.setenv("ATELIER_RELAY_URL", "no address")
    (folder / ".env").write_text("ATELIER_DAILY_PICTURES=many\nATELIER_TAKEOVER_SECONDS=3\n")
    (folder / "atelier.toml").write_text('models = 3\ndata_dir = "elsewhere"\n')
    settings = load_data_settings()
    assert (settings.data_dir, settings.takeover_seconds) == (Path("elsewhere"), 3)
    monkeypatch.setenv("ATELIER_DATA_DRI", "here")
    with pytest.raises(ConfigError, match=r"^ATELIER_DATA_DRI: no such setting"):
        load_data_settings()


def test_settings_do_not_change(load: Load):
    """Nobody changes a setting while the bot runs."""
    with pytest.raises(ValidationError):
        load().daily_pictures = 3


def test_the_models_that_an_operator_named_are_told_from_the_built_in_ones(
    folder: Path, load: Load
):
    """By a setting, or by a table that changes something."""
    assert load().named_models == {}
    (folder / "atelier.toml").write_text(
        '[models."gemini-3-pro-image"]\nprice = 0.05\n[models."mine"]\nkind = "chat"\n'
    )
    assert load(ATELIER_CHAT_MODEL="mine", ATELIER_IMAGE_MODEL="brush").named_models == {
        "gemini-3-pro-image": "atelier.toml: models.gemini-3-pro-image",
        "mine": "ATELIER_CHAT_MODEL",
        "brush": "ATELIER_IMAGE_MODEL",
    }


SECRET_KEY = "c2VjcmV0IHRoYXQgaXMgdGhpcnR5LXR3byBieXRlcyE="


def test_secret_keys_stand_between_commas(load: Load):
    """One or several, in their order; none, where there is none."""
    other = SECRET_KEY.replace("c2", "d2")
    kept = load(ATELIER_SECRET_KEY=f"{SECRET_KEY}, {other}").secret_key
    assert [each.get_secret_value() for each in kept] == [SECRET_KEY, other]
    assert load(ATELIER_SECRET_KEY="").secret_key == ()


@pytest.mark.parametrize(
    "wrong",
    [
        "hidden",
        SECRET_KEY[:-1],
        SECRET_KEY[:-4],
        f"{SECRET_KEY},",
        f"{SECRET_KEY} {SECRET_KEY}",
        f"{SECRET_KEY},hidden",
    ],
)
def test_a_secret_key_of_a_wrong_shape_is_one_line(load: Load, wrong: str):
    """It says where the page is that tells how to make one, and nothing of the value."""
    (line,) = problems(load, ATELIER_SECRET_KEY=wrong)
    assert line == (
        "ATELIER_SECRET_KEY: not a key to encrypt with. docs/operating.md says how to make one"
    )
