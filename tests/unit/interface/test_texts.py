import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain import errors
from bot.domain.errors import AtelierError
from bot.interface.texts import FOLDER, LOCALES, Texts, nearest

PROJECT = Path(__file__).parents[3]
KEY = re.compile(
    r"(error|refused|note|cost|button|form|option|imagine|edit|describe|description|chat|thinking"
    r"|history|undo|version)"
    r"-[a-z-]+"
)


class Variables(Visitor):
    """Collect the names of the variables of a sentence."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def sentences(locale: str) -> dict[str, set[str]]:
    """Map each key of a catalogue to the variables of its sentence."""
    resource = FluentParser().parse((FOLDER / f"{locale}.ftl").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        assert not isinstance(entry, ftl.Junk), f"{locale}: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{locale}: {entry.id.name} stands twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


def used_keys() -> set[str]:
    """Collect what looks like a key in the code, wherever it stands."""
    keys: set[str] = set()
    for folder in ("bot", "cogs"):
        for path in (PROJECT / folder).rglob("*.py"):
            if "demo" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    keys |= {node.value} if KEY.fullmatch(node.value) else set()
    return keys


def test_every_language_has_the_same_sentences() -> None:
    """No catalogue lacks a sentence or a variable that another has."""
    english, *others = [sentences(locale) for locale in LOCALES]
    assert all(other == english for other in others)


def test_every_key_in_the_code_has_a_sentence() -> None:
    """What the code asks for is there."""
    assert used_keys() - set(sentences("en-US")) == set()


def test_every_error_has_a_sentence() -> None:
    """Each class of the error tree names a sentence."""
    classes = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, AtelierError)
    ]
    assert len(classes) > 20
    assert {kind.key for kind in classes} <= set(sentences("en-US"))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_can_be_said(locale: str) -> None:
    """Each sentence formats without a mistake when its variables are given."""
    texts = Texts()
    for key, names in sentences(locale).items():
        assert texts.get(key, locale, **dict.fromkeys(names, 3)).strip()


LONGEST = {
    "button-": 80,
    "form-edit-title": 45,
    "form-edit-prompt": 45,
    "form-edit-which": 45,
    "form-edit-files": 45,
    "form-edit-picture": 100,
    "form-edit-placeholder": 100,
    "form-edit-as-before": 150,
    "form-imagine-title": 45,
    "form-imagine-usual": 150,
    "version-choose": 150,
    "version-older": 80,
    "version-newer": 80,
    "thinking-": 100,
    "aspect-": 100,
    "option-": 45,
    "named-": 32,
    "imagine-": 100,
    "edit-": 100,
    "describe-": 100,
    "chat-": 100,
    "history-": 100,
    "undo-name": 32,
    "undo-description": 100,
}
"""Discord docs, Application Commands and Components: names, descriptions, titles, labels."""


@pytest.mark.parametrize("locale", LOCALES)
def test_what_discord_limits_is_short_enough(locale: str) -> None:
    """A translator's long word does not make Discord refuse a command, button or form."""
    texts = Texts()
    for key, names in sentences(locale).items():
        limits = [limit for start, limit in LONGEST.items() if key.startswith(start)]
        if limits and key != "chat-asked":
            assert len(texts.get(key, locale, **dict.fromkeys(names, 25))) <= min(limits), key


def test_an_unknown_key_is_a_mistake() -> None:
    """A key without a sentence is found by whoever wrote it, not shown to a member."""
    with pytest.raises(LookupError, match="no-such-key"):
        Texts().get("no-such-key")


def test_a_missing_variable_is_a_mistake() -> None:
    """A sentence is never shown with a hole in it."""
    with pytest.raises(LookupError, match="error-prompt-too-long"):
        Texts().get("error-prompt-too-long")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh-CN", "zh-CN"), ("zh-TW", "zh-CN"), ("en-GB", "en-US"), ("fr", "en-US")],
)
def test_the_nearest_language_is_spoken(locale: str, language: str) -> None:
    """Every Chinese locale reads Chinese, everybody else English."""
    assert nearest(locale) == language
