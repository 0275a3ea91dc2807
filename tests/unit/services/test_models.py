from dataclasses import replace

import pytest

from bot.domain.errors import UnknownModel, UnsupportedOption
from bot.domain.guild_settings import GuildSettings
from bot.domain.model import ModelKind, ModelProfile, Thinking
from bot.services.models import Models, check_options

BRUSH = ModelProfile(
    id="brush", kind=ModelKind.IMAGE, label="Brush", aspects=("1:1", "16:9"), sizes=("1K",)
)
PENCIL = ModelProfile(id="pencil", kind=ModelKind.IMAGE)
VOICE = ModelProfile(id="voice", kind=ModelKind.CHAT)
MODELS = Models({"brush": BRUSH, "pencil": PENCIL}, image=PENCIL, chat=VOICE)


def test_the_default_is_meant_where_nothing_is_said() -> None:
    """Each kind has its own default."""
    assert MODELS.find(None, ModelKind.IMAGE) is PENCIL
    assert MODELS.find(None, ModelKind.CHAT) is VOICE


@pytest.mark.parametrize("name", ["crayon", "voice"])
def test_a_model_of_no_or_another_kind_is_unknown(name: str) -> None:
    """Members can choose only models of the kind that a command needs."""
    with pytest.raises(UnknownModel):
        MODELS.find(name, ModelKind.IMAGE)


def test_an_old_turns_model_is_recalled_or_replaced() -> None:
    """A model that is no longer configured becomes the default, not an error."""
    assert MODELS.recall("brush", ModelKind.IMAGE) is BRUSH
    assert MODELS.recall("crayon", ModelKind.IMAGE) is PENCIL


def test_the_default_is_offered_first() -> None:
    """What members choose from begins with the default."""
    assert MODELS.of_kind(ModelKind.IMAGE) == [PENCIL, BRUSH]


def test_only_chat_models_talk() -> None:
    """Whether an answer goes on as a chat is its model's matter."""
    assert MODELS.talks("voice")
    assert not MODELS.talks("brush")
    assert not MODELS.talks("crayon")


def test_an_option_outside_the_profile_names_what_is_allowed() -> None:
    """The refusal tells what the model takes."""
    with pytest.raises(UnsupportedOption) as caught:
        check_options(BRUSH, aspect="21:9", size=None)
    assert caught.value.values == {"value": "21:9", "model": "Brush", "allowed": "1:1, 16:9"}


def test_a_time_to_think_that_the_model_does_not_take_is_refused() -> None:
    """Whoever chose it is told, instead of getting something else for the same money."""
    hasty = replace(PENCIL, thinking={Thinking.LOW: "LOW"})
    check_options(hasty, aspect=None, size=None, thinking=Thinking.LOW)
    with pytest.raises(UnsupportedOption) as caught:
        check_options(hasty, aspect=None, size=None, thinking=Thinking.HIGH)
    assert caught.value.message_key == "error-thinking-not-taken"


def test_an_option_that_is_not_taken_at_all_is_said_so() -> None:
    """Where a model has no sizes, the sentence is another one."""
    with pytest.raises(UnsupportedOption) as caught:
        check_options(PENCIL, aspect=None, size="1K")
    assert caught.value.message_key == "error-option-not-taken"


def test_a_model_that_can_not_search_is_not_told_to() -> None:
    """Whoever asks is told that, by its name."""
    check_options(replace(PENCIL, search=True), search=True)
    with pytest.raises(UnsupportedOption) as caught:
        check_options(PENCIL, search=True)
    assert caught.value.message_key == "error-search-not-taken"


def test_whether_any_model_can_search_is_a_question_of_its_kind() -> None:
    """Also of one that is not to be had now: what commands offer does not come and go."""
    voice = replace(VOICE, search=True)
    models = Models({"pencil": PENCIL}, image=BRUSH, chat=voice)
    models.offer(["brush"])
    assert models.any_searches(ModelKind.CHAT)
    assert not models.any_searches(ModelKind.IMAGE)


def served(settings: GuildSettings) -> Models:
    """Return what a server with these settings has of what the relays list: the brush alone."""
    models = Models({"brush": BRUSH}, image=PENCIL, chat=VOICE, settings_of=lambda _: settings)
    models.offer(["brush", "voice"])
    return models.at(1)


def test_a_default_that_is_not_to_be_had_is_tried_rather_than_what_is_not_allowed() -> None:
    """What a server does not allow takes no place, whatever the relays list."""
    here = served(GuildSettings(models=("pencil",)))
    assert here.of_kind(ModelKind.IMAGE) == [PENCIL]
    assert here.bars("brush", ModelKind.IMAGE)
    assert not here.bars("voice", ModelKind.CHAT)


def test_a_default_that_is_not_allowed_is_none() -> None:
    """What is allowed wins over what is meant where nobody chooses; so does the right kind."""
    for wrong in ("pencil", "voice", "crayon"):
        here = served(GuildSettings(models=("brush",), image_model=wrong))
        assert here.find(None, ModelKind.IMAGE) == BRUSH


def test_where_there_is_no_server_nothing_is_narrowed() -> None:
    """Direct messages have what the operator has."""
    assert MODELS.at(None) is MODELS
