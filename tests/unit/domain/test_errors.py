import pytest

from bot.domain.errors import (
    AtelierError,
    Gone,
    MissingPermissions,
    ModelUnavailable,
    RelayBusy,
    UnusablePicture,
)


@pytest.mark.parametrize(
    ("error", "text", "key"),
    [
        (Gone(), "error-gone", "error-gone"),
        (UnusablePicture(key="error-picture-bomb"), "error-picture-bomb", "error-picture-bomb"),
        (RelayBusy("429"), "429", "error-relay-busy"),
        (ModelUnavailable("404"), "404", "error-model-unavailable"),
    ],
)
def test_the_log_reads_what_happened_or_the_key(error: AtelierError, text: str, key: str) -> None:
    """An error shows its detail, else the key of its sentence; members read the sentence alone."""
    assert (str(error), error.message_key) == (text, key)


@pytest.mark.parametrize(
    ("permissions", "key"), [(("attach_files",), "error-permission"), ((), "error-forbidden")]
)
def test_what_lacks_is_named_where_it_is_known(permissions: tuple[str, ...], key: str) -> None:
    """Else it is said that Discord forbids it, and no permission that is there."""
    error = MissingPermissions(permissions)
    assert (error.message_key, error.permissions) == (key, permissions)
