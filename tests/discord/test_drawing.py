"""Pictures that a model asks for while it talks: painted below its words, and paid as any other."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from demo.discord import Channel, Message
from demo.jsons import JSON
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    at_work,
    contents,
    finished,
    image,
    pictures,
    png,
    roles,
    say,
    texts,
    until,
)
from tests.discord.test_chat import open_thread
from tests.discord.test_picture_jobs import forget, over
from tests.worlds import Join, decide, store_of

WORDS = "I know a painter"
PAINTER = "gemini-3-pro-image-preview"
_AT_ONCE = timedelta(0)


async def drawn(world: Stack, words: str, channel: Channel, **options: Any) -> Message:
    """Say something in a thread, and return the finished picture below the answer to it."""
    answer = await say(world, words, channel=channel, **options)
    return await finished(world, await channel.wait_for_message(after=answer, within=WITHIN))


def models(world: Stack) -> list[str]:
    """Return which models were asked, in order."""
    return [request.model for request in world.relay.requests]


def parts(content: JSON) -> list[str]:
    """Return what the parts of one content are."""
    return [next(iter(part)) for part in content["parts"]]


async def test_a_picture_comes_below_the_words(world: Stack, join: Join) -> None:
    """One post, with the buttons of any picture, as a reply to what the model said."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    answer = await say(world, "draw a red kite over the sea", channel=thread)
    assert WORDS in answer.text
    picture = await finished(world, await thread.wait_for_message(after=answer, within=WITHIN))
    assert picture.reference_id == answer.id
    assert len(picture.pictures) == 1
    assert {"Edit", "Redo", "More"} <= {button.label for button in picture.buttons}
    assert texts(contents(world)[-1]) == ["a red kite over the sea"]
    assert roles(world) == ["user"]
    assert models(world)[1:] == ["gemini-3.1-pro", PAINTER]


async def test_it_is_drawn_where_the_bot_is_mentioned_too(world: Stack, join: Join) -> None:
    """Outside of a thread the picture is in the conversation of the words that asked for it."""
    client = await join()
    answer = await say(world, f"{world.discord.bot_mention} 画一只红色的狐狸")
    picture = await finished(world, await world.art.wait_for_message(after=answer, within=WITHIN))
    assert picture.pictures
    await over(client)
    (said,), (shown,) = [
        await client.services.messages.shown_in(each.id) for each in (answer, picture)
    ]
    turn = await store_of(client).turn(shown.turn_id)
    assert turn is not None
    assert turn.parent_id == said.turn_id
    assert turn.prompt == "红色的狐狸"


async def test_the_conversation_goes_on_with_the_call_and_its_picture(
    world: Stack, join: Join
) -> None:
    """The call goes back signed, is answered as Gemini wants it, and the picture is seen."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    await drawn(world, "draw a red kite", thread)
    answer = await say(world, "What did you draw?", channel=thread)
    assert "a picture (image/jpeg" in answer.text
    _, _, _, call, told, _, asked = contents(world)
    assert parts(call) == ["text", "functionCall"]
    assert "thoughtSignature" in call["parts"][1]
    assert told["parts"][0]["functionResponse"]["response"].keys() == {"result"}
    assert [*parts(asked)] == ["inlineData", "text"]
    assert world.relay.requests[-1].status == 200


async def test_the_newest_picture_of_the_thread_is_changed(world: Stack, join: Join) -> None:
    """Also one that a command made there; what is attached comes before it."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    made = await answered(world, await world.anna.slash(thread, "imagine", prompt="a kite"))
    grey = await drawn(world, "make it black and white", thread)
    assert image(grey).size == image(made).size
    assert roles(world) == ["user"]
    await drawn(world, "make it blurred", thread, files=[("a.png", png(30, 20))])
    assert [seen.split()[1] for seen in pictures(contents(world)[-1])] == ["30x20,"]


async def test_a_member_pays_for_it_as_for_any_picture(world: Stack, join: Join) -> None:
    """It is reserved before it is sent: who has none left gets the words, and is told why."""
    client = await join(daily_pictures=1)
    thread, _ = await open_thread(world, "Hello!")
    assert (await drawn(world, "draw a red kite", thread)).pictures
    await over(client)
    told = await drawn(world, "draw another kite", thread)
    assert "Your one picture of today is used up" in told.text
    assert models(world).count(PAINTER) == 1
    lines = text(
        "SELECT ledger.kind, pictures FROM ledger JOIN jobs ON jobs.id = job_id"
        " WHERE jobs.kind = 'picture' ORDER BY ledger.id"
    )
    booked = await store_of(client).read(lambda connection: connection.execute(lines).all())
    assert [tuple(line) for line in booked] == [("reserve", 1), ("settle", 1)]
    later = await say(world, "Go on.", channel=thread)
    assert "Go on." in later.text
    assert contents(world)[-1]["parts"][0]["functionResponse"]["response"].keys() == {"error"}


async def test_it_can_be_cancelled(world: Stack, join: Join) -> None:
    """Its line has Cancel from the first; before it is sent that is free."""
    await join(max_concurrent=1)
    held = Held()
    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(held, held)
    asked = await world.anna.send(thread, "draw a red kite")
    await at_work(world, 2)
    other = await world.ben.slash(world.art, "imagine", prompt="a fox")
    await until(lambda: other.message is not None)
    held.let_go()
    line = await thread.wait_for_message(
        lambda message: any(button.label == "Cancel" for button in message.buttons),
        after=asked,
        within=WITHIN,
    )
    pressed = await world.anna.press(line, label="Cancel")
    assert (await answered(world, pressed)).ephemeral


async def test_what_fails_is_told_below_the_words(world: Stack, join: Join) -> None:
    """In a sentence, with a button that tries again; the words stay."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(faults.slow(0), faults.refuse("IMAGE_SAFETY"))
    told = await drawn(world, "draw a red kite", thread)
    assert "safety rules hold its picture back" in told.text
    again = await answered(world, await world.anna.press(told, label="Try again"))
    assert again.pictures


async def test_only_one_picture_is_painted_for_an_answer(world: Stack, join: Join) -> None:
    """What more the model calls for is answered as not done, as many times as it called."""
    await join()

    def twice(document: JSON) -> None:
        for candidate in document["candidates"]:
            called = candidate["content"]["parts"]
            again = [{"functionCall": {"name": "draw", "args": {"prompt": "a cat"}, "id": "b"}}]
            called += again if "functionCall" in called[-1] else []

    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(faults.each_document(twice))
    assert (await drawn(world, "draw a red kite", thread)).pictures
    assert models(world).count(PAINTER) == 1
    await say(world, "Go on.", channel=thread)
    told = [part["functionResponse"] for part in contents(world)[4]["parts"][:2]]
    assert [list(each["response"]) for each in told] == [["result"], ["error"]]
    assert told[1]["id"] == "b"
    assert world.relay.requests[-1].status == 200


async def test_an_answer_that_broke_off_has_nothing_painted(world: Stack, join: Join) -> None:
    """It can be tried again, and would ask for the same picture."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(faults.unfinished())
    answer = await say(world, "draw a red kite", channel=thread)
    assert "broke off" in answer.text
    assert (await say(world, "Go on.", channel=thread)).text
    assert PAINTER not in models(world)


def calls(name: str = "draw", **arguments: Any) -> faults.Fault:
    """Let the model call for something, and say nothing."""

    def change(document: JSON) -> None:
        for candidate in document["candidates"]:
            call = {"functionCall": {"name": name, "args": arguments}}
            candidate["content"]["parts"] = [call] if "finishReason" in candidate else []

    return faults.each_document(change)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (calls("sing"), "reached for a tool that it does not have"),
        (calls(prompt="  "), "stumbled over one of its tools"),
        (calls(prompt=["a"]), "stumbled over one of its tools"),
        (calls(prompt="more blue", edit=True), "no picture to change"),
    ],
)
async def test_a_call_that_makes_no_sense_is_told(
    world: Stack, join: Join, call: faults.Fault, told: str
) -> None:
    """Nothing is sent, and the conversation goes on."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(call)
    assert told in (await drawn(world, "Go on.", thread)).text
    assert "Hello!" in (await say(world, "And on.", channel=thread)).text
    assert models(world) == ["gemini-3.1-pro"] * 3
    assert world.relay.requests[-1].status == 200


async def test_an_answer_without_words_says_what_is_wanted(world: Stack, join: Join) -> None:
    """Quietly, and escaped: those are a model's words."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    world.relay.next(calls(prompt="a *red* kite @everyone", aspect="1:1"))
    answer = await say(world, "Go on.", channel=thread)
    assert answer.text.startswith(
        "-# Gemini 3.1 Pro wants this painted: “a \\*red\\* kite \\@everyone”"
    )
    picture = await finished(world, await thread.wait_for_message(after=answer, within=WITHIN))
    assert image(picture).size == (1024, 1024)


async def test_a_model_without_tools_is_given_none(world: Stack, join: Join) -> None:
    """What its table does not name is not sent; nor has a painter any."""
    await join(models={"talker": {"kind": "chat"}}, chat_model="talker")
    world.relay.next(faults.slow(0))
    await say(world, f"{world.discord.bot_mention} draw a red kite")
    assert "tools" not in world.relay.requests[-1].body


async def test_tools_are_declared_to_models_that_talk_alone(world: Stack, join: Join) -> None:
    """A painter would refuse them."""
    await join()
    thread, _ = await open_thread(world, "draw a red kite")
    await thread.wait_for_message(lambda message: message.pictures, within=WITHIN)
    talked, painted = [request.body for request in world.relay.requests]
    (tool,) = talked["tools"][0]["functionDeclarations"]
    assert tool["name"] == "draw"
    assert tool["parameters"]["required"] == ["prompt"]
    assert "16:9" in tool["parameters"]["properties"]["aspect"]["enum"]
    assert "tools" not in painted


async def test_a_picture_that_was_asked_for_survives_a_restart(world: Stack, join: Join) -> None:
    """What is accepted and not sent is painted by the next process, below the same words."""
    client = await join()
    thread, _ = await open_thread(world, "Hello!")
    picture = await drawn(world, "draw a red kite", thread)
    await over(client)
    await forget(client, "turns WHERE job_id = 3")
    back = text("UPDATE jobs SET state = 'accepted', sent = 0 WHERE id = 3")
    await store_of(client).write(lambda connection: connection.execute(back))
    await client.close()
    client = await join()
    await until(lambda: models(world).count(PAINTER) == 2)
    await over(client)
    again = await finished(world, picture)
    assert again.pictures
    await say(world, "What did you draw?", channel=thread)
    assert "functionResponse" in contents(world)[4]["parts"][0]


async def test_words_that_were_not_written_down_ask_for_their_picture_once(
    world: Stack, join: Join, caplog: pytest.LogCaptureFixture
) -> None:
    """A process may end when the words are posted, and before or after the picture is a job."""
    caplog.set_level(logging.INFO)
    client = await join()
    thread, _ = await open_thread(world, "Hello!")
    await drawn(world, "draw a red kite", thread)
    await over(client)
    store = store_of(client)
    made = text("UPDATE jobs SET state = 'made' WHERE id = 2")
    await store.write(lambda connection: connection.execute(made))
    await client.services.recovery.look_again(client, idle=_AT_ONCE)
    assert models(world).count(PAINTER) == 1
    gone = text("UPDATE jobs SET request = json_remove(request, '$.called_by_id') WHERE id = 3")
    await store.write(lambda connection: connection.execute(gone))
    await store.write(lambda connection: connection.execute(made))
    client.services.recovery._looks.clear()
    await client.services.recovery.look_again(client, idle=_AT_ONCE)
    assert models(world).count(PAINTER) == 2
    assert "kite" not in caplog.text


async def test_words_that_are_posted_anew_ask_for_their_picture_once(
    world: Stack, join: Join
) -> None:
    """Where their message is not found, another one shows them; the picture is painted already."""
    client = await join()
    thread, _ = await open_thread(world, "Hello!")
    picture = await drawn(world, "draw a red kite", thread)
    await over(client)
    await forget(client, "shown WHERE turn_id = 2")
    made = text("UPDATE jobs SET state = 'made' WHERE id = 2")
    await store_of(client).write(lambda connection: connection.execute(made))
    world.art.deny_bot("read_message_history")
    await client.services.recovery.look_again(client, idle=_AT_ONCE)
    await over(client)
    anew = [message.text for message in thread.messages if message.id > picture.id]
    assert any(WORDS in said for said in anew)
    assert models(world).count(PAINTER) == 1


async def test_a_picture_elsewhere_has_the_terms_of_where_it_was_asked_for(
    world: Stack, join: Join
) -> None:
    """Words that could only be told directly bring no picture that their server does not let."""
    client = await join()
    await decide(world, client, daily_pictures=0)
    world.discord.faults.add("POST", f"/channels/{world.art.id}/messages", times=9, status=403)
    await world.anna.send(world.art, f"{world.discord.bot_mention} draw a red kite")
    dm = world.anna.dm
    words = await finished(world, await dm.wait_for_message(within=WITHIN))
    told = await finished(world, await dm.wait_for_message(after=words, within=WITHIN))
    assert "You have no pictures a day here" in told.text
    assert PAINTER not in models(world)
