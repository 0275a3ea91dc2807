"""What becomes of the files of a chat later: after a restart, with other models, when deleted."""

from typing import Any

from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, png, say
from tests.discord.test_chat import open_thread
from tests.discord.test_files import files
from tests.discord.test_forgetting import files as stored
from tests.discord.test_forgetting import known, tidy
from tests.media import pdf
from tests.worlds import Join

PDF = ("a.pdf", pdf("Kites"))
READER, OTHER = "gemini-3.1-pro", "gemini-3.8-flash"
DEAF: dict[str, Any] = {"models": {OTHER: {"takes": []}}}
"""A second model that reads pictures and words alone."""


async def test_a_file_survives_a_restart(world: Stack, join: Join) -> None:
    """It is kept as a picture is."""
    first = await join()
    thread, _ = await open_thread(world, "Sum it up.", file=PDF)
    await first.wait_until_ready()
    await first.close()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    await join()
    answer = await say(world, "And now?", channel=thread)
    assert "“Kites”" in answer.text


async def test_a_file_goes_with_its_thread(world: Stack, join: Join) -> None:
    """Of what was deleted nothing stays, nor of what was asked with it."""
    client = await join()
    thread, answer = await open_thread(world, "Sum it up.", file=PDF)
    await known(client, answer)
    assert len(stored(world)) == 1
    world.discord.model.delete_channel(thread.id)
    await known(client, answer, shown=False)
    await tidy(world, client)
    assert not stored(world)


async def test_a_model_that_reads_no_files_goes_on_without(world: Stack, join: Join) -> None:
    """It is told their names, and its reader once that it does not read them."""
    await join(**DEAF)
    thread, _ = await open_thread(world, "Sum it up.", file=PDF, model=READER)
    await world.anna.slash(thread, "chat", message="And now?", model=OTHER)
    answer = await thread.wait_for_message(
        lambda message: "does not read every file" in message.text, within=WITHIN
    )
    await finished(world, answer)
    assert contents(world)[0]["parts"][0] == {"text": "[a.pdf]"}
    later = await say(world, "And then?", channel=thread)
    assert "does not read every file" not in later.text


async def test_what_does_not_read_a_file_stands_in_for_nothing(world: Stack, join: Join) -> None:
    """A model that is not to be had is not replaced by one that would answer without the file."""
    await join(models={READER: {"fallbacks": [OTHER]}, OTHER: {"takes": []}})
    world.relay.shut = {READER}
    failed = await say(world, "Sum it up.", channel=world.anna.dm, files=[PDF])
    assert {request.model for request in world.relay.requests} == {READER}
    world.relay.shut = set()
    again = await answered(world, await world.anna.press(failed, label="Try again"))
    assert "“Kites”" in again.text


async def test_files_that_no_longer_fit_fall_out_with_their_turns(world: Stack, join: Join) -> None:
    """The oldest first, which is said once; the newest is always read."""
    await join()
    large = b"%PDF-1.4 startxref".ljust(7 * 2**20)
    said: list[bool] = []
    for name in ("a", "b", "c", "d"):
        given = [(f"{name}.pdf", large + name.encode())]
        answer = await say(world, f"read {name}", channel=world.anna.dm, files=given)
        said.append("older part of this conversation no longer fits" in answer.text)
    assert said == [False, False, True, False]
    assert [len(files(content)) for content in contents(world) if files(content)] == [1, 1]
    assert "read d" in str(contents(world))


async def test_what_fits_no_more_at_all_is_told(world: Stack, join: Join) -> None:
    """Where requests are to be smaller by now, a picture beside a file can't be so small."""
    client = await join()
    given = [("a.pdf", b"%PDF-1.4 startxref".ljust(2**20)), ("a.png", png())]
    answer = await say(world, "Sum it up.", channel=world.anna.dm, files=given)
    await client.close()
    await join(body_budget_mb=1)
    told = await answered(world, await world.anna.press(answer, label="Regenerate"))
    assert "too much for the model at once" in told.text
    later = await say(world, "And now?", channel=world.anna.dm)
    assert "And now?" in later.text
