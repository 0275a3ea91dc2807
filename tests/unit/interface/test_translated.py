import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.interface.texts import DEFAULT, FOLDER, LOCALES

OTHERS = [locale for locale in LOCALES if locale != DEFAULT]
MAY_BE_THE_SAME = {
    *("answer-to", "details-facts", "list-mark", "repainted-aspect", "seconds"),  # signs, values
    *("chat-name", "chat-thread", "description-prompt", "named-prompt"),  # words in many languages
    *("avatar-name", "named-name", "named-person", "takes-pdf"),
    *("setting-threads", "setting-persona", "form-own-relay-address-placeholder"),
    *("log-result", "money", "usage-in", "cost-spent"),  # signs, values
}


def sentences(locale: str) -> dict[str, ftl.Message]:
    """Return each sentence of a catalogue as it is written, by key."""
    resource = FluentParser().parse((FOLDER / f"{locale}.ftl").read_text(encoding="utf-8"))
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


@pytest.mark.parametrize("locale", OTHERS)
def test_no_sentence_is_left_in_english(locale: str) -> None:
    """Each says what it has to say in its own words."""
    english = sentences(DEFAULT)
    left = {key for key, each in sentences(locale).items() if each.equals(english[key])}
    assert left - MAY_BE_THE_SAME == set()
