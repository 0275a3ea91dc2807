"""Make chosen REST calls fail, or wait, as Discord's sometimes do."""

from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(slots=True)
class Fault:
    """One planned misfortune, for the next ``times`` calls that match.

    ``status`` of ``None`` only delays. ``applied`` lets the call take effect and then loses its
    answer, which is how a repeated request becomes a second message. ``hold`` keeps the answer
    back for some seconds when the call has taken effect.
    """

    method: str
    path: str
    status: int | None = None
    retry_after: float = 0.1
    delay: float = 0.0
    hold: float = 0.0
    applied: bool = False
    times: int = 1


class Faults:
    """Hold the planned faults in the order in which they were added."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def add(
        self,
        method: str,
        path: str,
        *,
        status: int | None = None,
        retry_after: float = 0.1,
        delay: float = 0.0,
        hold: float = 0.0,
        applied: bool = False,
        times: int = 1,
    ) -> None:
        """Plan a fault for calls of ``method`` whose path matches the shell pattern ``path``.

        The path is what follows ``/api/v10``; ``*`` as the method matches all. ``retry_after``
        (seconds) goes with a status of 429, ``delay`` (seconds) comes before anything else, and
        ``hold`` (seconds) after it.
        """
        self._planned.append(
            Fault(method, path, status, retry_after, delay, hold, applied=applied, times=times)
        )

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
