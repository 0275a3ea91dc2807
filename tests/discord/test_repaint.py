"""**Vary**, **Aspect** and **Upscale**, on posts of now and of before."""

import pytest

from bot.interface.markup import escaped
from demo.discord import Member, Message
from demo.relay import faults
from demo.stack import Stack
from tests.acting import answered, contents, image, imagine, pictures, png, say, texts
from tests.worlds import Join, joined

LABELS = ["Edit", "Only here", "Redo", "Vary", "Aspect", "Upscale", "More"]


async def pressed(
    world: Stack, message: Message, label: str, *, by: Member | None = None, **fields: str
) -> Message:
    """Press a button, fill its form in where fields are given, and return the finished answer."""
    member = by or world.anna
    press = await member.press(message, label=label)
    if not fields:
        return await answered(world, press)
    await press.response()
    values = {name: [value] for name, value in fields.items()}
    return await answered(world, await member.submit(press, values))


def config(world: Stack) -> dict[str, str]:
    """Return what the last request said of its picture."""
    return world.relay.requests[-1].body["generationConfig"].get("imageConfig", {})


@pytest.mark.usefixtures("client")
async def test_the_buttons_are_on_two_rows(world: Stack) -> None:
    """About as many on each, so that none is off a telephone's edge."""
    made = await imagine(world)
    rows = [part["components"] for part in made.payload["components"] if part["type"] == 1]
    assert [[button["label"] for button in row] for row in rows] == [LABELS[:4], LABELS[4:]]


@pytest.mark.usefixtures("client")
async def test_what_a_model_can_not_do_is_not_offered(world: Stack) -> None:
    """One without sizes paints nothing larger, and nothing is larger than its largest."""
    small = await imagine(world, model="gemini-2.5-flash-image")
    largest = await imagine(world, size="4K")
    for made in (small, largest):
        assert [button.label for button in made.buttons] == [
            label for label in LABELS if label != "Upscale"
        ]


@pytest.mark.usefixtures("client")
async def test_vary_makes_four_of_a_picture(world: Stack) -> None:
    """Whoever presses asks for them, and they go on from that very picture."""
    first = await imagine(world, "a *red* kite")
    four = await pressed(world, first, "Vary", by=world.ben)
    assert len(four.pictures) == 4
    wish, by, *_ = four.text.split("\n")
    assert wish == r"**Variation of a \*red\* kite**"
    assert by.startswith(f"-# {world.ben.mention} · [from this picture]")
    assert len(world.relay.requests) == 5
    asked = contents(world)
    assert [content["role"] for content in asked] == ["user", "model", "user"]
    assert "variation of this picture" in texts(asked[-1])[0]
    assert not pictures(asked[-1])


@pytest.mark.usefixtures("client")
async def test_one_of_several_is_varied(world: Stack) -> None:
    """A form asks which of them, for the member alone."""
    both = await imagine(world, count=2)
    four = await pressed(world, both, "Vary", which="1")
    assert len(four.pictures) == 4
    assert not four.ephemeral


async def test_four_take_room_of_the_day(world: Stack, join: Join) -> None:
    """Where there is less, a sentence says so, and nothing is sent."""
    await join(daily_pictures=4)
    told = await pressed(world, await imagine(world), "Vary")
    assert "Only 3 pictures of your day are left" in told.text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_a_variation_of_a_variation_is_one_of_the_first_words(world: Stack) -> None:
    """So they don't grow; and the next edit is called by its own."""
    first = await pressed(world, await imagine(world), "Vary")
    second = await pressed(world, first, "Vary", which="3")
    assert second.text.startswith("**Variation of a red kite**\n")
    larger = await pressed(world, second, "Upscale", which="0")
    assert larger.text.startswith("**Upscaled to 2K: a red kite**\n")
    assert (await say(world, "blur it", reply_to=larger)).text.startswith("**blur it**\n")


@pytest.mark.usefixtures("client")
async def test_a_picture_is_painted_in_another_ratio(world: Stack) -> None:
    """The form offers those that the model takes and the picture has not."""
    first = await imagine(world, aspect="16:9")
    press = await world.anna.press(first, label="Aspect")
    modal = (await press.response()).modal
    assert modal is not None
    (field,) = modal.fields
    offered = [option["value"] for option in field.payload["options"]]
    assert "9:16" in offered
    assert "16:9" not in offered
    tall = await answered(world, await world.anna.submit(press, {"ratio": ["9:16"]}))
    assert image(tall).size == (768, 1376)
    assert config(world)["aspectRatio"] == "9:16"
    assert "an aspect ratio of 9:16" in texts(contents(world)[-1])[0]
    assert tall.text.startswith(f"**{escaped('In 9:16: a red kite')}**\n")


@pytest.mark.usefixtures("client")
async def test_a_picture_grows_step_by_step(world: Stack) -> None:
    """From 1K to 2K to 4K, by its pixels; then there is no larger one."""
    first = await imagine(world, aspect="1:1", size="1K")
    larger = await pressed(world, first, "Upscale", by=world.ben)
    assert image(larger).size == (2048, 2048)
    assert config(world)["imageSize"] == "2K"
    largest = await pressed(world, larger, "Upscale")
    assert config(world)["imageSize"] == "4K"
    assert "Upscale" not in [button.label for button in largest.buttons]
    assert largest.text.startswith("**Upscaled to 4K: a red kite**\n")


@pytest.mark.usefixtures("client")
async def test_what_is_the_largest_already_stays_as_it_is(world: Stack) -> None:
    """A press all the same says so, and sends nothing."""
    made = await imagine(world, size="4K")
    redo = next(button for button in made.buttons if button.label == "Redo")
    job = str(redo.custom_id).rsplit(":", 1)[1]
    row = {
        "type": 1,
        "components": [
            {"type": 2, "style": 2, "label": "Upscale", "custom_id": f"atl:2:upscale:{job}:1"}
        ],
    }
    posted = world.discord.model.post(world.art.id, world.discord.bot_id, "", components=[row])
    told = await pressed(world, world.art.message(posted), "Upscale")
    assert "can't paint this picture any larger" in told.text
    assert len(world.relay.requests) == 1


@pytest.mark.usefixtures("client")
async def test_redo_does_the_same_once_more(world: Stack) -> None:
    """With the same words to the model, and the same to members."""
    larger = await pressed(world, await imagine(world, size="1K"), "Upscale")
    again = await pressed(world, larger, "Redo")
    assert contents(world, -1) == contents(world, -2)
    assert config(world)["imageSize"] == "2K"
    assert again.text.startswith("**Upscaled to 2K: a red kite**\n")
    assert "once more" in again.text


@pytest.mark.usefixtures("client")
async def test_what_is_private_stays_so(world: Stack) -> None:
    """What is made of it is for its author alone, with a form in between and without."""
    secret = await imagine(world, private=True)
    larger = await pressed(world, secret, "Upscale")
    wide = await pressed(world, larger, "Aspect", ratio="21:9")
    assert larger.ephemeral
    assert wide.ephemeral
    assert "from this picture" not in wide.text


@pytest.mark.usefixtures("client")
async def test_a_picture_without_words_is_said_to_be_one(world: Stack) -> None:
    """Where only a picture was given, there are none to repeat."""
    asked = await world.anna.slash(world.art, "edit", prompt=" ", image=("a.png", png()))
    larger = await pressed(world, await answered(world, asked), "Upscale")
    assert larger.text.startswith("**Upscaled to 1K: (no words)**\n")


@pytest.mark.usefixtures("client")
async def test_what_is_done_is_called_in_the_language_of_the_server(world: Stack) -> None:
    """And the model is told what to do in its own."""
    guild = world.discord.create_guild("画室", preferred_locale="zh-CN")
    channel = guild.create_text_channel("art")
    world.discord.join(guild, world.anna)
    asked = await world.anna.slash(channel, "imagine", prompt="风筝")
    larger = await pressed(world, await answered(world, asked), "放大")
    assert larger.text.startswith("**放大到 2K：风筝**\n")
    assert "at a higher resolution" in texts(contents(world)[-1])[0]


async def test_buttons_and_forms_outlive_the_process(world: Stack) -> None:
    """A form that was opened before a restart is taken after it."""
    async with joined(world):
        both = await imagine(world, count=2)
        press = await world.anna.press(both, label="Aspect")
        await press.response()
    async with joined(world):
        tall = await answered(
            world, await world.anna.submit(press, {"which": ["1"], "ratio": ["9:16"]})
        )
        assert image(tall).size == (768, 1376)
        assert (await pressed(world, tall, "Upscale")).pictures


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("verb", ["edit", "redo", "more"])
async def test_a_post_of_the_version_before_still_works(world: Stack, verb: str) -> None:
    """Its buttons have no version in their custom ids."""
    made = await imagine(world)
    redo = next(button for button in made.buttons if button.label == "Redo")
    job = str(redo.custom_id).rsplit(":", 1)[1]
    end = ":1" if verb == "edit" else ""
    button = {"type": 2, "style": 2, "label": "old", "custom_id": f"atl:{verb}:{job}{end}"}
    row = {"type": 1, "components": [button]}
    posted = world.discord.model.post(world.art.id, world.discord.bot_id, "", components=[row])
    press = await world.anna.press(world.art.message(posted), label="old")
    if verb == "edit":
        await press.response()
        press = await world.anna.submit(press, {"prompt": "blur it"})
    told = await answered(world, press)
    assert "a red kite" in told.text or told.pictures


@pytest.mark.usefixtures("client")
async def test_a_half_failed_gallery_counts_what_is_there(world: Stack) -> None:
    """Of two pictures one failed: no form asks which is meant."""
    world.relay.next(faults.refuse("IMAGE_SAFETY"))
    one = await imagine(world, count=2)
    assert len(one.pictures) == 1
    assert (await pressed(world, one, "Upscale")).pictures
