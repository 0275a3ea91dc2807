"""What a member does in the page happens in the embedded Discord."""

import asyncio

import pytest
from yarl import URL

from tests.system.embedded_discord.page.browsing import Browser, said
from tests.system.embedded_discord.stage import png


async def test_a_message_with_files_as_a_reply(browser: Browser):
    """Text, files in their order, and what it replies to."""
    first = await browser.stage.anna.send(browser.stage.channel, "first")
    status, done = await browser.do(
        "send", ("a.png", png()), ("b.png", png()), content="quiet", reply_to=str(first.id)
    )
    message = browser.stage.channel.message(int(done["message"]))
    assert (status, message.text, message.reference_id) == (200, "quiet", first.id)
    assert [file["filename"] for file in message.attachments] == ["a.png", "b.png"]


async def test_own_messages_are_edited_and_deleted(browser: Browser):
    """As in a client."""
    channel = browser.stage.channel
    _, done = await browser.do("send", content="helo")
    await browser.do("edit", message=done["message"], content="hello")
    assert channel.messages[-1].text == "hello"
    await browser.do("delete", message=done["message"])
    assert channel.messages == []


async def test_what_a_client_would_not_let_through_is_a_sentence(browser: Browser):
    """With status 400."""
    status, done = await browser.do("send", content=" ")
    assert (status, done) == (400, {"error": "An empty message cannot be sent"})


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("fly", {}),
        ("delete", {"message": "1"}),
        ("delete", {}),
        ("delete", {"message": "one"}),
        ("slash", {"command": "imagine", "options": {"image": {"file": 3}}}),
        ("submit", {"form": "1"}),
        ("slash", {"command": "imagine", "options": 7}),
    ],
)
async def test_what_can_not_be_understood_is_refused(browser: Browser, action: str, fields: dict):
    """It does no harm."""
    status, done = await browser.do(action, **fields)
    assert status == 400
    assert done["error"]


async def test_a_body_that_is_no_form_is_refused(browser: Browser):
    """Neither another JSON value nor nothing."""
    assert (await browser.post("do/send", [1]))[0] == 400
    async with browser.session.post(f"{browser.page.url}do/send") as response:
        assert response.status == 400


async def test_a_body_of_unknown_length_is_not_read(browser: Browser):
    """Nobody knows where it would end."""

    async def endless():
        yield b"{"

    async with browser.session.post(f"{browser.page.url}do/send", data=endless()) as response:
        assert response.status == 411


async def test_files_above_the_limit_are_refused(browser: Browser):
    """Each by itself."""
    status, done = await browser.do("send", ("a.png", bytes(11 * 2**20)))
    assert (status, "too large" in done["error"]) == (400, True)


async def test_a_form_that_would_be_too_large_is_not_read(browser: Browser):
    """It is refused by what its head says."""
    url = URL(browser.page.url)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    head = f"POST {url.path}do/send HTTP/1.1\r\nHost: {url.host}\r\nContent-Length: 200000000"
    writer.write(f"{head}\r\n\r\n".encode())
    assert b" 400 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_a_thread_is_opened_and_written_in(browser: Browser):
    """Below a message, or alone."""
    _, sent = await browser.do("send", content="start here")
    _, done = await browser.do("thread", name="talk", message=sent["message"])
    thread = browser.stage.discord.channel(int(done["channel"]))
    await browser.do("send", channel=thread, content="hello")
    assert [message.text for message in thread.messages][-1] == "hello"
    await browser.do("thread", name="another")
    assert [place.name for place in browser.stage.channel.threads] == ["talk", "another"]


@pytest.mark.parametrize("name", [" ", "x" * 101])
async def test_a_thread_has_a_name_of_some_length(browser: Browser, name: str):
    """Neither blanks nor a novel; nothing is left behind."""
    assert (await browser.do("thread", name=name))[0] == 400
    assert browser.stage.channel.threads == []


async def test_threads_are_opened_in_channels_alone(browser: Browser):
    """Neither in a direct message nor in a thread."""
    thread = await browser.stage.anna.start_thread(browser.stage.channel, "talk")
    for channel in (browser.stage.anna.dm, thread):
        assert (await browser.do("thread", channel=channel, name="more"))[0] == 400


async def test_nobody_replies_to_what_is_for_another_alone(browser: Browser):
    """The quotation would show it to all."""
    stage = browser.stage
    mia = stage.discord.create_member(stage.guild, "mia")
    asked = await stage.anna.slash(stage.channel, "imagine", prompt="a cat", private=1)
    answer = await asked.result()
    status, _ = await browser.do("send", member=mia, content="what?", reply_to=str(answer.id))
    assert (status, stage.channel.messages) == (400, [])


async def test_a_command_with_options_and_a_file(browser: Browser):
    """The answer comes over the feed."""
    async with browser.feed() as feed:
        options = {"prompt": "a cat", "aspect": "16:9", "image": {"file": 0}}
        status, done = await browser.do(
            "slash", ("in.png", png()), command="imagine", options=options
        )
        assert (status, done) == (200, {"kind": "deferred"})
        await feed.until(lambda values: "a cat 16:9" in str(values))
    (answer,) = browser.stage.channel.messages
    assert answer.pictures[0].bytes() == png()


async def test_a_subcommand_with_a_person_and_a_channel(browser: Browser):
    """Named by their ids."""
    stage = browser.stage
    options = {"who": {"id": str(stage.anna.id)}, "where": {"id": str(stage.channel.id)}}
    await browser.do("slash", command="ask about", options=options)
    assert stage.channel.messages[-1].text == "anna in art"


async def test_suggestions_while_typing(browser: Browser):
    """From the bot."""
    _, done = await browser.do("autocomplete", command="imagine", option="model", text="gem")
    assert [choice["value"] for choice in done["choices"]] == ["gem-1", "gem-2"]


async def test_a_button_opens_a_form_that_can_be_sent(browser: Browser):
    """With a text, a choice and uploads."""
    stage = browser.stage
    _ = await browser.do("slash", command="imagine", options={"prompt": "a cat"})
    answer = await stage.channel.wait_for_message(lambda message: message.buttons)
    _, done = await browser.do("press", message=str(answer.id), custom_id="edit:7")
    form = done["form"]
    assert (done["kind"], form["title"]) == ("modal", "Edit the picture")
    values = {"what": "darker", "size": ["2K"], "more": [{"file": 0}, {"file": 1}]}
    await browser.do("submit", ("a.png", b"1"), ("b.png", b"22"), form=form["name"], values=values)
    (said_back,) = [message for message in stage.anna.sees(stage.channel) if message.ephemeral]
    assert said_back.text == "darker ['2K'] [('a.png', 1), ('b.png', 2)]"


@pytest.mark.parametrize(("kind", "options"), [(3, [{"label": "One", "value": "1"}]), (5, None)])
async def test_a_choice_in_a_menu(browser: Browser, kind: int, options: list[dict] | None):
    """Of texts, or of people by their ids; this bot hears of it and does not answer."""
    stage = browser.stage
    menu = {"type": kind, "custom_id": "choose", **({"options": options} if options else {})}
    other = stage.discord.create_member(stage.guild, "other", bot=True)
    row = {"type": 1, "components": [menu]}
    shown = await other.send(stage.channel, components=[row])
    values = ["1"] if options else [str(stage.anna.id)]
    asked = browser.do("select", message=str(shown.id), custom_id="choose", values=values)
    assert (await asked)[0] == 400
    assert stage.bot.interactions[-1].data["values"] == values


async def test_a_command_of_a_message(browser: Browser):
    """From its Apps menu."""
    _, sent = await browser.do("send", content="look at me")
    await browser.do("menu", command="Look closer", message=sent["message"])
    assert browser.stage.anna.sees(browser.stage.channel)[-1].text == "'look at me' 0 0"


async def test_a_bot_that_does_not_answer_is_told(browser: Browser):
    """Discord waits for three seconds."""
    status, done = await browser.do("slash", command="slow", options={"seconds": 4.5})
    assert (status, done) == (400, {"error": "The application did not respond"})


async def test_old_forms_are_forgotten(browser: Browser):
    """Only so many can be open."""
    async with browser.feed() as feed:
        await feed.until(lambda values: values.get("commands"))
    forms = [(await browser.do("slash", command="ask form"))[1]["form"]["name"] for _ in range(51)]
    values = {"ratio": "1:1"}
    assert (await browser.do("submit", form=forms[0], values=values))[0] == 400
    assert (await browser.do("submit", form=forms[-1], values=values))[0] == 200
    answer = browser.stage.channel.messages[-1]
    assert said(answer.payload) == "('1:1', [], True, ['2K'])"
