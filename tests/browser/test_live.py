"""What changes while one looks on, without a reload: edits, streams, times, the bot itself."""

import re
from pathlib import Path

import pytest

from demo.page import Page
from demo.relay import faults
from tests.browser.conftest import Room
from tests.browser.hands import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

AWAY = "The bot is away. It comes back by itself."


async def test_a_painting_line_ticks_and_becomes_the_picture(room: Room):
    """In one message, on the page that was open all the time."""
    await room.tab.evaluate("window.isSamePage = true")
    room.stack.relay.next(faults.slow(3.0))
    await room.command("imagine", "a lake at night")
    await room.tab.keyboard.press("Enter")
    line = room.messages.nth(0)
    await expect(line).to_contain_text("is painting · started")
    place = await line.get_attribute("id")
    await expect(line).to_contain_text("1 second ago")
    await expect(line).to_contain_text("2 seconds ago")
    made = await room.picture(0)
    await expect(made).not_to_contain_text("is painting")
    assert await made.get_attribute("id") == place
    assert await room.tab.evaluate("window.isSamePage")


async def test_an_answer_in_words_grows_as_it_comes(room: Room):
    """First its beginning, which says that there is more and can be stopped; then all of it."""
    await room.command("chat", "Tell me something long")
    await room.tab.keyboard.press("Enter")
    await room.messages.nth(0).get_by_role("link", name="Tell me something long").click()
    answer = room.messages.filter(has_text="I am a demo")
    await expect(answer).to_contain_text(re.compile(r"…\s*(\(edited\))?\s*Stop\s*$"))
    await expect(answer).to_contain_text("user: “Tell me something long”")
    await expect(answer).not_to_contain_text(re.compile(r"…\s*(\(edited\))?\s*(Stop)?\s*$"))
    await expect(answer.get_by_role("button", name="Stop")).to_have_count(0)
    assert await answer.count() == 1


async def test_what_others_do_is_seen_at_once(room: Room):
    """They write, edit and delete."""
    sent = await room.stack.ben.send(room.channel, "first thought")
    message = room.messages.nth(0)
    await expect(message).to_contain_text("first thought")
    await room.stack.ben.edit(sent, "second thought")
    await expect(message).to_contain_text("second thought (edited)")
    await room.stack.ben.delete(sent)
    await expect(room.messages).to_have_count(0)


async def test_whoever_writes_is_shown_as_typing(room: Room):
    """Until the message is there."""
    await room.stack.ben.typing(room.channel)
    typing = room.tab.get_by_text("ben is typing…")
    await typing.wait_for()
    await room.stack.ben.send(room.channel, "there")
    await typing.wait_for(state="detached")


@pytest.mark.parametrize(
    ("switch", "line"),
    [
        ("Cut the connection", "taken up again: {resumed}"),
        ("Cut it, and forget the session", "Sessions: {identified}"),
    ],
)
async def test_a_gateway_that_drops_is_taken_up_again(room: Room, switch: str, line: str):
    """With the same session or a new one; what is asked afterwards is answered."""
    gateway = room.stack.discord.gateway
    expected = line.format(resumed=gateway.resumed + 1, identified=gateway.identified + 1)
    await room.look_behind("Switches")
    await room.panel.get_by_role("button", name=switch, exact=True).click()
    await room.panel.get_by_text(expected).wait_for()
    await room.panel.get_by_text("The bot is connected.").wait_for()
    await room.make_picture()


async def test_the_bot_is_restarted_while_the_page_is_open(room: Room):
    """It is told to be away; the messages stay, and their buttons work afterwards."""
    made = await room.make_picture()
    await room.tab.evaluate("window.isSamePage = true")
    away = room.tab.get_by_role("status").filter(has_text=AWAY)
    await room.demo.bot.stop()
    try:
        await away.wait_for()
        await expect(made.get_by_role("img")).to_be_visible()
    finally:
        await room.demo.bot.__aenter__()
        await room.stack.ready()
    await away.wait_for(state="detached")
    await made.get_by_role("button", name="Redo").click()
    await room.picture(1)
    await made.get_by_role("button", name="Edit").click()
    await room.tab.get_by_role("dialog", name="Edit this picture").wait_for()
    assert await room.tab.evaluate("window.isSamePage")


async def test_a_press_without_the_bot_is_told_to_have_failed(room: Room):
    """As Discord does after three seconds."""
    room.forgiven.append("status of 400")
    made = await room.make_picture()
    await room.demo.bot.stop()
    try:
        await made.get_by_role("button", name="Redo").click()
        failed = room.tab.get_by_role("status").filter(has_text="This interaction failed")
        await expect(failed).to_contain_text("The application did not respond")
    finally:
        await room.demo.bot.__aenter__()
        await room.stack.ready()


async def test_a_demo_that_has_ended_is_told(room: Room):
    """What was shown stays."""
    room.forgiven.append("Failed to load resource")
    await room.stack.anna.send(room.channel, "still here")
    async with Page(room.stack.discord, room.stack.relay, Path("none.db")) as other:
        await room.tab.goto(f"{other.url}#{room.stack.anna.id}/{room.channel.id}")
        await room.messages.nth(0).wait_for()
    lost = room.tab.get_by_role("status").filter(has_text="The demo has ended")
    await lost.wait_for()
    await expect(room.messages.nth(0)).to_contain_text("still here")
