"""Write: text, files by every way, replies, mentions."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import drop, expect, file, paste, pick, png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_enter_sends_and_shift_enter_begins_a_line(room: Room):
    """The field is empty afterwards, and keeps the focus."""
    await room.write.press_sequentially("one")
    await room.tab.keyboard.press("Shift+Enter")
    await room.write.press_sequentially("two")
    await room.tab.keyboard.press("Enter")
    await room.messages.filter(has_text=re.compile("one.*two", re.DOTALL)).wait_for()
    assert [message.text for message in room.channel.messages] == ["one\ntwo"]
    await expect(room.write).to_have_value("")
    await expect(room.write).to_be_focused()


async def test_several_pictures_are_chosen_and_one_left_out(room: Room):
    """Before they are sent; they hang side by side."""
    attach = room.tab.get_by_role("button", name="Attach files")
    await pick(room.tab, attach, file("a.png"), file("b.png"), file("c.png"))
    await room.tab.get_by_role("button", name="Remove b.png").click()
    await expect(room.tab.get_by_role("button", name="Remove b.png")).to_have_count(0)
    await room.write.press("Enter")
    await room.messages.nth(0).get_by_role("button", name="c.png").wait_for()
    (message,) = room.channel.messages
    assert [picture.filename for picture in message.pictures] == ["a.png", "c.png"]
    assert message.pictures[0].bytes() == png()


async def test_a_picture_is_pasted(room: Room):
    """From the clipboard, with words beside it; the bot takes it."""
    await room.write.fill("@Atelier blur it")
    await room.write.focus()
    await paste(room.tab, png("teal", (96, 32)))
    await room.tab.get_by_role("button", name=re.compile("^Remove ")).wait_for()
    await room.tab.keyboard.press("Enter")
    await room.picture(1)
    edited = room.channel.messages[-1].pictures[0]
    assert (edited.width, edited.height) == (96, 32)


async def test_pictures_are_dropped_anywhere(room: Room):
    """On the messages as well."""
    await drop(room.tab.get_by_role("region", name="Messages"), "a.png", "b.png")
    await room.tab.get_by_role("button", name="Remove b.png").wait_for()
    await expect(room.write).to_be_focused()
    await room.tab.keyboard.press("Enter")
    for name in ("a.png", "b.png"):
        await room.messages.nth(0).get_by_role("button", name=name).wait_for()


async def test_a_file_that_is_too_large_is_told(room: Room, tmp_path: Path):
    """With the limit; it is not taken, the others are."""
    large, small = tmp_path / "large.png", tmp_path / "small.png"
    large.write_bytes(bytes(11 * 2**20))
    small.write_bytes(png())
    await pick(room.tab, room.tab.get_by_role("button", name="Attach files"), large, small)
    told = room.tab.get_by_role("status").filter(has_text="large.png")
    await expect(told).to_have_text("large.png is too large. At most 10.0 MB.")
    await room.tab.get_by_role("button", name="Remove small.png").wait_for()
    assert await room.tab.get_by_role("button", name="Remove large.png").count() == 0


async def test_what_is_no_picture_gets_a_sentence(room: Room):
    """From the bot, which names the file."""
    attach = room.tab.get_by_role("button", name="Attach files")
    await pick(room.tab, attach, file("cat.png", b"I am no picture."))
    await room.send("@Atelier blur it")
    await room.messages.filter(has_text="“cat.png” is no picture that can be used.").wait_for()


async def test_a_reply_is_given_up_or_sent(room: Room):
    """It says to whom; its quotation leads to what it answers."""
    await room.stack.ben.send(room.channel, "a question")
    asked = room.messages.nth(0)
    await room.choose(asked, "Reply")
    bar = room.tab.get_by_text("Replying to ben")
    await bar.wait_for()
    await room.tab.keyboard.press("Escape")
    await bar.wait_for(state="hidden")
    await room.choose(asked, "Reply")
    await room.tab.keyboard.type("an answer")
    await room.tab.keyboard.press("Enter")
    quote = room.messages.nth(1).get_by_role("link", name=re.compile("ben.*a question"))
    await quote.click()
    await expect(asked).to_be_focused()
    assert room.channel.messages[1].reference_id == room.channel.messages[0].id


async def test_a_mention_is_completed_by_a_press(room: Room):
    """It goes out as Discord's, and is shown as a name."""
    await room.write.press_sequentially("@at")
    await room.tab.get_by_role("option", name="@Atelier").click()
    await expect(room.write).to_have_value("@Atelier ")
    await room.tab.keyboard.type("hello")
    await room.tab.keyboard.press("Enter")
    await room.messages.filter(has_text="“hello”").wait_for()
    assert room.channel.messages[0].text == f"{room.stack.discord.bot_mention} hello"
    await expect(room.messages.nth(0)).to_have_accessible_name("anna: Atelier hello")


async def test_what_was_begun_stays_with_its_channel(room: Room):
    """Text and files are there again when one comes back."""
    attach = room.tab.get_by_role("button", name="Attach files")
    await pick(room.tab, attach, file("kept.png"))
    await room.write.fill("half a thought")
    await room.go("art")
    await expect(room.write).to_have_value("")
    await room.go(room.channel.name)
    await expect(room.write).to_have_value("half a thought")
    await room.tab.get_by_role("button", name="Remove kept.png").wait_for()
