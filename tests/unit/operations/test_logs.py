import io
import json
import logging
import re

import pytest

from bot.operations.logs import setup

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def fail(words: str):
    """Raise an error that says this."""
    raise ValueError(words)


@pytest.fixture
def stream(own_logging: None) -> io.StringIO:
    """Return what the log is written to."""
    return io.StringIO()


def test_a_line_for_people(stream: io.StringIO):
    """A record is one line: the time in UTC, the level, the logger, the message."""
    setup("INFO", "console", stream=stream)
    logging.getLogger("bot.app").info("ready in %d servers", 3)
    time, rest = stream.getvalue().split(" ", 1)
    assert TIME.fullmatch(time)
    assert rest == "INFO     bot.app: ready in 3 servers\n"


def test_the_time_is_utc(stream: io.StringIO):
    """The machine's time zone does not matter."""
    setup("INFO", "json", stream=stream)
    record = logging.LogRecord("bot", logging.INFO, "x.py", 1, "m", None, None)
    record.created = 1_763_697_600.25
    logging.getLogger("bot").handle(record)
    assert json.loads(stream.getvalue())["time"] == "2025-11-21T04:00:00.250Z"


def test_a_message_can_not_forge_a_record(stream: io.StringIO):
    """Line breaks in a message stay in its line."""
    setup("INFO", "console", stream=stream)
    logging.getLogger("bot").info("name %s", "a\r\n2026-01-01 INFO bot: forged")
    assert stream.getvalue().count("\n") == 1
    assert r"a\r\n2026" in stream.getvalue()


@pytest.mark.logs_errors
def test_a_traceback_follows_its_line(stream: io.StringIO):
    """An exception is printed below its message."""
    setup("INFO", "console", stream=stream)
    try:
        fail("odd")
    except ValueError:
        logging.getLogger("bot").exception("it broke")
    first, *rest = stream.getvalue().splitlines()
    assert first.endswith("ERROR    bot: it broke")
    assert rest[0].startswith("Traceback")
    assert rest[-1] == "ValueError: odd"


@pytest.mark.logs_errors
def test_json_is_one_object_a_line(stream: io.StringIO):
    """A machine reads each line by itself, tracebacks and other alphabets included."""
    setup("INFO", "json", stream=stream)
    logging.getLogger("bot").info("猫\n%s", "second line")
    try:
        fail("odd")
    except ValueError:
        logging.getLogger("bot").exception("it broke")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert TIME.fullmatch(first.pop("time"))
    assert first == {"level": "INFO", "logger": "bot", "message": "猫\nsecond line"}
    assert second["exception"].endswith("ValueError: odd")


def test_the_level_is_for_our_own_packages(stream: io.StringIO):
    """DEBUG brings our details, and no library's: theirs hold what members wrote."""
    setup("DEBUG", "console", stream=stream)
    for name in ("bot.relay", "cogs.chat", "discord.http", "discord.gateway", "sqlalchemy"):
        logging.getLogger(name).debug("details")
    said = [line.split()[2] for line in stream.getvalue().splitlines()]
    assert said == ["bot.relay:", "cogs.chat:"]


def test_statements_are_not_logged(stream: io.StringIO):
    """SQLAlchemy's INFO holds statements and their values."""
    setup("DEBUG", "console", stream=stream)
    logging.getLogger("sqlalchemy.engine").info("INSERT … VALUES …")
    assert stream.getvalue() == ""


def test_a_higher_level_is_for_everybody(stream: io.StringIO):
    """WARNING quietens the libraries too."""
    setup("WARNING", "console", stream=stream)
    for name in ("bot", "discord.client"):
        logging.getLogger(name).info("details")
        logging.getLogger(name).warning("trouble")
    assert stream.getvalue().count("trouble") == 2
    assert "details" not in stream.getvalue()


def test_setting_up_again_replaces(stream: io.StringIO):
    """Nothing is written twice after a second set-up."""
    setup("INFO", "console", stream=stream)
    setup("INFO", "console", stream=stream)
    logging.getLogger("bot").info("once")
    assert stream.getvalue().count("once") == 1


def test_standard_error_is_the_default(own_logging: None, capsys: pytest.CaptureFixture[str]):
    """Standard output stays free."""
    setup("INFO", "console")
    logging.getLogger("bot").info("hello")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.endswith("hello\n")
