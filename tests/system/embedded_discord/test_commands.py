"""Which commands Discord takes."""

from collections.abc import Callable
from typing import Any

import discord
import pytest

from tests.system.embedded_discord.stage import Stage

Change = Callable[[dict[str, Any]], object]


def command() -> dict[str, Any]:
    """Return a command that Discord takes."""
    return {
        "name": "paint",
        "name_localizations": {"ja": "描く", "de": "malen"},
        "description": "Paint",
        "options": [
            {"type": 3, "name": "what", "description": "What"},
            {"type": 3, "name": "size", "description": "How large"},
        ],
    }


async def tell(stage: Stage, *commands: dict[str, Any]) -> None:
    """Tell Discord commands as discord.py does."""
    application = stage.bot.application_id
    assert application
    await stage.bot.http.bulk_upsert_global_commands(application, list(commands))


async def test_a_command_is_taken_in_every_script(stage: Stage) -> None:
    """And one of a menu with capitals and spaces."""
    await tell(stage, command(), {"type": 3, "name": "Edit picture"})
    assert [each["name"] for each in stage.anna.commands(stage.channel)] == ["paint"]


@pytest.mark.parametrize(
    "change",
    [
        lambda it: it["name_localizations"].update(de="Malen"),
        lambda it: it["name_localizations"].update(de="bild malen"),
        lambda it: it["name_localizations"].update(ja=""),
        lambda it: it.update(name="p" * 33),
        lambda it: it.update(description=""),
        lambda it: it.update(description_localizations={"de": "x" * 101}),
        lambda it: it["options"][0].update(name_localizations={"de": "größe!"}),
        lambda it: it["options"][0].update(name_localizations={"de": "size"}),
        lambda it: it["options"].append(it["options"][0] | {"name": "size"}),
        lambda it: it["options"][1].update(required=True),
        lambda it: it["options"].extend(
            [{"type": 3, "name": f"o{n}", "description": "x"} for n in range(24)]
        ),
        lambda it: it["options"][0].update(type=11, file_types=["picture"]),
        lambda it: it["options"][0].update(type=11, file_types=[".png"] * 11),
        lambda it: it["options"][0].update(choices=[{"name": "x" * 101, "value": "x"}]),
        lambda it: it["options"][0].update(choices=[{"name": "x", "value": "x"}] * 26),
        lambda it: it["options"][0].update(choices=[{"name": "x" * 99, "value": "x" * 500}] * 20),
    ],
)
async def test_what_discord_would_not_take_is_refused(stage: Stage, change: Change) -> None:
    """A wrong name, in any language; one that two options have; what is too long or too much.

    And what has to be said, after what may be left out.
    """
    wrong = command()
    change(wrong)
    with pytest.raises(discord.HTTPException) as caught:
        await tell(stage, wrong)
    assert (caught.value.status, caught.value.code) == (400, 50035)


async def test_a_menu_takes_no_name_that_is_too_long(stage: Stage) -> None:
    """In any language."""
    with pytest.raises(discord.HTTPException):
        await tell(stage, {"type": 3, "name": "Edit", "name_localizations": {"de": "x" * 33}})


@pytest.mark.parametrize(("kind", "most"), [(1, 100), (2, 15), (3, 15)])
async def test_a_bot_has_only_so_many_commands_of_a_kind(
    stage: Stage, kind: int, most: int
) -> None:
    """One more than the most is refused."""
    words = {"description": "x"} if kind == 1 else {}
    commands = [{"type": kind, "name": f"c{number}", **words} for number in range(most + 1)]
    await tell(stage, *commands[:-1])
    with pytest.raises(discord.HTTPException) as caught:
        await tell(stage, *commands)
    assert (caught.value.status, caught.value.code) == (400, 50035)
