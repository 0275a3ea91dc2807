"""What is taken on: which requests, which uploads of them, and what they may look at."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.content import Part, user_parts
from bot.domain.errors import (
    Gone,
    LimitError,
    PromptTooLong,
    QuotaUsedUp,
    UnsupportedOption,
    UnusablePicture,
)
from bot.domain.job import JobKind
from bot.domain.model import Thinking
from bot.services.generation import Generation
from bot.services.intake import Claim, Upload
from bot.services.policy import Policy
from bot.services.stored import stored_turn
from config.settings import Settings
from tests.acting import png
from tests.contract.builders import ONE_A_DAY, TERMS
from tests.unit.services.test_generation import HERE, House, one, request

GOOD = Upload("https://cdn.example/a.png", "a.png", 99)
HUGE = Upload("https://cdn.example/b.png", "b.png", 10**9)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncGenerator[House]:
    """Give a house to which a picture can be uploaded."""
    async with AsyncExitStack() as stack:
        here = House(tmp_path, stack)
        here.shelf[GOOD.url] = png()
        yield here


async def skipped(generation: Generation, *uploads: Upload, **how: bool) -> list[str]:
    """Attach these to a picture, and return the names of those that are not used."""
    async with generation._admission.visit(
        terms=TERMS, guild_id=HERE.guild_id, author_id=7
    ) as visit:
        taken = await generation.take(visit, JobKind.PICTURE, uploads, most=4, **how)
    return [error.values["name"] for error in taken.skipped]


def test_what_nobody_sets_is_the_same_everywhere() -> None:
    """The limits of who makes a service are those of an operator who sets none."""
    fields, policy = Settings.model_fields, Policy()
    assert policy.daily_pictures == fields["daily_pictures"].default
    assert policy.daily_messages == fields["daily_messages"].default
    assert policy.body_budget == fields["body_budget_mb"].default * 2**20


async def test_the_longest_wish_is_taken(house: House) -> None:
    """Four thousand characters, and not one more."""
    generation = await house.open()
    assert await generation.accept(request("x" * 4_000), TERMS)
    with pytest.raises(PromptTooLong):
        await generation.accept(request("x" * 4_001), TERMS)


async def test_a_picture_needs_no_words(house: House) -> None:
    """It says by itself what the request is about."""
    generation = await house.open()
    parts = user_parts([await house.picture()], "")
    assert await generation.accept(request("", user=parts), TERMS)


async def test_a_shape_that_the_model_lacks_is_refused(house: House) -> None:
    """Nothing is written for it."""
    generation = await house.open()
    with pytest.raises(UnsupportedOption):
        await generation.accept(request(size="16K"), TERMS)


async def test_a_depth_of_thought_that_the_model_lacks_is_refused_for_pictures(
    house: House,
) -> None:
    """A thread keeps the one that was chosen for it, whatever model it has by now."""
    generation = await house.open()
    with pytest.raises(UnsupportedOption):
        await generation.accept(request(thinking=Thinking.HIGH), TERMS)
    assert await generation.accept(
        request(thinking=Thinking.HIGH, kind=JobKind.CHAT, model="voice"), TERMS
    )


async def test_a_picture_that_was_tidied_away_is_gone(house: House) -> None:
    """An old request that names it is not taken again, and one that waited is not sent."""
    generation = await house.open()
    picture = await house.picture()
    wanted = request(user=(Part(picture=picture),))
    job = await generation.accept(wanted, TERMS)
    house.blobs.path(picture.blob).unlink()
    with pytest.raises(Gone):
        await generation.accept(wanted, TERMS)
    async with generation._admission.presence() as presence:
        (result,) = await generation.work(job, presence)
    assert isinstance(result, Gone)
    assert not house.relay.asked


async def test_the_last_picture_of_a_day_may_have_an_upload(house: House) -> None:
    """One more than the day has is refused; one is what is asked for unless more are."""
    generation = await house.open()
    async with generation._admission.visit(
        terms=ONE_A_DAY, guild_id=HERE.guild_id, author_id=7
    ) as visit:
        taken = await generation.take(visit, JobKind.PICTURE, [GOOD], most=1)
        assert len(taken.pictures) == 1
        with pytest.raises(QuotaUsedUp):
            await generation.take(visit, JobKind.PICTURE, [GOOD], most=1, count=2)


async def test_of_several_uploads_those_that_can_be_used_are_enough(house: House) -> None:
    """The others are named, unless one is what the request is about."""
    generation = await house.open()
    assert await skipped(generation, HUGE, GOOD) == ["b.png"]


async def test_what_says_nothing_of_itself_is_a_picture_by_its_bytes(house: House) -> None:
    """Only that is left out which turns out to be none."""
    generation = await house.open()
    unsaid = Upload(GOOD.url, "a", 99, Claim.NOTHING)
    diary = Upload("https://cdn.example/diary", "diary", 99, Claim.NOTHING)
    house.shelf[diary.url] = b"Dear diary"
    async with generation._admission.visit(
        terms=TERMS, guild_id=HERE.guild_id, author_id=7
    ) as visit:
        seen = replace(unsaid, claim=Claim.PICTURE)
        assert await generation._intake.pictures_among(visit, [unsaid, diary, HUGE]) == [seen, HUGE]


async def test_an_order_without_one_good_upload_is_refused(house: House) -> None:
    """Unless its words will do."""
    generation = await house.open()
    with pytest.raises(UnusablePicture):
        await skipped(generation, HUGE)
    assert await skipped(generation, HUGE, optional=True) == ["b.png"]


async def test_who_looks_at_much_at_once_is_refused(house: House) -> None:
    """As many as a member may ask for at once."""
    generation = await house.open()
    async with AsyncExitStack() as looks:
        for _ in range(5):
            await looks.enter_async_context(generation._admission.look(author_id=7))
        with pytest.raises(LimitError):
            await looks.enter_async_context(generation._admission.look(author_id=7))


async def test_a_turn_that_is_kept_no_longer_is_gone(house: House) -> None:
    """One that is there is returned."""
    generation = await house.open()
    house.relay.script = [await house.painted()]
    made = await one(generation, request())
    assert await stored_turn(house.store, made.turn.id) == made.turn
    with pytest.raises(Gone):
        await stored_turn(house.store, made.turn.id + 1)
