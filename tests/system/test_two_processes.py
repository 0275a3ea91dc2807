"""A second process on the same data waits for the first, and pays for nothing that is its own."""

import asyncio
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from demo.relay import faults
from demo.stack import Stack
from tests.acting import WITHIN, Held, answered, at_work, finished, image, imagine, until
from tests.commands import command

WAITS = "another process works on the data"
IN_USE = 75


def waiting(log: Path) -> Callable[[], bool]:
    """Return what tells whether a second process said that it waits; they share a log."""
    return lambda: WAITS in log.read_text()


async def test_a_second_process_leaves_the_first_ones_jobs_alone(world: Stack) -> None:
    """It ends with status 75 after two lines; what the first is at work on is paid once."""
    async with world.bot(ATELIER_MAX_CONCURRENT="1") as first:
        await world.ready()
        held = Held()
        world.relay.next(held)
        sent = await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world)
        accepted = await world.ben.slash(world.art, "imagine", prompt="a boat")
        await accepted.result(within=WITHIN)
        async with world.bot(ATELIER_TAKEOVER_SECONDS="1") as second:
            assert await second.wait() == IN_USE
        log = first.log.read_text().splitlines()
        says, ends = [line for line in log if "another process" in line]
        assert WAITS in says
        assert ends.startswith("ATELIER_DATA_DIR: another process")
        held.let_go()
        assert (await answered(world, sent)).pictures
        assert (await answered(world, accepted)).pictures
        assert len(world.relay.requests) == 2


async def test_a_second_process_takes_over_when_the_first_has_drained(world: Stack) -> None:
    """The picture that was being painted is shown by the first, what follows by the second."""
    async with world.bot() as first:
        await world.ready()
        held = Held()
        world.relay.next(held)
        asked = await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world)
        async with world.bot() as second:
            await until(waiting(second.log))
            stopping = asyncio.create_task(first.stop())
            await until(lambda: "asked to stop" in first.log.read_text())
            held.let_go()
            assert await stopping == 0
            assert (await answered(world, asked)).pictures
            await world.discord.wait_for(
                lambda: world.discord.gateway.identified == 2, within=WITHIN
            )
            await world.ready()
            assert image(await imagine(world))
            assert len(world.relay.requests) == 2
            assert await second.stop() == 0


async def test_a_process_that_was_killed_holds_nothing_up(world: Stack) -> None:
    """Who waits gets the data at once: accepted is made, sent is told, nothing is paid twice."""
    async with world.bot(ATELIER_MAX_CONCURRENT="1") as first:
        await world.ready()
        world.relay.next(faults.hang())
        sent = await world.anna.slash(world.art, "imagine", prompt="a kite")
        await at_work(world)
        accepted = await world.ben.slash(world.art, "imagine", prompt="a boat")
        progress = [await each.result(within=WITHIN) for each in (sent, accepted)]
        async with world.bot() as second:
            await until(waiting(second.log))
            first.kill()
            told, made = [await finished(world, each) for each in progress]
            assert "restarted" in told.text
            assert made.pictures
            assert len(world.relay.requests) == 2


async def test_who_waits_can_be_stopped(world: Stack) -> None:
    """It ends as quietly as one that serves."""
    async with world.bot() as first:
        await world.ready()
        async with world.bot() as second:
            await until(waiting(second.log))
            assert await second.stop() == 0
        assert "Traceback" not in first.log.read_text()


async def test_a_database_in_use_is_not_changed(world: Stack) -> None:
    """`migrate` waits as long, and says the same; it has the data to itself afterwards."""
    settings = {"ATELIER_DATA_DIR": str(world.folder / "data"), "ATELIER_TAKEOVER_SECONDS": "0"}
    async with world.bot():
        await world.ready()
        status, _, err = await command(world.folder, "migrate", **settings)
        assert status == IN_USE
        (line,) = err.strip().splitlines()
        assert line.startswith("ATELIER_DATA_DIR: another process")
    assert (await command(world.folder, "migrate", **settings))[0] == 0


def modes(folder: Path) -> dict[str, str]:
    """Return who may do what with a folder and all that is in it."""
    return {
        str(path.relative_to(folder.parent)): stat.filemode(path.stat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


@pytest.mark.parametrize("loose", [False, True], ids=["new", "of an earlier version"])
async def test_nobody_else_can_read_the_data(world: Stack, *, loose: bool) -> None:
    """Neither what is made now nor what an earlier version made for all to read."""
    data = world.folder / "data"
    if loose:
        async with world.bot():
            await world.ready()
            await imagine(world)
        for path in (data, *data.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    else:
        shutil.rmtree(data)
    async with world.bot() as bot:
        await world.ready()
        await imagine(world)
        found = modes(data)
        assert {"data/atelier.db-wal", "data/atelier.db-shm", "data/atelier.lock"} < set(found)
        assert "data/commands.sha256" in found
        assert {mode for mode in found.values() if mode.startswith("d")} == {"drwx------"}
        assert {mode for mode in found.values() if mode.startswith("-")} == {"-rw-------"}
        assert await bot.stop() == 0


async def test_a_web_server_may_read_the_blobs_alone(world: Stack) -> None:
    """Where the operator serves them: its group gets to them, and to nothing beside them."""
    data = world.folder / "data"
    async with world.bot():
        await world.ready()
        await imagine(world)
    async with world.bot(ATELIER_BLOBS_PUBLIC_URL="https://pictures.example/blobs") as bot:
        await world.ready()
        await imagine(world)
        found = modes(data)
        assert found.pop("data") == "drwx--x---"
        assert found.pop("data/blobs/spool") == "drwx------"
        blobs = {found.pop(name) for name in list(found) if name.startswith("data/blobs")}
        assert blobs == {"drwxr-x---", "-rw-r-----"}
        assert set(found.values()) == {"-rw-------"}
        assert await bot.stop() == 0
