import pytest

from bot.domain.counting import counted


@pytest.mark.parametrize(("number", "said"), [(0, "0 jobs"), (1, "1 job"), (2, "2 jobs")])
def test_one_is_told_from_several(number: int, said: str):
    """A log that is read by people does not say "1 jobs"."""
    assert counted(number, "job") == said
