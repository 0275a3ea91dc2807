"""What docs/operating.md tells operators to do, done."""

import asyncio
import contextlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.domain.blob import BlobRef
from bot.domain.content import Part
from bot.domain.job import Draft
from bot.domain.picture import Picture
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from tests.contract.builders import NOON, request
from tests.documents import ROOT, blocks, section

BACK_UP, RESTORE = blocks(section("docs/operating.md", "Back up while it runs"), "sh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give an operator's folder: the code, an environment, and a place for the data."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for name in ("bot", "cogs", "config"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


async def typed(commands: str, folder: Path) -> None:
    """Type commands in a folder, as its owner."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    await asyncio.to_thread(
        subprocess.run, ["sh", "-ec", commands], cwd=folder, env=environment, check=True
    )


async def paint(store: SqlStore, blobs: FileBlobs, number: int) -> BlobRef:
    """Let a picture be made and written down."""
    spool = blobs.spool()
    spool.write(b"picture %d" % number)
    blob = await spool.commit()
    job = await store.accept(request(), daily_limit=10**6, now=NOON)
    await store.sent(job.id, NOON)
    picture = Part(picture=Picture(blob, "image/png", 8, 8))
    draft = Draft(parent_id=None, user=(), answer=(picture,), model="painter", family="painters")
    await store.made(job, draft, NOON)
    return blob


async def test_a_backup_beside_a_bot_at_work_has_every_picture_that_it_names(folder: Path):
    """Also where pictures are made all the while; put in place, it is at this version."""
    data = folder / "data"
    data.mkdir()
    async with FileBlobs.open(data / "blobs") as blobs, SqlStore.open(data / "atelier.db") as store:
        made = [await paint(store, blobs, number) for number in range(20)]

        async def go_on() -> None:
            for number in range(20, 2_000):
                await paint(store, blobs, number)

        at_work = asyncio.create_task(go_on())
        await typed(BACK_UP, folder)
        at_work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await at_work
    await typed(RESTORE, folder)
    async with FileBlobs.open(data / "blobs") as blobs, SqlStore.open(data / "atelier.db") as store:
        turns = [turn for job_id in range(1, 2_000) for turn in await store.turns_of(job_id)]
        named = [picture.blob for turn in turns for _, picture in turn.pictures]
        assert named[: len(made)] == made
        assert all(blobs.path(blob).is_file() for blob in named)
    assert not list(data.glob("backup*"))
    shutil.rmtree(folder / "data.before")


def test_what_it_quotes_is_said():
    """Each sentence of the tables is one that members, or the bot's owner, do read."""
    quoted = [
        *re.findall(
            r"^\| `([^`]+)` \|", section("docs/operating.md", "It does not start"), re.MULTILINE
        ),
        *re.findall(
            r"^\| `([^`]+)` \|", section("docs/operating.md", "Members tell you"), re.MULTILINE
        ),
    ]
    assert len(quoted) == 21
    texts = [(ROOT / "bot/interface/locales/en-US.ftl").read_text("utf-8")]
    texts += [
        path.read_text("utf-8")
        for folder in ("bot", "config")
        for path in (ROOT / folder).rglob("*.py")
    ]
    # Long sentences are cut over lines in the code.
    said = re.sub(r'"\s*\n\s*f?"', "", "\n".join(texts))
    assert [each for each in quoted if each not in said] == []
