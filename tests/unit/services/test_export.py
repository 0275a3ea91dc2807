import json
import zipfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.content import Part
from bot.domain.errors import TooManyAtOnce
from bot.domain.job import GenerationRequest
from bot.domain.media import MediaFile
from bot.domain.picture import Picture
from bot.services import export as module
from bot.services.export import Archive, Entry, Export
from bot.storage.blobs import FileBlobs
from bot.storage.store import SqlStore
from tests.contract.builders import MEMBER, NOON, TERMS, draft, request
from tests.databases import put_database

LIMIT = 5_000
OTHER = MEMBER + 1


class House:
    """Hold what is kept, and what puts it together."""

    def __init__(self, store: SqlStore, blobs: FileBlobs) -> None:
        self.store = store
        self.blobs = blobs
        self.export = Export(store, blobs)

    async def put(self, data: bytes) -> Picture:
        """Store a picture."""
        async with self.blobs.scratch() as path:
            path.write_bytes(data)
            return Picture(await self.blobs.adopt(path), "image/png", 1, 1)

    async def make(self, asked: GenerationRequest, *made: Picture) -> None:
        """Make these pictures of a request."""
        job = await self.store.accept(asked, terms=TERMS, now=NOON)
        answer = tuple(Part(picture=picture) for picture in made)
        await self.store.made(job, replace(draft(), user=asked.user, answer=answer), NOON)
        await self.store.kept(job.id, NOON, told=False)

    async def exported(self, *, limit: int = 2**20) -> list[dict[str, bytes]]:
        """Return what is in each archive, by its names."""
        async with aclosing(self.export.archives(MEMBER, limit=limit)) as archives:
            return [_read(archive, limit) async for archive in archives]


def _read(archive: Archive, limit: int) -> dict[str, bytes]:
    assert archive.path.stat().st_size <= limit
    with zipfile.ZipFile(archive.path) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """Open an empty house."""
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(SqlStore.open(put_database(tmp_path / "db")))
        yield House(store, await stack.enter_async_context(FileBlobs.open(tmp_path / "blobs")))


async def test_files_are_named_once_and_found_by_what_is_told(house: House) -> None:
    """Though two requests have the same picture."""
    given, made = await house.put(b"given"), await house.put(b"made")
    sound = MediaFile((await house.put(b"sound")).blob, "audio/ogg", "../voice.ogg")
    asked = request(user=(Part(picture=given), Part(file=sound), Part(text="a fox")))
    await house.make(asked, made)
    await house.make(request(user=(Part(picture=given),)), made)
    (archive,) = await house.exported()
    first, second = json.loads(archive["requests-001.json"])
    assert [archive[name] for name in first["given"]] == [b"given", b"sound"]
    assert [archive[name] for name in first["results"][0]["files"]] == [b"made"]
    assert second["given"] == first["given"][:1]
    assert len(archive) == 5
    assert all(".." not in name for name in archive)


async def test_what_others_gave_is_not_theirs(house: House) -> None:
    """Neither an avatar of somebody else, nor what somebody else had given before."""
    avatar, own = await house.put(b"their avatar"), await house.put(b"own")
    user = (Part(picture=avatar), Part(picture=own))
    await house.make(request(user=user, person_id=OTHER))
    await house.make(request(user=(Part(picture=avatar),), given_by_id=OTHER, redone=True))
    await house.make(request(user=(Part(picture=avatar),), redone=True))
    await house.make(request(author_id=OTHER, user=(Part(picture=avatar),)), avatar)
    (archive,) = await house.exported()
    assert b"their avatar" not in archive.values()
    assert b"own" in archive.values()
    assert len(json.loads(archive["requests-001.json"])) == 3


async def test_what_others_asked_for_is_not_theirs(house: House) -> None:
    """Who presses Redo on somebody's picture takes what came of it along, and not the words."""
    made = await house.put(b"made anew")
    await house.make(request("my own wish"))
    await house.make(request("my own wish", given_by_id=MEMBER, redone=True))
    await house.make(request("their wish", given_by_id=OTHER, redone=True, about="theirs"), made)
    (archive,) = await house.exported()
    told = json.loads(archive["requests-001.json"])
    assert [each["prompt"] for each in told] == ["my own wish", "my own wish", ""]
    assert told[-1]["about"] == ""
    assert b"made anew" in archive.values()


async def test_their_own_avatar_is_theirs(house: House) -> None:
    """As are pictures that they had given before."""
    avatar = await house.put(b"my avatar")
    user = (Part(picture=avatar),)
    await house.make(request(user=user, person_id=MEMBER, given_by_id=MEMBER, redone=True))
    (archive,) = await house.exported()
    assert b"my avatar" in archive.values()


async def test_more_requests_than_a_page_are_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each once, in files of their own."""
    monkeypatch.setattr(module, "PAGE", 2)
    for number in range(5):
        await house.make(request(f"fox {number}"))
    (archive,) = await house.exported()
    told = [json.loads(archive[f"requests-00{number}.json"]) for number in (1, 2, 3)]
    assert [[each["prompt"] for each in page] for page in told] == [
        ["fox 0", "fox 1"],
        ["fox 2", "fox 3"],
        ["fox 4"],
    ]


async def test_a_file_that_is_forgotten_meanwhile_is_left_out(house: House) -> None:
    """The rest is sent."""
    made = await house.put(b"made")
    await house.make(request(), made)
    house.blobs.path(made.blob).unlink()
    (archive,) = await house.exported()
    assert sorted(archive) == ["about.json", "requests-001.json"]


async def test_it_breaks_off_where_there_is_too_much(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says so with the last archive; exactly as many are not too many."""
    for number in range(4):
        await house.make(request(), await house.put(bytes([number]) * 3_000))

    async def ends() -> list[bool]:
        async with aclosing(house.export.archives(MEMBER, limit=LIMIT)) as archives:
            return [archive.breaks_off async for archive in archives]

    whole = await ends()
    assert len(whole) > 3
    monkeypatch.setattr(module, "MOST_ARCHIVES", len(whole))
    assert await ends() == [False] * len(whole)
    monkeypatch.setattr(module, "MOST_ARCHIVES", len(whole) - 1)
    assert await ends() == [*[False] * (len(whole) - 2), True]


async def test_one_at_a_time_for_each(house: House) -> None:
    """Whoever stops in the middle may begin anew; no file stays behind."""
    async with aclosing(house.export.archives(MEMBER, limit=LIMIT)) as archives:
        await anext(archives)
        with pytest.raises(TooManyAtOnce):
            await anext(house.export.archives(MEMBER, limit=LIMIT))
        async with aclosing(house.export.archives(OTHER, limit=LIMIT)) as others:
            assert await anext(others)
    assert len(await house.exported()) == 1
    spool = house.blobs.path((await house.put(b"x")).blob).parents[1] / "spool"
    assert not list(spool.iterdir())


async def test_what_nothing_fits_into_is_a_mistake(house: House) -> None:
    """Discord takes more everywhere."""
    with pytest.raises(ValueError, match="nothing fits"):
        await anext(house.export.archives(MEMBER, limit=100))


@given(size=st.integers(0, 30_000), room=st.integers(4_000, 10_000))
@settings(max_examples=200)
def test_parts_fit_and_are_the_file(size: int, room: int) -> None:
    """However large it is, none of its bytes twice."""
    data = bytes(number % 251 for number in range(size))
    parts = module._cut(Entry("files/abc.png", data, size), room)
    assert all(part.room <= room for part in parts)
    assert b"".join(data[part.start : part.start + part.size] for part in parts) == data
    assert [part.name for part in parts] == sorted(part.name for part in parts)
