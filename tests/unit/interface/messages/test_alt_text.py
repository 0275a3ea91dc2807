import pytest

from bot.domain.content import Part
from bot.interface.messages.alt_text import ALT_CHARACTERS, alt_text
from tests.unit.domain.builders import painted, turn

PHRASES = (
    "Here is your image.",
    "Here\u2019s the image you requested:",
    "Sure! Here are the 2 pictures you asked for.",
    "**Here is the edited photo.**",
    "I've made the changes you asked for. Let me know if you'd like any adjustments!",
    "Certainly, I have generated a new version based on your description. Enjoy!",
    "Done.",
    "这是你要的图片。",
    "好的，这是为您生成的图片：",
    "我已经按照您的要求编辑了图片，希望您喜欢！",
    "没问题，图已经画好了。",
    "如果需要任何调整，请随时告诉我。",
)
DESCRIPTIONS = (
    "A kite over a bay.",
    "Here is your image of a lighthouse.",
    "Here is the cat, now in blue.",
    "这是一只在海边的猫。",
    "好的，这是您要的红色风筝。",
    "Voici votre image.",
)


@pytest.mark.parametrize("said", DESCRIPTIONS)
def test_the_models_words_are_the_alt_text(said: str) -> None:
    """What the model says of its picture describes it."""
    assert alt_text(turn(1, Part(text=said), painted("one"), asked="a kite")) == said


@pytest.mark.parametrize("said", ["", " \n", *PHRASES])
def test_a_phrase_is_no_description(said: str) -> None:
    """Where the model says nothing of what is to be seen, the prompt does."""
    assert alt_text(turn(1, Part(text=said), painted("one"), asked="a kite")) == "a kite"


def test_a_phrase_is_better_than_nothing() -> None:
    """Where nobody said more, it stays."""
    described = turn(1, Part(text="Here is your image."), painted("one"), asked=" ")
    assert alt_text(described) == "Here is your image."


def test_alt_text_is_one_line_of_words() -> None:
    """It is read out as it stands, so there is no markup in it."""
    said = "# The bay\n> **A _red_ kite**, seen from `above` [(more)](https://example.org)\n- 2 * 3"
    assert alt_text(turn(1, Part(text=said), painted("one"))) == (
        "The bay A _red_ kite, seen from above (more) 2 * 3"
    )


def test_alt_text_is_cut_at_a_word() -> None:
    """Discord's limit holds, and no word is broken."""
    described = alt_text(turn(1, painted("one"), asked="kite " * 400))
    assert len(described) <= ALT_CHARACTERS
    assert described.endswith("kite…")
