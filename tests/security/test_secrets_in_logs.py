import io
import logging
from collections.abc import Iterator

import pytest

from bot.operations.logs import OURS, setup
from config.settings import ConfigError, Settings, load_settings

# Assembled, so that no tool takes this file for one that leaks.
DISCORD_TOKEN = ".".join(("MTIzNDU2Nzg5MDEyMzQ1Njc4", "GabcdE", "x" * 38))
GOOGLE_KEY = "AIza" + "SyA1234567890abcdefghijklmnopqrstuv"
RELAY_KEY = "sk-" + "a1b2c3d4" * 6
SECRET_KEYS = "A" * 43 + "=", "B" * 42 + "A="


def fail(words: str):
    """Raise an error that says this."""
    raise ValueError(words)


@pytest.fixture
def restored() -> Iterator[None]:
    """Put the logging of the test run back as it was."""
    loggers = [logging.getLogger(name) for name in (None, *OURS, "sqlalchemy")]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.fixture(params=["console", "json"])
def stream(request: pytest.FixtureRequest, restored: None) -> io.StringIO:
    """Return what the log is written to, in each format."""
    stream = io.StringIO()
    setup("DEBUG", request.param, secrets=["short", "an odd-looking key/+1"], stream=stream)
    return stream


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        (f"Authorization: Bearer {RELAY_KEY}", RELAY_KEY),
        (f"{{'Authorization': 'Bot {DISCORD_TOKEN}'}}", DISCORD_TOKEN),
        ("sent Bearer 0123456789abcdef", "0123456789abcdef"),
        ("x-goog-api-key: 0123456789abcdef", "0123456789abcdef"),
        ('{"token": "0123456789abcdef"}', "0123456789abcdef"),
        ("GET https://relay.example/v1beta/models?key=0123456789abcdef&alt=sse", "0123456789ab"),
        (f"login with {DISCORD_TOKEN} failed", DISCORD_TOKEN),
        (f"the key {GOOGLE_KEY} was refused", GOOGLE_KEY),
        ("Incorrect API key provided: " + RELAY_KEY, RELAY_KEY),
        ("POST /webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIz/messages", "aW50ZXJhY3Rpb246MTIz"),
        ("POST /interactions/123456789012345678/aW50ZXJhY3Rp/callback", "aW50ZXJhY3Rp"),
        ("https://cdn.example/1/cat.png?ex=1&is=2&hm=0123456789abcdef0123", "0123456789abcdef0123"),
        ("https://user:hunter2@relay.example/", "hunter2"),
        ("the key is an odd-looking key/+1.", "odd-looking"),
    ],
)
def test_what_looks_like_a_secret_is_blotted_out(stream: io.StringIO, line: str, secret: str):
    """A library that logs a header, an address or a token does not give it away."""
    logging.getLogger("discord.http").warning("%s", line)
    assert secret not in stream.getvalue()
    assert "[secret]" in stream.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "job 184: made in 26.0 s, 1120 tokens, model gemini-3-pro-image",
        "a short word",
        "tokens: prompt=257, total=1377",
        "https://relay.example:8443/v1beta/models/gemini-3-pro-image:generateContent",
        "The bot was asked to stop",
    ],
)
def test_ordinary_words_stay(stream: io.StringIO, line: str):
    """What operators need to read is not blotted out."""
    logging.getLogger("bot").info("%s", line)
    assert line in stream.getvalue()


@pytest.mark.logs_errors
def test_a_traceback_is_cleaned_too(stream: io.StringIO):
    """An exception's own words go through the same defence."""
    try:
        fail(f"bad header Bearer {RELAY_KEY}")
    except ValueError:
        logging.getLogger("bot").exception("it broke")
    assert RELAY_KEY not in stream.getvalue()
    assert "ValueError" in stream.getvalue()


def test_settings_hide_their_secrets():
    """Neither repr nor str nor a dump for the log shows a token or key."""
    settings = Settings(
        discord_token=DISCORD_TOKEN,
        relay_url="https://relay.example",
        relay_key=RELAY_KEY,
        secret_key=SECRET_KEYS,
    )
    for text in (repr(settings), str(settings), str(settings.model_dump()), f"{settings!r:>9}"):
        assert DISCORD_TOKEN not in text
        assert RELAY_KEY not in text
        assert not any(secret in text for secret in SECRET_KEYS)
    assert {DISCORD_TOKEN, RELAY_KEY, *SECRET_KEYS} == {*settings.secrets}


def test_a_configuration_error_hides_values(tmp_path: object, monkeypatch: pytest.MonkeyPatch):
    """No line, and no chained exception, shows what stood in a variable."""
    monkeypatch.chdir(str(tmp_path))
    for name in (
        "DISCORD_TOKEN",
        "RELAY_KEY",
        "RELAY_URL",
        "HEALTH_PORT",
        "SAFETY",
        "SECRET_KEY",
        "UNKNOWN",
    ):
        monkeypatch.setenv(f"ATELIER_{name}", "hidden value")
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert len(caught.value.problems) == 7
    assert "hidden" not in str(caught.value) + repr(caught.value)
    assert caught.value.__suppress_context__
