"""Who one is, and where: members, channels, threads, direct messages."""

import re

import pytest

from tests.browser.conftest import Room
from tests.browser.hands import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_each_member_reads_the_page_in_their_language(room: Room):
    """With the commands' names, and the language told to the browser."""
    await room.become("ben")
    await room.tab.get_by_role("textbox", name=f"发消息到 #{room.channel.name}").wait_for()
    assert await room.tab.locator("html").get_attribute("lang") == "zh-CN"
    await room.write.fill("/")
    await room.tab.get_by_role("option", name="/画图").wait_for()
    await room.become("anna")
    await room.tab.get_by_role("textbox", name=f"Message #{room.channel.name}").wait_for()
    assert await room.tab.locator("html").get_attribute("lang") == "en-US"


async def test_each_language_is_called_as_its_speakers_do(room: Room):
    """Beside the members, among whom one chooses."""
    people = room.sidebar.get_by_role("radio")
    await expect(people.filter(has_text="anna")).to_contain_text("English")
    await expect(people.filter(has_text="ben")).to_contain_text("中文")


async def test_a_moderator_deletes_what_others_wrote(room: Room):
    """By the message's menu; it goes without a reload."""
    await room.stack.ben.send(room.channel, "not for here")
    await room.choose(room.messages.nth(0), "Delete message")
    await expect(room.messages).to_have_count(0)
    assert room.channel.messages == []


async def test_another_member_deletes_only_their_own(room: Room):
    """The menu offers nothing else."""
    await room.stack.anna.send(room.channel, "by anna")
    await room.stack.ben.send(room.channel, "by ben")
    await room.become("ben")
    menu = await room.menu(room.messages.filter(has_text="by anna"))
    await menu.get_by_role("menuitem", name="回复").wait_for()
    assert await menu.get_by_role("menuitem", name="删除消息").count() == 0
    await room.tab.keyboard.press("Escape")
    await room.choose(room.messages.filter(has_text="by ben"), "删除消息")
    await expect(room.messages).to_have_count(1)


async def test_an_age_restricted_channel_is_marked_and_used(room: Room):
    """In the sidebar and at the head; pictures are made there too."""
    await room.go("after-dark")
    place = room.sidebar.get_by_role("button", name="after-dark")
    await expect(place).to_have_attribute("aria-current", "page")
    await place.get_by_title("Age-restricted").wait_for()
    await room.tab.get_by_role("main").get_by_title("Age-restricted").wait_for()
    await room.make_picture()


async def test_where_the_bot_lacks_a_permission_one_reads_which(room: Room):
    """A sentence that says who can mend it, instead of a picture; nothing was asked of a model."""
    await room.go("no-files")
    asked = len(room.stack.relay.requests)
    await room.command("imagine", "a lake")
    await room.tab.keyboard.press("Enter")
    answer = room.messages.filter(has_text="I lack a permission here")
    await expect(answer).to_contain_text("attach files")
    await expect(answer).to_contain_text("A moderator can give it to me.")
    assert len(room.stack.relay.requests) == asked


async def test_direct_messages_are_answered_and_ones_own(room: Room):
    """Without a mention; the other member has their own."""
    await room.go("Atelier")
    await room.send("Good morning!")
    await room.messages.filter(has_text="“Good morning!”").wait_for()
    await room.become("ben")
    await room.go("Atelier")
    assert await room.messages.count() == 0


async def test_a_thread_is_opened_below_a_message(room: Room):
    """Named in a form, written in, and left by the channel's name at the head."""
    await room.stack.ben.send(room.channel, "Let us talk")
    await room.choose(room.messages.nth(0), "Create thread")
    form = room.tab.get_by_role("dialog", name="Create thread")
    name = form.get_by_label("Thread name")
    await expect(name).to_have_value("Let us talk")
    await name.fill("aside")
    await form.get_by_role("button", name="Create").click()
    await room.tab.get_by_role("textbox", name="Message #aside").wait_for()
    await room.send("in here")
    await room.messages.filter(has_text="in here").wait_for()
    await room.tab.get_by_role("main").get_by_role("button", name=room.channel.name).click()
    await room.messages.nth(0).get_by_role("link", name="aside").click()
    await room.messages.filter(has_text="in here").wait_for()
    (thread,) = room.channel.threads
    assert "in here" in [message.text for message in thread.messages]


async def test_news_elsewhere_are_marked_until_they_are_read(room: Room):
    """For the eye, and in words."""
    other = room.stack.guild.create_text_channel("far-away")
    place = room.sidebar.get_by_role("button", name="far-away")
    await place.wait_for()
    await room.stack.ben.send(other, "news")
    await expect(place).to_have_accessible_name(re.compile(r"^far-away\s*unread$"))
    await room.go("far-away")
    await expect(place).to_have_accessible_name("far-away")
