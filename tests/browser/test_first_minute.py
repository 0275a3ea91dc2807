"""What a newcomer does first, in Chromium."""

import io
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import Room

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def png() -> dict[str, Any]:
    """Return a picture as Playwright takes files."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "orange").save(out, "PNG")
    return {"name": "orange.png", "mimeType": "image/png", "buffer": out.getvalue()}


async def test_a_picture_is_made_and_edited_by_reply(room: Room):
    """Both are shown without a reload; the second replies to the first."""
    first = await room.make_picture()
    await first.hover()
    await first.get_by_role("button", name="Reply").click()
    await room.tab.keyboard.type("make it black and white")
    await room.tab.keyboard.press("Enter")
    await room.picture(2)
    asked, answer = room.channel.messages[-2:]
    assert asked.reference_id == room.channel.messages[0].id
    assert Image.open(io.BytesIO(answer.pictures[0].bytes())).convert("HSV").getextrema()[1] <= (
        0,
        10,
    )


async def test_a_picture_of_ones_own_is_edited_by_a_mention(room: Room):
    """Chosen with the file button; the mention is completed."""
    async with room.tab.expect_file_chooser() as chooser:
        await room.tab.get_by_role("button", name="Attach files").click()
    await (await chooser.value).set_files([png()])
    await room.tab.locator(".chip").wait_for()
    await room.write.press_sequentially("@Ate")
    await room.tab.get_by_role("option", name="@Atelier").wait_for()
    await room.tab.keyboard.press("Enter")
    await room.tab.keyboard.type("blur it")
    await room.tab.keyboard.press("Enter")
    await room.picture(1)
    assert room.channel.messages[0].text == f"{room.stack.discord.bot_mention} blur it"


async def test_the_form_of_a_button_is_filled_in_and_sent(room: Room):
    """Its answer stands below."""
    made = await room.make_picture()
    await made.get_by_role("button", name="Edit").click()
    form = room.tab.get_by_role("dialog")
    await form.get_by_label("What should change?").fill("rotate left")
    await form.get_by_role("button", name="Submit").click()
    await room.picture(1)
    before, after = (message.pictures[0] for message in room.channel.messages)
    assert (before.width, before.height) == (after.height, after.width)


async def test_an_ephemeral_answer_is_for_one_member_until_dismissed(room: Room):
    """The other member does not see it."""
    made = await room.make_picture()
    await made.get_by_role("button", name="More", exact=True).click()
    await room.tab.get_by_text("Only you can see this").wait_for()
    await room.tab.get_by_role("radio", name="ben").click()
    await room.tab.get_by_role("radio", name="ben", checked=True).wait_for()
    await room.tab.get_by_text("使用了").wait_for()
    assert await room.messages.count() == 1
    await room.tab.get_by_role("radio", name="anna").click()
    await room.tab.get_by_role("button", name="Dismiss message").click()
    await room.tab.get_by_text("Only you can see this").wait_for(state="detached")


async def test_a_thread_opens_and_goes_on(room: Room):
    """The answer of the first turn stands in it; the next one is written there."""
    await room.write.fill("/chat ")
    await room.tab.keyboard.type("Hello!")
    await room.tab.keyboard.press("Enter")
    await room.tab.locator(".thread-card").click()
    # It is the thread's, and stands in no other place.
    await room.messages.filter(has_text="no AI").wait_for()
    await room.send("What did I say first?")
    await room.messages.filter(has_text="In turn 1 you said").wait_for()


async def test_a_picture_opens_in_full_size_and_closes_on_escape(room: Room):
    """With its alt text; the focus is back where it was."""
    made = await room.make_picture()
    tile = made.locator(".tile")
    assert await tile.get_attribute("title")
    await tile.click()
    await room.tab.get_by_role("dialog").locator("img").wait_for()
    await room.tab.keyboard.press("Escape")
    await room.tab.get_by_role("dialog").wait_for(state="detached")
    await room.tab.locator(".tile:focus").wait_for()


async def test_words_are_never_read_as_html(room: Room):
    """Neither a member's nor a model's."""
    words = "<img src=x onerror=alert(1)> <b>bold</b> **strong**"
    await room.send(words)
    shown = room.messages.nth(0).locator(".text")
    await shown.wait_for()
    assert await shown.inner_text() == "<img src=x onerror=alert(1)> <b>bold</b> strong"
    assert await shown.locator("img, b").count() == 0


async def test_the_panel_shows_what_went_over_the_wire(room: Room):
    """With thumbnails and the signatures' lengths; switches switch."""
    await room.make_picture()
    await room.tab.get_by_role("button", name="Behind the scenes").click()
    await room.tab.locator(".request").first.click()
    await room.tab.locator(".part-picture img").first.wait_for()
    await room.tab.locator(".signature").first.wait_for()
    await room.tab.get_by_role("tab", name="Jobs").click()
    await room.tab.get_by_role("cell", name="posted").first.wait_for()
    await room.tab.get_by_role("tab", name="Switches").click()
    await room.tab.get_by_label("refuses").check()
    await room.tab.get_by_label("good").check()
