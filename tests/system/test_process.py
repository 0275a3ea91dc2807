import asyncio
import os
import signal

from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    WITHIN,
    Held,
    answered,
    at_work,
    finished,
    image,
    imagine,
    roles,
    say,
    until,
)

STOPS = "asked to stop"
"""What the log says of a process that was told to."""


async def test_the_main_job_over_the_wire(world: Stack) -> None:
    """A process of its own takes a command, asks the relay, and posts the picture."""
    async with world.bot():
        await world.ready()
        first = await imagine(world)
        grey = await say(world, "make it black and white", reply_to=first)
        assert image(grey).size == image(first).size
        assert world.discord.unknown_routes == []


async def test_it_stops_when_it_is_asked_to(world: Stack) -> None:
    """SIGTERM ends the process with status 0, and Discord sees it leave."""
    async with world.bot() as bot:
        await world.ready()
        assert await bot.stop() == 0
        await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
        assert "Traceback" not in bot.log.read_text()


async def test_a_running_job_ends_before_the_process(world: Stack) -> None:
    """A picture that is being painted when SIGTERM comes is posted before the process ends."""
    async with world.bot() as bot:
        await world.ready()
        held = Held()
        world.relay.next(held)
        asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world)
        progress = await asked.result(within=WITHIN)
        stopping = asyncio.create_task(bot.stop())
        await until(lambda: STOPS in bot.log.read_text())
        held.let_go()
        assert await stopping == 0
        assert (await finished(world, progress)).pictures


async def test_long_names_keep_it_from_nothing(world: Stack) -> None:
    """Ten files with the longest names are told of, it goes on answering, and ends when asked."""
    files = [(f"{'*' * 240}{number}.txt", b"no picture") for number in range(10)]
    async with world.bot() as bot:
        await world.ready()
        world.relay.next(faults.text_only("word " * 3_000))
        long = await say(world, "Tell me everything.", channel=world.anna.dm, files=files)
        await world.discord.message_changed(long, lambda seen: seen.attachments, within=WITHIN)
        again = await say(world, "My name is Anna.", channel=world.anna.dm, files=files)
        assert "My name is Anna." in again.text
        assert await bot.stop() == 0


async def test_what_does_not_end_in_time_is_left_to_the_next_start(world: Stack) -> None:
    """A job that outlasts the time to stop ends with the process, and its member is told later."""
    async with world.bot(ATELIER_SHUTDOWN_SECONDS="1") as bot:
        await world.ready()
        world.relay.next(faults.hang())
        asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world)
        progress = await asked.result(within=WITHIN)
        assert await bot.stop() == 0
        assert "Traceback" not in bot.log.read_text()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    async with world.bot():
        await world.ready()
        told = await finished(world, progress)
        assert "restarted" in told.text


async def test_a_second_signal_ends_it_at_once(world: Stack) -> None:
    """Who asks twice does not wait for running jobs; the rows are there all the same."""
    async with world.bot(ATELIER_SHUTDOWN_SECONDS="60") as bot:
        await world.ready()
        world.relay.next(faults.hang())
        await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world)
        os.kill(bot.pid, signal.SIGTERM)
        await until(lambda: STOPS in bot.log.read_text())
        os.kill(bot.pid, signal.SIGTERM)
        assert await bot.wait() == 130


async def test_a_signal_during_login_is_no_crash(world: Stack) -> None:
    """A process that is stopped before it is connected ends quietly."""
    world.discord.faults.add("GET", "/users/@me", delay=10)
    async with world.bot() as bot:
        await until(lambda: "logging in" in bot.log.read_text())
        assert await bot.stop() == 0
        assert "Traceback" not in bot.log.read_text()


async def test_a_token_that_discord_refuses_is_one_line(world: Stack) -> None:
    """It names the setting, says where a new one comes from, and does not show the token."""
    async with world.bot(ATELIER_DISCORD_TOKEN="wrong-and-secret") as bot:
        assert await bot.wait() == 2
        said = bot.log.read_text()
    assert said.splitlines()[-1].startswith("ATELIER_DISCORD_TOKEN: Discord does not accept")
    assert "Reset Token" in said
    assert "wrong-and-secret" not in said
    assert "Traceback" not in said


async def test_a_conversation_goes_on_after_a_restart(world: Stack) -> None:
    """Pictures, signatures, threads and buttons of a process that is gone still work."""
    async with world.bot():
        await world.ready()
        first = await imagine(world)
        await world.anna.slash(world.art, "chat", message="My name is Anna.")
        (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
        await finished(world, await thread.wait_for_message(within=WITHIN))
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    async with world.bot():
        await world.ready()
        edited = await say(world, "make it black and white", reply_to=first)
        assert edited.pictures
        assert roles(world) == ["user", "model", "user"]
        answer = await say(world, "What is my name?", channel=thread)
        assert "My name is Anna." in answer.text
        again = await answered(world, await world.ben.press(first, label="Redo"))
        assert again.pictures


async def test_a_form_that_was_open_during_a_restart_is_taken(world: Stack) -> None:
    """What is written into a form that another process opened is not lost."""
    async with world.bot():
        await world.ready()
        first = await imagine(world)
        pressed = await world.anna.press(first, label="Edit")
        await pressed.response()
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    async with world.bot():
        await world.ready()
        sent = await world.anna.submit(pressed, {"prompt": "make it black and white"})
        assert (await answered(world, sent)).pictures


async def test_a_killed_process_loses_no_conversation(world: Stack) -> None:
    """After kill -9 the next process knows what was posted, and answers what was said meanwhile."""
    async with world.bot() as bot:
        await world.ready()
        first = await imagine(world)
        bot.kill()
        assert await bot.wait() == -signal.SIGKILL
    await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    asked = await world.anna.send(world.art, "flip it", reply_to=first)
    async with world.bot():
        await world.ready()
        answer = await world.art.wait_for_message(after=asked, within=WITHIN)
        assert answer.reference_id == asked.id
        assert (await finished(world, answer)).pictures
        assert (await say(world, "blur it", reply_to=first)).pictures
        assert len(world.relay.requests) == 3


async def test_a_missing_setting_is_one_line(world: Stack) -> None:
    """Without its relay the process ends with status 2 and a line that names the variable."""
    async with world.bot(ATELIER_RELAY_URL="") as bot:
        assert await bot.wait() == 2
        (line,) = bot.log.read_text().strip().splitlines()
        assert line.startswith("ATELIER_RELAY_URL")


async def test_a_wrong_token_is_one_line(world: Stack) -> None:
    """A token that Discord refuses ends the process with status 2, and is not printed."""
    async with world.bot(ATELIER_DISCORD_TOKEN="not-the-token") as bot:
        assert await bot.wait() == 2
        assert "ATELIER_DISCORD_TOKEN" in bot.log.read_text().strip().splitlines()[-1]
        assert "not-the-token" not in bot.log.read_text()


async def test_commands_are_told_once(world: Stack) -> None:
    """A restart with the same commands does not tell Discord about them again."""

    def told() -> int:
        return sum(call.method == "PUT" and "commands" in call.path for call in world.discord.calls)

    for _ in range(2):
        async with world.bot():
            await world.ready()
        await world.discord.wait_for(lambda: not world.discord.gateway.connected, within=WITHIN)
    assert told() == 1
