"""`python -m bot usage` and `grant`: what servers cost, and giving one more."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.usage import Used
from bot.operations.bills import as_csv, in_columns
from demo.stack import Stack
from tests.acting import answered, imagine
from tests.commands import command
from tests.databases import put_database
from tests.worlds import Join

MONTH = f"{datetime.now(UTC):%Y-%m}"
USED = {0: Used(1, 2, 0), 71: Used(3, 0, 40_000), 72: Used(1_200, 5, 12_345_678)}


def test_who_pays_reads_columns():
    """The server that cost most comes first, and all together at the end."""
    assert in_columns("2026-11", USED).splitlines() == [
        "2026-11                pictures    answers            US$",
        "72                        1,200          5          12.35",
        "71                            3          0           0.04",
        "direct messages               1          2           0.00",
        "in all                    1,204          7          12.39",
    ]


def test_a_spreadsheet_reads_the_same():
    """To the millionth of a dollar."""
    assert as_csv(USED).splitlines() == [
        "server,pictures,answers,us_dollars",
        "72,1200,5,12.345678",
        "71,3,0,0.040000",
        "direct messages,1,2,0.000000",
    ]


@pytest.mark.usefixtures("client")
async def test_usage_is_read_beside_a_running_bot(world: Stack) -> None:
    """Of this month, or of another one."""
    await imagine(world)
    status, told, problems = await command(world.folder, "usage", "--csv")
    assert (status, problems) == (0, "")
    assert told.splitlines()[1].startswith(f"{world.guild.id},1,0,")
    other = await command(world.folder, "usage", "--month", "2025-01")
    assert other == (0, "2025-01: nothing was used\n", "")


async def test_a_grant_holds_at_once(world: Stack, join: Join) -> None:
    """The bot goes on running, and the server's next picture is painted."""
    await join(server_budget=0.0)
    refused = await imagine(world)
    assert "Whoever runs this bot can give it more" in refused.text
    given = await command(world.folder, "grant", world.guild.id, "--dollars", "5")
    assert given == (
        0,
        f"beyond ATELIER_SERVER_BUDGET, server {world.guild.id} has in {MONTH}: US$5.00\n",
        "",
    )
    asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
    assert (await answered(world, asked)).pictures


async def test_what_is_granted_adds_up(tmp_path: Path) -> None:
    """Each month by itself."""
    put_database(tmp_path / "data" / "atelier.db")
    for month, dollars, total in (
        ("2026-11", "2.50", "2.50"),
        ("2026-11", "1", "3.50"),
        ("2026-12", "0.000001", "0.00"),
    ):
        words = ("grant", 71, "--dollars", dollars, "--month", month)
        assert (await command(tmp_path, *words))[1].endswith(f" has in {month}: US${total}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("grant", 71, "--dollars", "0"),
        ("grant", 71, "--dollars", "-5"),
        ("grant", 71, "--dollars", "nan"),
        ("grant", 71),
        ("grant", "me", "--dollars", "5"),
        ("grant", 71, "--dollars", "5", "--month", "2026-13"),
        ("usage", "--month", "now"),
    ],
    ids=str,
)
async def test_what_can_not_be_meant_is_told(tmp_path: Path, words: tuple[object, ...]) -> None:
    """Nothing is given, and the status is 2."""
    status, _, problem = await command(tmp_path, *words)
    assert status == 2
    assert "error: " in problem
