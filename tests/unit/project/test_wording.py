"""All that members read is in the catalogues."""

from pathlib import Path

import pytest

from tests.wording import words_in_code

ROOT = Path(__file__).parents[3]
MEMBERS_READ = ("bot/interface", "cogs")

FOR_NOBODY_TO_READ = {
    ("bot/interface/markup.py", "{} UTC"): "a moment that the model reads in what a member wrote",
    ("bot/interface/messages/alt_text.py", "\na acc"): "models' phrases that tell of no picture",
    ("bot/interface/messages/alt_text.py", "一上下为了"): "the same, in Chinese",
    ("bot/interface/messages/interaction_answer.py", "announced"): "what an interaction notes",
}
"""By file and beginning: what reads like a sentence, and why no member reads it."""


def test_members_read_the_catalogues_alone() -> None:
    """No sentence, label or title stands in the code, where it would be in one language alone."""
    found = {
        (path.relative_to(ROOT).as_posix(), words)
        for folder in MEMBERS_READ
        for path in (ROOT / folder).rglob("*.py")
        for _, words in words_in_code(path.read_text("utf-8"))
    }
    used = {
        allowed: (file, words)
        for file, words in found
        for allowed in FOR_NOBODY_TO_READ
        if allowed[0] == file and words.startswith(allowed[1])
    }
    assert found - set(used.values()) == set()
    assert FOR_NOBODY_TO_READ.keys() - used.keys() == set()


@pytest.mark.parametrize(
    "planted",
    [
        'await answer.show(line("This is done."))',
        'said = "Try again"',
        'return f"{count} pictures"',
        'return "，".join(names) + "等"',
        'Button(label="Redo")',
        'Button(label="Redo" if done else texts.get("button-cancel"))',
        'ui.Label(text=texts.get("a") + " (new)", component=files)',
        'ui.Select[Any](placeholder="Which?")',
        'ui.TextDisplay("Versions")',
        'ui.Modal(title=f"Edit {number}")',
        'await interaction.response.send_message("Done.")',
        'await channel.create_thread(name="Chat")',
        'app_commands.command(name="ratios", description=localised("ratios-description"))',
        'app_commands.Choice(name="Large", value="2K")',
    ],
)
def test_words_in_code_are_found(planted: str) -> None:
    """A sentence wherever it stands, and a single word where Discord shows it."""
    assert len(list(words_in_code(f"async def show():\n    {planted}"))) == 1


@pytest.mark.parametrize(
    "fine",
    [
        '"""Say what is done."""',
        'log.info("told Discord about %s", counted)',
        'raise ValueError("no such thing")',
        'message = "no such thing"\n    raise ValueError(message)',
        'raise StorageFailed(detail=f"disk: {error} again")',
        'Button(label=texts.get("button-redo", locale), custom_id="atl:redo", emoji="🔁")',
        'return f"{said} · [{jump}]({link})"',
        'return "button-redo"',
        'cast("dict[str, Any]", data)',
        "values: dict[str, 'str | float'] = {}",
    ],
)
def test_other_words_are_not_found(fine: str) -> None:
    """What programmers and operators read, and what is no word at all."""
    assert list(words_in_code(f"async def show():\n    {fine}")) == []
