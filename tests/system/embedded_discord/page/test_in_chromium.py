"""What the page's script does with what it can't know in advance."""

from typing import Any

import pytest

from demo.relay import faults
from tests.system.embedded_discord.page.tabs import Tab

pytestmark = pytest.mark.browser

NOWHERE = 123456789012345678


async def test_a_time_beyond_all_calendars_stays_text(tab: Tab):
    """What comes after it is shown too."""
    stage = tab.browser.stage
    for text in ("<t:9999999999999:R>", "<t:-8640000000000:d>", "after"):
        await stage.anna.send(stage.channel, text)
    await tab.open()
    articles = tab.tab.get_by_role("article")
    await articles.nth(2).wait_for()
    assert await articles.nth(0).locator(".text").inner_text() == "<t:9999999999999:R>"
    assert await articles.nth(1).locator("time.timestamp").count() == 1


async def test_an_address_that_names_no_place_opens_the_first(tab: Tab):
    """It is told."""
    await tab.open(place=NOWHERE)
    assert await tab.tab.locator(".head-name").inner_text() == "art"
    assert "no such place" in await tab.tab.locator(".toast").inner_text()


async def test_a_link_to_nowhere_leads_to_the_first_channel(tab: Tab):
    """The demo is not taken for ended."""
    stage = tab.browser.stage
    links = stage.guild.create_text_channel("links")
    await stage.anna.send(links, f"<#{NOWHERE}>")
    await tab.open(links)
    await tab.tab.locator(".jump").click()
    await tab.tab.locator(".head-name", has_text="art").wait_for()
    assert await tab.tab.locator(".away").count() == 0


async def test_a_quotation_leads_to_a_message_however_old(tab: Tab):
    """Earlier messages are fetched until it is there."""
    stage = tab.browser.stage
    first = await stage.anna.send(stage.channel, "first")
    for number in range(130):
        await stage.anna.send(stage.channel, str(number))
    await stage.anna.send(stage.channel, "again", reply_to=first)
    await tab.open()
    await tab.tab.locator(".quote").click()
    assert await tab.is_in_sight(first.id)


async def test_a_link_leads_to_a_message_of_another_channel(tab: Tab):
    """It stays in sight, though that channel opens at its end."""
    stage = tab.browser.stage
    long = stage.guild.create_text_channel("long")
    sent = [await stage.anna.send(long, f"{number}\nline\nline") for number in range(40)]
    link = f"https://discord.com/channels/{stage.guild.id}/{long.id}/{sent[5].id}"
    await stage.anna.send(stage.channel, link)
    await tab.open()
    await tab.tab.locator(".jump").click()
    assert await tab.is_in_sight(sent[5].id)


async def test_a_link_to_a_message_that_is_gone_is_told(tab: Tab):
    """Nothing else happens."""
    stage = tab.browser.stage
    link = f"https://discord.com/channels/{stage.guild.id}/{stage.channel.id}/{NOWHERE}"
    await stage.anna.send(stage.channel, link)
    await tab.open()
    await tab.tab.locator(".jump").click()
    assert "was deleted" in await tab.tab.locator(".toast").inner_text()


async def test_the_focus_stays_in_the_sidebar(tab: Tab):
    """When a channel is opened, and when it changes because somebody wrote."""
    stage = tab.browser.stage
    other = stage.guild.create_text_channel("other")
    await tab.open()
    await tab.tab.locator(".place").nth(1).press("Enter")
    await tab.tab.locator(".head-name", has_text="other").wait_for()
    assert await tab.focused() == str(other.id)
    await stage.anna.send(stage.channel, "news")
    await tab.tab.locator(".place.unread").wait_for()
    assert await tab.focused() == str(other.id)


async def test_the_focus_stays_on_a_switch(tab: Tab):
    """So that the arrows go on to the next."""
    await tab.open()
    await tab.tab.locator(".panel-button").click()
    await tab.tab.get_by_role("tab", name="Switches").click()
    await tab.tab.get_by_role("radio", name="good").press("ArrowDown")
    await tab.tab.locator("input[data-control=slow][checked]").wait_for()
    assert await tab.focused() == "slow"
    assert tab.browser.relay.fault == faults.slow()


async def test_what_could_not_be_sent_goes_back_to_where_it_was_written(tab: Tab):
    """What is being written elsewhere by then is left alone."""
    stage = tab.browser.stage
    stage.guild.create_text_channel("other")
    held: list[Any] = []

    async def hold(route: Any) -> None:
        held.append(route)

    await tab.tab.route("**/do/send", hold)
    await tab.open()
    write = tab.tab.locator(".write")
    await write.fill("for here")
    await write.press("Enter")
    await tab.tab.locator(".place").nth(1).click()
    await tab.tab.locator(".head-name", has_text="other").wait_for()
    await write.fill("for there")
    await held[0].fulfill(status=400, json={"error": "not now"})
    await tab.tab.locator(".toast").wait_for()
    assert await write.input_value() == "for there"
    await tab.tab.locator(".place").nth(0).click()
    await tab.tab.locator(".head-name", has_text="art").wait_for()
    assert await write.input_value() == "for here"


async def test_without_a_clipboard_nothing_is_offered_to_copy(tab: Tab):
    """Browsers have none on a page that comes from another machine."""
    stage = tab.browser.stage
    await stage.anna.send(stage.channel, "words")
    await tab.tab.add_init_script("Object.defineProperty(navigator, 'clipboard', {})")
    await tab.open()
    await tab.tab.get_by_role("article").click(button="right")
    items = tab.tab.get_by_role("menuitem")
    await items.first.wait_for()
    assert "Copy text" not in await items.all_inner_texts()


async def test_a_tab_that_nobody_sees_frees_its_connection(tab: Tab):
    """A browser has six of them; the tab is up to date as soon as it is seen."""
    stage = tab.browser.stage
    await tab.tab.add_init_script(
        "let hidden = false;"
        "Object.defineProperty(document, 'hidden', { get: () => hidden });"
        "window.show = (shown) => {"
        "  hidden = !shown;"
        "  document.dispatchEvent(new Event('visibilitychange'));"
        "};"
    )
    await tab.open()
    await tab.tab.evaluate("show(false)")
    await stage.anna.send(stage.channel, "meanwhile")
    await tab.tab.wait_for_timeout(500)
    assert await tab.tab.get_by_role("article").count() == 0
    await tab.tab.evaluate("show(true)")
    await tab.tab.get_by_role("article").wait_for()


async def test_a_message_is_named_by_its_channel_in_a_link(tab: Tab):
    """Where the link has no words of its own."""
    stage = tab.browser.stage
    sent = await stage.anna.send(stage.channel, "there")
    link = f"https://discord.com/channels/{stage.guild.id}/{stage.channel.id}/{sent.id}"
    await stage.anna.send(stage.channel, f"{link} [words]({link})")
    await tab.open()
    links = tab.tab.get_by_role("article").last.locator(".jump")
    named, worded = await links.all_inner_texts()
    assert named.strip().startswith("art ")
    assert worded == "words"
