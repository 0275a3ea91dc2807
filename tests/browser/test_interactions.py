"""Message menus, buttons, menus of choices, forms with files, pictures in full size."""

from typing import Any

import pytest

from demo.relay import faults
from tests.browser.conftest import Room
from tests.browser.hands import expect, file, paste, pick, png

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def edited_in_form(room: Room, words: str) -> None:
    """Fill the edit form in and send it."""
    form = room.tab.get_by_role("dialog", name="Edit this picture")
    await form.get_by_label("What should change?").fill(words)
    await form.get_by_role("button", name="Submit").click()
    await form.wait_for(state="detached")


async def several(room: Room, count: int) -> Any:
    """Make several pictures at once; return their message."""
    form = await room.command("imagine", "hills at noon")
    await form.get_by_role("button", name="count").click()
    await form.get_by_role("spinbutton", name="count").fill(str(count))
    await room.tab.keyboard.press("Enter")
    await expect(room.messages.nth(0).get_by_role("img")).to_have_count(count)
    return room.messages.nth(0)


async def test_anybodys_picture_is_edited_by_the_apps_menu(room: Room):
    """The bot's form asks what should change."""
    await room.stack.ben.send(room.channel, "mine", files=[("a.png", png())])
    menu = await room.menu(room.messages.nth(0))
    await menu.get_by_text("Apps · Atelier").wait_for()
    await menu.get_by_role("menuitem", name="Edit picture").click()
    await edited_in_form(room, "rotate left")
    await room.picture(1)
    (picture,) = room.channel.messages[1].pictures
    assert (picture.width, picture.height) == (48, 64)


async def test_a_right_press_opens_the_menu_too(room: Room):
    """On a message without a picture the bot says that there is nothing to change."""
    await room.stack.ben.send(room.channel, "only words")
    await room.tab.get_by_text("only words", exact=True).click(button="right")
    await room.tab.get_by_role("menuitem", name="Edit picture").click()
    await room.messages.filter(has_text="There is no picture to change here.").wait_for()


async def test_own_messages_are_edited_in_a_form(room: Room):
    """The message says that it was edited."""
    await room.send("helo")
    await room.choose(room.messages.nth(0), "Edit message")
    form = room.tab.get_by_role("dialog", name="Edit message")
    field = form.get_by_role("textbox")
    await expect(field).to_have_value("helo")
    await field.fill("hello")
    await form.get_by_role("button", name="Save").click()
    await expect(room.messages.nth(0)).to_contain_text("hello (edited)")


async def test_the_whole_text_of_a_message_is_copied(room: Room):
    """As it was written."""
    words = "**All** of it.\n" * 50
    await room.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await room.stack.ben.send(room.channel, words)
    await room.choose(room.messages.nth(0), "Copy text")
    await room.tab.wait_for_function(
        "async words => await navigator.clipboard.readText() === words", arg=words
    )
    await room.write.focus()
    await room.tab.keyboard.press("Control+v")
    await expect(room.write).to_have_value(words)


async def test_a_form_takes_files_and_choices(room: Room):
    """Chosen and pasted; all of it goes to the model beside the picture."""
    made = await room.make_picture()
    await made.get_by_role("button", name="Edit").click()
    form = room.tab.get_by_role("dialog", name="Edit this picture")
    choose = form.get_by_role("button", name="Choose a file")
    await pick(room.tab, choose, file("a.png"), file("b.png"))
    await form.get_by_role("button", name="Remove a.png").click()
    await form.get_by_label("What should change?").fill("a collage")
    await paste(room.tab, png("teal"))
    await expect(form.get_by_role("button", name="Remove")).to_have_count(2)
    await form.get_by_label("Width to height").select_option("1:1")
    await form.get_by_role("button", name="Submit").click()
    await room.picture(1)
    turn = room.stack.relay.requests[-1].body["contents"][-1]
    assert sum("inlineData" in part for part in turn["parts"]) == 2
    (picture,) = room.channel.messages[1].pictures
    assert picture.width == picture.height


async def test_a_form_says_which_files_it_does_not_take(room: Room):
    """By their names: they are dropped, and the others stay."""
    made = await room.make_picture()
    await made.get_by_role("button", name="Edit").click()
    form = room.tab.get_by_role("dialog", name="Edit this picture")
    choose = form.get_by_role("button", name="Choose a file")
    await pick(room.tab, choose, file("a.PNG"), file("notes.txt"))
    await expect(room.tab.get_by_text("notes.txt is not taken here")).to_be_visible()
    await expect(form.get_by_role("button", name="Remove")).to_have_count(1)


async def test_a_form_with_an_empty_field_stays_open(room: Room):
    """The field that is needed gets the focus; nothing is sent."""
    made = await room.make_picture()
    await made.get_by_role("button", name="Edit").click()
    form = room.tab.get_by_role("dialog", name="Edit this picture")
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_label("What should change?")).to_be_focused()
    await form.get_by_role("button", name="Cancel").click()
    await form.wait_for(state="detached")
    assert len(room.channel.messages) == 1


async def test_redo_makes_another_one(room: Room):
    """It stands below."""
    made = await room.make_picture()
    await made.get_by_role("button", name="Redo").click()
    await room.picture(1)
    assert len(room.channel.messages[1].pictures) == 1


async def test_a_picture_that_is_being_painted_is_cancelled(room: Room):
    """It is kept instead of shown, and the message says so."""
    room.stack.relay.next(faults.slow(2.0))
    await room.command("imagine", "a slow sunset")
    await room.tab.keyboard.press("Enter")
    painting = room.messages.nth(0)
    await painting.get_by_role("button", name="Cancel").click()
    await room.messages.filter(has_text="It is being painted already").wait_for()
    await expect(painting).to_contain_text("The picture is kept.")
    await painting.get_by_role("button", name="Show it").click()
    await expect(room.messages.get_by_role("img")).to_have_count(1)


async def test_the_original_is_handed_out(room: Room):
    """To whoever asked, as it came from the model."""
    made = await room.make_picture()
    await made.get_by_role("button", name="More", exact=True).click()
    await room.tab.get_by_role("button", name="Download original").click()
    original = room.messages.nth(2)
    await original.get_by_role("img").wait_for()
    await expect(original).to_contain_text("Only you can see this")


async def test_one_of_several_pictures_is_asked_for(room: Room):
    """Each has a button; the answer takes the place of the question."""
    made = await several(room, 2)
    await room.choose(made, "Reply")
    await room.tab.keyboard.type("rotate left")
    await room.tab.keyboard.press("Enter")
    question = room.messages.nth(2)
    await expect(question).to_contain_text("That message has 2 pictures.")
    await question.get_by_role("button", name="2").click()
    await room.picture(2)


async def test_a_version_is_gone_back_to(room: Room):
    """Chosen in a list with a tree and thumbnails that its caller alone sees; all are told."""
    made = await room.make_picture()
    await room.choose(made, "Reply")
    await room.tab.keyboard.type("make it black and white")
    await room.tab.keyboard.press("Enter")
    await room.picture(2)
    await room.command("history")
    await room.tab.keyboard.press("Enter")
    listed = room.messages.filter(has_text="Versions")
    await expect(listed.get_by_role("img")).to_have_count(3)
    await expect(listed).to_contain_text("Only you can see this")
    choice = listed.get_by_role("combobox", name="Go on from …")
    await choice.select_option(label="1 · a lake at night")
    told = room.messages.filter(has_text="went back to version 1")
    await told.wait_for()
    await expect(listed).to_contain_text("1 · ◀ now")
    await room.become("ben")
    await told.wait_for()
    await expect(listed).to_have_count(0)


async def test_pictures_hang_side_by_side_with_their_alt_text(room: Room):
    """It is shown while the pointer rests on one."""
    made = await several(room, 3)
    tiles = made.locator(".tile")
    texts = [picture.description for picture in room.channel.messages[0].pictures]
    assert all(texts)
    for place, text in enumerate(texts):
        tile = tiles.nth(place)
        await tile.hover()
        await expect(tile).to_have_attribute("title", text)
        await expect(tile.get_by_role("img")).to_have_attribute("alt", text)
        await expect(tile.get_by_text("ALT")).to_be_visible()


async def test_pictures_are_gone_through_in_full_size(room: Room):
    """By arrows and buttons; a press beside the picture closes."""
    made = await several(room, 2)
    await made.locator(".tile").first.click()
    viewer = room.tab.get_by_role("dialog")
    shown = viewer.get_by_role("img")
    first, second = room.channel.messages[0].pictures
    await expect(shown).to_have_js_property("naturalWidth", first.width)
    before = await shown.get_attribute("src")
    await room.tab.keyboard.press("ArrowRight")
    await expect(shown).not_to_have_attribute("src", before)
    await expect(shown).to_have_js_property("naturalHeight", second.height)
    await viewer.get_by_role("button", name="Previous").click()
    await expect(shown).to_have_attribute("src", before)
    await viewer.get_by_role("figure").click(position={"x": 100, "y": 8})
    await viewer.wait_for(state="detached")
