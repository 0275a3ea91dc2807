"""Who somebody is in the demo's community, and what they see and may there."""

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest.mark.parametrize(
    ("name", "standing", "may"),
    [
        ("anna", "Owner · English", "May: Manage Server, Manage Messages"),
        ("mika", "Moderator · English", "May: Manage Messages"),
        ("zoe", "Patron · English", "May: what everybody may"),
        ("ben", "中文", "权限: 与所有人相同"),
    ],
)
async def test_each_member_reads_what_they_may(room: Room, name: str, standing: str, may: str):
    """Beside their name, when one is them."""
    await room.become(name)
    member = room.sidebar.get_by_role("radio", name=name)
    await expect(member).to_contain_text(standing)
    await expect(member).to_contain_text(may)


async def test_the_log_is_for_moderators(room: Room):
    """Others do not see that there is one."""
    log = room.sidebar.get_by_role("button", name="atelier-log")
    await expect(room.sidebar.get_by_text("Staff", exact=True)).to_be_visible()
    await expect(log).to_be_visible()
    await room.become("mika")
    await expect(log).to_be_visible()
    for name in ("zoe", "ben"):
        await room.become(name)
        await expect(log).to_have_count(0)
        await expect(room.sidebar.get_by_text("Staff", exact=True)).to_have_count(0)


async def test_rooms_stand_below_their_category(room: Room):
    """Those of none come first."""
    headings = await room.sidebar.get_by_role("heading", level=2).all_inner_texts()
    assert headings[:3] == ["Channels", "More rooms", "Staff"]


async def test_a_role_is_mentioned_by_its_name(room: Room):
    """It is offered while one types, and drawn in its colour."""
    await room.write.press_sequentially("hello @Pat")
    await room.tab.get_by_role("option", name="@Patron").click()
    await room.tab.keyboard.press("Enter")
    mention = room.messages.nth(0).locator("discord-mention")
    await expect(mention).to_contain_text("Patron")
    await expect(mention).to_have_attribute("color", "#e0a030")
    (message,) = room.channel.messages
    assert message.text.strip() == f"hello {room.stack.community.patrons.mention}"


async def test_a_press_on_a_name_tells_who_that_is(room: Room):
    """With the left button or the right one."""
    await room.stack.community.zoe.send(room.channel, "hi")
    name = room.messages.nth(0).get_by_role("button", name="zoe")
    for button in ("left", "right"):
        await name.click(button=button)
        menu = room.tab.get_by_role("menu", name="zoe")
        await menu.get_by_text("zoe · Patron").wait_for()
        await room.tab.keyboard.press("Escape")
        await menu.wait_for(state="detached")


async def test_the_owner_lets_a_role_in_and_then_all(room: Room):
    """By the panel's menus: whoever the rule is about reads who they would have to be."""
    await room.command("settings panel")
    await room.tab.keyboard.press("Enter")
    panel = room.messages.filter(has_text="Settings of this server")
    await panel.get_by_role("combobox").select_option(label="👥 Who")
    page = room.messages.filter(has_text="Who may use me.")
    await page.locator("summary").first.click()
    await page.get_by_label("@Patron").check()
    await page.get_by_role("button", name="Submit").click()
    await room.messages.filter(has_text="Changed: Roles").wait_for()
    try:
        await room.become("mika")
        await room.command("imagine", "a lake")
        await room.tab.keyboard.press("Enter")
        refused = room.messages.filter(has_text="you need one of these roles")
        await expect(refused.locator("discord-mention", has_text="Patron")).to_be_visible()
        await room.become("zoe")
        await room.make_picture()
    finally:
        await room.become("anna")
        await page.locator("summary").first.click()
        await page.get_by_label("@Patron").uncheck()
        await page.get_by_role("button", name="Submit").click()
        await expect(page).to_contain_text("Roles: everyone")
    await room.become("mika")
    await room.make_picture()
