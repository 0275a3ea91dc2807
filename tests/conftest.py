"""Promises of every test: no unexpected ERROR is logged, no traffic leaves, no speed counts."""

import ipaddress
import logging
import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest

# How long it takes to draw an example or to try it says something of the machine alone.
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")

# Nothing of a test is reached through whatever the machine goes out by.
for _name in [name for name in os.environ if name.upper().endswith("_PROXY")]:
    del os.environ[_name]

pytest_plugins = ["tests.cpu", "tests.examining", "tests.tracing", "tests.worlds"]

_strangers: list[str] = []
"""Addresses that were not let through since the running test began."""


def _is_here(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse whatever would leave the machine, also where a library would swallow the error."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        _strangers.append(f"{event} {host!r}")
        raise ConnectionRefusedError(f"tests stay on loopback: {event} {host!r}")


# An audit hook sees every socket of the process, whoever opened it; it can't be taken off again.
sys.addaudithook(_guard)


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_strangers() -> Iterator[None]:
    """Fail the test that tried to reach another machine."""
    _strangers.clear()
    yield
    if _strangers:
        pytest.fail(f"left loopback: {', '.join(_strangers)}")


@pytest.fixture(autouse=True)
def no_unexpected_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logged at ERROR without saying so with `@pytest.mark.logs_errors`."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(errors)
    if errors.records and request.node.get_closest_marker("logs_errors") is None:
        lines = [f"{record.name}: {record.getMessage()}" for record in errors.records]
        pytest.fail("logged at ERROR: " + "; ".join(lines))


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the settings that whoever runs the tests may have for a bot of their own."""
    for name in [name for name in os.environ if name.upper().startswith("ATELIER_")]:
        monkeypatch.delenv(name)
