"""Numbers of things, as a sentence of the log has them."""


def counted(number: int, thing: str) -> str:
    """Return "1 server", or "2 servers", for a word whose plural has an s."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
