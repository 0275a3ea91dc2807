"""How messages are drawn: Discord's markdown, its times, its components."""

import io
import time

import pytest
from PIL import Image

from tests.browser.conftest import Room

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_markdown_becomes_elements(room: Room):
    """Headings, lists within lists, quotes, code, links that open elsewhere."""
    words = "## Title\n- one\n  - deeper\n1. first\n> said\n`x < y` [there](https://example.org)"
    await room.stack.anna.send(room.channel, words)
    text = room.messages.nth(0).locator(".text")
    await text.wait_for()
    assert await text.locator("discord-header h2").count() == 1
    assert await text.locator("ul > li > ul > li").inner_text() == "deeper"
    assert await text.locator("ol > li").inner_text() == "first"
    assert await text.locator("discord-quote").inner_text() == "said"
    assert await text.locator("discord-code").inner_text() == "x < y"
    link = text.get_by_role("link", name="there")
    assert await link.get_attribute("rel") == "noreferrer noopener"


async def test_a_backslash_makes_words_of_markup(room: Room):
    """What a bot escaped is shown as it was written."""
    words = r"\[there\]\(https\:\/\/example.org\) \_so\_ \*\*so\*\* \# \<\@1\>"
    await room.stack.anna.send(room.channel, words)
    text = room.messages.nth(0).locator(".text")
    await text.wait_for()
    assert await text.inner_text() == "[there](https://example.org) _so_ **so** # <@1>"
    assert await text.get_by_role("link").count() == 0


async def test_relative_times_tick(room: Room):
    """Without a reload."""
    await room.stack.anna.send(room.channel, f"<t:{int(time.time()) - 5}:R>")
    shown = room.messages.nth(0).locator("time.timestamp")
    first = await shown.inner_text()
    await room.tab.wait_for_timeout(2_500)
    second = await shown.inner_text()
    assert (first != second, second.endswith("seconds ago")) == (True, True)


async def test_a_hidden_picture_is_shown_before_it_opens(room: Room):
    """The first press shows it, the second opens it in full size."""
    data = io.BytesIO()
    Image.new("RGB", (64, 48), "orange").save(data, "PNG")
    await room.stack.anna.send(room.channel, files=[("SPOILER_a.png", data.getvalue())])
    hidden = room.tab.get_by_role("button", name="Spoiler: press to show")
    await hidden.click()
    await hidden.wait_for(state="detached")
    assert await room.tab.get_by_role("dialog").count() == 0
    await room.messages.nth(0).locator(".tile").click()
    await room.tab.get_by_role("dialog").wait_for()


async def test_a_container_holds_sections_and_controls(room: Room):
    """With the colour at its edge; a button that is off can't be pressed."""
    other = room.stack.discord.create_member(room.stack.guild, "other", bot=True)
    button = {"type": 2, "style": 2, "label": "Off", "custom_id": "off", "disabled": True}
    section = {
        "type": 9,
        "components": [{"type": 10, "content": "Beside it"}],
        "accessory": button,
    }
    container = {"type": 17, "accent_color": 0xEB459E, "components": [section, {"type": 14}]}
    await other.send(room.channel, components=[container])
    shown = room.messages.nth(0).locator(".container")
    assert await shown.get_by_role("button", name="Off").is_disabled()
    edge = await shown.evaluate("node => getComputedStyle(node).borderLeftColor")
    assert edge == "rgb(235, 69, 158)"


async def test_an_edit_leaves_the_rest_as_it_is(room: Room):
    """A picture is not loaded again when words beside it change."""
    made = await room.make_picture()
    await made.locator("img").evaluate("node => node.dataset.same = 'yes'")
    (message,) = room.channel.messages
    await room.stack.anna.start_thread(room.channel, "below it", message=message)
    await made.locator(".thread-card").wait_for()
    assert await made.locator("img").get_attribute("data-same") == "yes"


async def test_the_keyboard_goes_from_message_to_message(room: Room):
    """By arrows; Tab goes on to what can be done there, Escape closes the menu."""
    for word in ("one", "two", "three"):
        await room.stack.anna.send(room.channel, word)
    await room.messages.nth(2).wait_for()
    await room.messages.nth(2).focus()
    await room.tab.keyboard.press("ArrowUp")
    assert await room.messages.nth(1).evaluate("node => node === document.activeElement")
    await room.tab.keyboard.press("Tab")
    focused = room.tab.locator(":focus")
    assert await focused.get_attribute("aria-label") == "Reply"
    await room.tab.keyboard.press("Tab")
    await room.tab.keyboard.press("Tab")
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("menuitem", name="Reply").wait_for()
    await room.tab.keyboard.press("ArrowDown")
    assert await focused.inner_text() == "Edit message"
    await room.tab.keyboard.press("Escape")
    await room.tab.get_by_role("menu").wait_for(state="detached")
    await room.tab.locator(":focus[aria-label='Message actions']").wait_for()
