"""The lines under pictures."""

from dataclasses import replace
from unittest.mock import Mock

import pytest

from bot.domain.area import Area, Box
from bot.domain.content import Part, user_parts
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.domain.model import ModelProfile
from bot.interface.messages.pictures import PicturePresenter
from bot.interface.messages.presenter import Outcome
from bot.interface.messages.sentences import Sentences
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook
from bot.services.intake import NOTHING
from bot.services.job_watch import Made
from bot.services.models import Models
from tests.unit.domain.builders import PAINTER, PLAIN, TALKER, painted, turn

TEXTS = Texts()
REQUEST = GenerationRequest(
    JobKind.PICTURE, Place(1, 2), 7, "more blue", "painter", user_parts((), "more blue")
)


def presenting(*models: ModelProfile) -> PicturePresenter:
    """Return what presents pictures of these models, too."""
    known = Models({model.id: model for model in models}, image=PAINTER, chat=TALKER)
    book = GuildBook(Mock())
    return PicturePresenter(Mock(), known, Mock(), TEXTS, Sentences(TEXTS), book, Mock())


def test_models_are_named_once_each() -> None:
    """By the name that members read, in the order in which they stepped in."""
    presenter = presenting(replace(PLAIN, label="The *other*"))
    made = [
        Made(turn(number, painted(str(number)), family=family))
        for number, family in enumerate(["plain", "painter", "plain"], 1)
    ]
    facts, *_ = presenter._quiet("en-US", REQUEST, Outcome(made, ()), NOTHING)
    assert facts == r"The \*other\* · painter · 1024×768"


@pytest.mark.parametrize(("composed", "said"), [(True, "pixel for pixel"), (False, "moved")])
def test_it_is_said_whether_the_rest_could_be_kept(*, composed: bool, said: str) -> None:
    """Also after a restart, by what is stored of the pictures."""
    own = painted("one")
    assert own.picture is not None
    parts = [own, Part(picture=replace(own.picture, is_composed=True))][: 1 + composed]
    request = replace(REQUEST, area=Area((Box(0, 0, 500, 500),)))
    quiet = presenting()._quiet("en-US", request, Outcome([Made(turn(1, *parts))], ()), NOTHING)
    assert said in quiet[-1]
