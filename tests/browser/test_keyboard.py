"""Everything without a mouse; the focus is where one expects it."""

import re

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

MOST_STEPS = 40


async def step_to(room: Room, key: str, name: str) -> None:
    """Press a key until the focus is on what has this name."""
    for _ in range(MOST_STEPS):
        await room.tab.keyboard.press(key)
        focused = room.tab.locator(":focus")
        if await focused.count() and name in await focused.aria_snapshot():
            return
    pytest.fail(f"{name} is not reached by {key}")


async def test_a_whole_round_without_a_mouse(room: Room):
    """A command, its picture, a reply, the edited picture."""
    # Backwards the composer comes before the many channels of these tests.
    await step_to(room, "Shift+Tab", "Message #")
    await room.tab.keyboard.type("/ima")
    await room.tab.get_by_role("option", name="/imagine").wait_for()
    await room.tab.keyboard.press("Enter")
    await room.tab.keyboard.type("a lake at night")
    await room.tab.keyboard.press("Enter")
    await room.picture(0)
    await expect(room.write).to_be_focused()
    await step_to(room, "Shift+Tab", "More")
    await step_to(room, "Tab", "Reply")
    await room.tab.keyboard.press("Enter")
    await expect(room.write).to_be_focused()
    await room.tab.keyboard.type("make it black and white")
    await room.tab.keyboard.press("Enter")
    await room.picture(2)
    await expect(room.write).to_be_focused()
    assert room.channel.messages[1].reference_id == room.channel.messages[0].id


async def test_the_focus_comes_back_from_a_form(room: Room):
    """It begins in the first field, stays inside, and is on the button again after Escape."""
    made = await room.make_picture()
    edit = made.get_by_role("button", name="Edit")
    await edit.focus()
    await room.tab.keyboard.press("Enter")
    form = room.tab.get_by_role("dialog", name="Edit this picture")
    field = form.get_by_label("What should change?")
    await expect(field).to_be_focused()
    for _ in range(12):
        await room.tab.keyboard.press("Tab")
        outside = "!document.querySelector('dialog').contains(document.activeElement)"
        beyond = await room.tab.evaluate(f"{outside} && document.activeElement !== document.body")
        assert not beyond
    await room.tab.keyboard.press("Escape")
    await form.wait_for(state="detached")
    await expect(edit).to_be_focused()


async def test_the_focus_stays_on_a_control_that_is_drawn_anew(room: Room):
    """A press that changes its own message does not lose it."""
    for number in range(12):
        await room.stack.anna.send(room.channel, f"line {number}")
    await expect(room.messages).to_have_count(12)
    made = await room.make_picture()
    redo = made.get_by_role("button", name="Redo")
    await redo.focus()
    await room.tab.keyboard.press("Enter")
    await expect(room.messages.get_by_role("img")).to_have_count(2)
    await expect(redo).to_be_focused()


async def test_a_dismissed_answer_leaves_the_focus_in_the_messages(room: Room):
    """On the one that is left."""
    made = await room.make_picture()
    await made.get_by_role("button", name="More", exact=True).focus()
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("button", name="Dismiss message").focus()
    await room.tab.keyboard.press("Enter")
    await expect(room.messages).to_have_count(1)
    await expect(made).to_be_focused()


async def test_members_are_switched_by_the_keyboard(room: Room):
    """The focus stays on who was chosen."""
    ben = room.tab.get_by_role("radio", name="ben")
    await ben.focus()
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("radio", name="ben", checked=True).wait_for()
    await expect(ben).to_be_focused()


async def test_a_channel_is_changed_by_the_keyboard(room: Room):
    """The focus is not lost with the list that is drawn anew."""
    art = room.sidebar.get_by_role("button", name=re.compile(r"^art\b"))
    await art.focus()
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("textbox", name="Message #art").wait_for()
    lost = await room.tab.evaluate("document.activeElement === document.body")
    assert not lost


async def test_a_thread_that_is_entered_takes_the_focus_along(room: Room):
    """To where one writes in it."""
    sent = await room.stack.anna.send(room.channel, "below this")
    await room.stack.anna.start_thread(room.channel, "aside", message=sent)
    await room.messages.nth(0).get_by_role("link", name="aside").focus()
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("textbox", name="Message #aside").wait_for()
    await expect(room.write).to_be_focused()


async def test_the_tabs_of_the_panel_go_by_arrows(room: Room):
    """One is in the order of Tab; the others come by arrows."""
    await room.look_behind("Relay")
    await room.tab.keyboard.press("ArrowRight")
    jobs = room.panel.get_by_role("tab", name="Jobs")
    await expect(jobs).to_be_focused()
    await expect(jobs).to_have_attribute("aria-selected", "true")
    await room.tab.keyboard.press("ArrowLeft")
    await room.tab.keyboard.press("ArrowLeft")
    await expect(room.panel.get_by_role("tab", name="Switches")).to_be_focused()
    await room.tab.keyboard.press("Tab")
    await room.tab.keyboard.press("Tab")
    await expect(room.panel.get_by_label("good")).to_be_focused()
    await room.tab.keyboard.press("ArrowDown")
    await expect(room.panel.get_by_label("slow")).to_be_checked()
    await room.tab.keyboard.press("ArrowUp")
    await expect(room.panel.get_by_label("good")).to_be_checked()
