"""Only here: a picture of which a part is to change keeps all the rest."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from bot.domain.area import Area, Box
from bot.domain.content import Memory, Part, user_parts
from bot.domain.conversation import Pointer, Turn
from bot.domain.job import GenerationRequest
from bot.domain.picture import Picture
from bot.domain.request import Reply
from bot.pictures.image_pool import ImagePool
from bot.relay.gemini.contents import Role
from bot.services.generation import Generation
from tests.unit.services.test_generation import House, one, request

SIZE = (320, 240)
AREA = Area((Box(250, 250, 750, 750),))
PLACE = (80, 60, 240, 180)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncGenerator[House]:
    """Give a house whose service is not open yet."""
    async with AsyncExitStack() as stack:
        yield House(tmp_path, stack)


def scene() -> Image.Image:
    """Draw something that can't be mistaken for itself a little further on."""
    picture = Image.linear_gradient("L").resize(SIZE).convert("RGB")
    for step in range(8):
        left, top = 40 * step, 30 * (step * 3 % 8)
        ImageDraw.Draw(picture).ellipse((left, top, left + 60, top + 50), fill=(30 * step, 90, 200))
    return picture


def repainted(picture: Image.Image) -> Image.Image:
    """Change the part, and all else by one shade, as models do."""
    result = picture.point(lambda value: min(255, value + 1))
    result.paste(ImageChops.invert(picture.crop(PLACE)), PLACE[:2])
    return result


async def stored(house: House, picture: Image.Image) -> Picture:
    """Keep a picture as the relay's answer is kept."""
    async with house.blobs.scratch() as path:
        await asyncio.to_thread(picture.save, path, "PNG")
        return Picture(await house.blobs.adopt(path), "image/png", *picture.size)


def pixels(house: House, picture: Picture) -> Image.Image:
    """Read a stored picture."""
    with Image.open(house.blobs.path(picture.blob)) as opened:
        return opened.convert("RGB")


def signed(picture: Picture) -> Part:
    """Return what a model answers with."""
    return Part(picture=picture, memory=Memory("c2ln"))


async def first(house: House, generation: Generation, **values: object) -> Turn:
    """Let the picture be made of which a part is to change."""
    picture = await stored(house, scene())
    house.relay.script = [Reply((signed(replace(picture, **values)),))]  # type: ignore[arg-type]
    return (await one(generation, request())).turn


def only_here(turn: Turn, **values: object) -> GenerationRequest:
    """Ask for a part of a turn's picture."""
    (part, _), *_ = turn.finals
    pointing = {"parent_id": turn.id, "pointed": Pointer(turn.id, part), "area": AREA}
    return request("a hat", **(pointing | values))


async def test_all_but_the_part_is_the_pictures_own(house: House) -> None:
    """What is shown is composed; what the model made stands before it."""
    generation = await house.open()
    turn = await first(house, generation)
    made = await stored(house, repainted(scene()))
    house.relay.script = [Reply((Part(text="Done."), signed(made), Part(text="As asked.")))]
    answer = (await one(generation, only_here(turn))).turn
    texts = [part.text for part in answer.answer]
    assert texts == ["Done.", None, None, "As asked."]
    assert answer.answer[1] == signed(made)
    ((position, whole),) = answer.finals
    assert position == 2
    assert whole.is_composed
    difference = ImageChops.difference(pixels(house, whole), scene())
    assert difference.getpixel((160, 120)) != (0, 0, 0)
    difference.paste((0, 0, 0), PLACE)
    assert difference.getbbox() is None


async def test_what_comes_next_goes_on_from_the_composed_picture(house: House) -> None:
    """It is given to the model as a member's picture, and what the model made is not."""
    generation = await house.open()
    turn = await first(house, generation)
    house.relay.script = [Reply((signed(await stored(house, repainted(scene()))),))]
    second = (await one(generation, only_here(turn))).turn
    ((position, whole),) = second.finals
    house.relay.script = [Reply((signed(await stored(house, repainted(scene()))),))]
    await one(
        generation, request("blue", parent_id=second.id, pointed=Pointer(second.id, position))
    )
    *_, asked = house.relay.asked[-1].contents
    assert asked.role is Role.USER
    assert [part.picture for part in asked.parts if part.picture] == [whole]


@pytest.mark.parametrize(
    "change",
    [
        lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        lambda picture: picture.resize((240, 240)),
    ],
    ids=["mirrored", "square"],
)
async def test_what_does_not_lie_on_it_is_shown_as_it_came(
    house: House, change: Callable[[Image.Image], Image.Image]
) -> None:
    """It is paid for, and the best that there is."""
    generation = await house.open()
    turn = await first(house, generation)
    made = signed(await stored(house, change(scene())))
    house.relay.script = [Reply((made,))]
    assert (await one(generation, only_here(turn))).turn.answer == (made,)


@pytest.mark.logs_errors
async def test_what_can_not_be_composed_is_shown_as_it_came(house: House) -> None:
    """Whatever breaks here, what was paid is not lost."""
    generation = await house.open()
    turn = await first(house, generation)
    made = signed(await house.picture(*SIZE))
    assert made.picture is not None
    house.blobs.path(made.picture.blob).write_bytes(b"\\x89PNG\\r\\n\\x1a\\n and no more")
    house.relay.script = [Reply((made,))]
    assert (await one(generation, only_here(turn))).turn.answer == (made,)


async def test_a_story_is_told_as_it_came(house: House) -> None:
    """Of several pictures none is the one that was to change."""
    generation = await house.open()
    turn = await first(house, generation)
    made = signed(await stored(house, repainted(scene())))
    house.relay.script = [Reply((made, Part(text="and then"), made))]
    answer = (await one(generation, only_here(turn))).turn
    assert [part.picture is not None for part in answer.answer] == [True, False, True]


async def test_half_a_picture_is_shown_as_it_came(house: House) -> None:
    """Its other half would be taken for what the model made."""
    generation = await house.open()
    turn = await first(house, generation)
    half = replace(await stored(house, repainted(scene())), is_half=True)
    house.relay.script = [Reply((signed(half),))]
    assert (await one(generation, only_here(turn))).turn.answer == (signed(half),)


async def test_a_part_of_a_spoiler_stays_one(house: House) -> None:
    """The composed picture shows most of it."""
    generation = await house.open()
    turn = await first(house, generation, spoiler=True)
    house.relay.script = [Reply((signed(await stored(house, repainted(scene()))),))]
    ((_, whole),) = (await one(generation, only_here(turn))).turn.finals
    assert whole.is_composed
    assert whole.spoiler


async def test_a_mask_is_kept_with_its_request(house: House) -> None:
    """It goes along to the model, and is there when the same is asked once more."""
    generation = await house.open()
    turn = await first(house, generation)
    drawn = Image.new("L", SIZE)
    drawn.paste(255, PLACE)
    mask = await stored(house, drawn)
    house.relay.script = [Reply((signed(await stored(house, repainted(scene()))),))]
    user = (Part(picture=mask), *user_parts((), "a hat"))
    wanted = only_here(turn, area=Area(mask=mask), user=user)
    ((_, whole),) = (await one(generation, wanted)).turn.finals
    assert whole.is_composed
    again = await generation._jobs.job(2)
    assert again is not None
    assert again.request.area == Area(mask=mask)
    assert mask.blob.key in await house.store.named([mask.blob.key])


async def test_what_was_paid_is_written_down_before_anything_is_composed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that ends while it composes leaves the model's picture to the next one."""
    generation = await house.open()
    turn = await first(house, generation)
    seen: list[object] = []

    async def ended(*_: object, **__: object) -> None:
        seen.append([each.answer for each in await house.store.turns_of(2)])

    monkeypatch.setattr(ImagePool, "compose", ended)
    made = signed(await stored(house, repainted(scene())))
    house.relay.script = [Reply((made,))]
    await one(generation, only_here(turn))
    assert seen == [[(made,)]]
    monkeypatch.undo()
    job = await generation._jobs.job(2)
    assert job is not None
    (left,) = await house.store.turns_of(2)
    (composed,) = await generation.composed(job, [left])
    assert [picture.is_composed for _, picture in composed.finals] == [True]
    assert await house.store.turns_of(2) == [composed]
    assert await generation.composed(job, [composed]) == [composed]
