"""The commands that other distributions add to `python -m bot`."""

import argparse
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from bot import __main__ as command_line


def offer(monkeypatch: pytest.MonkeyPatch, *found: EntryPoint) -> None:
    """Let these entry points be all that is installed."""
    offered = {command_line.COMMANDS: found}
    monkeypatch.setattr(command_line, "entry_points", lambda *, group: offered[group])


def sketch(monkeypatch: pytest.MonkeyPatch) -> EntryPoint:
    """Return the entry point of a command that ends with the status that it is given."""

    def add_arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--status", type=int)

    module = SimpleNamespace(
        HELP="draw a sketch", add_arguments=add_arguments, run=lambda options: options.status
    )
    monkeypatch.setattr(EntryPoint, "load", lambda _: module)
    return EntryPoint("sketch", "easel.command", command_line.COMMANDS)


def test_a_command_of_another_distribution_is_run(monkeypatch: pytest.MonkeyPatch):
    """It takes arguments of its own, and its status is the process's."""
    offer(monkeypatch, sketch(monkeypatch))
    assert command_line.main(["sketch", "--status", "7"]) == 7


def test_the_help_names_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Beside the commands of the bot."""
    offer(monkeypatch, sketch(monkeypatch))
    with pytest.raises(SystemExit):
        command_line.main(["--help"])
    told = capsys.readouterr().out
    told = " ".join(told.split())
    offered = "run | migrate | forget | backup | restore | usage | grant | doctor | sketch"
    assert offered in told
    assert "draw a sketch" in told


def test_without_the_demo_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Whatever arguments it was given; the status is 2."""
    offer(monkeypatch)
    assert command_line.main(["demo", "--once"]) == 2
    assert capsys.readouterr().err == (
        "The demo needs more than the bot does: `make demo` installs it.\n"
    )
