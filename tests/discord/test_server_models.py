"""Which models a server lets its members use, with its defaults, wherever they are asked."""

from typing import Any

import pytest

from bot.domain.request import Safety
from bot.interface.client import AtelierClient
from demo.relay import faults
from demo.stack import Stack
from tests.acting import answered, imagine, png, say
from tests.discord.test_chat import open_thread
from tests.discord.test_drawing import drawn, models
from tests.worlds import Join, decide

PRO = "gemini-3-pro-image-preview"
FLASH = "gemini-2.5-flash-image"
SMALL = "gemini-3.1-flash-image"
CHATTER = "gemini-2.5-flash"
INSTEAD = "does not use"
GONE = faults.http(404, '{"error": {"message": "This model does not exist"}}')


def body(world: Stack, request: int = -1) -> dict[str, Any]:
    """Return the JSON of a request that reached the relay."""
    sent: Any = world.relay.requests[request].body
    return sent


def image_config(world: Stack) -> dict[str, str]:
    """Return the ratio and the size that were asked for last."""
    return body(world).get("generationConfig", {}).get("imageConfig", {})


async def test_only_what_a_server_allows_is_offered(world: Stack, client: AtelierClient) -> None:
    """Its own default comes first; a kind of which it names none has all."""
    await decide(world, client, models=(SMALL, FLASH), image_model=FLASH)
    offered = await world.anna.autocomplete(world.art, "imagine", "model", "")
    assert [choice.value for choice in offered] == [FLASH, SMALL]
    offered = await world.anna.autocomplete(world.art, "edit", "model", "")
    assert [choice.value for choice in offered] == [FLASH, SMALL]
    assert len(await world.anna.autocomplete(world.art, "chat", "model", "")) > 2


async def test_what_is_not_allowed_is_not_found(world: Stack, client: AtelierClient) -> None:
    """Whoever types its id is told what there is instead, and nothing is sent."""
    await decide(world, client, models=(FLASH,))
    answer = await imagine(world, model=PRO)
    assert f"no model called “{PRO}”" in answer.text
    assert not world.relay.requests


async def test_models_lists_what_is_allowed(world: Stack, client: AtelierClient) -> None:
    """What members read is what they can use here."""
    await decide(world, client, models=(FLASH,))
    shown = await answered(world, await world.anna.slash(world.art, "models"))
    assert "Gemini 2.5 Flash Image" in shown.text
    assert "Gemini 3 Pro Image" not in shown.text


async def test_a_servers_defaults_hold_where_nobody_chooses(
    world: Stack, client: AtelierClient
) -> None:
    """By a command, and not where its caller chooses something else."""
    await decide(world, client, image_model=SMALL, aspect="16:9", size="2K")
    await imagine(world)
    assert models(world) == [SMALL]
    assert image_config(world) == {"aspectRatio": "16:9", "imageSize": "2K"}
    await imagine(world, aspect="1:1", size="1K", model=PRO)
    assert models(world)[-1] == PRO
    assert image_config(world) == {"aspectRatio": "1:1", "imageSize": "1K"}
    await imagine(world, aspect="auto")
    assert "aspectRatio" not in image_config(world)


async def test_a_default_that_the_model_does_not_take_is_left_out(
    world: Stack, client: AtelierClient
) -> None:
    """Nobody is told of an option that they did not choose."""
    await decide(world, client, image_model=FLASH, aspect="16:9", size="4K")
    await imagine(world)
    assert image_config(world) == {"aspectRatio": "16:9"}


async def test_an_edit_keeps_the_shape_of_its_picture(world: Stack, client: AtelierClient) -> None:
    """A server's ratio is for what begins anew; its size also for what others brought."""
    answer = await imagine(world)
    await decide(world, client, aspect="16:9", size="2K")
    await say(world, "make it blue", reply_to=answer)
    assert image_config(world) == {}
    upload = await world.anna.send(world.art, "look", files=[("mine.png", png())])
    await say(world, f"{world.discord.bot_mention} make it red", reply_to=upload)
    assert image_config(world) == {"imageSize": "2K"}


async def test_a_mention_is_answered_by_the_servers_chat_model(
    world: Stack, client: AtelierClient
) -> None:
    """As a question by the command is."""
    await decide(world, client, chat_model=CHATTER)
    await say(world, f"{world.discord.bot_mention} Hello!")
    await open_thread(world, "Hello!")
    assert models(world) == [CHATTER, CHATTER]


@pytest.mark.parametrize("label", ["Redo", "Vary"])
async def test_a_button_asks_the_default_for_what_is_no_longer_allowed(
    world: Stack, client: AtelierClient, label: str
) -> None:
    """What the default does not take is left out, and the answer says who made it."""
    answer = await imagine(world, size="4K", model=PRO)
    await decide(world, client, models=(FLASH,))
    again = await answered(world, await world.anna.press(answer, label=label))
    assert models(world)[-1] == FLASH
    assert "imageSize" not in image_config(world)
    assert "does not use Gemini 3 Pro Image (preview); Gemini 2.5 Flash Image" in again.text


async def test_what_failed_is_tried_again_with_the_default(
    world: Stack, client: AtelierClient
) -> None:
    """Nothing of what was chosen then stands in the way."""
    world.relay.next(faults.refuse())
    failed = await imagine(world, size="4K", model=PRO)
    await decide(world, client, models=(FLASH,))
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert again.pictures
    assert models(world)[-1] == FLASH
    assert INSTEAD in again.text


async def test_a_reply_goes_on_with_the_default(world: Stack, client: AtelierClient) -> None:
    """It is said once: the next reply goes on from what the default made."""
    answer = await imagine(world)
    await decide(world, client, models=(FLASH,))
    edited = await say(world, "make it blue", reply_to=answer)
    assert INSTEAD in edited.text
    edited = await say(world, "make it red", reply_to=edited)
    assert models(world)[1:] == [FLASH, FLASH]
    assert INSTEAD not in edited.text


async def test_a_chat_goes_on_with_the_default(world: Stack, client: AtelierClient) -> None:
    """Its thread has chosen a model that the server no longer allows."""
    thread, _ = await open_thread(world, "Hello!")
    await decide(world, client, models=(CHATTER,))
    answer = await say(world, "Go on.", channel=thread)
    assert models(world)[-1] == CHATTER
    assert INSTEAD in answer.text
    assert INSTEAD not in (await say(world, "And on.", channel=thread)).text


async def test_a_style_is_painted_with_the_default(world: Stack, client: AtelierClient) -> None:
    """It was kept with a model that the server no longer allows, and a size of that."""
    kept = {"name": "ink", "words": "in ink", "model": PRO, "size": "4K"}
    await answered(world, await world.anna.slash(world.art, "style save", **kept))
    await decide(world, client, models=(FLASH,))
    asked = await world.anna.slash(world.art, "style use", name="ink", prompt="a kite")
    assert INSTEAD in (await answered(world, asked)).text
    assert models(world) == [FLASH]


async def test_what_a_chat_has_drawn_is_painted_as_the_server_wants(
    world: Stack, client: AtelierClient
) -> None:
    """The model that talks knows the painter's ratios, and the painter the server's defaults."""
    thread, _ = await open_thread(world, "Hello!")
    await decide(world, client, models=(FLASH, SMALL), image_model=SMALL, size="512", aspect="4:1")
    await drawn(world, "draw a red kite", thread)
    assert models(world)[-1] == SMALL
    assert image_config(world) == {"aspectRatio": "4:1", "imageSize": "512"}
    assert "4:1" in str(body(world, -2)["tools"])


async def test_what_is_not_allowed_does_not_stand_in(world: Stack, client: AtelierClient) -> None:
    """A failure stays one rather than become a request to another model."""
    await decide(world, client, models=(PRO,))
    world.relay.next(GONE)
    answer = await imagine(world)
    assert not answer.pictures
    assert set(models(world)) == {PRO}


@pytest.mark.parametrize(("consents", "asked"), [(False, [SMALL]), (True, [SMALL, PRO])])
async def test_a_dearer_model_stands_in_with_the_servers_consent_alone(
    world: Stack, join: Join, *, consents: bool, asked: list[str]
) -> None:
    """Whatever the operator wants where there is no server."""
    client = await join(dearer_fallback=not consents, models={SMALL: {"fallbacks": [PRO]}})
    await decide(world, client, image_model=SMALL, dearer=consents)
    world.relay.next(GONE)
    await imagine(world)
    assert list(dict.fromkeys(models(world))) == asked


@pytest.mark.parametrize(
    ("operator", "server", "threshold"),
    [
        (Safety.MEDIUM, Safety.STRICT, "BLOCK_LOW_AND_ABOVE"),
        (Safety.STRICT, Safety.MEDIUM, "BLOCK_LOW_AND_ABOVE"),
        (Safety.STRICT, Safety.DEFAULT, "BLOCK_LOW_AND_ABOVE"),
        (Safety.DEFAULT, Safety.MEDIUM, "BLOCK_MEDIUM_AND_ABOVE"),
    ],
)
async def test_a_server_may_be_stricter_and_never_laxer(
    world: Stack, join: Join, operator: Safety, server: Safety, threshold: str
) -> None:
    """Whoever of the operator and the server filters more is followed, for pictures and words."""
    client = await join(safety=operator)
    await decide(world, client, safety=server)
    await imagine(world)
    await say(world, f"{world.discord.bot_mention} Hello!")
    for request in (0, 1):
        settings = body(world, request)["safetySettings"]
        assert {each["threshold"] for each in settings} == {threshold}


async def test_a_persona_is_what_chats_are_told_to_be(world: Stack, client: AtelierClient) -> None:
    """By a mention, in a thread, and for another answer; a picture is painted without."""
    await decide(world, client, persona="You are a pirate.")
    instruction = {"parts": [{"text": "You are a pirate."}]}
    mentioned = await say(world, f"{world.discord.bot_mention} Hello!")
    thread, _ = await open_thread(world, "Hello!")
    await say(world, "Go on.", channel=thread)
    await answered(world, await world.anna.press(mentioned, label="Regenerate"))
    assert all(body(world, at)["systemInstruction"] == instruction for at in range(4))
    answer = await imagine(world)
    assert "systemInstruction" not in body(world)
    described = await world.anna.context_menu(world.art, "Describe picture", answer)
    await answered(world, described)
    assert "systemInstruction" not in body(world)


async def test_what_a_server_decides_ends_at_its_door(world: Stack, client: AtelierClient) -> None:
    """Direct messages have the operator's models, and no persona."""
    await decide(world, client, chat_model=CHATTER, persona="You are a pirate.")
    await say(world, "Hello!", channel=world.anna.dm)
    assert models(world) == ["gemini-3.1-pro"]
    assert "systemInstruction" not in body(world)


async def test_all_pictures_of_a_server_are_spoilers(world: Stack, client: AtelierClient) -> None:
    """By a command, a reply and a button, and what a chat has drawn; also of an older picture."""
    before = await imagine(world)
    await decide(world, client, spoilers=True)
    answers = [
        await imagine(world),
        await say(world, "make it blue", reply_to=before),
        await answered(world, await world.ben.press(before, label="Redo")),
    ]
    thread, _ = await open_thread(world, "Hello!")
    answers.append(await drawn(world, "draw a red kite", thread))
    assert all(picture.spoiler for each in answers for picture in each.pictures)
    assert not any(picture.spoiler for picture in before.pictures)
