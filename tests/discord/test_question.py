"""The file that came with `/chat` hangs on the question, for all to see."""

import io

import pytest
from PIL import Image

from demo.discord import Channel, Member, Message
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, image, pictures, png, say, until
from tests.media import pdf
from tests.worlds import Join

ASKED = "What is this?"
PHOTO = ("my_cat.png", png(70, 50))
VEILED = ("SPOILER_cat.png", png(70, 50))
REPORT = ("report.pdf", pdf("Kites sold"))
NOTES = ("notes.txt", b"my cat")
UNSEEN = "went along, but can't be shown here"
ANSWER = "/webhooks/*"
TOO_LARGE = {"status": 413, "code": 40005}


async def asked(
    world: Stack, channel: Channel, file: tuple[str, bytes], by: Member | None = None
) -> Message:
    """Use `/chat` with a file, and return the question once it is answered."""
    before = len(world.relay.requests)
    slash = await (by or world.anna).slash(channel, "chat", message=ASKED, file=file)
    question = await slash.result(within=WITHIN)
    await until(lambda: len(world.relay.requests) > before)
    threads = [thread for thread in channel.threads if thread.id == question.id]
    place, after = (threads[0], None) if threads else (channel, question)
    await finished(world, await place.wait_for_message(after=after, within=WITHIN))
    return question


def names(question: Message) -> list[str]:
    """Return what the files of a question are called."""
    return [each["filename"] for each in question.attachments]


def paid(world: Stack) -> int:
    """Return how often a model was asked."""
    return len(world.relay.requests)


@pytest.fixture(params=["text", "news", "voice", "thread", "post", "dm"])
async def place(world: Stack, request: pytest.FixtureRequest) -> Channel:
    """Give one place of each kind in which `/chat` is answered."""
    guild = world.guild
    match request.param:
        case "text":
            return world.art
        case "news":
            return guild.create_text_channel("news", news=True)
        case "voice":
            return guild.create_voice_channel("lounge")
        case "thread":
            return await world.ben.start_thread(world.art, "kites")
        case "post":
            return await world.ben.post(guild.create_forum("cats"), "my cat", "look")
        case _:
            return world.anna.dm


@pytest.mark.usefixtures("client")
async def test_the_question_shows_its_picture(world: Stack, place: Channel) -> None:
    """Wherever `/chat` works, with words for those who can't see it, and without its own name."""
    question = await asked(world, place, PHOTO)
    assert question.text.endswith(f"> {ASKED}")
    (shown,) = question.pictures
    assert (shown.filename, shown.description) == ("picture.png", "A picture from anna")
    assert image(question).size == (70, 50)
    assert paid(world) == 1


@pytest.mark.usefixtures("client")
async def test_a_reply_to_the_question_edits_its_picture(world: Stack, place: Channel) -> None:
    """As a reply to any message that shows one does; in its thread as well."""
    question = await asked(world, place, PHOTO)
    threads = [thread for thread in place.threads if thread.id == question.id]
    edited = await say(world, "blur it", channel=place, reply_to=question)
    assert image(edited).size == (70, 50)
    assert "70x50" in pictures(contents(world)[-1])[0]
    if threads:
        above = threads[0].messages[0]
        edited = await say(world, "blur it", channel=threads[0], reply_to=above)
        assert image(edited).size == (70, 50)


@pytest.mark.usefixtures("client")
async def test_the_menu_takes_the_picture_of_a_question(world: Stack) -> None:
    """It is a picture like any other."""
    question = await asked(world, world.art, PHOTO)
    form = await world.ben.context_menu(world.art, "Edit picture", question)
    await form.response()
    assert (await answered(world, await world.ben.submit(form, {"prompt": "blur it"}))).pictures


@pytest.mark.usefixtures("client")
async def test_the_command_in_the_thread_edits_the_picture_above(world: Stack) -> None:
    """Where there is no newer one."""
    question = await asked(world, world.art, PHOTO)
    (thread,) = world.art.threads
    edited = await answered(world, await world.ben.slash(thread, "edit", prompt="blur it"))
    assert image(edited).size == (70, 50)
    assert question.pictures


async def test_a_reply_after_a_restart_edits_the_picture(world: Stack, join: Join) -> None:
    """What is shown is in Discord, and nothing of it in the process."""
    client = await join()
    question = await asked(world, world.art, PHOTO)
    await client.close()
    await join()
    edited = await say(world, "blur it", by=world.ben, reply_to=question)
    assert image(edited).size == (70, 50)


@pytest.mark.usefixtures("client")
async def test_the_picture_is_the_cleaned_one(world: Stack) -> None:
    """Where it was taken is in no copy that others can save."""
    photo = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "at home"
    Image.new("RGB", (70, 50), "teal").save(photo, "JPEG", exif=exif)
    question = await asked(world, world.art, ("cat.jpg", photo.getvalue()))
    (shown,) = question.pictures
    assert b"at home" not in shown.bytes()


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("file", [VEILED, ("SPOILER_a.pdf", REPORT[1]), ("SPOILER_a.txt", b"end")])
async def test_a_spoiler_stays_one(world: Stack, file: tuple[str, bytes]) -> None:
    """Its name says so once, whatever kind of file it is."""
    question = await asked(world, world.art, file)
    (name,) = names(question)
    assert name.startswith("SPOILER_")
    assert name.count("SPOILER_") == 1


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("file", [REPORT, NOTES])
async def test_the_question_shows_other_files(world: Stack, file: tuple[str, bytes]) -> None:
    """By their names, as they came."""
    question = await asked(world, world.art, file)
    assert names(question) == [file[0]]
    stored = world.discord.cdn.find(question.attachments[0]["url"])
    assert stored is not None
    assert stored.data == file[1]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("file", [PHOTO, REPORT])
@pytest.mark.parametrize("who", ["bot", "member"])
async def test_who_may_attach_no_files_has_it_named(
    world: Stack, who: str, file: tuple[str, bytes]
) -> None:
    """Nobody posts files through the bot where they may not themselves; the answer comes."""
    zoe = world.community.zoe
    if who == "bot":
        world.art.deny_bot("attach_files")
    else:
        world.art.deny(zoe.id, "attach_files")
    question = await asked(world, world.art, file, by=zoe)
    assert not question.attachments
    assert question.text.split("\n")[-1].startswith("-# 📎")
    assert UNSEEN in question.text
    assert paid(world) == 1


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("file", [PHOTO, REPORT, NOTES])
@pytest.mark.parametrize("fault", [TOO_LARGE, {"status": 400, "code": 50035}], ids=["413", "400"])
async def test_a_file_that_discord_refuses_is_named(
    world: Stack, file: tuple[str, bytes], fault: dict[str, int]
) -> None:
    """The question stands, and is answered once."""
    is_tried_smaller = file is PHOTO and fault is TOO_LARGE
    times = 2 if is_tried_smaller else 1
    world.discord.faults.add("PATCH", ANSWER, **fault, times=times)
    question = await asked(world, world.art, file)
    assert not question.attachments
    assert UNSEEN in question.text
    assert ASKED in question.text
    assert paid(world) == 1


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("fault", [{"cut": True, "applied": True}, {"status": 404, "code": 10015}])
async def test_a_bad_moment_loses_no_file(world: Stack, fault: dict[str, object]) -> None:
    """Whether the way to Discord breaks, or the interaction can't be answered any more."""
    world.discord.faults.add("PATCH", ANSWER, **fault)
    await world.anna.slash(world.art, "chat", message=ASKED, file=PHOTO)
    (thread,) = await world.discord.wait_for(lambda: world.art.threads, within=WITHIN)
    await finished(world, await thread.wait_for_message(within=WITHIN))
    shown = [message for message in world.art.messages if message.pictures]
    assert [image(message).size for message in shown] == [(70, 50)]
    assert paid(world) == 1


@pytest.mark.usefixtures("client")
async def test_a_long_question_keeps_its_quiet_line(world: Stack) -> None:
    """The words give way, and no name of a file is markup."""
    world.art.deny_bot("attach_files")
    given = ("__cat__.png", png())
    slash = await world.anna.slash(world.art, "chat", message="*" * 4000, file=given)
    question = await slash.result(within=WITHIN)
    assert len(question.content) <= 2000
    assert r"“\_\_cat\_\_.png” went along" in question.text


@pytest.mark.usefixtures("client")
async def test_a_file_that_is_nothing_posts_no_question(world: Stack) -> None:
    """What can't be used is told before anything is posted, and costs nothing."""
    slash = await world.anna.slash(world.art, "chat", message=ASKED, file=("a.png", b"no picture"))
    told = await slash.result(within=WITHIN)
    assert "a.png" in told.text
    assert not told.attachments
    assert not world.art.threads
    assert not paid(world)
