"""The lines under pictures."""

from dataclasses import replace
from unittest.mock import Mock

from bot.domain.content import user_parts
from bot.domain.job import GenerationRequest, JobKind, Place
from bot.interface.messages.pictures import PicturePresenter
from bot.interface.messages.presenter import Outcome
from bot.interface.messages.sentences import Sentences
from bot.interface.texts import Texts
from bot.services.intake import NOTHING
from bot.services.job_watch import Made
from bot.services.models import Models
from tests.unit.domain.builders import PAINTER, PLAIN, TALKER, painted, turn

TEXTS = Texts()
REQUEST = GenerationRequest(
    JobKind.PICTURE, Place(1, 2), 7, "more blue", "painter", user_parts((), "more blue")
)


def test_models_are_named_once_each() -> None:
    """By the name that members read, in the order in which they stepped in."""
    stand_in = replace(PLAIN, label="The *other*")
    models = Models({stand_in.id: stand_in}, image=PAINTER, chat=TALKER)
    presenter = PicturePresenter(Mock(), models, Mock(), TEXTS, Sentences(TEXTS))
    made = [
        Made(turn(number, painted(str(number)), family=family))
        for number, family in enumerate(["plain", "painter", "plain"], 1)
    ]
    facts, *_ = presenter._quiet("en-US", REQUEST, Outcome(made, ()), NOTHING)
    assert facts == r"The \*other\* · painter · 1024×768"
