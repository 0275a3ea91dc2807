"""Threads that start together under coverage, each with a trace function of its own.

CPython refuses to install one while another is being installed (3.11, `PyEval_SetTrace`): the
thread ends with a RuntimeError before it has begun, and whoever started it never knows.
"""

import sys
import threading
import time
from typing import Any


class _Patient:
    """Be `sys`, but try again where another thread is just installing a trace function."""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys, name)

    def settrace(self, function: Any) -> None:
        """Install a trace function for this thread, as soon as that can be done."""
        while True:
            try:
                sys.settrace(function)
            except RuntimeError:
                time.sleep(0)
            else:
                return


threading._sys = _Patient()  # type: ignore[attr-defined]
