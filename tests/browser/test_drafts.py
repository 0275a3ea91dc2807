"""What was typed and is not sent yet: it has room, and nothing throws it away unasked."""

from typing import Any

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import expect, file, pick

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PHONE, TABLET, DESK = (390, 844), (820, 1180), (1440, 900)
SCREENS = pytest.mark.parametrize("screen", [PHONE, TABLET, DESK], ids=["phone", "tablet", "desk"])
LINES = [f"line {number} of what should change" for number in range(60)]
MOST_OF_A_SCREEN = 0.5


async def show(room: Room, width: int, height: int) -> None:
    """Give the window a size, and the page time to lay itself out."""
    await room.tab.set_viewport_size({"width": width, "height": height})
    await room.tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


async def size(field: Any) -> tuple[float, float]:
    """Return width and height."""
    box = await field.bounding_box()
    return box["width"], box["height"]


async def edit_form(room: Room) -> Any:
    """Open the form that edits a new picture."""
    made = await room.make_picture()
    await made.get_by_role("button", name="Edit").click()
    form = room.tab.get_by_role("dialog", name="Edit this picture")
    await form.wait_for()
    return form


async def is_asked(form: Any) -> None:
    """Wait for the question, and see that it fits."""
    await expect(form.get_by_role("alert")).to_contain_text("once more")
    await expect(form.get_by_role("alert")).to_be_in_viewport(ratio=1)


@SCREENS
async def test_a_field_of_a_form_grows_and_never_shrinks(room: Room, screen: tuple[int, int]):
    """Up to a part of the screen; what sends it stays in sight, also above a phone's keyboard."""
    await show(room, *screen)
    form = await edit_form(room)
    field, submit = form.get_by_label("What should change?"), form.get_by_role("button").last
    heights = [(await size(field))[1]]
    for words in ("\n".join(LINES[:7]), "\n".join(LINES), "short again"):
        await field.fill(words)
        heights.append((await size(field))[1])
    await pick(room.tab, form.get_by_role("button", name="Choose a file"), file("a.png"))
    await form.get_by_role("button", name="Remove a.png").wait_for()
    for height in (screen[1] // 2, screen[1]):
        await show(room, screen[0], height)
        heights.append((await size(field))[1])
        await expect(submit).to_be_in_viewport(ratio=1)
    assert heights == sorted(heights)
    assert heights[0] < heights[1] < heights[-1] < screen[1] * MOST_OF_A_SCREEN


async def test_a_field_gets_higher_where_its_lines_get_shorter(room: Room):
    """When a window becomes narrow, and when a text is there from the beginning."""
    await show(room, *DESK)
    await room.stack.anna.send(room.channel, " ".join(LINES[:7]))
    await room.choose(room.messages.nth(0), "Edit message")
    field = room.tab.get_by_role("dialog").get_by_role("textbox")
    before = (await size(field))[1]
    await show(room, 320, 900)
    await room.tab.wait_for_function(
        "field => field.scrollHeight <= field.clientHeight", arg=await field.element_handle()
    )
    assert (await size(field))[1] > before


@SCREENS
async def test_the_prompt_of_a_command_keeps_its_room(room: Room, screen: tuple[int, int]):
    """However many options come beside it; what sends it stays in sight."""
    await show(room, *screen)
    form = await room.command("imagine")
    prompt, send = (
        form.get_by_role("textbox", name="prompt"),
        form.get_by_role("button", name="Send"),
    )
    empty = await size(prompt)
    await prompt.fill(" ".join(LINES[:8]))
    full = await size(prompt)
    assert full[0] == empty[0]
    assert empty[1] < full[1] < screen[1] * MOST_OF_A_SCREEN
    for option in ("aspect", "size", "count", "model", "image", "image2"):
        await form.get_by_role("button", name=option, exact=True).click()
        assert await size(prompt) == full
    for height in (screen[1] // 2, screen[1]):
        await show(room, screen[0], height)
        await expect(send).to_be_in_viewport(ratio=1)
    assert await size(prompt) == full


async def test_line_breaks_of_an_option_become_blanks(room: Room):
    """It is one line, and Enter sends it."""
    await room.command("imagine")
    await room.tab.keyboard.insert_text("a lake\nat night")
    await room.tab.keyboard.press("Enter")
    await room.picture(0)
    (turn,) = room.stack.relay.requests[-1].body["contents"]
    assert turn["parts"][-1]["text"] == "a lake at night"


@pytest.mark.parametrize("way", ["Escape", "Close", "Cancel"])
async def test_what_was_typed_is_not_thrown_away_unasked(room: Room, way: str):
    """The next one throws it away, unless something more was typed in between."""
    form = await edit_form(room)
    field = form.get_by_label("What should change?")

    async def leave() -> None:
        if way == "Escape":
            await room.tab.keyboard.press("Escape")
        else:
            await form.get_by_role("button", name=way).click()

    await field.press_sequentially("make it")
    await leave()
    await is_asked(form)
    await field.press_sequentially(" rain")
    await expect(form.get_by_role("alert")).to_be_empty()
    await leave()
    await is_asked(form)
    await expect(field).to_have_value("make it rain")
    await leave()
    await form.wait_for(state="detached")


@pytest.mark.parametrize("filled", ["file", "choice"])
async def test_what_was_chosen_is_not_thrown_away_unasked(room: Room, filled: str):
    """A file, or one of several answers."""
    form = await edit_form(room)
    if filled == "file":
        await pick(room.tab, form.get_by_role("button", name="Choose a file"), file("a.png"))
    else:
        await form.get_by_label("Width to height").select_option("1:1")
    await room.tab.keyboard.press("Escape")
    await is_asked(form)
    await room.tab.keyboard.press("Escape")
    await form.wait_for(state="detached")


async def test_a_form_without_anything_in_it_closes_at_once(room: Room):
    """There is nothing to ask about."""
    form = await edit_form(room)
    await room.tab.keyboard.press("Escape")
    await form.wait_for(state="detached")


async def test_a_press_beside_a_form_leaves_it_open(room: Room):
    """With all that was typed."""
    form = await edit_form(room)
    field = form.get_by_label("What should change?")
    await field.fill("make it rain")
    await room.tab.mouse.click(8, 8)
    await expect(field).to_have_value("make it rain")
    await expect(form).to_be_visible()


@pytest.mark.parametrize("way", ["Escape", "Cancel", "Reply"])
async def test_a_command_is_not_given_up_unasked(room: Room, way: str):
    """By a key, by its button, or for a reply; the next one gives it up."""
    await room.stack.ben.send(room.channel, "a question")
    form = await room.command("imagine", "half a thought")

    async def leave() -> None:
        if way == "Escape":
            await form.get_by_role("textbox").press("Escape")
        elif way == "Cancel":
            await form.get_by_role("button", name="Cancel").click()
        else:
            await room.choose(room.messages.nth(0), "Reply")

    await leave()
    await is_asked(form)
    await expect(form.get_by_role("textbox")).to_have_value("half a thought")
    await leave()
    await form.wait_for(state="detached")
    await expect(room.write).to_be_focused()


async def test_a_command_that_was_begun_stays_with_its_channel(room: Room):
    """It is there again when one comes back."""
    form = await room.command("imagine", "half a thought")
    await room.go("art")
    await expect(form).to_have_count(0)
    await room.sidebar.get_by_role("button", name=room.channel.name).click()
    await expect(form.get_by_role("textbox", name="prompt")).to_have_value("half a thought")


async def test_a_command_that_did_not_arrive_is_there_again(room: Room):
    """With what was typed, to be sent once more."""
    room.forgiven.append("Failed to load resource")
    form = await room.command("imagine", "a lake at night")
    await room.tab.route("**/do/slash", lambda route: route.abort())
    await room.tab.keyboard.press("Enter")
    await room.tab.get_by_role("status").filter(has_text="Failed to fetch").wait_for()
    await expect(form.get_by_role("textbox", name="prompt")).to_have_value("a lake at night")
    await room.tab.unroute("**/do/slash")
    await form.get_by_role("button", name="Send").click()
    await room.picture(0)
