"""The guards of the whole suite, tried on a small suite of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GUARDS = Path(__file__).parents[1] / "conftest.py"

SUITE = """
import contextlib, logging, socket
import pytest

@pytest.mark.parametrize("attempt", [
    lambda: socket.create_connection(("192.0.2.1", 80), timeout=0.1),
    lambda: socket.create_connection(("relay.example", 80), timeout=0.1),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 9)),
    lambda: socket.getaddrinfo(b"relay.example", 80),
])
def test_leaves(attempt):
    with contextlib.suppress(OSError):
        attempt()

@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "demo.localhost", None])
def test_stays(host):
    with contextlib.suppress(socket.gaierror):
        socket.getaddrinfo(host, 80)

def test_logs():
    logging.getLogger("bot").error("it broke")

@pytest.mark.logs_errors
def test_means_it():
    logging.getLogger("bot").error("it broke, as it should")
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run the small suite once, and return what pytest says of each test."""
    folder = tmp_path_factory.mktemp("suite")
    shutil.copy(GUARDS, folder / "conftest.py")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = logs_errors\n")
    (folder / "test_it.py").write_text(SUITE)
    command = [sys.executable, "-m", "pytest", "-q", "-rEf", "-p", "no:cacheprovider", str(folder)]
    # A narrow terminal would cut the reasons off.
    wide = {**os.environ, "COLUMNS": "400"}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=wide)  # noqa: S603 (our own words)
    return ended.stdout


def test_traffic_that_leaves_is_a_failure(said: str):
    """A test fails that tries to reach another machine, even if it swallows the error."""
    assert said.count("::test_leaves[") == said.count("- Failed: left loopback: socket.") == 4


def test_loopback_is_free(said: str):
    """Names and addresses of this machine are let through."""
    assert "::test_stays" not in said


def test_a_record_at_error_is_a_failure(said: str):
    """A test fails whose code logged at ERROR."""
    assert "::test_logs - Failed: logged at ERROR: bot: it broke\n" in said


def test_a_record_at_error_may_be_meant(said: str):
    """The mark `logs_errors` says that it belongs to the test."""
    assert "::test_means_it" not in said
