from typing import Any

import pytest

from bot.domain.guild_settings import NAMES, NO_SETTINGS, Editors, Feature, ThreadPolicy
from bot.domain.request import Safety
from bot.interface.setting_words import setting_name, setting_value
from bot.interface.texts import LOCALES, Texts


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_each_setting_has_a_name_and_its_default_is_said(name: str, locale: str) -> None:
    """In every language."""
    texts = Texts()
    assert setting_name(name, texts, locale)
    assert setting_value(name, getattr(NO_SETTINGS, name), texts, locale)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("channels", (1, 2), "<#1>, <#2>"),
        ("threads", ThreadPolicy.ASK, "when asked for"),
        ("age_restricted_only", True, "on"),
        ("roles", (3,), "<@&3>"),
        ("editors", Editors.AUTHOR, "its author alone"),
        ("models", ("a_b", "c"), r"a\_b, c"),
        ("image_model", None, "as usual"),
        ("safety", Safety.STRICT, "strict"),
        ("off", (Feature.CHAT, Feature.SEARCH), "chats, web search"),
        ("daily_pictures", 0, "0"),
        ("more", {4: 10}, "<@&4>: 10"),
        ("cooldown", 0, "none"),
        ("cooldown", 30, "30 seconds"),
        ("budget", 12_500_000, "US$12.50"),
        ("budget", None, "no limit"),
        ("time_zone", "Asia/Tokyo", r"Asia\/Tokyo"),
        ("persona", "@everyone is *kind*", r"\@everyone is \*kind\*"),
        ("locale", "de", "Deutsch"),
        ("retention_days", 1, "one day"),
        ("log_channel", 5, "<#5>"),
    ],
)
def test_what_is_set_is_said_in_words(name: str, value: Any, said: str) -> None:
    """As members read it, and nothing in it formats or mentions."""
    assert setting_value(name, value, Texts(), "en-US") == said


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["<@1> of a later version", ["x"], {"x": "y"}, 7])
def test_what_cannot_be_read_is_said_as_it_is_written(name: str, value: object) -> None:
    """A record of a later version's change fails nothing."""
    assert "<@1>" not in setting_value(name, value, Texts(), "en-US")
