"""Behind the scenes: what went over the wire, the jobs, the books, the switches."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from demo.relay import Fault
from tests.browser.conftest import Demo, Room
from tests.browser.hands import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WITH_RETRIES_MS = 60_000
"""The bot asks a relay that is busy several times, and for another model too."""


@pytest_asyncio.fixture(loop_scope="session", autouse=True)
async def good_again(demo: Demo) -> AsyncIterator[None]:
    """Leave the relay without a fault, whatever a test came to."""
    yield
    demo.stack.relay.fault = Fault()


async def test_the_panel_is_closed_at_first(room: Room):
    """It asks for nothing until it is opened; Escape closes it and gives the focus back."""
    asked: list[str] = []
    room.tab.on("request", lambda request: asked.append(request.url))
    await room.open()
    opener = room.tab.get_by_role("button", name="Behind the scenes")
    await expect(opener).to_have_attribute("aria-expanded", "false")
    await expect(room.panel).to_be_hidden()
    assert not [url for url in asked if "/panel/" in url]
    await opener.click()
    await room.panel.get_by_role("tab", name="Relay", selected=True).wait_for()
    await expect(opener).to_have_attribute("aria-expanded", "true")
    await room.panel.get_by_role("tab", name="Relay").focus()
    await room.tab.keyboard.press("Escape")
    await expect(room.panel).to_be_hidden()
    await expect(opener).to_be_focused()
    await expect(opener).to_have_attribute("aria-expanded", "false")


async def test_an_edit_shows_every_turn_with_its_parts(room: Room):
    """Roles, words, thumbnails, the signatures' lengths, the settings; what came back too."""
    made = await room.make_picture()
    await room.choose(made, "Reply")
    await room.tab.keyboard.type("tint it blue")
    await room.tab.keyboard.press("Enter")
    await room.picture(2)
    await room.look_behind("Relay")
    request = room.panel.get_by_role("group").first
    await expect(request).to_contain_text("gemini-3-pro-image-preview")
    await expect(request).to_contain_text("200")
    await expect(request).to_contain_text("billed")
    await request.locator("summary").first.click()
    sent = room.panel.locator(".content")
    await expect(sent.filter(has_text="a lake at night").first).to_contain_text("user")
    await expect(sent.filter(has_text="tint it blue").first).to_contain_text("user")
    model = sent.filter(has_text="model").first
    await expect(model).to_contain_text(re.compile(r"signature [\d,]+ chars"))
    thumbnails = room.panel.get_by_role("img", name=re.compile(r"^image.\w+ \d+x\d+"))
    await thumbnails.nth(1).wait_for()
    for thumbnail in await thumbnails.all():
        await thumbnail.scroll_into_view_if_needed()
        await expect(thumbnail).not_to_have_js_property("naturalWidth", 0)
    await room.panel.get_by_text("settings").click()
    await room.panel.get_by_text("responseModalities").wait_for()
    await room.panel.get_by_text("STOP").wait_for()


async def test_a_job_goes_through_its_states(room: Room):
    """It is told to be sent while the model paints, and posted at the end."""
    await room.look_behind("Jobs")
    await room.look_behind("Switches")
    await room.panel.get_by_label("slow").check()
    await room.look_behind("Jobs")
    await room.command("imagine", "a lake")
    await room.tab.keyboard.press("Enter")
    newest = room.panel.get_by_role("row").nth(1)
    await expect(newest.get_by_role("cell", name="sent")).to_be_visible()
    await expect(newest.get_by_role("cell", name="anna")).to_be_visible()
    await expect(newest.get_by_role("cell", name="posted")).to_be_visible()
    await room.picture(0)
    await room.look_behind("Relay")
    await expect(room.panel.get_by_role("group").first).to_contain_text("slow")
    assert room.stack.relay.requests[-1].seconds >= 5
    await room.look_behind("Switches")
    await room.panel.get_by_label("good").check()


async def test_the_ledger_books_what_was_reserved_and_settled(room: Room):
    """With whose it is, and how many pictures."""
    await room.make_picture()
    await room.look_behind("Ledger")
    rows = room.panel.get_by_role("row")
    settled, reserved = rows.nth(1), rows.nth(2)
    await expect(settled.get_by_role("cell", name="settle")).to_be_visible()
    await expect(settled.get_by_role("cell", name="1", exact=True)).to_be_visible()
    await expect(reserved.get_by_role("cell", name="reserve")).to_be_visible()
    await expect(reserved.get_by_role("cell", name="anna")).to_be_visible()


@pytest.mark.parametrize(
    ("fault", "status", "sentence"),
    [
        ("429", 429, "The picture service is busy."),
        ("503", 503, "The picture service is busy."),
        ("refuses", 200, "The model can't show its picture"),
        ("HTML", 502, "The picture service broke down over this."),
        ("cut", 200, "The connection to the picture service broke"),
    ],
)
async def test_a_switch_does_what_it_says(room: Room, fault: str, status: int, sentence: str):
    """To the next request, of which one reads in a sentence; switched back, it works again."""
    await room.look_behind("Switches")
    await room.panel.get_by_label(fault).check()
    form = await room.command("imagine", f"a lake, {fault}")
    # The fewer models stand in for one, the sooner the bot gives up.
    await form.get_by_role("button", name="model").click()
    await form.get_by_role("combobox", name="model").press_sequentially("lite")
    await expect(form.get_by_role("option")).to_have_count(1)
    await room.tab.keyboard.press("Enter")
    await room.tab.keyboard.press("Enter")
    answer = room.messages.nth(0)
    await expect(answer).to_contain_text(sentence, timeout=WITH_RETRIES_MS)
    await room.look_behind("Relay")
    request = room.panel.get_by_role("group").first
    await expect(request).to_contain_text(fault)
    await expect(request).to_contain_text(str(status))
    await room.look_behind("Switches")
    await room.panel.get_by_label("good").check()
    await answer.get_by_role("button", name="Try again").click()
    await expect(room.messages.get_by_role("img")).to_have_count(1)
