"""What others wrote stands in the bot's own sentences as words: no link, no mention, no heading."""

import pytest

from bot.interface.client import AtelierClient
from demo.discord import Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, imagine, say
from tests.unit.interface.discord_markup import shown

LINK = "[free pictures](https://example.org/a)"


def markup(message: Message) -> list[str]:
    """Return the kinds of markup that a message's text has."""
    return sorted(shown(message.text)[1])


@pytest.mark.usefixtures("client")
async def test_a_model_that_does_not_exist_is_no_link(world: Stack) -> None:
    """The bot repeats what it was asked for, and links to nothing."""
    answer = await imagine(world, model=LINK)
    assert LINK in shown(answer.text)[0]
    assert markup(answer) == []


@pytest.mark.usefixtures("client")
async def test_a_models_explanation_is_no_link(world: Stack) -> None:
    """What a refusal is explained with may be anybody's words."""
    world.relay.next(faults.refuse("IMAGE_SAFETY", LINK))
    answer = await imagine(world)
    assert LINK in shown(answer.text)[0]
    assert markup(answer) == []


@pytest.mark.usefixtures("client")
async def test_the_question_of_a_thread_is_no_link(world: Stack) -> None:
    """`/chat` repeats it under the bot's name, so it is words, each line of them a quote."""
    asked = await world.anna.slash(world.art, "chat", message=f"{LINK}\n# big\n- item\n||what||")
    question = await asked.result(within=WITHIN)
    assert LINK in shown(question.text)[0]
    assert markup(question) == ["bold", "quote"]


@pytest.mark.usefixtures("client")
async def test_a_prompt_in_the_details_is_no_link(world: Stack) -> None:
    """Of the picture itself, and of what came before it."""
    first = await imagine(world, LINK)
    second = await say(world, f"{LINK} in blue", reply_to=first)
    pressed = await world.anna.press(second, label="More")
    details = await pressed.result(within=WITHIN)
    assert details.text.count("free pictures") == 2
    assert markup(details) == ["bold", "item", "mention", "small", "time"]


async def test_a_prompt_in_the_history_is_no_link(world: Stack, client: AtelierClient) -> None:
    """The list of versions shows it as it was written."""
    made = await imagine(world, f"{LINK} ||one||")
    await client.services.posted_pictures.shown_in(made.id, None)
    listed = await (await world.anna.slash(world.art, "history")).result(within=WITHIN)
    read, kinds = shown(listed.text)
    assert f"{LINK} ||one||" in read
    assert (kinds["link"], kinds["spoiler"]) == (1, 0), "the one link jumps to the picture"
