"""What Discord is told the commands are called, in every language."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.interface.texts import DEFAULT, LOCALES
from demo.stack import Stack

pytestmark = pytest.mark.usefixtures("client")

OTHERS = [locale for locale in LOCALES if locale != DEFAULT]


def named(world: Stack) -> Iterator[dict[str, Any]]:
    """Yield the commands, the menu's too, all below them, and those choices that are words."""
    for command in [*world.anna.commands(world.art), *world.anna.menus(world.art)]:
        yield from below(command)


def below(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a command or an option, and what it has below it."""
    yield node
    yield from (each for each in node.get("choices") or () if each["name"].isalpha())
    for option in node.get("options") or ():
        yield from below(option)


async def test_commands_have_names_in_every_language(world: Stack) -> None:
    """Commands, options and choices; the embedded Discord has taken them, as Discord would."""
    told = list(named(world))
    assert {"imagine", "Edit picture", "prompt", "short"} <= {each["name"] for each in told}
    lacking = {
        (each["name"], locale)
        for each in told
        for locale in OTHERS
        if not (each.get("name_localizations") or {}).get(locale)
    }
    assert lacking == set()


async def test_descriptions_are_in_every_language(world: Stack) -> None:
    """Of all that has one."""
    described = [each for each in named(world) if each.get("description")]
    assert len(described) > 20
    assert all(set(each["description_localizations"]) >= set(OTHERS) for each in described)


@pytest.mark.parametrize("locale", OTHERS)
async def test_no_two_commands_have_one_name(world: Stack, locale: str) -> None:
    """Whoever types the first letters finds the one that is meant."""
    names = [command["name_localizations"][locale] for command in world.anna.commands(world.art)]
    assert len(set(names)) == len(names)


async def test_chinese_commands_have_chinese_names(world: Stack) -> None:
    """None was left in English: the command's, its options' and its choices'."""
    told = {each["name"]: each["name_localizations"]["zh-CN"] for each in named(world)}
    assert told["imagine"] == "画图"
    assert not any(name.isascii() for name in told.values())
