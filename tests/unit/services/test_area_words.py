"""What a model reads of an area."""

from bot.domain.area import Area, Box
from bot.domain.content import Part, user_parts
from bot.services.area_words import pointed_out
from tests.unit.domain.builders import picture


def test_boxes_are_told_in_shares_of_the_sides() -> None:
    """From the left and from the top, behind what the member said."""
    (said,) = pointed_out(user_parts((), "a hat"), Area((Box(200, 0, 600, 333),)))
    assert said.text is not None
    assert said.text.startswith("a hat\n\nChange only the part from 20% to 60% of the picture's")
    assert "from 0% to 33.3% of its height" in said.text


def test_a_name_stands_before_its_place() -> None:
    """A model knows better what it sees than where."""
    (said,) = pointed_out(user_parts((), "red"), Area((Box(0, 0, 500, 500),), name="the chair"))
    assert said.text is not None
    assert "Change only “the chair”, which is the part from 0% to 50%" in said.text


def test_each_of_several_names_stands_before_its_place() -> None:
    """So that none of them is looked for where another one is."""
    boxes = (Box(0, 0, 500, 500), Box(500, 0, 1000, 250))
    (said,) = pointed_out(user_parts((), "red"), Area(boxes, name="the chair\nthe sky"))
    assert said.text is not None
    assert "Change only “the chair”, which is the part from 0% to 50%" in said.text
    assert "; and “the sky”, which is the part from 50% to 100%" in said.text


def test_a_mask_is_the_last_picture() -> None:
    """So that the words can say which of several it is."""
    user = user_parts((picture("hat"),), "this hat")
    hat, mask, said = pointed_out(user, Area(mask=picture("mask")))
    assert mask.picture == picture("mask")
    assert hat == Part(picture=picture("hat"))
    assert said.text is not None
    assert "the last picture, in black and white, is that mask" in said.text


def test_pictures_alone_get_words_too() -> None:
    """Where a member said nothing, the area is said all the same."""
    hat, said = pointed_out(user_parts((picture("hat"),), ""), Area((Box(0, 0, 500, 500),)))
    assert hat.picture
    assert said.text is not None
    assert said.text.startswith("Change only the part")
