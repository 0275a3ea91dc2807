import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.interface.markup import Markup, escaped
from bot.interface.texts import LOCALES, Texts
from tests.unit.interface.discord_markup import shown
from tests.unit.interface.test_texts import sentences

HOSTILE = (
    "[free pictures](https://example.org)",
    "https://example.org/a_b?c=*d*",
    "<https://example.org>",
    "discord.gg/abc",
    "steam://run/1",
    "<mailto:a@example.org>",
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@!123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "</imagine:123456789012345678>",
    "<id:customize>",
    "<t:1700000000:R>",
    "<a:wave:123456789012345678>",
    ":wave:",
    "1:100:2",
    "1:8ball:",
    "# title",
    "-# small",
    "> quote",
    ">>> quote",
    "- item",
    "* item",
    " - item",
    "1. item",
    "12345. item",
    "||spoiler||",
    "**bold**",
    "__under__",
    "_it_",
    "*it*",
    "~~struck~~",
    "`code`",
    "```py\ncode\n```",
    "\\*not bold\\*",
    "¯\\_(ツ)_/¯",
)
NUMBERS = {
    "answers", "at", "count", "dollars", "done", "height", "left", "limit", "megabytes", "number",
    "page", "pages", "pictures", "place", "resets", "retry", "seconds", "until", "width",
}  # fmt: skip
"""The variables that sentences count with, or choose their form by."""

PIECES = st.lists(
    st.sampled_from([*HOSTILE, *"\\`*_~|[]()<>#@:/.-\n ", "a", "1", "图"]) | st.text(max_size=5),
    max_size=12,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_reader_knows_what_is_hostile(text: str) -> None:
    """What these tests go by sees markup in each of these, as Discord does."""
    assert shown(text)[1] or shown(text)[0] != text


@given(PIECES.map("".join))
@example("".join(HOSTILE))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    """Whatever somebody wrote, Discord makes nothing of it, and no visible character is lost."""
    read, kinds = shown(escaped(text))
    assert not kinds
    assert "".join(read.split()) == "".join(visible(text).split())
    assert len(escaped(text)) <= 2 * len(text)


@given(st.text(max_size=200))
def test_escaping_twice_changes_nothing(text: str) -> None:
    """What is escaped already is left alone."""
    assert escaped(escaped(text)) == escaped(text)


def test_directions_are_not_turned() -> None:
    """A name can't turn the words behind it around."""
    assert escaped("gpj\u202egnp") == "gpjgnp"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_sentence_lets_markup_in(locale: str) -> None:
    """Whatever words a sentence repeats, its own markup is all that it has."""
    texts = Texts()
    for key, names in sentences(locale).items():
        for hostile in (*HOSTILE, "\\") if names else ():
            harmless = texts.get(key, locale, **_values(names, "x"))
            repeated = texts.get(key, locale, **_values(names, hostile))
            assert shown(repeated)[1] == shown(harmless)[1], (key, hostile)


def test_a_sentence_keeps_markup_of_our_own() -> None:
    """A mention that the bot makes stays one."""
    said = Texts().get("late-ready", member=Markup("<@123456789012345678>"))
    assert said.startswith("<@123456789012345678>")


def test_a_sentence_repeats_a_little_of_a_name() -> None:
    """A file's name has at most 200 characters in a sentence, on one line."""
    said = Texts().get("error-picture-empty", name="x\ny " * 200)
    assert "\n" not in said
    assert len(said) < 230


def visible(text: str) -> str:
    """Return a text without what no reader sees."""
    return "".join(
        each
        for each in text
        if each.isspace() or not (ord(each) < 32 or 127 <= ord(each) < 160 or is_turning(each))
    )


def is_turning(character: str) -> bool:
    """Tell whether a character turns the direction of what stands behind it."""
    return "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


def _values(names: set[str], text: str) -> dict[str, str | int]:
    """Give each variable the text, but those a number, by which a sentence is chosen or counted."""
    return {name: 3 if name in NUMBERS else text for name in names}
