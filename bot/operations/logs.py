"""Logs on standard error, one line a record, in UTC: for people, or as JSON for machines.

What is logged holds no secret by the habit of the code. Both formatters still blot out what looks
like one, and the secrets that `setup` was told: the last defence against a library's words.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final, TextIO

BLOT: Final = "[secret]"

OURS: Final = ("bot", "cogs", "config", "demo")

_SHORTEST_SECRET = 6
"""Blotting out something shorter would only make the log unreadable."""

_SHAPES: Final = (
    # Authorization: Bearer …, Authorization: Bot …
    re.compile(r"(\b(?:Bearer|Bot)\s+)[\w.~+/=-]{8,}", re.IGNORECASE),
    # x-goog-api-key: …, "token": "…", ?key=…
    re.compile(
        r"""((?:(?<![\w-])[\w-]*api[_-]?key|\b(?:key|token|secret|password|authorization))"""
        r"""["']?\s*[=:]\s*["']?)"""
        r"""(?!Bearer\b|Bot\b)[^\s"'&,;)}\]]{8,}""",
        re.IGNORECASE,
    ),
    # A webhook's or interaction's token is part of its address.
    re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.~%-]+"),
    # The signature that lets anybody fetch an attachment.
    re.compile(r"([?&]hm=)[0-9a-fA-F]{16,}"),
    # User and password of an address.
    re.compile(r"(\b[a-z][a-z0-9+.-]{1,20}://)[^\s/@]{1,256}(?=@)"),
    # A Discord token: an id, a time and a check, each in URL-safe base64.
    re.compile(r"()\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}"),
    # Keys of Google and of relays.
    re.compile(r"()\b(?:AIza[\w-]{30,}|sk-[\w-]{12,})"),
)


class Redactor:
    """Blot secrets out of a text."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = sorted({s for s in secrets if len(s) >= _SHORTEST_SECRET}, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, known))) if known else None

    def clean(self, text: str) -> str:
        """Return the text without what is, or looks like, a secret."""
        if self._known:
            text = self._known.sub(BLOT, text)
        for shape in _SHAPES:
            text = shape.sub(rf"\g<1>{BLOT}", text)
        return text


class ConsoleFormatter(logging.Formatter):
    """Write `time LEVEL logger: message`, and below it the traceback if there is one."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Return one line; a line break in a message could pass for a record of its own."""
        message = record.getMessage().replace("\r", "\\r").replace("\n", "\\n")
        line = f"{_time(record)} {record.levelname:<8} {record.name}: {message}"
        if record.exc_info:
            line = f"{line}\n{self.formatException(record.exc_info)}"
        return self._redactor.clean(line)


class JsonFormatter(logging.Formatter):
    """Write one JSON object: `time`, `level`, `logger`, `message`, and `exception` if any."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Return one line of JSON."""
        entry = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": self._redactor.clean(record.getMessage()),
        }
        if record.exc_info:
            entry["exception"] = self._redactor.clean(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)


def setup(
    level: str, style: str, *, secrets: Sequence[str] = (), stream: TextIO | None = None
) -> None:
    """Send all records to `stream`, standard error by default; `style` is `console` or `json`.

    `level` is for our own packages. Libraries never say more than INFO, because their DEBUG
    holds whole messages and statements: other people's words.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    redactor = Redactor(secrets)
    handler.setFormatter(JsonFormatter(redactor) if style == "json" else ConsoleFormatter(redactor))
    ours = logging.getLevelNamesMapping()[level]
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(ours, logging.INFO))
    for name in OURS:
        logging.getLogger(name).setLevel(ours)
    # SQLAlchemy prints statements with their values as soon as INFO is on, Alembic its plugins.
    for name in ("sqlalchemy", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _time(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"
