"""The life of the process: it serves until it is asked to stop; and what is done beside that."""

import asyncio
import contextlib
import logging
import os
import signal
from datetime import UTC, datetime
from pathlib import Path

import discord

from bot import VERSION
from bot.assembly import assembled
from bot.discord_connection import use_discord_at
from bot.domain.calendar import Calendar, month_of
from bot.domain.counting import counted
from bot.domain.guild_settings import Versioned
from bot.interface.client import AtelierClient
from bot.operations import bills
from bot.services.admission import Admission
from bot.services.deletion_queue import DeletionQueue
from bot.services.erasure import Erasure
from bot.services.guild_book import GuildBook
from bot.storage import backup
from bot.storage.backup import check_whole
from bot.storage.folder import DATABASE, held
from bot.storage.store import SqlStore
from config.exposures import exposures
from config.obstacles import discord_away
from config.settings import DataSettings, Settings

log = logging.getLogger(__name__)

STOPPED_AT_ONCE = 130
"""The exit status of a process that was told twice to stop, as a shell has it after Ctrl+C."""


async def run(settings: Settings) -> None:
    """Serve members until the process is asked to stop, then let running jobs end.

    A second request to stop ends the process at once: every row is committed as it is written.
    Raise discord.LoginFailure or discord.PrivilegedIntentsRequired where Discord turns it away, or
    FolderInUse where another process goes on working on the same data, ConfigError where a port
    or Discord is not to be had, StorageFailed where the data is not.
    """
    if settings.discord_url is not None:
        use_discord_at(settings.discord_url)
    log.info("atelier %s", VERSION)
    for line in exposures(settings):
        log.warning("%s", line)
    stop = asyncio.Event()

    def on_signal() -> None:
        if stop.is_set():
            os._exit(STOPPED_AT_ONCE)
        stop.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, on_signal)
    patience = settings.takeover_seconds
    async with held(settings.data_dir, patience=patience, stop=stop) as is_ours:
        if is_ours:
            check_whole(settings.data_dir)
            await _serve(settings, stop)


async def _serve(settings: Settings, stop: asyncio.Event) -> None:
    async with assembled(settings) as (client, admission):
        runner = asyncio.create_task(client.start(settings.discord_token.get_secret_value()))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({runner, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not runner.done():
            await _stop(client, runner, admission, settings.shutdown_seconds)
        with contextlib.suppress(asyncio.CancelledError):
            try:
                await runner
            except OSError as error:
                why = str(error) or type(error).__name__
                raise discord_away(settings.discord_url, why) from error
            except (discord.DiscordServerError, discord.Forbidden, discord.NotFound) as error:
                raise discord_away(settings.discord_url, f"status {error.status}") from error


async def _stop(
    client: AtelierClient, runner: asyncio.Task[None], admission: Admission, seconds: float
) -> None:
    """Let the jobs that are present end; those that do not are looked after at the next start."""
    log.info("asked to stop")
    left = await admission.close(seconds)
    if left:
        log.warning("still at work, and left to the next start: %s", counted(left, "job"))
    if not client.is_ready():
        runner.cancel()
    await client.close()


async def migrate(settings: DataSettings) -> None:
    """Bring the database to this version, which `run` does too; raise FolderInUse beside that."""
    data = settings.data_dir
    async with held(data, patience=settings.takeover_seconds):
        check_whole(data)
        async with SqlStore.open(data / DATABASE):
            log.info("the database is at this version")


def back_up(settings: DataSettings, file: Path) -> str:
    """Write all that is kept into a file, also beside a running bot; say how much that is.

    Raise BackupUnusable where that can't be written.
    """
    done = backup.back_up(settings.data_dir, file)
    told = f"{file}: {_said(done)}"
    if done.missing:
        told += f"; named by the database, and not there: {done.missing}"
    return told


async def restore(settings: DataSettings, file: Path) -> str:
    """Put what `back_up` wrote into the data folder, and say how much that is.

    Raise FolderInUse beside a bot, BackupUnusable where that folder is not empty or the file is
    not whole.
    """
    async with held(settings.data_dir, patience=0):
        done = await asyncio.to_thread(backup.restore, file, settings.data_dir)
    return f"{settings.data_dir}: restored from {file}: {_said(done)}"


def _said(done: backup.Contents) -> str:
    return f"the database and {counted(done.blobs, 'blob')}, {done.size / 2**20:.1f} MiB"


async def forget(settings: DataSettings, member_id: int) -> str:
    """Forget what a member asked for, also beside a running bot; say how much that was.

    The files go when the bot that runs on the same data tidies up. It also forgets what is at work
    now, as soon as that is over, and what was used today.
    """
    async with SqlStore.open(settings.data_dir / DATABASE, beside=True) as store:
        deletions = DeletionQueue(store, Erasure(store), GuildBook(store))
        forgotten = await deletions.forget_member(member_id, datetime.now(UTC))
    later = "; what is still at work goes within an hour of its end" if forgotten.at_work else ""
    return f"turns of member {member_id} that are forgotten: {forgotten.turns}{later}"


async def usage(settings: DataSettings, month: str | None, *, as_csv: bool) -> str:
    """Say what each server used in a month, this one by default, also beside a running bot."""
    month = month or month_of(datetime.now(UTC).date())
    async with SqlStore.open(settings.data_dir / DATABASE, beside=True) as store:
        used = await store.used_by_servers(month)
    return bills.as_csv(used) if as_csv else bills.in_columns(month, used)


async def grant(settings: DataSettings, server_id: int, micros: int, month: str | None) -> str:
    """Give a server more money for a month, by default for the one that it is there.

    It holds at once, also for a bot that runs: what may be spent is read whenever it reserves.
    """
    async with SqlStore.open(settings.data_dir / DATABASE, beside=True) as store:
        decided = (await store.all_settings()).get(server_id, Versioned()).settings
        month = month or month_of(Calendar(decided.time_zone).day(datetime.now(UTC)))
        total = await store.grant_server(server_id, month, micros)
    more = bills.dollars(total)
    return f"beyond ATELIER_SERVER_BUDGET, server {server_id} has in {month}: US${more}"
