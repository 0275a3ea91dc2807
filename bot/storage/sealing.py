"""Keys of servers' own relays, as they are in the database and in each backup of it."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class Sealing:
    """Seal with the first of the operator's secrets, and open with any of them.

    They never show, and neither does what was sealed.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        fernets = [Fernet(secret) for secret in secrets]
        self._first, self._all = fernets[0], MultiFernet(fernets)

    def seal(self, text: str) -> str:
        """Return a text as only the operator's secret opens it."""
        return self._first.encrypt(text.encode()).decode()

    def opened(self, sealed: str) -> str | None:
        """Return the text; None where none of the secrets opens it."""
        try:
            return self._all.decrypt(sealed).decode()
        except InvalidToken:
            return None

    def sealed_anew(self, sealed: str) -> str | None:
        """Return it sealed with the first secret; None where it is, or can't be opened."""
        try:
            self._first.decrypt(sealed)
        except InvalidToken:
            text = self.opened(sealed)
            return None if text is None else self.seal(text)
        return None
