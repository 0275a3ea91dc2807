"""Only here: a member points at a part of a picture, and nothing else changes."""

import contextlib
import io
import json
import sqlite3
from typing import Any

import pytest
from PIL import Image, ImageChops

from bot.interface.client import AtelierClient
from demo.discord import Interaction, Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import (
    answered,
    contents,
    image,
    imagine,
    pictures,
    png,
    roles,
    say,
    texts,
    whispered,
)
from tests.discord.test_forgetting import files, known, tidy
from tests.worlds import Join


async def pointing(world: Stack, message: Message, *, by: Member | None = None) -> Message:
    """Press Only here, and return the private message with the grid."""
    return await answered(world, await (by or world.anna).press(message, label="Only here"))


async def chosen(world: Stack, grid: Message, *cells: int, by: Member | None = None) -> Message:
    """Choose cells, counted from 1, and return the message that marks them."""
    (menu,) = [select for select in grid.selects if "cells" in select.custom_id]
    values = [str(cell - 1) for cell in cells]
    before = grid.pictures[0].url
    await (by or world.anna).select(grid, menu.custom_id, values)
    return await world.discord.message_changed(
        grid, lambda seen: seen.pictures[0].url != before, within=60
    )


async def asked(
    world: Stack, grid: Message, *, label: str = "What should change?", by: Member | None = None
) -> Interaction:
    """Open the form of a button."""
    pressed = await (by or world.anna).press(grid, label=label)
    assert (await pressed.response()).modal is not None
    return pressed


async def changed(world: Stack, grid: Message, words: str = "invert it", **values: Any) -> Message:
    """Say what should change in the chosen cells, and return the finished answer."""
    form = await asked(world, grid)
    return await answered(world, await world.anna.submit(form, {"prompt": words, **values}))


def outside(one: Image.Image, other: Image.Image, *places: tuple[int, int, int, int]) -> bool:
    """Tell whether all is the same but what lies in these places, in thousandths."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    across, down = one.width / 1000, one.height / 1000
    for left, top, right, low in places:
        place = (left * across, top * down, right * across, low * down)
        difference.paste((0, 0, 0), tuple(map(round, place)))
    return difference.getbbox() is None


@pytest.mark.usefixtures("client")
async def test_a_grid_lies_over_the_picture(world: Stack) -> None:
    """To whoever asks alone, with a menu of its cells; no model is asked."""
    first = await imagine(world, aspect="1:1")
    grid = await pointing(world, first, by=world.ben)
    assert grid.ephemeral
    assert len(grid.pictures) == 1
    assert "网格" in (grid.pictures[0].description or "")
    (menu,) = grid.selects
    assert list(menu.options.values()) == [str(number) for number in range(1, 26)]
    assert [button.label for button in grid.buttons] == ["按名称选", "蒙版"]
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_only_the_cells_that_were_chosen_change(world: Stack) -> None:
    """For all to see, and pixel for pixel as it was everywhere else."""
    first = await imagine(world, aspect="1:1")
    grid = await chosen(world, await pointing(world, first), 7, 8, 12, 13)
    answer = await changed(world, grid)
    assert not answer.ephemeral
    assert "pixel for pixel" in answer.text
    assert image(answer).size == image(first).size
    place = (200, 200, 600, 600)
    assert outside(image(answer), image(first), place)
    assert not outside(image(answer), image(first))
    said = texts(contents(world)[-1])[-1]
    assert said.startswith("invert it\n\nChange only the part from 20% to 60% of the picture's")


@pytest.mark.usefixtures("client")
async def test_the_promise_holds_along_a_chain(world: Stack) -> None:
    """The next part is changed in the composed picture, which no model gets as its own."""
    first = await imagine(world, aspect="1:1")
    second = await changed(world, await chosen(world, await pointing(world, first), 1))
    grid = await chosen(world, await pointing(world, second), 25)
    third = await changed(world, grid, "make it black and white")
    assert outside(image(third), image(first), (0, 0, 200, 200), (800, 800, 1000, 1000))
    assert not outside(image(third), image(second))
    assert roles(world) == ["user", "model", "user"]
    _, painted, asked_with = map(pictures, contents(world))
    assert (len(painted), len(asked_with)) == (1, 1)
    assert "image/png" in asked_with[0]


@pytest.mark.usefixtures("client")
async def test_a_reply_goes_on_from_the_composed_picture(world: Stack) -> None:
    """As from any other: it is the picture that members see."""
    first = await imagine(world, aspect="1:1")
    second = await changed(world, await chosen(world, await pointing(world, first), 13))
    third = await say(world, "flip it", reply_to=second)
    mirrored = image(second).convert("RGB").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    difference = ImageChops.difference(image(third).convert("RGB"), mirrored)
    assert max(high for _, high in difference.getextrema()) < 60  # it came as a JPEG


@pytest.mark.usefixtures("client")
async def test_the_same_part_is_changed_once_more(world: Stack) -> None:
    """Redo repeats what was pointed at."""
    first = await imagine(world, aspect="1:1")
    second = await changed(world, await chosen(world, await pointing(world, first), 13))
    again = await answered(world, await world.ben.press(second, label="Redo"))
    assert outside(image(again), image(first), (400, 400, 600, 600))


@pytest.mark.usefixtures("client")
async def test_what_does_not_lie_on_it_comes_as_it_is(world: Stack) -> None:
    """Where a model moved everything, its picture is shown and that is said."""
    first = await imagine(world, aspect="16:9")
    grid = await chosen(world, await pointing(world, first), 8)
    answer = await changed(world, grid, "rotate it")
    assert answer.pictures
    assert "could not be put back" in answer.text


@pytest.mark.parametrize(
    ("moved", "is_kept"),
    [
        (faults.redrawn(shift=(9, -6)), True),
        (faults.redrawn(zoom=1.02), True),
        (faults.redrawn(scale=1.5), True),
        (faults.redrawn(shift=(200, 0)), False),
    ],
    ids=["moved", "grown", "larger", "far off"],
)
@pytest.mark.usefixtures("client")
async def test_a_models_own_way_of_drawing_is_undone(
    world: Stack, moved: faults.Fault, *, is_kept: bool
) -> None:
    """A few pixels to the side, a little larger, or of another size: all the rest stays."""
    first = await imagine(world, aspect="1:1")
    grid = await chosen(world, await pointing(world, first), 13)
    world.relay.next(moved)
    answer = await changed(world, grid)
    assert ("pixel for pixel" in answer.text) is is_kept
    if is_kept:
        assert outside(image(answer), image(first), (400, 400, 600, 600))


@pytest.mark.usefixtures("client")
async def test_what_the_model_made_is_handed_out_too(world: Stack) -> None:
    """It is paid for: the original is the composed file and the model's own."""
    first = await imagine(world, aspect="1:1")
    second = await changed(world, await chosen(world, await pointing(world, first), 13))
    details = await answered(world, await world.anna.press(second, label="More"))
    assert "own picture, before the rest was put back" in details.text
    before, own = details.pictures
    assert before.filename.startswith("version-")
    assert own.filename.startswith("atelier-")
    pressed = await world.anna.press(details, label="Download original")
    files = (await answered(world, pressed)).attachments
    assert [file["filename"].partition(".")[2] for file in files] == ["png", "jpg"]


@pytest.mark.usefixtures("client")
async def test_one_of_several_pictures_is_pointed_at(world: Stack) -> None:
    """A menu says which; the grid lies over that one, and the form is about it."""
    both = await imagine(world, count=2, aspect="1:1")
    grid = await pointing(world, both)
    _, which = grid.selects
    before = grid.pictures[0].url
    await world.anna.select(grid, which.custom_id, ["1"])
    grid = await world.discord.message_changed(
        grid, lambda seen: seen.pictures[0].url != before, within=60
    )
    answer = await changed(world, await chosen(world, grid, 5))
    assert outside(image(answer), image(both, 1), (800, 0, 1000, 200))


@pytest.mark.usefixtures("client")
async def test_cells_can_be_chosen_anew(world: Stack) -> None:
    """Nothing is asked for before any is chosen; what was chosen stays chosen in the menu."""
    grid = await chosen(world, await pointing(world, await imagine(world, aspect="1:1")), 3, 4)
    defaults = [
        option["value"] for option in grid.selects[0].payload["options"] if option.get("default")
    ]
    assert defaults == ["2", "3"]
    assert [button.label for button in grid.buttons] == ["What should change?", "By name", "Mask"]
    none = await chosen(world, grid)
    assert [button.label for button in none.buttons] == ["By name", "Mask"]


async def test_all_of_it_works_after_a_restart(world: Stack, join: Join) -> None:
    """The post, the private message and the open form: what they are about is in them."""
    client = await join()
    first = await imagine(world, aspect="1:1")
    grid = await chosen(world, await pointing(world, first), 13)
    form = await asked(world, grid)
    await client.close()
    await join()
    answer = await answered(world, await world.anna.submit(form, {"prompt": "invert it"}))
    assert outside(image(answer), image(first), (400, 400, 600, 600))
    grid = await chosen(world, grid, 1)
    again = await changed(world, grid)
    assert outside(image(again), image(first), (0, 0, 200, 200))
    assert (await pointing(world, again)).pictures


def mask(size: tuple[int, int] = (512, 512), *, white: int = 256) -> tuple[str, bytes]:
    """Draw a mask whose left part may change."""
    drawn, data = Image.new("L", size), io.BytesIO()
    drawn.paste(255, (0, 0, white, size[1]))
    drawn.save(data, "PNG")
    return "mask.png", data.getvalue()


async def masked(world: Stack, first: Message, file: tuple[str, bytes], **values: Any) -> Message:
    """Upload a mask, and return the answer."""
    form = await asked(world, await pointing(world, first), label="Mask")
    said = {"prompt": "invert it", "mask": file, **values}
    return await answered(world, await world.anna.submit(form, said))


@pytest.mark.usefixtures("client")
async def test_only_what_is_white_in_a_mask_changes(world: Stack) -> None:
    """The model gets the mask as large as the picture, as the last one."""
    first = await imagine(world, aspect="1:1")
    answer = await masked(world, first, mask(), files=[("b.png", png())])
    assert "pixel for pixel" in answer.text or "could not" in answer.text
    assert "1024x1024" in pictures(contents(world)[-1])[-1]
    alone = await masked(world, first, mask())
    assert outside(image(alone), image(first), (0, 0, 501, 1000))
    assert not outside(image(alone), image(first))


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (mask(white=0), "nothing would change"),
        (mask((512, 256)), "another shape"),
        (("mask.png", b"no picture"), "is no picture"),
    ],
    ids=["black", "wide", "words"],
)
@pytest.mark.usefixtures("client")
async def test_what_is_no_mask_costs_nothing(
    world: Stack, file: tuple[str, bytes], why: str
) -> None:
    """Why it is none is told to whoever gave it."""
    first = await imagine(world, aspect="1:1")
    form = await asked(world, await pointing(world, first), label="Mask")
    sent = await world.anna.submit(form, {"prompt": "invert it", "mask": file})
    assert why in (await whispered(world, sent)).text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_what_is_private_stays_so(world: Stack) -> None:
    """A part of a picture that one member alone sees is changed for them alone."""
    alone = await imagine(world, private=True, aspect="1:1")
    answer = await changed(world, await chosen(world, await pointing(world, alone), 2))
    assert answer.ephemeral


@pytest.mark.usefixtures("client")
async def test_no_words_are_no_wish(world: Stack) -> None:
    """What should change has to be said."""
    first = await imagine(world, aspect="1:1")
    grid = await chosen(world, await pointing(world, first), 13)
    answer = await changed(world, grid, "  ")
    assert "Tell me" in answer.text
    assert len(world.relay.requests) == 1


async def named(
    world: Stack, first: Message, *, by: Member | None = None, label: str = "By name"
) -> Message:
    """Ask for the names of the things in a picture, and return the message that lists them."""
    grid = await pointing(world, first, by=by)
    pressed = await (by or world.anna).press(grid, label=label)
    return await answered(world, pressed)


async def meant(world: Stack, listed: Message, *numbers: int) -> Message:
    """Choose some of the things, counted from 1."""
    (menu,) = listed.selects
    before = listed.pictures[0].url
    await world.anna.select(listed, menu.custom_id, [str(number - 1) for number in numbers])
    return await world.discord.message_changed(
        listed, lambda seen: seen.pictures[0].url != before, within=60
    )


@pytest.mark.usefixtures("client")
async def test_a_part_is_chosen_by_its_name(world: Stack) -> None:
    """A chat model lists what it sees; only what lies about there changes."""
    first = await imagine(world, aspect="1:1")
    listed = await named(world, first)
    assert listed.ephemeral
    assert next(iter(listed.selects[0].options.values())) == "1 · the sky"
    assert "locale en-US" in texts(contents(world)[-1])[-1]
    answer = await changed(world, await meant(world, listed, 1))
    assert not answer.ephemeral
    assert "pixel for pixel" in answer.text
    assert outside(image(answer), image(first), (0, 0, 1000, 531))
    assert not outside(image(answer), image(first))
    said = texts(contents(world)[-1])[-1]
    assert "Change only “the sky”, which is the part from 0% to 100%" in said


@pytest.mark.usefixtures("client")
async def test_several_things_are_chosen_at_once(world: Stack) -> None:
    """Each is named with its place; what lies in none of them stays."""
    things = [
        {"label": "the sky", "box_2d": [0, 0, 200, 1000]},
        {"label": "the chair", "box_2d": [400, 400, 600, 600]},
        {"label": "the floor", "box_2d": [800, 0, 1000, 1000]},
    ]
    first = await imagine(world, aspect="1:1")
    world.relay.next(faults.says((json.dumps(things),)))
    listed = await meant(world, await named(world, first), 3, 1)
    (menu,) = listed.selects
    assert [option["value"] for option in menu.payload["options"] if option["default"]] == [
        "0",
        "2",
    ]
    answer = await changed(world, listed)
    said = texts(contents(world)[-1])[-1]
    assert "“the sky”, which is" in said
    assert "; and “the floor”, which is" in said
    assert "the chair" not in said
    places = (0, 0, 1000, 230), (0, 770, 1000, 1000)
    assert outside(image(answer), image(first), *places)
    assert not any(outside(image(answer), image(first), place) for place in places)


@pytest.mark.usefixtures("client")
async def test_a_button_of_a_time_of_one_thing_works(world: Stack) -> None:
    """It names a thing by its number, and its form did so, too."""
    first = await imagine(world, aspect="1:1")
    listed = await named(world, first)
    job_id = listed.selects[0].custom_id.rsplit(":", 1)[1]
    part = {"type": 2, "style": 2, "label": "?", "custom_id": f"atl:here-thing-ask:{job_id}:1"}
    old = await world.anna.send(world.art, components=[{"type": 1, "components": [part]}])
    form = await asked(world, old, label="?")
    await answered(world, await world.anna.submit(form, {"prompt": "invert it"}))
    by_button = texts(contents(world)[-1])[-1]
    await asked_again(world, listed)
    by_form = texts(contents(world)[-1])[-1]
    assert "“the sky”" in by_form
    assert "“the sky”" not in by_button
    assert "Change only “" in by_button


@pytest.mark.usefixtures("client")
async def test_names_are_in_the_language_of_whoever_asks(world: Stack) -> None:
    """Only they see them."""
    listed = await named(world, await imagine(world), by=world.ben, label="按名称选")
    assert next(iter(listed.selects[0].options.values())) == "1 · 天空"


@pytest.mark.parametrize("said", ["I see a kite.", "[]", '[{"label": "a kite", "box_2d": [1, 2]}]'])
@pytest.mark.usefixtures("client")
async def test_what_can_not_be_pointed_at_is_said(world: Stack, said: str) -> None:
    """And what can be done instead."""
    first = await imagine(world)
    world.relay.next(faults.says((said,)))
    assert "Choose cells of the grid instead" in (await named(world, first)).text


@pytest.mark.usefixtures("client")
async def test_where_no_model_looks_there_is_the_grid(world: Stack) -> None:
    """A failure says what happened, and what else there is."""
    first = await imagine(world)
    world.relay.next(faults.refuse("SAFETY", None))
    told = await named(world, first)
    assert "safety" in told.text
    assert "cells of the grid instead" in told.text
    again = await answered(world, await world.anna.press(told, label="Try again"))
    assert again.ephemeral
    assert next(iter(again.selects[0].options.values())) == "1 · the sky"


@pytest.mark.usefixtures("client")
async def test_names_are_no_markup(world: Stack) -> None:
    """A menu shows words as they are; they are cut to what it takes."""
    things = [{"label": f"**{'x' * 200}** {number}", "box_2d": [0, 0, 500, 500]} for number in "ab"]
    first = await imagine(world)
    world.relay.next(faults.says((json.dumps(things),)))
    (label,) = (await named(world, first)).selects[0].options.values()
    assert label == f"1 · **{'x' * 58}"


async def test_names_work_after_a_restart(world: Stack, join: Join) -> None:
    """What a model said is stored, so it is not asked again."""
    client = await join()
    first = await imagine(world, aspect="1:1")
    listed = await named(world, first)
    await client.close()
    client = await join()
    chosen_one = await meant(world, listed, 2)
    form = await asked(world, chosen_one)
    await client.close()
    await join()
    answer = await answered(world, await world.anna.submit(form, {"prompt": "invert it"}))
    assert outside(image(answer), image(first), (0, 590, 1000, 1000))
    assert len(world.relay.requests) == 3


@pytest.mark.usefixtures("client")
async def test_a_thing_in_a_private_picture_is_changed_in_private(world: Stack) -> None:
    """What comes of it is for its author alone, as the picture is."""
    alone = await imagine(world, private=True, aspect="1:1")
    answer = await changed(world, await meant(world, await named(world, alone), 1))
    assert answer.ephemeral
    assert answer.pictures


async def test_asking_for_names_keeps_no_picture(world: Stack, client: AtelierClient) -> None:
    """What is deleted with its message was only looked at."""
    first = await imagine(world, aspect="1:1")
    listed = await named(world, first)
    assert files(world)
    await world.anna.delete(first)
    await known(client, first, shown=False)
    await tidy(world, client)
    assert not files(world)
    (menu,) = listed.selects
    told = await whispered(world, await world.anna.select(listed, menu.custom_id, ["0"]))
    assert "no longer kept" in told.text
    assert "no longer kept" in (await asked_again(world, listed)).text


async def asked_again(world: Stack, listed: Message) -> Message:
    """Send the form about the first thing of a list, as if it had been open all the time."""
    job_id = listed.selects[0].custom_id.rsplit(":", 1)[1]
    field = {"type": 4, "custom_id": "prompt", "value": "invert it"}
    form = {
        "custom_id": f"atl:here-form:{job_id}:0:thing-0",
        "components": [{"type": 18, "component": field}],
    }
    return await answered(world, world.anna._open(5, world.art.id, form))


async def test_nothing_of_a_part_is_kept_with_what_was_deleted(
    world: Stack, client: AtelierClient
) -> None:
    """Neither its mask nor its name."""
    first = await imagine(world, aspect="1:1")
    second = await masked(world, first, mask())
    for message in (second, first):
        await known(client, message)
        await world.anna.delete(message)
        await known(client, message, shown=False)
    await tidy(world, client)
    assert not files(world)
    with contextlib.closing(sqlite3.connect(world.database)) as database:
        rows = database.execute("SELECT request FROM jobs").fetchall()
    assert all(json.loads(request)["area"] is None for (request,) in rows)
