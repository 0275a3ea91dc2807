"""What a model thought, where a member wants to read that."""

from typing import Any

import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, say
from tests.discord.test_chat import open_thread
from tests.worlds import Join

TOLD = "-# 💡 Thought: Counting what came I count the turns that reached me: "


def thinking(world: Stack) -> dict[str, Any]:
    """Return how the newest request wants its model to think."""
    return world.relay.requests[-1].body.get("generationConfig", {}).get("thinkingConfig", {})


@pytest.mark.usefixtures("client")
async def test_a_faint_line_tells_what_the_model_thought(world: Stack) -> None:
    """Below each answer of the thread, also of the next ones; the model does not get it back."""
    thread, answer = await open_thread(world, "Hello!", thoughts=True, thinking="high")
    assert f"\n{TOLD}1. Saying it I say what I counted." in answer.text
    assert thinking(world) == {"thinkingLevel": "HIGH", "includeThoughts": True}
    answer = await say(world, "Go on.", channel=thread)
    assert f"\n{TOLD}3." in answer.text
    assert "Counting" not in str(contents(world))
    regenerated = await answered(world, await world.anna.press(answer, label="Regenerate"))
    assert TOLD in regenerated.text


@pytest.mark.usefixtures("client")
async def test_nobody_reads_thoughts_unasked(world: Stack) -> None:
    """The model is not asked for them, and what it tells all the same is not shown."""
    thread, answer = await open_thread(world, "Hello!")
    assert "Thought" not in answer.text
    assert not thinking(world)
    world.relay.next(faults.thinks_aloud("Hm."))
    assert "Hm." not in (await say(world, "Go on.", channel=thread)).text


@pytest.mark.usefixtures("client")
async def test_thoughts_are_switched_off_again(world: Stack) -> None:
    """By the next command in the thread."""
    thread, _ = await open_thread(world, "Hello!", thoughts=True)
    asked = await world.anna.slash(thread, "chat", message="Go on.", thoughts=False)
    question = await asked.result(within=WITHIN)
    answer = await finished(world, await thread.wait_for_message(after=question, within=WITHIN))
    assert "Thought" not in answer.text
    assert "Thought" not in (await say(world, "And then?", channel=thread)).text


@pytest.mark.usefixtures("client")
async def test_long_thoughts_are_one_line_that_is_no_markup(world: Stack) -> None:
    """They are cut, and what looks like a mention or a heading is words."""
    world.relay.next(faults.thinks_aloud("# @everyone [a](http://b)\n" * 500))
    await world.anna.slash(world.art, "chat", message="Hello!", thoughts=True)
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    answer = await thread.wait_for_message(lambda seen: "Thought:" in seen.text, within=WITHIN)
    (line,) = (line for line in answer.content.split("\n") if "Thought:" in line)
    assert line.endswith("…")
    assert len(line) < 700
    assert "\\@everyone \\[a\\]" in line


@pytest.mark.usefixtures("client")
async def test_a_model_that_tells_no_thoughts_says_so(world: Stack) -> None:
    """Before anything is sent."""
    asked = await world.anna.slash(
        world.art, "chat", message="Hello!", model="gemini-3.8-flash", thoughts=True
    )
    refused = await asked.result(within=WITHIN)
    assert "Gemini 3.8 Flash does not tell what it thinks." in refused.text
    assert not world.relay.requests


async def test_a_thread_still_tells_thoughts_after_a_restart(world: Stack, join: Join) -> None:
    """It keeps the choice."""
    first = await join()
    thread, _ = await open_thread(world, "Hello!", thoughts=True)
    await first.wait_until_ready()
    await first.close()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    await join()
    assert TOLD in (await say(world, "Go on.", channel=thread)).text
