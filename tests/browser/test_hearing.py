"""What a screen reader finds: roles, names, and what is said by itself."""

import re

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NAMED = (
    "article|button|checkbox|combobox|complementary|dialog|form|img|link|listbox|menu|menuitem"
    "|option|radio|radiogroup|region|spinbutton|tab|table|tablist|textbox|toolbar"
)
NAMELESS = re.compile(rf"^\s*- (?:{NAMED})(?: \[[^\]]*\])*:?$", re.MULTILINE)


async def nameless(room: Room) -> list[str]:
    """Return what a screen reader could only call by its role."""
    return NAMELESS.findall(await room.tab.locator("body").aria_snapshot())


async def test_everything_that_is_used_has_a_name(room: Room):
    """Messages, their controls, a command, a menu, a form, the panel."""
    made = await room.make_picture()
    assert await nameless(room) == []
    await room.menu(made)
    assert await nameless(room) == []
    await room.tab.keyboard.press("Escape")
    await room.command("imagine")
    assert await nameless(room) == []
    await room.tab.keyboard.press("Escape")
    for name in ("Relay", "Jobs", "Ledger", "Switches"):
        await room.look_behind(name)
        assert await nameless(room) == []
    await made.get_by_role("button", name="Edit").click()
    await room.tab.get_by_role("dialog").wait_for()
    assert await nameless(room) == []


async def test_the_page_is_made_of_landmarks(room: Room):
    """With headings, a group of members of whom one is checked, and the channel as the present."""
    found = await room.tab.locator("body").aria_snapshot()
    assert "- navigation" in found
    assert "- main:" in found
    assert '- heading "Atelier\'s demo" [level=1]' in found
    assert '- radiogroup "Who are you?"' in found
    assert '- region "Messages"' in found
    place = room.sidebar.get_by_role("button", name=room.channel.name)
    await expect(place).to_have_attribute("aria-current", "page")


async def test_a_message_is_read_with_its_author_and_words(room: Room):
    """Names of people and times stand for their codes."""
    bot = room.stack.discord.bot_mention
    await room.stack.anna.send(room.channel, f"**Hello** {bot.replace('@', '@!')}, <t:0:R>!")
    name = re.compile(r"^anna: Hello Atelier, \d+ years ago!$")
    await expect(room.messages.nth(0)).to_have_accessible_name(name)


async def test_what_others_write_is_said(room: Room):
    """One's own words are not."""
    said = room.tab.get_by_role("log")
    await room.stack.ben.send(room.channel, "good evening")
    await expect(said).to_contain_text("ben: good evening")
    await room.send("my own words")
    await room.stack.ben.send(room.channel, "good night")
    await expect(said).to_contain_text("ben: good night")
    await expect(said).not_to_contain_text("my own words")


async def test_a_picture_that_came_is_said(room: Room):
    """By its alt text or what the model said to it, once the painting line is gone."""
    said = room.tab.get_by_role("log")
    await room.command("imagine", "a lake at night")
    await room.tab.keyboard.press("Enter")
    await expect(said).to_contain_text("Atelier: a lake at night anna A demo painted this")


async def test_what_went_wrong_is_said(room: Room):
    """In the place for such news, politely."""
    await room.send("/nothing")
    told = room.tab.get_by_role("status").filter(has_text="There is no such command here.")
    await expect(told).to_have_attribute("aria-live", "polite")


async def test_a_list_of_suggestions_tells_which_one_is_meant(room: Room):
    """While the focus stays in the field."""
    await room.write.press_sequentially("/")
    options = room.tab.get_by_role("listbox", name="Commands").get_by_role("option")
    second = options.nth(1)
    await second.wait_for()
    await room.tab.keyboard.press("ArrowDown")
    await expect(second).to_have_attribute("aria-selected", "true")
    await expect(room.write).to_have_attribute(
        "aria-activedescendant", await second.get_attribute("id")
    )
    await expect(room.write).to_be_focused()
