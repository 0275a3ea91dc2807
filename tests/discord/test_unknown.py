"""Buttons, menus and forms of which nothing is known: of another version, or made up."""

import re
from typing import Any, Final

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Interaction
from demo.stack import Stack
from tests.acting import WITHIN, answered

pytestmark = pytest.mark.usefixtures("client")

UNKNOWN: Final = "from another version of me"
BUTTON, MENU = 2, 3

NOBODYS: Final = "999999"
TOO_LARGE: Final = "9999999999999999999"
"""Nineteen digits, as the ids of messages have, and more than a database can hold."""


def with_number(template: str, number: str) -> str:
    """Return a custom id that matches a template, with this for each of its large numbers."""

    def value(group: re.Match[str]) -> str:
        says = group[1]
        digits = re.fullmatch(r"\\d\{1,(\d+)\}", says)
        if digits:
            return number[: int(digits[1])] if int(digits[1]) > len(NOBODYS) else "1"
        return says.split("|")[0] if "|" in says else "1"

    custom_id = re.sub(r"\(\?P<\w+>([^)]*)\)", value, template).replace("(?:2:)?", "2:")
    assert re.fullmatch(template, custom_id), template
    return custom_id


async def pressed(world: Stack, custom_id: str, *values: str, kind: int = BUTTON) -> Interaction:
    """Press a button with any custom id, or choose anything from such a menu."""
    part: dict[str, Any] = {"type": kind, "custom_id": custom_id}
    if kind == MENU:
        part["options"] = [{"label": "x", "value": value} for value in values]
    else:
        part |= {"style": 2, "label": "x"}
    world_model = world.discord.model
    row = {"type": 1, "components": [part]}
    posted = world_model.post(world.art.id, world.discord.bot_id, "", components=[row])
    message = world.art.message(posted)
    if kind == MENU:
        return await world.anna.select(message, custom_id, values)
    return await world.anna.press(message, custom_id)


def submitted(world: Stack, custom_id: str) -> Interaction:
    """Send a form with any custom id."""
    field = {"type": 4, "custom_id": "prompt", "value": "blur it"}
    which = {"type": 3, "custom_id": "which", "values": ["9" * 5_000]}
    fields = [{"type": 18, "component": each} for each in (field, which)]
    form = {"custom_id": custom_id, "components": fields}
    return world.anna._open(5, world.art.id, form)


def is_unknown(said: str) -> bool:
    """Tell whether that is what is said where nothing is known."""
    return UNKNOWN in said


async def told(world: Stack, asked: Interaction) -> str:
    """Return what is said to that; or that a form opened, or the pressed message shows pictures."""
    if (await asked.response(within=WITHIN)).modal is not None:
        return "a form"

    def said() -> str | None:
        others = [*asked.followups, *filter(None, [asked.message])]
        return "".join(each.text for each in others if not each.loading) or None

    return str(await world.discord.wait_for(said, within=WITHIN))


@pytest.mark.parametrize(
    "custom_id",
    ["atl:3:redo:1", "atl:2:redo:one", "atl:2:redo:1:2:3", "atl:2:outpaint:1", "atl:", "x" * 100],
)
async def test_what_no_version_so_far_knows_is_told(world: Stack, custom_id: str) -> None:
    """To whoever pressed, chose, or sent it, and to nobody else; and nothing is asked for."""
    asked = [
        await pressed(world, custom_id),
        await pressed(world, custom_id, "1", kind=MENU),
        submitted(world, custom_id),
    ]
    for each in asked:
        answer = await answered(world, each)
        assert is_unknown(answer.text)
        assert answer.ephemeral
    assert not world.relay.requests


@pytest.mark.parametrize("number", [NOBODYS, TOO_LARGE])
async def test_a_number_that_nobody_was_given_is_answered(
    world: Stack, client: AtelierClient, number: str
) -> None:
    """In every button, menu and form: with a sentence, or a form that gets one."""
    for item in client.pressable:
        custom_id = with_number(item.__discord_ui_compiled_template__.pattern, number)
        for asked in (
            await pressed(world, custom_id),
            await pressed(world, custom_id, "1", kind=MENU),
            await pressed(world, custom_id, "many: of\n them", kind=MENU),
        ):
            assert not is_unknown(await told(world, asked)), custom_id
    for form in client.forms:
        custom_id = with_number(form.template.pattern, number)
        assert not is_unknown(await told(world, submitted(world, custom_id))), custom_id
