"""What chat models read beside pictures: PDF, text and code, sound and film."""

from typing import Any

import pytest

from demo.stack import Stack
from tests.acting import WITHIN, contents, finished, image, imagine, say, texts
from tests.discord.test_chat import open_thread
from tests.media import mp4, ogg, pdf, wav

pytestmark = pytest.mark.usefixtures("client")


def files(content: dict[str, Any]) -> list[str]:
    """Return the media types of one content's files."""
    return [part["inlineData"]["mimeType"] for part in content["parts"] if "inlineData" in part]


async def test_a_pdf_given_with_the_command_is_read_and_remembered(world: Stack) -> None:
    """It reaches the model as it is, and is part of its turn from then on."""
    given = ("report.pdf", pdf("Kites sold", "in May"))
    thread, answer = await open_thread(world, "Sum it up.", file=given)
    assert "of 2 pages: “Kites sold in May”" in answer.text
    await say(world, "And now?", channel=thread)
    assert files(contents(world)[0]) == ["application/pdf"]
    assert world.relay.requests[-1].status == 200


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("voice-message.ogg", ogg(3), "audio/ogg"),
        ("memo.wav", wav(1), "audio/wav"),
        ("film.mp4", mp4(20), "video/mp4"),
        ("film", mp4(20, brand=b"qt  "), "video/mov"),
    ],
)
async def test_sound_and_film_are_taken_by_their_bytes(
    world: Stack, name: str, data: bytes, media_type: str
) -> None:
    """Whatever they are called; a voice message has no words with it."""
    answer = await say(world, "", channel=world.anna.dm, files=[(name, data)])
    assert f"a file ({media_type}" in answer.text


@pytest.mark.parametrize("name", ["kite.py", "Makefile", "kite.json", "kite.ts"])
async def test_code_is_read_as_words_with_its_name(world: Stack, name: str) -> None:
    """Also where Discord takes it for something else: `.ts` for a film."""
    await say(world, "What does it do?", channel=world.anna.dm, files=[(name, b"let kite = 1\n")])
    assert texts(contents(world)[0]) == [f"What does it do?\n\n{name}:\n\nlet kite = 1"]


async def test_a_mention_with_a_file_is_answered_in_words(world: Stack) -> None:
    """Only a picture makes it an edit."""
    mention = world.discord.bot_mention
    answer = await say(world, f"{mention} sum it up", files=[("a.pdf", pdf("Kites"))])
    assert "“Kites”" in answer.text


async def test_a_mention_replying_to_a_file_reads_that(world: Stack) -> None:
    """What somebody else attached is what the words are about."""
    theirs = await world.ben.send(world.art, "the report", files=[("a.pdf", pdf("Kites"))])
    answer = await say(world, f"{world.discord.bot_mention} sum it up", reply_to=theirs)
    assert "“Kites”" in answer.text


async def test_a_forwarded_file_is_read(world: Stack) -> None:
    """In direct messages it is a turn like any other."""
    theirs = await world.ben.send(world.art, "the report", files=[("a.pdf", pdf("Kites"))])
    forwarded = await world.anna.forward(world.anna.dm, theirs)
    answer = await world.anna.dm.wait_for_message(after=forwarded, within=WITHIN)
    assert "“Kites”" in (await finished(world, answer)).text


@pytest.mark.parametrize("name", ["[a](b) @everyone.zip", "a`b*c.zip", "x" * 90 + ".zip"])
async def test_what_is_left_out_is_named_by_words_alone(world: Stack, name: str) -> None:
    """No name of a file is a link, a mention or more than a line."""
    files = [(name, b"PK\x03\x04\0\0\xff"), ("a.txt", b"words")]
    answer = await say(world, "sum it up", channel=world.anna.dm, files=files)
    assert "reads pictures, text and code" in answer.text
    assert "](b)" not in answer.content.replace("\\](b)", "")


async def test_an_empty_file_alone_is_nothing_to_answer(world: Stack) -> None:
    """Whatever it is called."""
    for name in ("a.txt", "a.pdf"):
        answer = await say(world, "", channel=world.anna.dm, files=[(name, b" ")])
        assert answer.text
    assert not world.relay.requests


async def test_words_in_a_chat_are_not_for_the_painter(world: Stack) -> None:
    """An edit there goes with the pictures that it came from, and with nothing that was said."""
    thread, _ = await open_thread(world, "My name is Anna.")
    asked = await world.anna.slash(thread, "imagine", prompt="a red kite")
    made = await finished(world, await asked.result(within=WITHIN))
    await say(world, "What is my name?", channel=thread)
    edited = await say(world, "make it black and white", channel=thread, reply_to=made)
    await say(world, "tint it blue", channel=thread, reply_to=edited)
    asked_for = [" ".join(texts(content)) for content in contents(world) if texts(content)]
    assert [words for words in asked_for if "kite" in words or "white" in words]
    assert "Anna" not in str(contents(world))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.zip", b"PK\x03\x04\0\0\xff", "reads pictures, text and code, PDF, audio, short videos"),
        ("a.pdf", b"PK\x03\x04\0\0\xff", "reads pictures, text and code"),
        ("a.pdf", pdf("Kites", more=b" /Encrypt 9 0 R"), "locked with a password"),
        ("a.pdf", pdf("Kites")[:200], "damaged or incomplete"),
        ("a.wav", wav(3_700, rate=400), "60 minutes at most"),
        ("a.mp4", mp4(301), "5 minutes at most"),
        ("a.mp4", mp4(301, is_long=True), "5 minutes at most"),
    ],
)
async def test_what_is_not_taken_is_told_and_costs_nothing(
    world: Stack, name: str, data: bytes, said: str
) -> None:
    """By name, with what could be done instead; nothing is sent."""
    answer = await say(world, "sum it up", channel=world.anna.dm, files=[(name, data)])
    assert said in answer.text
    assert name in answer.text
    assert not world.relay.requests


async def test_beside_what_is_read_the_rest_is_named(world: Stack) -> None:
    """The words are answered; which files were left out is a quiet line below."""
    given = [(f"p{number}.pdf", pdf(f"page {number}")) for number in range(4)]
    answer = await say(
        world, "sum it up", channel=world.anna.dm, files=[*given, ("a.zip", b"PK\x03\x04\0")]
    )
    assert "“a.zip” was left out: 3 files" in answer.text
    assert "“p3.pdf” was left out: 3 files" in answer.text
    assert len(files(contents(world)[0])) == 3


async def test_files_that_do_not_fit_together_are_left_out(world: Stack) -> None:
    """As many as there is room for are read."""
    large = b"%PDF-1.4 startxref".ljust(7 * 2**20)
    answer = await say(
        world, "sum it up", channel=world.anna.dm, files=[("a.pdf", large), ("b.pdf", large)]
    )
    assert "“b.pdf” does not fit" in answer.text
    assert len(files(contents(world)[0])) == 1


async def test_a_painter_gets_no_files(world: Stack) -> None:
    """Neither one that is attached to an edit, nor one that was talked about before."""
    thread, _ = await open_thread(world, "Sum it up.", file=("a.pdf", pdf("Kites")))
    made = await imagine(world)
    edited = await say(world, "greyscale", reply_to=made, files=[("a.pdf", pdf("Kites"))])
    assert "“a.pdf” is no picture" in edited.text
    asked = await world.anna.slash(thread, "imagine", prompt="a kite")
    painted = await finished(world, await asked.result(within=WITHIN))
    edited = await say(world, "make it black and white", channel=thread, reply_to=painted)
    assert image(edited).size == image(painted).size
    assert all("application/pdf" not in files(content) for content in contents(world))
    assert "Sum it up." not in str(contents(world))
