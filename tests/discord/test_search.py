"""Searching the web: what an answer stands on is shown with it, wherever it is shown."""

from datetime import timedelta
from typing import Any

import pytest

from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    answered,
    finished,
    image,
    imagine,
    not_taken,
    png,
    roles,
    say,
)
from tests.discord.test_chat import open_thread
from tests.discord.test_only_here import chosen, named
from tests.worlds import Join

SEARCH = [{"googleSearch": {}}]
LINKS = ("[example.com](<https://www.example.com/page?of=search>)", "[example.org](", "](<https")
RED_KITE = {
    "a red kite": "https://www.google.com/search?q=a+red+kite",
    "a red kite today": "https://www.google.com/search?q=a+red+kite+today",
}


def tools(world: Stack, request: int = -1) -> Any:
    """Return the tools of a request that reached the relay."""
    return world.relay.requests[request].body.get("tools")


def searches(message: Message) -> dict[str | None, str]:
    """Return the buttons that lead somewhere else, with where."""
    return {button.label: button.url for button in message.buttons if button.url}


def options(world: Stack, command: str) -> set[str]:
    """Return the options that a command has in anna's client."""
    (found,) = [each for each in world.anna.commands(world.art) if each["name"] == command]
    return {option["name"] for option in found["options"]}


async def test_it_is_off_until_the_operator_switches_it_on(world: Stack, join: Join) -> None:
    """What can't work is not offered, and no model says that it can; later it is, and does."""
    client = await join()
    assert "search" not in options(world, "imagine") | options(world, "chat")
    listed = await answered(world, await world.anna.slash(world.art, "models"))
    assert "searches the web" not in listed.text
    await client.close()
    await join(search=True)
    await world.discord.wait_for(lambda: "search" in options(world, "imagine"), within=WITHIN)
    assert "search" in options(world, "chat")
    listed = await answered(world, await world.anna.slash(world.art, "models"))
    assert "searches the web" in listed.text


async def test_a_picture_is_shown_with_what_it_stands_on(world: Stack, join: Join) -> None:
    """Links to its sources below it, and a button for each search; not without being asked."""
    await join(search=True)
    plain = await imagine(world, "a red kite")
    assert tools(world) is None
    assert not searches(plain)
    answer = await imagine(world, "a red kite", search=True)
    assert tools(world) == SEARCH
    assert all(link in answer.text for link in LINKS)
    assert searches(answer) == RED_KITE
    assert "<div" not in answer.text
    assert [button.label for button in answer.buttons][:7] == [
        button.label for button in plain.buttons
    ]


async def test_several_pictures_name_each_search_once(world: Stack, join: Join) -> None:
    """In one message, with all of its buttons."""
    await join(search=True)
    answer = await imagine(world, "a red kite", search=True, count=4)
    assert len(answer.pictures) == 4
    assert searches(answer) == RED_KITE
    assert answer.text.count("[example.com]") == 1


async def test_many_searches_have_room(world: Stack, join: Join) -> None:
    """As many as a message takes, also beside all other buttons, and as long as it takes them."""
    await join(search=True)
    queries = [f"{number} {'狐狸 ' * 60}" for number in range(30)]

    def searched(document: dict[str, Any]) -> None:
        document["candidates"][0]["groundingMetadata"] = {"webSearchQueries": queries}

    world.relay.next(*[faults.each_document(searched)] * 2)
    answer = await imagine(world, "a red kite", search=True, private=True)
    assert len(searches(answer)) == 20
    _, answer = await open_thread(world, "What are kites?", search=True)
    assert len(searches(answer)) == 20


async def test_no_address_is_so_long_that_it_costs_the_answer(world: Stack, join: Join) -> None:
    """Those of Google itself are some hundred characters long; there may be five of any length."""
    await join(search=True)
    pages = [
        {"web": {"title": f"page {number}", "uri": f"https://a.example/{number}{'狐' * 400}"}}
        for number in range(5)
    ]

    def found(document: dict[str, Any]) -> None:
        found_on_the_web = document["candidates"][0].setdefault("groundingMetadata", {})
        found_on_the_web["groundingChunks"] = pages

    world.relay.next(*[faults.each_document(found)] * 2)
    answer = await imagine(world, "a red kite", search=True)
    assert answer.pictures
    assert "Sources" not in answer.text
    assert searches(answer) == RED_KITE
    _, answer = await open_thread(world, "What are kites?", search=True)
    assert searches(answer)


async def test_redo_searches_anew_also_after_a_restart(world: Stack, join: Join) -> None:
    """The new picture shows what itself stands on."""
    client = await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    await client.close()
    await join(search=True)
    redone = await answered(world, await world.ben.press(made, label="Redo"))
    assert tools(world) == SEARCH
    assert searches(redone) == RED_KITE


async def test_it_stays_with_the_picture_when_that_is_shared(world: Stack, join: Join) -> None:
    """Another message shows the same picture, and what it stands on."""
    await join(search=True)
    made = await imagine(world, "a red kite", search=True, private=True)
    shared = await answered(world, await world.anna.press(made, label="Share"))
    assert image(shared).tobytes() == image(made).tobytes()
    assert searches(shared) == RED_KITE
    assert LINKS[0] in shared.text


async def test_it_is_shown_with_what_comes_late(
    world: Stack, join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made is stored with what it stands on."""
    monkeypatch.setattr("bot.interface.discord_retry.PAUSES", ())
    client = await join(search=True)
    held = await not_taken(world, options={"search": True}, status=503)
    failed = await finished(world, held)
    await client.services.recovery.look_again(client, idle=timedelta(0))
    shown = await finished(world, failed)
    assert shown.pictures
    assert searches(shown).keys() == {"a kite", "a kite today"}


async def test_a_spoiler_takes_nothing_away(world: Stack, join: Join) -> None:
    """How a picture hangs changes, and nothing else."""
    await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    more = await answered(world, await world.anna.press(made, label="More"))
    assert "web search" in more.text
    await answered(world, await world.anna.press(more, label="Spoiler on"))
    assert searches(made) == RED_KITE


async def test_an_edit_of_it_does_not_search(world: Stack, join: Join) -> None:
    """Nobody asked for that, and what was searched for before is not beside it."""
    await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    edited = await say(world, "blur it", reply_to=made)
    assert roles(world) == ["user", "model", "user"]
    assert tools(world) is None
    assert not searches(edited)


async def test_a_thread_goes_on_searching(world: Stack, join: Join) -> None:
    """As it was begun, also after a restart, and without having anything drawn meanwhile."""
    client = await join(search=True)
    thread, answer = await open_thread(world, "What are kites?", search=True)
    assert tools(world) == SEARCH
    assert searches(answer).keys() == {"What are kites?", "What are kites? today"}
    await client.close()
    await join(search=True)
    answer = await say(world, "draw a red kite", channel=thread)
    assert tools(world) == SEARCH
    assert LINKS[0] in answer.text
    assert len(searches(answer)) == 2


async def test_a_thread_stops_searching_where_that_is_said(world: Stack, join: Join) -> None:
    """From then on the model may draw again."""
    await join(search=True)
    thread, _ = await open_thread(world, "What are kites?", search=True)
    await world.anna.slash(thread, "chat", message="Thanks.", search=False)
    await thread.wait_for_message(lambda message: "In turn 1" in message.text, within=WITHIN)
    answer = await say(world, "What was that?", channel=thread)
    assert "functionDeclarations" in tools(world)[0]
    assert not searches(answer)


async def test_direct_messages_go_on_searching_too(world: Stack, join: Join) -> None:
    """They are a conversation like a thread's."""
    await join(search=True)
    dm = world.anna.dm
    asked = await world.anna.slash(dm, "chat", message="What are kites?", search=True)
    question = await asked.result(within=WITHIN)
    await finished(world, await dm.wait_for_message(after=question, within=WITHIN))
    answer = await say(world, "Where do they fly?", channel=dm)
    assert tools(world) == SEARCH
    assert "Where do they fly?" in searches(answer)


async def test_where_the_bot_is_a_guest_it_searches_as_well(world: Stack, join: Join) -> None:
    """What a member brought along answers them as anywhere."""
    await join(search=True)
    abroad = world.discord.create_guild("Abroad", installed=False)
    eve = world.discord.create_member(abroad, "eve", user_install=True)
    asked = await eve.slash(
        abroad.create_text_channel("far"), "imagine", prompt="a red kite", search=True
    )
    assert searches(await answered(world, asked)) == RED_KITE


async def test_a_thread_that_drew_can_search(world: Stack, join: Join) -> None:
    """What was called before stays in the conversation."""
    await join(search=True)
    thread, _ = await open_thread(world, "draw a red kite")
    await world.anna.slash(thread, "chat", message="Where do they fly?", search=True)
    found = await thread.wait_for_message(
        lambda message: "Where do they" in message.text and searches(message), within=WITHIN
    )
    assert searches(found).keys() == {"Where do they fly?", "Where do they fly? today"}
    assert world.relay.requests[-1].status == 200


async def test_regenerate_searches_anew(world: Stack, join: Join) -> None:
    """It asks the same question."""
    await join(search=True)
    _, answer = await open_thread(world, "What are kites?", search=True)
    again = await answered(world, await world.ben.press(answer, label="Regenerate"))
    assert tools(world) == SEARCH
    assert searches(again) == searches(answer)


async def test_a_long_answer_has_its_sources_at_the_end(world: Stack, join: Join) -> None:
    """Of several messages the last one has them, and the buttons."""
    await join(search=True)

    def talks(document: dict[str, Any]) -> None:
        for part in document["candidates"][0]["content"]["parts"]:
            if part.get("text"):
                part["text"] = "kites " * 200

    world.relay.next(faults.each_document(talks))
    await world.anna.slash(world.art, "chat", message="What are kites?", search=True)
    threads = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    last = await threads[0].wait_for_message(searches, within=WITHIN)
    assert LINKS[0] in last.text
    others = [message for message in threads[0].messages if message.id != last.id]
    assert others
    assert not any(searches(message) or "[example.com]" in message.text for message in others)


async def test_an_answer_that_breaks_off_shows_what_was_found_by_then(
    world: Stack, join: Join
) -> None:
    """Beside the button that tries again."""
    await join(search=True)

    def unfinished(document: dict[str, Any]) -> None:
        document["candidates"][0].pop("finishReason", None)

    world.relay.next(faults.each_document(unfinished))
    await world.anna.slash(world.art, "chat", message="What are kites?", search=True)
    threads = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await threads[0].wait_for_message(searches, within=WITHIN)
    assert "broke off" in answer.text
    assert LINKS[0] in answer.text
    assert "Try again" in [button.label for button in answer.buttons]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("imagine", {"prompt": "a kite", "model": "gemini-2.5-flash-image"}),
        ("chat", {"message": "Hello!", "model": "talker"}),
    ],
)
async def test_a_model_that_cannot_says_so(
    world: Stack, join: Join, command: str, said: dict[str, Any]
) -> None:
    """Before anything is sent, and no thread is opened for it."""
    await join(search=True, models={"talker": {"kind": "chat"}})
    asked = await world.anna.slash(world.art, command, search=True, **said)
    answer = await answered(world, asked)
    assert "can't search the web here" in answer.text
    assert not world.relay.requests
    assert not world.art.threads


async def test_no_model_that_cannot_search_stands_in(world: Stack, join: Join) -> None:
    """One that can does, and says so."""
    fallbacks = ["gemini-2.5-flash-image", "gemini-nano-banana-2.1"]
    await join(search=True, models={"gemini-3-pro-image-preview": {"fallbacks": fallbacks}})
    world.relay.shut.add("gemini-3-pro-image-preview")
    answer = await imagine(world, "a red kite", search=True)
    assert world.relay.requests[-1].model == "gemini-nano-banana-2.1"
    assert len(world.relay.requests) == 2
    assert searches(answer) == RED_KITE


async def test_what_was_asked_for_with_a_search_is_not_made_without(
    world: Stack, join: Join
) -> None:
    """Where it was switched off again, Redo says so, and a thread goes on with a note."""
    client = await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    thread, _ = await open_thread(world, "What are kites?", search=True)
    await client.close()
    await join()
    told = await answered(world, await world.anna.press(made, label="Redo"))
    assert "can't search the web here" in told.text
    answer = await say(world, "And now?", channel=thread)
    assert "functionDeclarations" in tools(world)[0]
    assert "without a search of the web" in answer.text
    assert not searches(answer)


async def test_better_words_wait_with_the_search(world: Stack, join: Join) -> None:
    """What is painted of them searches as it was asked to; who looks for the words does not."""
    await join(search=True)
    offered = await imagine(world, "a red kite", search=True, improve=True)
    assert tools(world) is None
    painted = await answered(world, await world.anna.press(offered, label="Paint mine"))
    assert tools(world) == SEARCH
    assert searches(painted) == RED_KITE


async def test_a_search_goes_with_references(world: Stack, join: Join) -> None:
    """Pictures are looked at, and the web is."""
    await join(search=True)
    answer = await imagine(world, "a red kite", search=True, image=("a.png", png()))
    assert searches(answer) == RED_KITE


async def test_more_tells_what_was_searched_for(world: Stack, join: Join) -> None:
    """With the sources; of what came before it, no picture is shown without its searches."""
    await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    more = await answered(world, await world.anna.press(made, label="More"))
    assert f"[a red kite](<{RED_KITE['a red kite']}>)" in more.text
    assert LINKS[0] in more.text
    blue = await say(world, "tint it blue", reply_to=made)
    blurred = await say(world, "blur it", reply_to=blue)
    more = await answered(world, await world.anna.press(blurred, label="More"))
    assert "1. a red kite" in more.text
    assert len(more.pictures) == 1
    assert "Searched for" not in more.text


async def test_more_hides_drafts_that_have_no_room_for_their_searches(
    world: Stack, join: Join
) -> None:
    """How the picture was made is told all the same."""
    await join(search=True)

    def searched(document: dict[str, Any]) -> None:
        queries = [f"{number} {'狐狸 ' * 20}" for number in range(20)]
        document["candidates"][0]["groundingMetadata"]["webSearchQueries"] = queries
        faults.drafts().change([document])

    world.relay.next(faults.each_document(searched))
    made = await imagine(world, "a red kite", search=True)
    more = await answered(world, await world.anna.press(made, label="More"))
    assert "a red kite" in more.text
    assert not more.pictures


async def test_the_original_comes_with_its_searches(world: Stack, join: Join) -> None:
    """As buttons below the file; what was made without a search has none."""
    await join(search=True)
    for search in (True, False):
        made = await imagine(world, "a red kite", search=search)
        more = await answered(world, await world.anna.press(made, label="More"))
        pressed = await world.anna.press(more, label="Download original")
        await answered(world, pressed)
        (original,) = {await pressed.result(within=WITHIN), *pressed.followups}
        assert original.attachments
        assert searches(original) == (RED_KITE if search else {})


async def test_history_shows_a_picture_with_its_searches(world: Stack, join: Join) -> None:
    """As links, and so does going back to it, as buttons; also after a restart."""
    client = await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    await say(world, "blur it", reply_to=made)
    await client.close()
    await join()
    listed = await answered(world, await world.anna.slash(world.art, "history"))
    assert listed.text.count("Searched for") == 1
    assert all(f"](<{address}>)" in listed.text for address in RED_KITE.values())
    undone = await answered(world, await world.anna.slash(world.art, "undo"))
    assert undone.pictures
    assert searches(undone) == RED_KITE


async def test_history_hides_what_has_no_room_for_its_searches(world: Stack, join: Join) -> None:
    """The newest ones have theirs; the others have their words, and no picture."""
    await join(search=True)

    def searched(document: dict[str, Any]) -> None:
        queries = [f"{number} {'kites ' * 20}" for number in range(2)]
        document["candidates"][0]["groundingMetadata"]["webSearchQueries"] = queries

    world.relay.next(*[faults.each_document(searched)] * 4)
    made = await imagine(world, "a red kite", search=True, count=4)
    assert len(made.pictures) == 4
    listed = await answered(world, await world.anna.slash(world.art, "history"))
    shown = listed.text.count("Searched for")
    assert 0 < shown < 4
    # One more is their tree.
    assert len(listed.pictures) == shown + 1
    assert len(listed.text) <= 4_000


async def test_what_was_said_is_listed_without_its_searches(world: Stack, join: Join) -> None:
    """The list shows the question alone, and nothing that was found."""
    await join(search=True)
    thread, _ = await open_thread(world, "What are kites?", search=True)
    listed = await answered(world, await world.anna.slash(thread, "history"))
    assert "What are kites?" in listed.text
    assert "Searched for" not in listed.text


async def test_who_points_at_a_part_of_it_sees_what_was_searched_for(
    world: Stack, join: Join
) -> None:
    """Below the grid, also once cells are chosen, and below the boxes round what was named."""
    await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    grid = await answered(world, await world.anna.press(made, label="Only here"))
    assert searches(grid) == RED_KITE
    assert searches(await chosen(world, grid, 1, 2)) == RED_KITE
    assert searches(await named(world, made)) == RED_KITE


async def test_so_does_who_keeps_it_as_a_reference(world: Stack, join: Join) -> None:
    """What waits is shown with it."""
    await join(search=True)
    made = await imagine(world, "a red kite", search=True)
    told = await answered(world, await world.anna.context_menu(world.art, "Use as reference", made))
    seen = await answered(world, await world.anna.press(told, label="See"))
    assert seen.pictures
    assert searches(seen) == RED_KITE
