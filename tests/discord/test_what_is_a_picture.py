"""What counts as a picture of a message, as words, or as neither: no chat model is paid instead."""

import io
from typing import Any, cast

import discord
import pytest
from PIL import Image

from bot.relay.media import MediaFetcher
from demo.discord import Message, Sticker
from demo.stack import Stack
from tests.acting import WITHIN, answered, contents, finished, imagine, pictures, png, say, texts

pytestmark = pytest.mark.usefixtures("client")

LONG = "Paint the sky in the colour of a ripe plum. " * 60


def to_bot(world: Stack, words: str = "make it black and white") -> str:
    """Return words that mention the bot."""
    return f"{world.discord.bot_mention} {words}"


async def edited_at(world: Stack, target: Message, size: str) -> bool:
    """Tell whether a reply with a mention edits the picture of that size, in one request."""
    answer = await say(world, to_bot(world), reply_to=target)
    (request,) = world.relay.requests
    return bool(answer.pictures) and size in pictures(contents(world)[0])[0] and bool(request)


async def test_a_file_without_type_or_ending_is_told_by_its_bytes(world: Stack) -> None:
    """A picture that is called "photo" is a picture."""
    photo = await world.ben.send(world.art, "my cat", files=[("photo", png(70, 50))])
    assert await edited_at(world, photo, "70x50")


async def test_a_file_without_type_that_is_no_picture_is_none(world: Stack) -> None:
    """It is not counted among the pictures of its message: there is only one to choose from."""
    files = [("data", b"\0" * 99), ("cat.png", png(70, 50))]
    photo = await world.ben.send(world.art, "my cat", files=files)
    assert await edited_at(world, photo, "70x50")


@pytest.mark.parametrize("name", ["photo.txt", "photo.csv", "photo.pdf", "clip.mp4", "photo.zip"])
async def test_whatever_a_picture_claims_to_be_it_is_one(world: Stack, name: str) -> None:
    """No chat model is paid to talk about a picture whose name, and so whose type, is wrong."""
    photo = await world.ben.send(world.art, "my cat", files=[(name, png(70, 50))])
    assert await edited_at(world, photo, "70x50")
    beside = [("notes.txt", b"BMW, MMORPG"), (name, png(60, 40))]
    answer = await say(world, to_bot(world, ""), files=beside)
    assert answer.pictures
    assert "60x40" in pictures(contents(world)[0])[0]
    assert texts(contents(world)[0]) == ["BMW, MMORPG"]


async def test_what_is_neither_picture_nor_words_is_told_beside_words(world: Stack) -> None:
    """Of two files of which none is a picture the one that nobody can read is named."""
    files = [("message.txt", b"Sum it up"), ("notes.pdf", b"%PDF-1.7")]
    answer = await say(world, to_bot(world), files=files)
    assert "“notes.pdf” is damaged" in answer.text
    assert "Sum it up" in texts(contents(world)[0])[0]


async def test_a_forwarded_picture_that_claims_to_be_text_is_seen(world: Stack) -> None:
    """In direct messages, where all is talk, it is talked about as a picture."""
    photo = await world.ben.send(world.art, "my cat", files=[("cat.txt", png(70, 50))])
    forwarded = await world.anna.forward(world.anna.dm, photo)
    await finished(world, await world.anna.dm.wait_for_message(after=forwarded, within=WITHIN))
    assert "70x50" in pictures(contents(world)[0])[0]


async def test_a_picture_that_hangs_as_a_file_is_seen(world: Stack) -> None:
    """A component may show a picture as a file; a film beside it in a gallery is none."""
    other = world.discord.create_member(world.guild, "painter", bot=True)
    film = {"type": 12, "items": [{"media": {"url": "attachment://clip.mp4"}}]}
    file = {"type": 13, "file": {"url": "attachment://cat.png"}}
    files = [("clip.mp4", b"\0\0\0\x18ftypisom"), ("cat.png", png(70, 50))]
    sent = await other.send(world.art, files=files, components=[film, file])
    assert await edited_at(world, sent, "70x50")


async def test_a_stickers_picture_is_used(world: Stack) -> None:
    """Discord has it: it is edited like any other."""
    sent = await world.ben.send(world.art, sticker=Sticker("cat", png(90, 80)))
    assert await edited_at(world, sent, "90x80")


async def test_of_a_sticker_that_moves_the_first_frame_is_used(world: Stack) -> None:
    """A PNG may move; that of Discord's own animations has no frames."""
    moving = io.BytesIO()
    frames = [Image.new("RGB", (90, 80), colour) for colour in ("teal", "red")]
    frames[0].save(moving, "PNG", save_all=True, append_images=frames[1:])
    sent = await world.ben.send(world.art, sticker=Sticker("wave", moving.getvalue()))
    assert await edited_at(world, sent, "90x80")


@pytest.mark.parametrize("kind", [1, 2, 4])
async def test_a_sticker_lies_where_it_may_be_fetched(kind: int) -> None:
    """Also a GIF, which has a place of its own (Discord docs, Reference, CDN Endpoints)."""
    data: Any = {"id": 7, "name": "wave", "format_type": kind}
    sticker = discord.StickerItem(state=cast("Any", None), data=data)
    async with MediaFetcher(private_origins=frozenset({discord.Asset.BASE})) as fetcher:
        assert fetcher.allows(sticker.url)


async def test_a_sticker_that_is_drawn_is_no_picture(world: Stack) -> None:
    """That is told, and nothing is fetched or sent anywhere."""
    sent = await world.ben.send(world.art, sticker=Sticker("wave", b"{}", lottie=True))
    answer = await say(world, to_bot(world), reply_to=sent)
    assert "“wave” is a sticker that Discord draws" in answer.text
    kept = await world.anna.context_menu(world.art, "Use as reference", sent)
    assert "“wave” is a sticker that Discord draws" in (await answered(world, kept)).text
    assert not world.relay.requests


async def test_an_embeds_picture_at_discord_is_used(world: Stack) -> None:
    """A bot's embed may show a file that was uploaded to Discord."""
    photo = await world.ben.send(world.art, "mine", files=[("cat.png", png(60, 40))])
    url = photo.attachments[0]["url"]
    other = world.discord.create_member(world.guild, "painter", bot=True)
    sent = await other.send(world.art, embeds=[{"type": "rich", "image": {"url": url}}])
    assert await edited_at(world, sent, "60x40")


@pytest.mark.parametrize(
    "embed",
    [
        {"type": "image", "thumbnail": {"url": "https://pictures.example/cat.png"}},
        {"type": "link", "thumbnail": {"url": "https://pictures.example/cat.png?w=9"}},
        {"type": "rich", "image": {"url": "https://pictures.example/cat.png"}},
    ],
)
async def test_a_picture_that_is_only_linked_is_asked_for_as_a_file(
    world: Stack, embed: dict[str, object]
) -> None:
    """A link's preview is seen, and not fetched from where it lies; nobody is paid to talk."""
    sent = await world.ben.send(world.art, "https://pictures.example/cat", embeds=[embed])
    answer = await say(world, to_bot(world), reply_to=sent)
    assert "“cat.png” is not stored at Discord" in answer.text
    assert "Attach it as a file" in answer.text
    assert not world.relay.requests


async def test_a_long_paste_is_words(world: Stack) -> None:
    """Discord makes a file of it: what stands in there is what should change."""
    first = await imagine(world)
    answer = await say(world, "", reply_to=first, files=[("message.txt", LONG.encode())])
    assert answer.pictures
    assert texts(contents(world)[-1]) == [LONG.strip()]


async def test_a_long_paste_that_mentions_the_bot_is_answered(world: Stack) -> None:
    """With words alone, in the message and in its file, it is talk."""
    files = [("message.txt", LONG.encode())]
    await say(world, to_bot(world, "What is this about?"), files=files)
    assert texts(contents(world)[-1]) == [f"What is this about?\n\n{LONG.strip()}"]
    assert world.relay.requests[-1].model == "gemini-3.1-pro"


async def test_a_long_paste_that_is_replied_to_is_read(world: Stack) -> None:
    """What is asked about somebody's message is about its file, too."""
    pasted = await world.ben.send(world.art, files=[("message.txt", LONG.encode())])
    await say(world, to_bot(world, "What is this about?"), reply_to=pasted)
    assert LONG.strip() in texts(contents(world)[-1])[0]


async def test_a_text_file_that_is_too_long_is_left_out(world: Stack) -> None:
    """There is a cap, which is told; the words of the message are gone on with."""
    first = await imagine(world)
    files = [("message.txt", b"x" * (64 * 1024 + 1))]
    answer = await say(world, "make it black and white", reply_to=first, files=files)
    assert answer.pictures
    assert "“message.txt” was left out: a text file may have 64 KB at most" in answer.text


@pytest.mark.parametrize("name", ["notes.pdf", "clip.mp4", "thing", "broken.png"])
async def test_what_is_no_picture_blocks_none(world: Stack, name: str) -> None:
    """The picture that is replied to is edited; what lay beside it is named."""
    first = await imagine(world)
    files = [(name, b"no picture")]
    answer = await say(world, "make it black and white", reply_to=first, files=files)
    assert answer.pictures
    assert f"“{name}” is no picture" in answer.text


async def test_what_is_no_picture_comes_after_what_may_be_one(world: Stack) -> None:
    """Of the files of a mention the picture is edited, wherever it stands."""
    files = [("notes.pdf", b"%PDF-1.7"), ("cat.png", png(70, 50))]
    answer = await say(world, to_bot(world), files=files)
    assert answer.pictures
    assert "70x50" in pictures(contents(world)[0])[0]
    assert "“notes.pdf” is no picture" in answer.text


async def test_a_sticker_alone_is_no_turn(world: Stack) -> None:
    """Where all is said to the bot, a sticker says nothing; the next message is answered."""
    sent = await world.anna.send(world.anna.dm, sticker=Sticker("cat", png()))
    answer = await say(world, "hello", channel=world.anna.dm)
    assert answer.id > sent.id
    assert len(world.relay.requests) == 1
    assert texts(contents(world)[0]) == ["hello"]


async def test_who_only_mentions_the_bot_waits_for_it(world: Stack) -> None:
    """Also where nobody has to mention it: that is answered, and not passed over."""
    told = await say(world, world.discord.bot_mention, channel=world.anna.dm)
    assert "Tell me what to do" in told.text


async def test_what_was_lost_of_a_long_picture_is_said(world: Stack) -> None:
    """The answer says how small the model got it, and what helps."""
    files = [("page.png", png(1_080, 16_000))]
    answer = await say(world, to_bot(world), files=files)
    assert "“page.png” as 138 × 2044 pixels, made from 1080 × 16000" in answer.text
    assert "Cut it into parts" in answer.text


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((1_080, 18_000), "1080 × 18000 pixels: a side may have 16384 at most. Cut it into parts"),
        ((9_000, 9_000), "9000 × 9000 pixels, that is 81 megapixels: 70 at most"),
    ],
)
async def test_a_refusal_names_the_limit(world: Stack, size: tuple[int, int], said: str) -> None:
    """A picture that is too large is told how large it may be, and costs nothing."""
    files = [("page.png", png(*size))]
    answer = await say(world, to_bot(world), files=files)
    assert said in answer.text
    assert not world.relay.requests


LINK = {"type": "link", "thumbnail": {"url": "https://pictures.example/cat.png"}}


async def test_a_links_preview_is_nothing_beside_a_picture(world: Stack) -> None:
    """Who posts a photo and a link means the photo: nobody is asked which."""
    files = [("cat.png", png(70, 50))]
    photo = await world.ben.send(world.art, "https://pictures.example", files=files, embeds=[LINK])
    assert await edited_at(world, photo, "70x50")


async def test_where_all_is_talk_a_link_is_talked_about(world: Stack) -> None:
    """In direct messages a reply to a link is no wish to change its preview."""
    link = await world.anna.send(world.anna.dm, "https://pictures.example", embeds=[LINK])
    await world.anna.dm.wait_for_message(after=link, within=WITHIN)
    answer = await say(world, "What is it about?", reply_to=link, channel=world.anna.dm)
    assert "What is it about?" in answer.text


async def test_a_forwarded_text_file_is_read(world: Stack) -> None:
    """Who forwards a long paste to the bot has said what stands in it."""
    pasted = await world.ben.send(world.art, files=[("message.txt", LONG.encode())])
    forwarded = await world.anna.forward(world.anna.dm, pasted)
    await finished(world, await world.anna.dm.wait_for_message(after=forwarded, within=WITHIN))
    assert texts(contents(world)[-1]) == [LONG.strip()]


async def test_forwarded_words_are_words(world: Stack) -> None:
    """They are what is said where all is said to the bot, and what is asked about elsewhere."""
    told = await world.ben.send(world.art, "Ben flies red kites")
    forwarded = await world.anna.forward(world.anna.dm, told)
    await finished(world, await world.anna.dm.wait_for_message(after=forwarded, within=WITHIN))
    assert texts(contents(world)[-1]) == ["Ben flies red kites"]
    again = await world.anna.forward(world.art, told)
    await say(world, to_bot(world, "Who flies them?"), reply_to=again)
    assert "Ben flies red kites" in texts(contents(world)[-1])[0]


async def test_more_text_files_than_anybody_pastes_are_left_out(world: Stack) -> None:
    """The first three are words, the fourth is named."""
    files = [(f"part{number}.txt", f"word {number}".encode()) for number in range(4)]
    answer = await say(world, "hello", channel=world.anna.dm, files=files)
    assert texts(contents(world)[0]) == [
        "hello\n\npart0.txt:\n\nword 0\n\npart1.txt:\n\nword 1\n\npart2.txt:\n\nword 2"
    ]
    assert "“part3.txt” was left out: 3 text files at most" in answer.text
