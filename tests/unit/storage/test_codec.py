from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.area import Area, Box
from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.conversation import Pointer
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.domain.model import Thinking
from bot.domain.picture import Picture
from bot.storage import codec

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
IDS = st.integers(0, 2**63 - 1)
BLOBS = st.builds(BlobRef, TEXT, IDS)
AREAS = st.builds(
    Area,
    boxes=st.lists(st.builds(Box, *[st.integers(0, 1000)] * 4), max_size=3).map(tuple),
    mask=st.none() | st.builds(Picture, BLOBS, TEXT, IDS, IDS),
    name=TEXT,
)
PARTS = st.lists(
    st.builds(
        Part,
        text=st.none() | TEXT,
        picture=st.none() | st.builds(Picture, BLOBS, TEXT, IDS, IDS),
        memory=st.builds(Memory, st.none() | TEXT | BLOBS, st.dictionaries(TEXT, JSON, max_size=3)),
    ),
    max_size=4,
).map(tuple)
REQUESTS = st.builds(
    GenerationRequest,
    kind=st.sampled_from(JobKind),
    place=st.builds(Place, st.none() | IDS, IDS, st.none() | IDS),
    author_id=IDS,
    prompt=TEXT,
    model=TEXT,
    user=PARTS,
    parent_id=st.none() | IDS,
    pointed=st.none() | st.builds(Pointer, IDS, st.integers(0, 9)),
    area=st.none() | AREAS,
    aspect=st.none() | TEXT,
    size=st.none() | TEXT,
    thinking=st.none() | st.sampled_from(Thinking),
    search=st.booleans(),
    count=st.integers(1, 4),
    locale=TEXT,
)
PROPOSALS = st.builds(replace, REQUESTS, proposed=st.none() | REQUESTS)


@given(PARTS)
def test_parts_come_back_as_they_were(parts: tuple[Part, ...]):
    """Texts, pictures, both kinds of signature and unknown JSON survive."""
    assert codec.decode_parts(codec.encode_parts(parts)) == parts


@given(PROPOSALS)
def test_requests_come_back_as_they_were(request: GenerationRequest):
    """Every field of a request survives."""
    assert codec.decode_request(codec.encode_request(request)) == request


def test_a_request_from_an_earlier_version_is_read():
    """What was not asked then is as it is where nobody asks for it."""
    earlier = (
        '{"kind": "picture", "place": {"guild_id": 1, "channel_id": 2}, "author_id": 3,'
        ' "prompt": "a fox", "model": "brush", "user": [{"text": "a fox", "picture": null,'
        ' "signature": null, "thought": false, "extra": {}}]}'
    )
    assert codec.decode_request(earlier) == GenerationRequest(
        JobKind.PICTURE, Place(1, 2), 3, "a fox", "brush", (Part(text="a fox"),)
    )


def test_all_of_a_request_from_an_earlier_version_is_read():
    """Jobs outlive an update: no field and no value of a request takes another name in its row."""
    earlier = (
        '{"kind":"picture","place":{"guild_id":1,"channel_id":2,"thread_id":3,"parent_id":4},'
        '"author_id":5,"prompt":"more blue","model":"brush","user":[{"text":null,"picture":{'
        '"blob":{"key":"b3-a","size":9},"media_type":"image/png","width":4,"height":3,'
        '"spoiler":true,"is_half":true},"signature":null,"thought":false,"extra":{}},'
        '{"text":"more blue","picture":null,"signature":null,"thought":false,"extra":{}}],'
        '"source_id":6,"parent_id":7,"pointed":{"turn_id":7,"part":1},"aspect":"16:9",'
        '"size":"2K","thinking":"high","count":3,"private":true,"locale":"de"}'
    )
    picture = Picture(BlobRef("b3-a", 9), "image/png", 4, 3, spoiler=True, is_half=True)
    request = GenerationRequest(
        kind=JobKind.PICTURE,
        place=Place(1, 2, thread_id=3, parent_id=4),
        author_id=5,
        prompt="more blue",
        model="brush",
        user=(Part(picture=picture), Part(text="more blue")),
        source_id=6,
        parent_id=7,
        pointed=Pointer(7, 1),
        aspect="16:9",
        size="2K",
        thinking=Thinking.HIGH,
        count=3,
        private=True,
        locale="de",
    )
    assert codec.decode_request(earlier) == request


def test_parts_from_an_earlier_version_are_read():
    """Rows have what a wire remembers beside the text and the picture, and keep it there."""
    stored = (
        '[{"text":"Here.","picture":null,"signature":"c2ln","thought":false,"extra":{"x":[1]}},'
        '{"text":null,"picture":{"blob":{"key":"b3-a","size":9},"media_type":"image/png",'
        '"width":4,"height":3,"spoiler":true,"is_half":false},'
        '"signature":{"key":"b3-b","size":5},"thought":false,"extra":{}}]'
    )
    picture = Picture(BlobRef("b3-a", 9), "image/png", 4, 3, spoiler=True)
    parts = (
        Part(text="Here.", memory=Memory("c2ln", {"x": [1]})),
        Part(picture=picture, memory=Memory(BlobRef("b3-b", 5))),
    )
    assert codec.decode_parts(stored) == parts
    now = stored.replace('"thought":false,', "")
    later = '"is_half":false,"is_composed":false,"has_credentials":false'
    now = now.replace('"is_half":false', later)
    for extra in ('"extra":{"x":[1]}', '"extra":{}'):
        now = now.replace(extra, extra + ',"call":null,"file":null')
    assert codec.encode_parts(parts) == now


def test_all_of_a_part_is_stored():
    """Parts are stored by a class of the codec: what is added to them has to be added there, too.

    Else it would be lost without a word with the next turn that is stored.
    """
    assert {field.name for field in fields(Part)} == {"text", "picture", "memory", "call", "file"}
    assert {field.name for field in fields(Memory)} == {"token", "extra"}


def test_parts_from_a_later_version_are_read():
    """A field that is not known yet does not make a row unreadable."""
    assert codec.decode_parts('[{"text": "fox", "video": 1}]') == (Part(text="fox"),)
