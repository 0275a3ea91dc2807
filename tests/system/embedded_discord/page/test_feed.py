"""What the page is told, and when."""

import pytest

from tests.system.embedded_discord.page.browsing import Browser, said
from tests.system.embedded_discord.stage import png


async def test_who_can_be_played(browser: Browser):
    """People, no bots, and where they begin."""
    stage = browser.stage
    stage.discord.create_member(stage.guild, "other", bot=True)
    patron = stage.guild.create_role("Patron", colour=0xE0A030)
    mia = stage.discord.create_member(stage.guild, "mia", roles=[patron])
    stage.discord.hand_over(stage.guild, mia)
    role = {"id": str(patron.id), "name": "Patron", "colour": 0xE0A030}
    _, start = await browser.get("start")
    assert start["channel"] == str(stage.channel.id)
    assert start["members"] == [
        {"id": str(stage.anna.id), "name": "anna", "locale": "de"}
        | {"owner": False, "roles": [], "rights": []},
        {"id": str(mia.id), "name": "mia", "locale": "en-US"}
        | {"owner": True, "roles": [role], "rights": ["manage_guild", "manage_messages"]},
    ]


async def test_places_and_people(browser: Browser):
    """The server's channels with their threads, the direct messages, the bot."""
    stage = browser.stage
    more = stage.guild.create_category("More")
    dark = stage.guild.create_text_channel("dark", nsfw=True, category=more)
    thread = await stage.anna.start_thread(stage.channel, "talk")
    async with browser.feed() as feed:
        seen = await feed.until(lambda values: "servers" in values)
    (server,) = seen["servers"]
    art, second = server["channels"]
    assert (art["name"], second["id"], second["nsfw"]) == ("art", str(dark.id), True)
    assert [place["id"] for place in art["threads"]] == [str(thread.id)]
    assert server["categories"] == [{"id": str(more.id), "name": "More", "type": 4}]
    assert (art["category"], second["category"]) == ("", str(more.id))
    assert seen["dm"]["id"] == str(stage.anna.dm.id)
    assert seen["bot"]["online"]
    assert {person["name"] for person in seen["people"].values()} == {"anna", "Atelier"}


async def test_what_may_be_done_where(browser: Browser):
    """A thread has no threads; a direct message nobody to moderate."""
    stage = browser.stage
    thread = await stage.anna.start_thread(stage.channel, "talk")
    seen = {}
    for channel in (stage.channel, thread, stage.anna.dm):
        async with browser.feed(channel=channel) as feed:
            seen[channel.id] = (await feed.until(lambda values: "channel" in values))["channel"]
    kinds = [seen[channel.id]["kind"] for channel in (stage.channel, thread, stage.anna.dm)]
    assert kinds == ["text", "thread", "direct"]
    assert seen[stage.channel.id]["may"]["open_threads"]
    assert not seen[thread.id]["may"]["open_threads"]
    assert seen[thread.id]["parent"] == str(stage.channel.id)


async def test_messages_come_and_change_one_by_one(browser: Browser):
    """An edit tells the changed message alone."""
    stage = browser.stage
    first = await stage.anna.send(stage.channel, "first")
    async with browser.feed() as feed:
        await feed.until(lambda values: values.get("order"))
        await stage.anna.send(stage.channel, "second")
        await feed.until(lambda values: len(values["order"]) == 2)
        await stage.anna.edit(first, "changed")
        await feed.until(lambda values: said(values[f"message/{first.id}"]) == "changed")
        assert feed.texts() == ["changed", "second"]
        assert list(feed.news[-1]) == [f"message/{first.id}"]


async def test_a_deleted_message_is_taken_back(browser: Browser):
    """Its name has nothing any more."""
    stage = browser.stage
    sent = await stage.anna.send(stage.channel, "oops")
    async with browser.feed() as feed:
        await feed.until(lambda values: values.get("order"))
        await stage.anna.delete(sent)
        seen = await feed.until(lambda values: not values["order"])
    assert seen[f"message/{sent.id}"] is None


@pytest.mark.parametrize(("newest", "told"), [("2", ["2", "3"]), ("0", ["3"]), ("-2", ["3"])])
async def test_only_the_newest_are_told(browser: Browser, newest: str, told: list[str]):
    """As many as were asked for, and never all of them."""
    for number in range(4):
        await browser.stage.anna.send(browser.stage.channel, str(number))
    async with browser.feed(newest=newest) as feed:
        await feed.until(lambda values: values.get("order"))
    assert feed.texts() == told


async def test_an_ephemeral_answer_is_told_to_its_owner_alone(browser: Browser):
    """Another member's feed knows nothing of it."""
    stage = browser.stage
    mia = stage.discord.create_member(stage.guild, "mia")
    asked = await stage.anna.slash(stage.channel, "imagine", prompt="a cat", private=1)
    answer = await asked.result()
    async with browser.feed() as hers, browser.feed(mia) as others:
        await hers.until(lambda values: values.get("order"))
        await stage.anna.send(stage.channel, "seen by all")
        await others.until(lambda values: values.get("order"))
    assert str(answer.id) in hers.values["order"]
    assert others.texts() == ["seen by all"]


async def test_a_channel_that_is_not_theirs_is_empty(browser: Browser):
    """Somebody else's direct messages."""
    stage = browser.stage
    mia = stage.discord.create_member(stage.guild, "mia")
    await stage.anna.send(stage.anna.dm, "secret")
    async with browser.feed(mia, stage.anna.dm) as feed:
        seen = await feed.until(lambda values: "order" in values)
    assert seen["order"] == []


async def test_files_have_addresses_on_the_page(browser: Browser):
    """They are served there, to be seen and never run."""
    await browser.do("send", ("a.png", png()), ("b.html", b"<script>"), content="look")
    async with browser.feed() as feed:
        seen = await feed.until(lambda values: values.get("order"))
    picture, page = seen[f"message/{seen['order'][-1]}"]["attachments"]
    async with browser.session.get(browser.page.url + picture["url"]) as response:
        assert (response.status, await response.read()) == (200, png())
    async with browser.session.get(browser.page.url + page["url"]) as response:
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["Content-Security-Policy"] == "sandbox"
    async with browser.session.get(browser.page.url + "cdn/attachments/1/2/c.png") as response:
        assert response.status == 404


async def test_who_is_typing_until_they_wrote(browser: Browser):
    """The others see it, they themselves do not."""
    stage = browser.stage
    mia = stage.discord.create_member(stage.guild, "mia")
    async with browser.feed() as feed, browser.feed(mia) as own:
        await own.until(lambda values: "typing" in values)
        await browser.do("typing", member=mia)
        await feed.until(lambda values: str(mia.id) in values["typing"])
        await stage.anna.send(stage.channel, "and now?")
        await own.until(lambda values: values["order"])
        await mia.send(stage.channel, "done")
        await feed.until(lambda values: not values["typing"])
    assert own.values["typing"] == {}


async def test_a_reply_comes_with_what_it_quotes(browser: Browser):
    """As much as a client shows of it."""
    stage = browser.stage
    first = await stage.anna.send(stage.channel, "first")
    await stage.anna.send(stage.channel, "second", reply_to=first)
    async with browser.feed() as feed:
        seen = await feed.until(lambda values: len(values.get("order", [])) == 2)
    assert seen[f"message/{seen['order'][-1]}"]["quoted"]["content"] == "first"


async def test_commands_are_those_that_the_bot_registered(browser: Browser):
    """Slash commands and menus of messages apart."""
    async with browser.feed() as feed:
        seen = await feed.until(lambda values: values.get("commands"))
    assert "imagine" in {command["name"] for command in seen["commands"]}
    assert [command["name"] for command in seen["menus"]] == ["Look closer"]


async def test_a_bot_that_went_is_shown_as_away(browser: Browser):
    """Until it is back."""
    async with browser.feed() as feed:
        await feed.until(lambda values: values["bot"]["online"])
        browser.stage.discord.gateway.drop(resumable=False)
        await feed.until(lambda values: not values["bot"]["online"])
        await feed.until(lambda values: values["bot"]["online"])


async def test_unknown_people_and_places_are_told(browser: Browser):
    """Not found."""
    assert (await browser.get("feed?member=1&channel=1"))[0] == 404
