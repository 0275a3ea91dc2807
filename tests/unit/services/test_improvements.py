import pytest

from bot.services.improvements import improvement_asked_for, improvement_of


def test_the_prompt_is_asked_about_as_it_is() -> None:
    """Whatever stands in it."""
    assert improvement_asked_for("a {fox}\nin snow").endswith("The prompt:\na {fox}\nin snow")


@pytest.mark.parametrize(
    "said",
    [
        "a red fox, oil",
        " a red fox, oil\n",
        "**New prompt:** a red fox, oil",
        "Prompt：a red fox, oil",
        "```\na red fox, oil\n```",
        "“a red fox, oil”",
        '"a red fox, oil"',
        'Prompt: "a red fox, oil"',
        "「a red fox, oil」",
    ],
)
def test_what_a_model_puts_around_a_prompt_is_left_out(said: str) -> None:
    """It is asked for the prompt alone, and not every one does that."""
    assert improvement_of(said) == "a red fox, oil"


@pytest.mark.parametrize(
    "said", ['"A" and "B" on a sign', "a sign that says “Hello”", "a prompt reply, painted", ""]
)
def test_the_words_themselves_stay(said: str) -> None:
    """Quotation marks may be a part of them."""
    assert improvement_of(said) == said
