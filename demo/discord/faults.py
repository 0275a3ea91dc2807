"""Make chosen REST calls fail, or wait, as Discord's sometimes do."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any


@dataclass(slots=True, kw_only=True)
class Fault:
    """One planned misfortune, for the next ``times`` calls that match.

    ``path`` is a shell pattern for what follows ``/api/v10``; ``*`` as the method matches all.
    ``status`` of ``None`` lets the call succeed; with 429 goes ``retry_after``, and ``code`` is
    Discord's own number of an error. ``cut`` closes the connection in place of any answer.
    ``applied`` lets the call take effect and then loses its answer, which is how a repeated request
    becomes a second message. ``delay`` comes before anything else, and ``hold`` keeps the answer
    back when the call has taken effect. Times are in seconds.
    """

    method: str
    path: str
    status: int | None = None
    code: int = 0
    retry_after: float = 0.1
    cut: bool = False
    applied: bool = False
    delay: float = 0.0
    hold: float = 0.0
    times: int = 1

    @property
    def prevents(self) -> bool:
        """Tell whether the call takes no effect."""
        return (self.cut or self.status is not None) and not self.applied


class Faults:
    """Hold the planned faults in the order in which they were added."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def add(self, method: str, path: str, **how: Any) -> None:
        """Plan a fault for calls of this kind; ``how`` are the other fields of a ``Fault``."""
        self._planned.append(Fault(method=method, path=path, **how))

    def take(self, method: str, path: str) -> Fault | None:
        """Return the first fault planned for this call and count it."""
        for fault in self._planned:
            if fault.method in (method, "*") and fnmatchcase(path, fault.path):
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Forget every planned fault."""
        self._planned.clear()
