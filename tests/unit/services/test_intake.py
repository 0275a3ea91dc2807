"""How uploads come in: bounded, and in fair turns between those who attached them."""

import asyncio
import io
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.blob import BlobRef
from bot.domain.errors import UnusablePicture
from bot.domain.picture import IntakeLimits, ModelLimits, Picture
from bot.pictures.image_pool import ImagePool
from bot.services.admission import Admission
from bot.services.intake import MAX_WORDS, Claim, Intake, Upload
from bot.services.ports.blobs import Spool
from bot.storage.blobs import FileBlobs
from tests.acting import png, until
from tests.contract.builders import TERMS


class Shelf:
    """Hold files behind addresses, which are handed out one by one as the test lets it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.let_go = asyncio.Semaphore(0)
        self.data = png()

    async def fetch(
        self, url: str, spool: Spool, *, max_bytes: int, enough: int | None = None
    ) -> int:
        self.asked.append(url)
        await self.let_go.acquire()
        assert len(self.data) <= max_bytes
        spool.write(self.data)
        return len(self.data)


@pytest.fixture
def shelf() -> Shelf:
    """Give a shelf from which nothing is taken yet."""
    return Shelf()


@pytest.fixture
async def intake(tmp_path: Path, shelf: Shelf) -> AsyncGenerator[Intake]:
    """Give an intake that takes two uploads at a time."""
    async with AsyncExitStack() as house:
        blobs = await house.enter_async_context(FileBlobs.open(tmp_path))
        image_pool = await house.enter_async_context(ImagePool())
        yield Intake(
            shelf.fetch,
            blobs,
            image_pool,
            limits=IntakeLimits(),
            for_models=ModelLimits(),
            at_once=2,
        )


async def take(intake: Intake, admission: Admission, name: str, author_id: int, many: int) -> int:
    """Come with so many uploads, and return how many pictures that were."""
    uploads = [Upload(f"{name} {number}", f"{number}.png", 99) for number in range(many)]
    async with admission.visit(terms=TERMS, author_id=author_id) as visit:
        return len((await intake.take(visit, uploads, most=many)).pictures)


async def test_a_members_pile_of_uploads_holds_nobody_up(intake: Intake, shelf: Shelf) -> None:
    """Only so many are fetched at a time, and who comes with one does not wait for the pile."""
    admission = Admission(running=1)
    pile = [asyncio.create_task(take(intake, admission, f"pile {n}", 7, 4)) for n in range(3)]
    await until(lambda: len(shelf.asked) == 2)
    single = asyncio.create_task(take(intake, admission, "single", 8, 1))
    for _ in range(5):  # everything happens that can happen now
        await asyncio.sleep(0)
    assert len(shelf.asked) == 2
    for _ in range(2):
        shelf.let_go.release()
    await until(lambda: len(shelf.asked) == 4)
    assert "single 0" in shelf.asked
    for _ in range(11):
        shelf.let_go.release()
    assert await single == 1
    assert await asyncio.gather(*pile) == [4, 4, 4]


async def read(intake: Intake, shelf: Shelf, data: bytes) -> str:
    """Come with a text file, and return the words that were read."""
    shelf.data = data
    shelf.let_go.release()
    upload = Upload("address", "message.txt", len(data), Claim.WORDS)
    async with Admission(running=1).visit(terms=TERMS, author_id=7) as visit:
        (file,) = (await intake.take(visit, [upload], most=1)).texts
        return file.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
async def test_a_text_file_is_read(intake: Intake, shelf: Shelf, encoding: str) -> None:
    """Words are words in each encoding that says which one it is, and in UTF-8."""
    assert await read(intake, shelf, " 把天空画成紫色 \n".encode(encoding)) == "把天空画成紫色"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\xff\xd8\xff\xe0", "error-text-unreadable"),
        (b"x" * (MAX_WORDS + 1), "error-text-too-long"),
    ],
)
async def test_a_text_file_that_is_none_is_refused(
    intake: Intake, shelf: Shelf, data: bytes, key: str
) -> None:
    """What is no text, or too much of it, is told by name where there is nothing else."""
    with pytest.raises(UnusablePicture) as caught:
        await read(intake, shelf, data)
    assert (caught.value.message_key, caught.value.values["name"]) == (key, "message.txt")


@pytest.mark.parametrize(("most", "left_out"), [(2, []), (1, ["message.txt"])])
async def test_a_picture_that_claims_to_be_text_is_taken_for_what_it_is(
    intake: Intake, shelf: Shelf, most: int, left_out: list[str]
) -> None:
    """Its bytes tell; it counts among the pictures, of which there may be too many."""
    shelf.data = png()
    for _ in range(3):
        shelf.let_go.release()
    uploads = [Upload("one", "a.png", 9), Upload("two", "message.txt", 9, Claim.WORDS)]
    async with Admission(running=1).visit(terms=TERMS, author_id=7) as visit:
        taken = await intake.take(visit, uploads, most=most)
    assert len(taken.pictures) == most
    assert [error.values["name"] for error in taken.skipped] == left_out
    assert not taken.texts


async def test_a_text_file_is_no_picture_that_is_needed(intake: Intake, shelf: Shelf) -> None:
    """Where a picture is to be changed, words don't take its place."""
    shelf.data = b"words"
    shelf.let_go.release()
    upload = Upload("address", "message.txt", 5, Claim.WORDS)
    async with Admission(running=1).visit(terms=TERMS, author_id=7) as visit:
        with pytest.raises(UnusablePicture) as caught:
            await intake.take(visit, [upload], most=1, needed=1)
    assert caught.value.message_key == "error-picture-type"


@pytest.mark.parametrize(
    ("size", "given"),
    [
        ((1_080, 16_000), [((138, 2_044), (1_080, 16_000))]),
        ((16_000, 1_080), [((2_044, 138), (16_000, 1_080))]),
        ((1_080, 2_400), []),  # a phone's screen
        ((3_000, 2_000), []),
        ((200, 200), []),
    ],
)
async def test_what_is_lost_of_a_long_picture_is_known(
    intake: Intake, shelf: Shelf, size: tuple[int, int], given: list[object]
) -> None:
    """A screenshot of a whole page fits only so small that nobody can read it any more."""
    shelf.data = png(*size)
    shelf.let_go.release()
    upload = Upload("address", "page.png", len(shelf.data))
    async with Admission(running=1).visit(terms=TERMS, author_id=7) as visit:
        taken = await intake.take(visit, [upload], most=1)
    assert [(each.size, each.given) for each in taken.shrunk] == given


def drawn_mask(*, white: bool) -> bytes:
    """Return a mask whose left half is white, or none of it."""
    mask = Image.new("L", (40, 30))
    if white:
        mask.paste(255, (0, 0, 20, 30))
    data = io.BytesIO()
    mask.save(data, "PNG")
    return data.getvalue()


async def take_mask(intake: Intake, shelf: Shelf, data: bytes, size: int = 99) -> Picture:
    """Come with a mask for a picture."""
    shelf.data = data
    shelf.let_go.release()
    upload = Upload("address", "mask.png", size)
    async with Admission(running=1).visit(terms=TERMS, author_id=7) as visit:
        return await intake.take_mask(visit, upload, Picture(BlobRef("b3-a", 9), "", 640, 480))


async def test_a_mask_is_as_large_as_its_picture(intake: Intake, shelf: Shelf) -> None:
    """It is kept as the model gets it."""
    mask = await take_mask(intake, shelf, drawn_mask(white=True))
    assert (mask.media_type, mask.width, mask.height) == ("image/png", 640, 480)
    with Image.open(intake._blobs.path(mask.blob)) as kept:
        assert kept.convert("L").getbbox() == pytest.approx((0, 0, 320, 480), abs=1)


@pytest.mark.parametrize(
    ("data", "size", "key"),
    [
        (drawn_mask(white=False), 99, "error-mask-empty"),
        (b"no picture", 99, "error-picture-type"),
        (b"", 2**30, "error-picture-too-large"),
    ],
)
async def test_what_is_no_mask_is_refused_by_name(
    intake: Intake, shelf: Shelf, data: bytes, size: int, key: str
) -> None:
    """Members read which file, and what is wrong with it."""
    with pytest.raises(UnusablePicture) as caught:
        await take_mask(intake, shelf, data, size)
    assert (caught.value.message_key, caught.value.values["name"]) == (key, "mask.png")
