"""Several people in one conversation: the model is told who said what, and nobody else sees it."""

import logging

import pytest

from demo.stack import Stack
from tests.acting import contents, png, say, texts
from tests.discord.test_chat import open_thread
from tests.worlds import Join, store_of


def said(world: Stack) -> list[list[str]]:
    """Return the words of each question that the last request holds."""
    return [texts(content) for content in contents(world)[::2]]


async def test_one_person_is_not_named(world: Stack, join: Join) -> None:
    """Who talks alone says to the model what they wrote, and nothing more."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    await say(world, "Go on.", channel=thread)
    assert said(world) == [["Hello!"], ["Go on."]]


async def test_several_people_are_told_apart_also_after_a_restart(world: Stack, join: Join) -> None:
    """Each question begins with the name of who asked it, from when a second one comes."""
    client = await join()
    thread, _ = await open_thread(world, "Hello!")
    await client.close()
    await join()
    await say(world, "And I am here, too.", by=world.ben, channel=thread)
    assert said(world) == [["anna: Hello!"], ["ben: And I am here, too."]]
    await say(world, "Go on.", channel=thread)
    assert said(world)[-1] == ["anna: Go on."]


async def test_who_only_shows_a_picture_is_named(world: Stack, join: Join) -> None:
    """A question without words has the name behind its picture."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    await say(world, "", by=world.ben, channel=thread, files=[("a.png", png())])
    assert said(world)[-1] == ["ben:"]


async def test_who_is_called_as_somebody_else_gets_a_number(world: Stack, join: Join) -> None:
    """Nobody can speak in another one's name."""
    await join()
    thread, _ = await open_thread(world, "Hello!")
    another = world.discord.create_member(world.guild, "anna")
    await say(world, "No, I am.", by=another, channel=thread)
    assert said(world) == [["anna: Hello!"], ["anna (2): No, I am."]]


async def test_what_is_kept_is_what_was_written(
    world: Stack, join: Join, caplog: pytest.LogCaptureFixture
) -> None:
    """The name stands beside the words, and in no line of the log."""
    caplog.set_level(logging.INFO)
    client = await join()
    thread, _ = await open_thread(world, "Hello!")
    carla = world.discord.create_member(world.guild, "carla-who-is-not-logged")
    await say(world, "Me, too.", by=carla, channel=thread)
    assert said(world)[-1] == ["carla-who-is-not-logged: Me, too."]
    store = store_of(client)
    turn_id = await store.newest_turn(thread.id)
    assert turn_id is not None
    kept = await store.turn(turn_id)
    assert kept is not None
    assert [part.text for part in kept.user] == ["Me, too."]
    assert kept.author_name == "carla-who-is-not-logged"
    assert "carla" not in caplog.text
