import pytest

from bot.domain.blob import BlobRef
from bot.domain.model import is_as_asked, nearest_aspect, size_above
from bot.domain.picture import Picture

RATIOS = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")


def sized(width: int, height: int) -> Picture:
    """Return a picture of this size."""
    return Picture(BlobRef("b3-00", 1), "image/png", width, height)


@pytest.mark.parametrize(
    ("size", "nearest"),
    [
        ((64, 48), "4:3"),
        ((48, 64), "3:4"),
        ((1000, 990), "1:1"),
        ((1920, 1080), "16:9"),
        ((5000, 100), "21:9"),
        ((100, 5000), "9:16"),
        ((896, 1152), "4:5"),
    ],
)
def test_the_nearest_ratio_is_that_of_the_picture(size: tuple[int, int], nearest: str) -> None:
    """Upright and across are told apart, and what is beyond all ratios gets the last one."""
    assert nearest_aspect(RATIOS, sized(*size)) == nearest


def test_a_model_without_ratios_is_asked_for_none() -> None:
    """Where nothing can be chosen, nothing is sent."""
    assert nearest_aspect((), sized(64, 48)) is None


@pytest.mark.parametrize(
    ("size", "aspect", "pixels"),
    [
        ((1376, 768), "16:9", "1K"),
        ((2752, 1536), "16:9", "2K"),
        ((848, 1264), "2:3", "1K"),
        ((512, 2048), "1:4", "1K"),
        ((6336, 2688), "21:9", "4K"),
        ((688, 384), "16:9", "512"),
        ((896, 1152), "4:5", None),
        ((1408, 768), None, None),
    ],
)
def test_what_models_make_of_a_wish_is_as_asked(
    size: tuple[int, int], aspect: str | None, pixels: str | None
) -> None:
    """The sizes in Google's table count as what they are listed for, roundings included."""
    assert is_as_asked(sized(*size), aspect=aspect, size=pixels)


@pytest.mark.parametrize(
    ("size", "aspect", "pixels"),
    [
        ((1024, 1024), "16:9", None),
        ((1024, 1024), "1:1", "4K"),
        ((1200, 896), "5:4", None),
        ((1408, 768), "16:9", "512"),
    ],
)
def test_another_ratio_or_size_is_noticed(
    size: tuple[int, int], aspect: str | None, pixels: str | None
) -> None:
    """What a relay or model ignored is not as asked."""
    assert not is_as_asked(sized(*size), aspect=aspect, size=pixels)


@pytest.mark.parametrize(
    ("pixels", "above"),
    [
        ((300, 200), "512"),
        ((512, 512), "1K"),
        ((1408, 768), "2K"),
        ((1024, 1024), "2K"),
        ((2752, 1536), "4K"),
        ((4096, 4096), None),
        ((5504, 3072), None),
    ],
)
def test_the_size_above_has_more_pixels(pixels: tuple[int, int], above: str | None):
    """By what a picture really has, whatever was asked for."""
    assert size_above(["4K", "1K", "2K", "512"], sized(*pixels)) == above


def test_without_sizes_there_is_none_above():
    """A model that takes none paints as it likes."""
    assert size_above([], sized(64, 48)) is None
