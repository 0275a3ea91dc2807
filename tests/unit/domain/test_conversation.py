from bot.domain.content import Part
from tests.unit.domain.builders import painted, turn


def test_of_several_pictures_the_last_is_the_answer() -> None:
    """What came before it, without a word in between, are drafts of it."""
    drawn = turn(1, Part(text="Here."), painted("draft"), painted("final"), Part(text="Done."))
    assert [index for index, _ in drawn.finals] == [2]


def test_a_story_has_all_its_pictures() -> None:
    """Where words stand between pictures, none is a draft."""
    told = turn(1, painted("one"), Part(text="And then"), painted("two"))
    assert [index for index, _ in told.finals] == [0, 2]


def test_words_alone_have_no_pictures() -> None:
    """An answer in words has no finals."""
    said = turn(1, Part(text="No."))
    assert said.finals == []
