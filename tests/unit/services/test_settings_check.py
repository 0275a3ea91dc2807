from decimal import Decimal
from typing import Any

import pytest

from bot.domain.errors import InvalidSetting
from bot.domain.guild_settings import (
    LARGEST_BUDGET,
    NAMES,
    NO_SETTINGS,
    Editors,
    Feature,
    ThreadPolicy,
)
from bot.domain.model import ModelKind, ModelProfile
from bot.domain.request import Safety
from bot.services.models import Models
from bot.services.settings_check import SettingsCheck, dollars


class Server:
    """A server with a channel 1 that the bot may not write in, a channel 2, and a role 3."""

    def has_channel(self, channel_id: int) -> bool:
        return channel_id in {1, 2}

    def takes_posts(self, channel_id: int) -> bool:
        return channel_id == 2

    def has_role(self, role_id: int) -> bool:
        return role_id == 3


IMAGE = ModelProfile("painter", ModelKind.IMAGE, aspects=("1:1", "16:9"), sizes=("1K",))
CHAT = ModelProfile("talker", ModelKind.CHAT)


@pytest.fixture
def check() -> SettingsCheck:
    """Give a check that knows two models and two languages."""
    return SettingsCheck(Models({}, image=IMAGE, chat=CHAT), ["en-US", "de"])


TAKEN: dict[str, list[tuple[Any, Any]]] = {
    "channels": [([1, "2", 1], (1, 2)), (["2"], (2,)), ([1] * 25, (1,))],
    "threads": [("ask", ThreadPolicy.ASK)],
    "age_restricted_only": [(True, True)],
    "roles": [([3], (3,))],
    "editors": [("author", Editors.AUTHOR)],
    "models": [(["painter", "talker", "painter"], ("painter", "talker"))],
    "image_model": [("painter", "painter")],
    "chat_model": [("talker", "talker")],
    "aspect": [("16:9", "16:9")],
    "size": [("1K", "1K")],
    "safety": [("default", Safety.DEFAULT), ("strict", Safety.STRICT)],
    "off": [(["chat", "files", "chat"], (Feature.CHAT, Feature.FILES))],
    "daily_pictures": [(0, 0), ("100000", 100_000), (" 7 ", 7)],
    "daily_messages": [(0, 0), (100_000, 100_000)],
    "more": [({"3": 1}, {3: 1}), ({"3": "100000"}, {3: 100_000})],
    "cooldown": [(0, 0), (86_400, 86_400)],
    "budget": [
        *[(Decimal("0.01"), 10_000), ("1000000", LARGEST_BUDGET), ("12,5", 12_500_000)],
        *[("$3.07", 3_070_000), (0, 0)],
    ],
    "dearer": [(False, False)],
    "time_zone": [("Europe/Berlin", "Europe/Berlin"), ("utc", "UTC")],
    "spoilers": [(True, True)],
    "show_cost": [(True, True)],
    "persona": [(" an owl ", "an owl"), ("x" * 2_000, "x" * 2_000)],
    "locale": [("de", "de")],
    "retention_days": [(1, 1), ("36500", 36_500)],
    "log_channel": [(2, 2), ("2", 2)],
    "log_prompts": [(True, True)],
    "reports": [(True, True)],
}
"""What each setting takes, and what that becomes."""

REFUSED: dict[str, list[Any]] = {
    "channels": [[4], ["x"], 1, "1", [True], [-1], [*range(26)], {"1": 1}],
    "threads": ["sometimes", 1, ["ask"]],
    "age_restricted_only": ["true", 1],
    "roles": [[1], [None], "3"],
    "editors": ["nobody"],
    "models": [["unknown"], "painter", [["painter"]]],
    "image_model": ["talker", "unknown"],
    "chat_model": ["painter"],
    "aspect": ["5:4"],
    "size": ["4K"],
    "safety": ["lax"],
    "off": [["video"], "chat"],
    "daily_pictures": [-1, 100_001, "1.5", True, Decimal("1.5")],
    "daily_messages": [100_001, "-0"],
    "more": [{"1": 5}, {"3": 0}, {"3": 100_001}, {"3": ""}, [3], "3"],
    "cooldown": [86_401, "soon"],
    "budget": ["1.005", "1,000", "-1", "1e3", "1000000.01", Decimal("NaN"), True],
    "dearer": ["no", 0],
    "time_zone": ["Mars/Olympus", "../etc/passwd", 5, "Europe"],
    "spoilers": ["x"],
    "show_cost": [1],
    "persona": ["x" * 2_001, 5, ["x"]],
    "locale": ["fr", "en"],
    "retention_days": [0, 36_501],
    "log_channel": [1, 4, [2]],
    "log_prompts": ["x"],
    "reports": ["x"],
}
"""What each setting does not take."""


def test_each_setting_has_a_row() -> None:
    """In both tables."""
    assert set(TAKEN) == set(REFUSED) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
async def test_a_setting_takes_what_it_can_be(check: SettingsCheck, name: str) -> None:
    """And becomes what is kept of it."""
    for given, kept in TAKEN[name]:
        values, wrong = await check.read({name: given}, Server())
        assert not wrong, (given, wrong)
        assert (values[name], type(values[name])) == (kept, type(kept))


@pytest.mark.parametrize("name", NAMES)
async def test_a_setting_refuses_all_else(check: SettingsCheck, name: str) -> None:
    """By its name."""
    for given in REFUSED[name]:
        values, wrong = await check.read({name: given}, Server())
        assert not values, given
        (error,) = wrong
        assert isinstance(error, InvalidSetting)
        assert error.values["setting"] == name
        assert error.message_key != InvalidSetting.key


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("daily_pictures", -1, {"least": 0, "most": 100_000}),
        ("daily_messages", "x", {"least": 0, "most": 100_000}),
        ("cooldown", "x", {"least": 0, "most": 86_400}),
        ("retention_days", 0, {"least": 1, "most": 36_500}),
        ("budget", "x", {"most": 1_000_000}),
        ("persona", 1, {"most": 2_000}),
        ("channels", [7], {"value": "7"}),
        ("channels", [1] * 26, {"most": 25}),
        ("log_channel", 1, {"channels": 1}),
        ("locale", "fr", {"value": "fr", "allowed": "en-US, de"}),
        ("time_zone", "Mars", {"value": "Mars"}),
    ],
)
async def test_a_refusal_says_what_is_taken(
    check: SettingsCheck, name: str, given: Any, told: dict[str, Any]
) -> None:
    """Beside the setting's name."""
    _, (error,) = await check.read({name: given}, Server())
    assert error.values == {"setting": name, **told}


@pytest.mark.parametrize("name", NAMES)
async def test_nothing_stands_for_what_is_usual(check: SettingsCheck, name: str) -> None:
    """However nothing is said."""
    for nothing in (None, "", [], {}):
        values, wrong = await check.read({name: nothing}, Server())
        assert not wrong
        assert values == {name: getattr(NO_SETTINGS, name)}


async def test_what_is_no_setting_is_told(check: SettingsCheck) -> None:
    """And what is one beside it is read all the same."""
    values, wrong = await check.read({"colour": "red", "cooldown": 3}, Server())
    assert values == {"cooldown": 3}
    assert [error.values for error in wrong] == [{"value": "colour"}]


@pytest.mark.parametrize("micros", [0, 10_000, 990_000, 12_340_000, LARGEST_BUDGET])
async def test_money_is_written_as_it_can_be_entered(check: SettingsCheck, micros: int) -> None:
    """To the cent."""
    values, _ = await check.read({"budget": dollars(micros)}, Server())
    assert values == {"budget": micros}


def test_what_can_be_anything_has_no_list(check: SettingsCheck) -> None:
    """All else lists what it can be."""
    assert check.allowed("budget") == []
    assert check.allowed("locale") == ["en-US", "de"]
