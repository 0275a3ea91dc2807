"""Slash commands: found, filled in, refused, sent."""

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import drop, expect, file, paste, pick, png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_commands_are_offered_while_one_types(room: Room):
    """All of them first, then those that begin so; a press begins one."""
    await room.write.press_sequentially("/")
    offered = room.tab.get_by_role("listbox", name="Commands").get_by_role("option")
    for name in ("/imagine", "/edit", "/chat", "/history", "/undo"):
        await offered.filter(has_text=name).wait_for()
    await room.write.press_sequentially("un")
    await expect(offered).to_have_count(1)
    await offered.click()
    await room.tab.get_by_role("form", name="/undo").wait_for()
    await room.tab.keyboard.press("Enter")
    await room.messages.filter(has_text="There are no versions here yet.").wait_for()


async def test_a_command_that_is_not_there_is_not_sent(room: Room):
    """A sentence says so; the text stays."""
    await room.send("/nothing")
    await room.tab.get_by_text("There is no such command here.").wait_for()
    await expect(room.write).to_have_value("/nothing")
    assert room.channel.messages == []


async def test_escape_gives_a_command_up(room: Room):
    """Nothing was filled in; the focus is back where one writes."""
    form = await room.command("imagine")
    await room.tab.keyboard.press("Escape")
    await form.wait_for(state="detached")
    await expect(room.write).to_be_focused()
    assert room.channel.messages == []


async def test_a_required_option_that_is_empty_is_refused(room: Room):
    """It is named, and gets the focus; nothing is sent."""
    form = await room.command("imagine")
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("status").filter(has_text="prompt: This is needed").wait_for()
    await expect(form.get_by_role("textbox", name="prompt")).to_be_focused()
    assert room.channel.messages == []


async def test_a_number_out_of_range_is_refused(room: Room):
    """By the field itself; within the range there are as many pictures."""
    form = await room.command("imagine", "two hills")
    await form.get_by_role("button", name="count").click()
    count = form.get_by_role("spinbutton", name="count")
    await count.fill("7")
    await room.tab.keyboard.press("Enter")
    assert await count.evaluate("field => field.validity.rangeOverflow")
    await form.wait_for()
    await count.fill("2")
    await room.tab.keyboard.press("Enter")
    await expect(room.messages.nth(0).get_by_role("img")).to_have_count(2)
    assert len(room.channel.messages[0].pictures) == 2


async def test_a_choice_is_made_and_taken_back(room: Room):
    """The ratio that was chosen is that of the picture; an option that was removed does not go."""
    form = await room.command("imagine", "a wide valley")
    await form.get_by_role("button", name="size").click()
    await form.get_by_role("combobox", name="size").select_option("4K")
    await form.get_by_role("button", name="Remove size").click()
    await form.get_by_role("button", name="aspect").click()
    await form.get_by_role("combobox", name="aspect").select_option("16:9")
    await form.get_by_role("button", name="Send").click()
    await room.picture(0)
    (picture,) = room.channel.messages[0].pictures
    assert picture.width / picture.height == pytest.approx(16 / 9, abs=0.02)
    sent = room.stack.relay.requests[-1].body["generationConfig"]["imageConfig"]
    assert sent.get("imageSize") != "4K"


async def test_values_are_suggested_by_the_bot(room: Room):
    """While one types; the chosen one is what goes out."""
    form = await room.command("imagine", "a lake")
    await form.get_by_role("button", name="model").click()
    field = form.get_by_role("combobox", name="model")
    await field.press_sequentially("lite")
    offered = form.get_by_role("option")
    await expect(offered).to_have_count(1)
    await expect(offered).to_contain_text("Gemini 3.1 Flash-Lite Image")
    await expect(field).to_have_attribute("aria-expanded", "true")
    await room.tab.keyboard.press("Enter")
    await expect(field).to_have_value("gemini-3.1-flash-lite-image")
    await room.tab.keyboard.press("Enter")
    await room.picture(0)
    assert room.stack.relay.requests[-1].model == "gemini-3.1-flash-lite-image"


async def test_yes_or_no_is_an_option_too(room: Room):
    """A private picture is seen by whoever asked, and gone for the other member."""
    form = await room.command("imagine", "a secret")
    await form.get_by_role("button", name="private").click()
    await form.get_by_role("combobox", name="private").select_option("Yes")
    await form.get_by_role("button", name="Send").click()
    made = await room.picture(0)
    await expect(made).to_contain_text("Only you can see this")
    await room.become("ben")
    await expect(room.messages).to_have_count(0)
    await room.become("anna")
    await room.picture(0)


async def test_an_attachment_is_chosen(room: Room):
    """By the option's own button; it reaches the model."""
    form = await room.command("edit", "blur it")
    await form.get_by_role("button", name="image", exact=True).click()
    choose = form.get_by_role("button", name="Choose a file")
    await expect(choose).to_be_focused()
    await pick(room.tab, choose, file("orange.png"))
    await form.get_by_role("button", name="Remove orange.png").wait_for()
    await form.get_by_role("button", name="Send").click()
    await room.picture(0)
    (picture,) = room.channel.messages[0].pictures
    assert (picture.width, picture.height) == (64, 48)


async def test_attachments_are_pasted_and_dropped_into_a_command(room: Room):
    """Each takes the next option that is free."""
    form = await room.command("imagine", "a collage")
    await paste(room.tab, png("teal", (96, 32)))
    await form.get_by_role("button", name="Remove image.png").wait_for()
    await drop(room.tab.get_by_role("main"), "dropped.png")
    await form.get_by_role("button", name="Remove dropped.png").wait_for()
    await form.get_by_role("textbox", name="prompt").press("Enter")
    await room.picture(0)
    parts = room.stack.relay.requests[-1].body["contents"][0]["parts"]
    assert sum("inlineData" in part for part in parts) == 2
