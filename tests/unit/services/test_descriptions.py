import pytest

from bot.services.descriptions import asked_for, description_of


def test_both_parts_are_asked_for_in_the_language_of_the_member() -> None:
    """By the locale of their Discord, whatever it is."""
    asked = asked_for("pt-BR")
    assert "locale pt-BR" in asked
    assert "DESCRIPTION:" in asked
    assert "PROMPT:" in asked


@pytest.mark.parametrize(
    "said",
    [
        "DESCRIPTION:\nA fox\nin snow.\n\nPROMPT:\na fox, oil on canvas",
        "DESCRIPTION: A fox\nin snow.\nPROMPT: a fox, oil on canvas",
        "**Description:** A fox\nin snow.\n\n**Prompt:** a fox, oil on canvas",
        "## Description\nA fox\nin snow.\n\n## Prompt\n```text\na fox, oil on canvas\n```",
        "1. DESCRIPTION:\nA fox\nin snow.\n2. PROMPT:\n> a fox, oil on canvas",
        "Description：\nA fox\nin snow.\nPrompt：a fox, oil on canvas\n",
    ],
)
def test_the_parts_are_found_in_any_markup(said: str) -> None:
    """Models differ in how they write a heading, and in what they put around a prompt."""
    found = description_of(said)
    assert (found.words, found.prompt) == ("A fox\nin snow.", "a fox, oil on canvas")
    assert found.to_paint == "a fox, oil on canvas"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("A fox in snow.", "A fox in snow."),
        ("DESCRIPTION:\nA fox in snow.", "A fox in snow."),
        ("DESCRIPTION:\nA fox in snow.\n\nPROMPT:\n", "A fox in snow."),
        ("PROMPT:\nA fox in snow.", "A fox in snow."),
        ("Prompt service: a fox\nin snow.", "Prompt service: a fox\nin snow."),
        ("", ""),
    ],
)
def test_without_both_parts_all_of_it_is_both(said: str, words: str) -> None:
    """An answer is never lost because a mark is."""
    found = description_of(said)
    assert (found.words, found.prompt, found.to_paint) == (words, None, words)
