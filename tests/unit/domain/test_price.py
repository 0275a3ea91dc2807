from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.blob import BlobRef
from bot.domain.content import Memory, Part
from bot.domain.media import MediaFile, MediaKind
from bot.domain.model import ModelKind, ModelProfile, Sampling
from bot.domain.picture import Picture
from bot.domain.price import Sent, most_micros, sent_at_most, spent_micros
from bot.domain.request import Reply, TokenCounts
from bot.domain.tariff import Tariff, TokenPrices
from tests.unit.domain.builders import painted, turn

PAINTER = ModelProfile(
    id="painter", kind=ModelKind.IMAGE, sizes=("1K", "4K"), input_limit=65_536, output_limit=4_096
)
TALKER = ModelProfile(id="talker", kind=ModelKind.CHAT, takes=(MediaKind.PDF, MediaKind.AUDIO))
PRICES = {"": 134_000, "1K": 134_000, "4K": 240_000}
DOLLARS_2_AND_12 = TokenPrices(input=2_000_000, output=12_000_000)
PAINTING = Tariff(PRICES, (DOLLARS_2_AND_12,))
TALKING = Tariff(
    {},
    (
        replace(DOLLARS_2_AND_12, cached=200_000),
        TokenPrices(input=4_000_000, output=18_000_000, cached=400_000, over=200_000),
    ),
)
COUNTED = TokenCounts(prompt=22, answer=1_216, thoughts=179, pictures=1_120)


def reply(*parts: Part, counts: TokenCounts = COUNTED) -> Reply:
    """Return a reply with these parts."""
    return Reply(parts, tokens=counts)


def sent(*parts: Part, model: ModelProfile = TALKER) -> Sent:
    """Return how many tokens these parts have at most, beside those of no part at all."""
    alone = sent_at_most(model, (), ())
    found = sent_at_most(model, (), parts)
    return Sent(found.tokens - alone.tokens, found.sound)


# What is sent


def test_no_text_has_more_tokens_than_bytes() -> None:
    """However its letters are cut into tokens; signs of three bytes are as dear as they may be."""
    short, long = sent(Part(text="fox")), sent(Part(text="狐狸"))
    assert long.tokens - short.tokens == 3


def test_all_of_what_it_goes_on_from_is_counted() -> None:
    """Both sides of each turn: words, pictures, and what only its model understands."""
    one = sent_at_most(TALKER, [turn(1, Part(text="a" * 500))], ())
    two = sent_at_most(TALKER, [turn(1, Part(text="a" * 500)), turn(2, painted("fox"))], ())
    assert one.tokens - sent_at_most(TALKER, (), ()).tokens > 500 + len("wish 1")
    assert two.tokens - one.tokens > 1_120 + len("wish 2")
    called = Part(memory=Memory(extra={"functionCall": {"args": {"prompt": "b" * 300}}}))
    assert sent(called).tokens > 300


def test_a_larger_picture_has_more_tiles() -> None:
    """A small one has as many as the models that count none."""
    small, large = (
        sent(Part(picture=Picture(BlobRef("b3-a", 9), "image/png", side, side))).tokens
        for side in (300, 4_096)
    )
    assert 1_120 < small < 1_200
    assert large - small == 36 * 258 - 1_120


@pytest.mark.parametrize(
    ("media_type", "size", "tokens"),
    [
        ("application/pdf", 9, 1_000 * 560),
        ("audio/mpeg", 9, 3_600 * 32),
        ("audio/mpeg", 7_200_000, 7_200 * 32),
    ],
)
def test_a_file_is_as_long_as_it_may_be(media_type: str, size: int, tokens: int) -> None:
    """An hour of sound, or what so many bytes can hold; a thousand pages."""
    found = sent(Part(file=MediaFile(BlobRef("b3-a", size), media_type, "a")))
    assert tokens < found.tokens < tokens + 100
    assert found.sound == (tokens if media_type.startswith("audio") else 0)


def test_of_a_file_that_is_not_read_only_the_name_is_sent() -> None:
    """It costs as much as any words."""
    film = Part(file=MediaFile(BlobRef("b3-a", 9), "video/mp4", "holiday"))
    assert sent(film).tokens == sent(Part(text="[holidy")).tokens
    assert sent(film).sound == 0


# The most


def test_a_picture_costs_at_most_itself_what_is_sent_and_the_words_beside_it() -> None:
    """1,000 tokens for 2 dollars a million, 4,096 words and thoughts for 12."""
    most = most_micros(PAINTER, PAINTING, Sent(1_000), size="1K")
    assert most == 134_000 + 2_000 + 4_096 * 12


def test_without_a_size_the_dearest_is_reserved() -> None:
    """Nobody knows which one comes."""
    assert most_micros(PAINTER, Tariff(PRICES), Sent(1), size=None) == 240_000
    assert most_micros(PAINTER, Tariff(PRICES), Sent(1), size="4K") == 240_000
    assert most_micros(PAINTER, Tariff(PRICES), Sent(1), size="1K") == 134_000


def test_one_price_is_that_of_every_size() -> None:
    """But where some sizes have their own, that of another is not known."""
    assert most_micros(PAINTER, Tariff({"": 9}), Sent(1), size="4K") == 9
    assert most_micros(PAINTER, Tariff({"": 9, "1K": 9}), Sent(1), size="4K") is None


def test_an_answer_costs_at_most_all_that_a_model_can_say() -> None:
    """Or what the operator lets it say."""
    assert most_micros(TALKER, TALKING, Sent(1_000), size=None) == 2_000 + 65_536 * 12
    brief = replace(TALKER, sampling=Sampling(max_output_tokens=1_000))
    assert most_micros(brief, TALKING, Sent(1_000), size=None) == 2_000 + 12_000
    endless = replace(TALKER, sampling=Sampling(max_output_tokens=10**9))
    assert most_micros(endless, TALKING, Sent(1), size=None) == 2 + 65_536 * 12


def test_a_long_request_costs_what_long_ones_do() -> None:
    """From the first token beyond."""
    at, beyond = (
        most_micros(TALKER, TALKING, Sent(tokens), size=None) for tokens in (200_000, 200_001)
    )
    assert at == 400_000 + 65_536 * 12
    assert beyond == 800_004 + 65_536 * 18


def test_no_more_is_sent_than_a_model_reads() -> None:
    """A heap of files is bounded by that."""
    most = most_micros(TALKER, TALKING, Sent(9_000_000), size=None)
    assert most == 1_048_576 * 4 + 65_536 * 18


def test_sound_costs_what_sound_does() -> None:
    """The rest does not."""
    tariff = Tariff({}, (replace(DOLLARS_2_AND_12, audio=5_000_000),))
    most = most_micros(TALKER, tariff, Sent(1_000, sound=400), size=None)
    assert most == 600 * 2 + 400 * 5 + 65_536 * 12


def test_a_part_of_a_millionth_is_one() -> None:
    """What is reserved is never too little."""
    tariff = Tariff({}, (TokenPrices(input=1, output=0),))
    assert most_micros(TALKER, tariff, Sent(1), size=None) == 1


@pytest.mark.parametrize(
    ("model", "tariff"),
    [
        (PAINTER, Tariff()),
        (PAINTER, Tariff({}, (DOLLARS_2_AND_12,))),
        (TALKER, Tariff()),
    ],
)
def test_without_a_price_nobody_knows(model: ModelProfile, tariff: Tariff) -> None:
    """A picture has one of its own, and an answer one or that of its tokens."""
    assert most_micros(model, tariff, Sent(1), size=None) is None
    assert spent_micros(model, tariff, reply(painted("fox")), size=None) is None


# What was spent


def test_a_picture_did_cost_itself_and_what_was_counted_beside_it() -> None:
    """As a recorded answer counts: of 1,216 tokens 1,120 are the picture's."""
    spent = spent_micros(PAINTER, PAINTING, reply(painted("fox")), size="4K")
    assert spent == 240_000 + 22 * 2 + (96 + 179) * 12


def test_every_picture_that_came_did_cost() -> None:
    """Also what was not asked for; words alone are no picture."""
    three = reply(*(painted(name) for name in "abc"))
    assert spent_micros(PAINTER, Tariff(PRICES), three, size="1K") == 3 * 134_000
    words = reply(Part(text="No."), counts=TokenCounts(prompt=10, answer=5))
    assert spent_micros(PAINTER, PAINTING, words, size="1K") == 20 + 60


def test_what_is_not_told_apart_is_the_pictures() -> None:
    """Its price holds those tokens already."""
    counts = TokenCounts(prompt=10, answer=1_216, thoughts=100)
    spent = spent_micros(PAINTER, PAINTING, reply(painted("fox"), counts=counts), size="1K")
    assert spent == 134_000 + 20 + 1_200


def test_an_answer_did_cost_what_was_counted() -> None:
    """What its model still knew costs less, thoughts as much as words."""
    counts = TokenCounts(prompt=1_000, answer=200, thoughts=100, cached=600)
    spent = spent_micros(TALKER, TALKING, reply(Part(text="hi"), counts=counts), size=None)
    assert spent == 400 * 2 + 120 + 300 * 12


def test_what_was_heard_is_told_apart() -> None:
    """No more can have been heard, or known, than was sent."""
    tariff = Tariff({}, (TokenPrices(2_000_000, 0, cached=1_000_000, audio=5_000_000),))
    counts = TokenCounts(prompt=1_000, answer=1, sound=300, cached=900)
    assert spent_micros(TALKER, tariff, reply(counts=counts), size=None) == 1_500 + 700
    counts = TokenCounts(prompt=100, answer=1, sound=300, cached=900)
    assert spent_micros(TALKER, tariff, reply(counts=counts), size=None) == 500


def test_a_long_answer_did_cost_what_long_ones_do() -> None:
    """By what was sent."""
    at, beyond = (
        spent_micros(TALKER, TALKING, reply(counts=TokenCounts(tokens, 10)), size=None)
        for tokens in (200_000, 200_001)
    )
    assert (at, beyond) == (400_120, 800_184)


@pytest.mark.parametrize(
    "counts", [TokenCounts(), TokenCounts(prompt=9), TokenCounts(answer=9), TokenCounts(total=9)]
)
def test_who_counts_nothing_leaves_it_open(counts: TokenCounts) -> None:
    """It is then booked at the most; a price without tokens needs no counts."""
    told = reply(painted("fox"), counts=counts)
    assert spent_micros(PAINTER, PAINTING, told, size="1K") is None
    assert spent_micros(TALKER, TALKING, told, size=None) is None
    assert spent_micros(PAINTER, Tariff(PRICES), told, size="1K") == 134_000


def test_who_bills_by_the_call_bills_words_too() -> None:
    """An answer of a model that talks has one price, and so has a painter that only talks."""
    call = Tariff({"": 90_000})
    assert spent_micros(TALKER, call, reply(Part(text="hi")), size=None) == 90_000
    assert spent_micros(PAINTER, call, reply(Part(text="no")), size="1K") == 90_000
    both = Tariff({"": 90_000}, (DOLLARS_2_AND_12,))
    counts = TokenCounts(prompt=10, answer=10)
    assert spent_micros(TALKER, both, reply(counts=counts), size=None) == 90_000 + 140


# A relay's share


def test_a_relay_bills_a_share_of_every_price() -> None:
    """Rounded up, and what is not known stays so."""
    tariff = Tariff({"": 3}, (TokenPrices(5, 7, cached=9, audio=11, over=2),))
    assert tariff.times(Fraction(1, 2)) == Tariff({"": 2}, (TokenPrices(3, 4, 5, 6, 2),))
    bare = Tariff({}, (TokenPrices(5, 7),))
    assert bare.times(Fraction(2)) == Tariff({}, (TokenPrices(10, 14),))


# Both together

amounts = st.integers(0, 100_000_000)
steps = st.builds(
    TokenPrices,
    input=amounts,
    output=amounts,
    cached=st.none() | amounts,
    audio=st.none() | amounts,
)
sizes = st.sampled_from([None, "1K", "4K"])


@given(
    data=st.data(),
    kind=st.sampled_from(ModelKind),
    prices=st.dictionaries(st.sampled_from(["", "1K", "4K"]), amounts),
    first=steps,
    rest=st.lists(
        st.tuples(st.integers(1, 300), steps), max_size=2, unique_by=lambda each: each[0]
    ),
    size=sizes,
    limits=st.tuples(st.integers(1, 400), st.integers(1, 400)),
)
def test_no_more_is_spent_than_was_reserved(
    data: st.DataObject,
    kind: ModelKind,
    prices: Mapping[str, int],
    first: TokenPrices,
    rest: list[tuple[int, TokenPrices]],
    size: str | None,
    limits: tuple[int, int],
) -> None:
    """Whatever the prices: of a model that keeps to its limits, and makes one picture."""
    read, said = limits
    model = ModelProfile(id="any", kind=kind, input_limit=read, output_limit=said)
    has_tokens = data.draw(st.booleans())
    rising = sorted(rest, key=lambda each: each[0])
    tokens = (first, *(replace(step, over=over) for over, step in rising)) if has_tokens else ()
    tariff = Tariff(prices, tokens)
    sent_tokens = data.draw(st.integers(1, 500))
    reserved = Sent(sent_tokens, sound=data.draw(st.integers(0, sent_tokens)))
    prompt = data.draw(st.integers(0, min(sent_tokens, read)))
    words = data.draw(st.integers(0, said))
    thoughts = data.draw(st.integers(0, words))
    of_pictures = data.draw(st.integers(0, 2_000))
    counts = TokenCounts(
        prompt=prompt,
        answer=words - thoughts + (of_pictures if kind is ModelKind.IMAGE else 0),
        thoughts=thoughts,
        cached=data.draw(st.integers(0, 600)),
        sound=data.draw(st.integers(0, reserved.sound)),
        pictures=of_pictures if kind is ModelKind.IMAGE else 0,
    )
    parts: list[Any] = [painted("fox")] if data.draw(st.booleans()) else [Part(text="no")]
    most = most_micros(model, tariff, reserved, size=size)
    spent = spent_micros(model, tariff, reply(*parts, counts=counts), size=size)
    if spent is not None:
        assert most is not None
        assert spent <= most
