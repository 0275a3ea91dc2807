from bot.services.sending import Durations


def test_too_few_durations_make_no_expectation() -> None:
    """Two known durations say nothing yet, three do."""
    durations = Durations()
    durations.note("model", "1K", 10)
    durations.note("model", "1K", 20)
    assert durations.expect("model", "1K") is None
    durations.note("model", "1K", 12)
    assert durations.expect("model", "1K") == 12


def test_one_odd_duration_changes_little() -> None:
    """The expectation is the middle one: an outlier has no weight."""
    durations = Durations()
    for seconds in (10, 11, 12, 13, 600):
        durations.note("model", None, seconds)
    assert durations.expect("model", None) == 12


def test_models_and_sizes_are_apart() -> None:
    """What one size takes says nothing about another, nor one model about another."""
    durations = Durations()
    for _ in range(3):
        durations.note("model", "1K", 10)
        durations.note("model", "4K", 60)
    assert durations.expect("model", "1K") == 10
    assert durations.expect("model", "4K") == 60
    assert durations.expect("model", None) is None
    assert durations.expect("other", "1K") is None


def test_old_durations_are_forgotten() -> None:
    """Only the last few count, so that the expectation follows the relay's day."""
    durations = Durations(keep=3)
    for seconds in (100, 100, 100, 10, 11, 12):
        durations.note("model", "1K", seconds)
    assert durations.expect("model", "1K") == 11


def test_asking_keeps_nothing() -> None:
    """What is only asked for takes no memory."""
    durations = Durations()
    assert durations.expect("model", "1K") is None
    assert not durations._recent
