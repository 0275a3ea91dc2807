import ast
import re
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain import errors
from bot.domain.errors import AtelierError
from bot.interface.texts import DEFAULT, FOLDER, LOCALES, Texts, nearest

PROJECT = Path(__file__).parents[3]


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


@cache
def in_code() -> tuple[set[str], set[str], set[str]]:
    """Collect the strings of the code, its names, and how strings with a hole behind begin."""
    strings: set[str] = set()
    names: set[str] = set()
    beginnings: set[str] = set()
    for path in [*PROJECT.glob("bot/**/*.py"), *PROJECT.glob("cogs/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(start)), ast.FormattedValue()]):
                    beginnings.add(start)
                case ast.Constant(value=str(string)):
                    strings.add(string)
                case (
                    ast.arg(arg=name)
                    | ast.keyword(arg=str(name))
                    | ast.AnnAssign(target=ast.Name(id=name))
                ):
                    names.add(name)
                case _:
                    pass
    return strings, names, beginnings


def is_named(key: str) -> bool:
    """Tell whether the code names a key, whole or by its beginning and a name that it has."""
    strings, names, beginnings = in_code()
    starts = [start for start in beginnings if start.endswith("-") and key.startswith(start)]
    ends = {key.removeprefix(start) for start in starts}
    return key in strings or not ends.isdisjoint(strings | names)


def test_every_language_has_the_same_sentences() -> None:
    """No catalogue lacks a sentence or a variable that another has."""
    english, *others = [sentences(locale) for locale in LOCALES]
    assert all(other == english for other in others)


def test_every_language_has_them_in_the_same_order() -> None:
    """Two catalogues can be read side by side."""
    english, *others = [list(sentences(locale)) for locale in LOCALES]
    assert all(other == english for other in others)


def test_every_key_in_the_code_has_a_sentence() -> None:
    """What the code asks for is there."""
    known = set(sentences(DEFAULT))
    topics = {key.partition("-")[0] for key in known if "-" in key}
    key = re.compile(rf"({'|'.join(topics)})-[a-z_-]+")
    asked_for = {string for string in in_code()[0] if key.fullmatch(string)}
    assert len(asked_for) > 200
    assert asked_for - known == set()


def test_every_sentence_is_asked_for_in_the_code() -> None:
    """Nobody translates what no member ever reads."""
    assert [key for key in sentences(DEFAULT) if not is_named(key)] == []


def test_every_error_has_a_sentence() -> None:
    """Each class of the error tree names a sentence."""
    classes = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, AtelierError)
    ]
    assert len(classes) > 20
    assert {kind.key for kind in classes} <= set(sentences(DEFAULT))


@pytest.mark.parametrize("locale", LOCALES)
def test_commands_are_called_as_the_client_shows_them(locale: str) -> None:
    """A sentence that names a command takes its name from the catalogue."""
    catalogue = (FOLDER / f"{locale}.ftl").read_text(encoding="utf-8")
    assert "`/{ imagine-name }`" in catalogue
    assert re.findall(r"`/\w+`", catalogue) == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("number", [0, 1, 2, 5, 25])
def test_every_sentence_can_be_said(locale: str, number: int) -> None:
    """Each sentence formats without a mistake when its variables are given, of whatever number."""
    texts = Texts()
    for key, names in sentences(locale).items():
        assert texts.get(key, locale, **dict.fromkeys(names, number)).strip()


LIMITS = {
    r".+-(name|menu)|named-.+": 32,
    r".+-description|(imagine|edit|describe)-(prompt|image)|chat-(message|file)": 100,
    r"(aspect|thinking)-.+|(chat|picture)-thread": 100,
    r"(button|example)-.+|version-(older|newer)|here-mask": 80,
    r"form-.+-(placeholder|note)|form-edit-picture|here-(place|placeholder|mask-how)": 100,
    r"form-.+-(as-before|usual)|version-choose|here-cells": 150,
    r"style-(called|words|image|owner|which|for-.+)": 100,
    r"(form|option)-.+|here-(form|mask-file)": 45,
    r"(setting|topic)-.+": 45,
    r"about-.+|(threads|editors|safety|feature|language)-.+|value-usual|settings-import-file": 100,
    r"settings-(choose|block|unblock)": 150,
    r"help(-guest)?|welcome.*": 2_000,
}
"""Discord docs, Application Commands and Components; of a key the first that fits it holds.

Names; descriptions; choices; buttons; what stands in an empty field, and options of one; what
stands in an empty menu; titles and labels, which descriptions of shared options are too. The last
is our own: they share a message, which holds 4,000 characters.
"""


@pytest.mark.parametrize("locale", LOCALES)
def test_what_discord_limits_is_short_enough(locale: str) -> None:
    """A translator's long word does not make Discord refuse a command, button or form."""
    texts = Texts()
    for key, names in sentences(locale).items():
        limit = next((limit for keys, limit in LIMITS.items() if re.fullmatch(keys, key)), 4_000)
        assert len(texts.get(key, locale, **dict.fromkeys(names, 25))) <= limit, key


def test_each_limit_holds_for_something() -> None:
    """None is left of keys that are no more."""
    assert all(any(re.fullmatch(keys, key) for key in sentences(DEFAULT)) for keys in LIMITS)


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
    [
        ("zh-CN", "zh-CN"),
        ("zh-TW", "zh-CN"),
        ("en-GB", "en-US"),
        ("fr", "en-US"),
        ("de", "de"),
        ("ja", "ja"),
        ("pt-BR", "pt-BR"),
    ],
)
def test_the_nearest_language_is_spoken(locale: str, language: str) -> None:
    """Every Chinese locale reads Chinese; who has no catalogue at all, English."""
    assert nearest(locale) == language
