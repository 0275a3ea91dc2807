"""The table of what a server used."""

import csv
import io

import pytest

from bot.domain.usage import Used
from bot.services.usage_report import Row
from cogs.usage._table import table
from cogs.usage._words import bar, percent


@pytest.mark.parametrize(
    "start",
    [
        *["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"],
        *[" =", "\u3000=", "\u200b+", "\x00="],  # behind what nobody sees
    ],
)
def test_no_name_is_a_formula(start: str):
    """A spreadsheet would run it, and it is whatever a member calls a channel."""
    name = f'{start}HYPERLINK("https://example.org")'
    text = table([Row("channel", "5", Used(1))], lambda _: name)
    (_, row) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row[2] == f"'{name}"


def test_a_plain_name_stays():
    """Also one with commas and quotes."""
    text = table([Row("channel", "5", Used(1))], lambda _: 'a, "b"')
    assert [*csv.reader(io.StringIO(text))][1] == [
        "channel",
        "<#5>",
        'a, "b"',
        "1",
        "0",
        "0.000000",
        "0",
    ]


@pytest.mark.parametrize(
    ("spent", "budget", "shown", "share"),
    [
        (0, 10, "▱" * 10, 0),
        (99, 100, "▰" * 9 + "▱", 99),
        (100, 100, "▰" * 10, 100),
        (150, 100, "▰" * 10, 150),
        (0, 0, "▰" * 10, 100),
    ],
)
def test_a_budget_is_full_no_sooner_than_it_is_spent(
    spent: int, budget: int, shown: str, share: int
):
    """Of no money all is spent."""
    assert (bar(spent, budget), percent(spent, budget)) == (shown, share)
