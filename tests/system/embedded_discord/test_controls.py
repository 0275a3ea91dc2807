"""Which menus, groups and boxes Discord refuses, in messages and in forms.

Figures: Discord docs, Components; discord-api-docs, issue 7800; discord.py, issue 6984.
"""

from typing import Any

import discord
import pytest

from demo.jsons import JSON
from tests.system.embedded_discord.stage import Stage
from tests.system.embedded_discord.test_refusals import (
    MODAL,
    answer,
    field,
    form,
    is_wrong,
    menu,
    post,
    pressed,
    row,
)

USERS, ROLES, EITHER, CHANNELS, RADIO, BOXES = 5, 6, 7, 8, 21, 22


def entities(kind: int, *defaults: str, **more: Any) -> JSON:
    """Return a menu of people, roles or channels, with so many of these kinds chosen."""
    given = [{"id": str(1_000 + place), "type": each} for place, each in enumerate(defaults)]
    return {"type": kind, "custom_id": "menu", "default_values": given, **more}


def chosen(control: JSON, count: int) -> JSON:
    """Return a control of which so many options are chosen."""
    listed = [
        {**option, "default": place < count} for place, option in enumerate(control["options"])
    ]
    return {**control, "options": listed}


def group(kind: int, options: int, **more: Any) -> JSON:
    """Return a group with so many options."""
    return {**menu(options), "type": kind, **more}


TAKEN = {
    "a role": entities(ROLES, "role"),
    "a person and a role": entities(EITHER, "user", "role", max_values=2),
    "a channel": entities(CHANNELS, "channel"),
    "none of one": entities(USERS),
    "two of two": chosen(menu(2, max_values=2), 2),
    "none is enough": entities(ROLES, min_values=0, required=False),
}

REFUSED = {
    "a person among roles": entities(ROLES, "user"),
    "a role among people": entities(USERS, "role"),
    "a channel among both": entities(EITHER, "channel"),
    "a role among channels": entities(CHANNELS, "role"),
    "people among texts": menu() | {"default_values": [{"id": "1", "type": "user"}]},
    "two of one": entities(ROLES, "role", "role"),
    "one of two": entities(ROLES, "role", min_values=2, max_values=2),
    "two texts of one": chosen(menu(2), 2),
    "texts among roles": entities(ROLES) | {"options": menu()["options"]},
    "more than there are": menu(2, max_values=3),
    "required, and none is enough": menu(min_values=0, required=True),
}

REFUSED_IN_FORMS = {
    **REFUSED,
    "required by default, and none is enough": entities(ROLES, min_values=0),
    "a menu that is off": menu(disabled=True),
    "a radio of 1": group(RADIO, 1),
    "a radio of 11": group(RADIO, 11),
    "two radios of one": chosen(group(RADIO, 2), 2),
    "no box": group(BOXES, 0),
    "11 boxes": group(BOXES, 11),
    "two boxes of one": chosen(group(BOXES, 2, max_values=1), 2),
    "required boxes, and none is enough": group(BOXES, 2, min_values=0),
}


@pytest.mark.parametrize("what", TAKEN)
async def test_a_menu_with_defaults_is_taken(stage: Stage, what: str):
    """In messages and in forms."""
    await post(stage, {"components": [row(TAKEN[what])]})
    press, asked = await pressed(stage)
    await answer(stage, asked, MODAL, form(field(TAKEN[what])))
    assert (await press.response()).modal is not None


@pytest.mark.parametrize("what", REFUSED)
async def test_a_menu_that_contradicts_itself_is_refused(stage: Stage, what: str):
    """Discord says which part of the body is wrong."""
    with pytest.raises(discord.HTTPException) as caught:
        await post(stage, {"components": [row(REFUSED[what])]})
    assert is_wrong(caught)


@pytest.mark.parametrize("what", REFUSED_IN_FORMS)
async def test_a_control_of_a_form_that_contradicts_itself_is_refused(stage: Stage, what: str):
    """And the press can still be answered."""
    _, asked = await pressed(stage)
    with pytest.raises(discord.HTTPException) as caught:
        await answer(stage, asked, MODAL, form(field(REFUSED_IN_FORMS[what])))
    assert is_wrong(caught)
    await answer(stage, asked, MODAL, form())
