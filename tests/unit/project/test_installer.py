"""The installer: what it spares, whom it asks, and what it shows."""

import os
import pty
import sys
from pathlib import Path

import pytest

import installer

PYTHON = Path(sys.executable)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what this machine tells pip and uv of its index."""
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_", "SSL_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run nothing, and return the titles of what would have run."""
    titles: list[str] = []
    monkeypatch.setattr(installer, "run", lambda title, *_: titles.append(title))
    return titles


def test_an_environment_is_made_anew(tmp_path: Path, ran: list[str]):
    """Nothing of an older environment is left."""
    (tmp_path / "pyvenv.cfg").touch()
    (tmp_path / "left").touch()
    installer.create(tmp_path)
    assert not tmp_path.exists()
    assert len(ran) == 2


def test_a_folder_that_is_no_environment_is_spared(tmp_path: Path, ran: list[str]):
    """A wrong name costs nobody a folder."""
    (tmp_path / "picture.png").touch()
    with pytest.raises(installer.SetupFailed, match="is no environment"):
        installer.create(tmp_path)
    assert (tmp_path / "picture.png").exists()
    assert ran == []


def test_what_a_link_leads_to_is_spared(tmp_path: Path, ran: list[str]):
    """An environment that is lent by a link is left as it is; the link goes."""
    lent = tmp_path / "lent"
    lent.mkdir()
    (lent / "pyvenv.cfg").touch()
    link = tmp_path / ".venv"
    link.symlink_to(lent)
    installer.create(link)
    assert (lent / "pyvenv.cfg").exists()
    assert not link.exists()


def test_an_old_python_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Who starts it with a Python that is too old reads which one is needed."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(installer.SetupFailed, match=r"3\.11 or newer; this one is 3\.9"):
        installer.create(tmp_path / ".venv")


@pytest.mark.usefixtures("alone")
def test_uv_hears_what_pip_was_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An index that only pip's file or variables name is uv's as well; variables win."""
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://file.example/simple\ncert = /ca.pem\n"
        "[install]\nextra-index-url =\n  https://a.example/simple\n  https://b.example/simple\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
    monkeypatch.setenv("PIP_FIND_LINKS", "/one /two")
    assert installer.index(PYTHON) == {
        "UV_DEFAULT_INDEX": "https://variable.example/simple",
        "UV_INDEX": "https://a.example/simple https://b.example/simple",
        "UV_FIND_LINKS": "/one,/two",
        "SSL_CERT_FILE": "/ca.pem",
    }


@pytest.mark.usefixtures("alone")
def test_nothing_told_is_nothing_said():
    """Without settings of pip, uv is left to its own."""
    assert installer.index(PYTHON) == {}


@pytest.mark.usefixtures("alone")
def test_who_told_uv_is_not_overruled(monkeypatch: pytest.MonkeyPatch):
    """Where uv has an index of its own, pip's is not added."""
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "https://pips.example/simple")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://uvs.example/simple")
    assert installer.index(PYTHON) == {}


def test_in_a_log_each_step_is_a_line(capfd: pytest.CaptureFixture[str]):
    """Where nobody watches, a step is announced once, and what it writes is kept back."""
    installer.run("Painting", [sys.executable, "-c", "print('red')"])
    assert capfd.readouterr().out == "Painting …\n"


def test_what_failed_is_told_whole(capfd: pytest.CaptureFixture[str]):
    """All that a failed step wrote is in the error, after the line was left."""
    with pytest.raises(installer.SetupFailed) as failed:
        installer.run("Painting", [sys.executable, "-c", "print('no red'); raise SystemExit(3)"])
    assert str(failed.value) == "\nno red\nPainting failed."


def test_in_a_terminal_the_line_moves(monkeypatch: pytest.MonkeyPatch):
    """Who watches sees what the step does, on one line that is written over."""
    ours, terminal = pty.openpty()
    shown = b""
    with os.fdopen(ours, "rb", buffering=0) as screen, os.fdopen(terminal, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        installer.run("Painting", [sys.executable, "-c", "print('red'); print('blue')"])
        while not shown.endswith(b"\n"):
            shown += screen.read(4096)
    lines = shown.decode().split("\r\x1b[2K")
    assert lines[:-1] == ["", "Painting …", "Painting: red", "Painting: blue"]
    assert lines[-1].startswith("Painting: ")
    assert lines[-1].endswith(" s\r\n")
