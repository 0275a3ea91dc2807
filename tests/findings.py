"""Run what was found about libraries, each in an environment of its own; print a table.

`make findings` runs all, `make findings ARGS="aiohttp"` those whose names hold a word. It ends with
status 1 where one is no longer so: then what stands on it may be looked at anew. Each installs what
it needs from the package index, so this is no part of the tests.
"""

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[1] / "findings"
LONGEST_SECONDS: Final = 300


def title(script: Path) -> str:
    """Return the first line of a finding's comment: the library, its version, and what it does."""
    return script.read_text(encoding="utf-8").splitlines()[1].removeprefix("# ")


def holds(script: Path) -> tuple[bool, str]:
    """Run one, and tell whether it is still so, and the last line that it said."""
    try:
        ran = subprocess.run(  # noqa: S603 (a file of ours)
            [script], capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False, f"not done in {LONGEST_SECONDS} s"
    said = ran.stdout if ran.returncode == 0 else ran.stderr
    return ran.returncode == 0, next(reversed(said.strip().splitlines()), "")


def main(words: Iterable[str], folder: Path = FOLDER) -> int:
    """Run them and return the status."""
    words = list(words)
    scripts = sorted(folder.glob("*.sh"))
    chosen = [each for each in scripts if not words or any(word in each.name for word in words)]
    status = 0
    for script in chosen:
        began = time.monotonic()
        is_so, said = holds(script)
        status |= not is_so
        state = "still so" if is_so else "CHANGED "
        took = time.monotonic() - began
        sys.stdout.write(f"{state} {took:4.0f} s  {title(script)}\n{' ' * 18}{said}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(chosen)} findings\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
