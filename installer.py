"""Makes the environment that Atelier runs in: what a lock pins, checked by hash, and nothing newer.

`python3 installer.py` makes `.venv` for the bot alone. The environment's own Python adds to it what
another lock names: `.venv/bin/python installer.py requirements-dev.txt`. What lies in this checkout
as a distribution of its own, with what it needs in such a lock, is added by `--editable`.

The pip that a Python brings may be years old, and such a pip takes newer releases than a lock says
where a package is asked for with an extra. So it installs one package only, uv, which needs nothing
else; uv, as pinned, installs the rest. Nothing but the standard library is needed here.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

NEEDED = (3, 11)
HERE = Path(__file__).resolve().parent
INSTALLER = HERE / "requirements-installer.txt"
# A package without a wheel is built, by what is pinned as well: today's, not the newest of its day.
BUILDERS = HERE / "requirements-build.txt"
# What pip was told of this machine's package index, in the words of uv, which does not ask pip.
IN_UVS_WORDS = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
}
TOLD_ALREADY = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL")


class SetupFailed(Exception):
    """Something could not be installed; its text is for the person who waits."""


def main() -> int:
    """Install the locks that the command line names, and return the status to end with."""
    parser = argparse.ArgumentParser(description="Make the environment that Atelier runs in.")
    parser.add_argument("--into", type=Path, default=Path(".venv"), help="the folder to make it in")
    parser.add_argument("locks", type=Path, nargs="*", default=[HERE / "requirements.txt"])
    parser.add_argument(
        "--editable",
        type=Path,
        action="append",
        default=[],
        metavar="FOLDER",
        help="a distribution of this checkout, to be used where it lies",
    )
    asked = parser.parse_args()
    try:
        if Path(sys.prefix).resolve() != asked.into.resolve():
            create(asked.into)
        python = asked.into / "bin" / "python"
        install(python, asked.locks)
        for folder in asked.editable:
            install_editable(python, folder)
    except SetupFailed as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
        return 130
    return 0


def create(folder: Path) -> None:
    """Make an environment with nothing in it but pip and uv, in the place of an older one."""
    if sys.version_info < NEEDED:
        wanted, found = (".".join(map(str, version[:2])) for version in (NEEDED, sys.version_info))
        raise SetupFailed(f"Atelier needs Python {wanted} or newer; this one is {found}.")
    if folder.is_symlink():
        folder.unlink()  # what it leads to is somebody else's
    elif folder.exists():
        if not (folder / "pyvenv.cfg").exists():
            raise SetupFailed(f"{folder} is there, and is no environment: remove or rename it.")
        shutil.rmtree(folder)
    version = "{}.{}.{}".format(*sys.version_info)
    run(f"Making {folder} with Python {version}", [sys.executable, "-m", "venv", str(folder)])
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    exactly = ["--require-hashes", "--only-binary", ":all:", "-r", str(INSTALLER)]
    run("Installing uv", [*pip, "--progress-bar", "off", *exactly])


def install(python: Path, locks: list[Path]) -> None:
    """Add what the locks pin to the environment of that Python."""
    # Once now, not at every start: some machines forbid Python to write down what it compiled.
    exactly = ["--require-hashes", "--compile-bytecode"]
    files = [part for lock in locks for part in ("-r", str(lock))]
    uv_install(" and ".join(lock.name for lock in locks), python, [*exactly, *files])


def install_editable(python: Path, folder: Path) -> None:
    """Let that Python find a distribution of this checkout, but none of what it needs."""
    uv_install(folder.name, python, ["--no-deps", "--editable", str(folder)])


def uv_install(name: str, python: Path, more: list[str]) -> None:
    """Let uv install, and build only with what is pinned."""
    uv = [str(python), "-m", "uv", "pip", "install", "--python", str(python)]
    # Every file has its hash, so it does not matter which index has it.
    exactly = ["--no-python-downloads", "--index-strategy", "unsafe-best-match"]
    exactly += ["--preview-features", "build-dependency-hashes", "--require-build-hashes"]
    exactly += ["--build-constraints", str(BUILDERS)]
    run(f"Installing {name}", [*uv, *exactly, *more], {**index(python), **os.environ})


def index(python: Path) -> dict[str, str]:
    """Return the variables that tell uv what pip was told of the index on this machine."""
    if any(name in os.environ for name in TOLD_ALREADY):
        return {}
    asked = [str(python), "-m", "pip", "config", "list"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    told: dict[str, str] = {}
    for section in ("global.", "install.", ":env:."):  # the later one is heard
        for line in listed:
            name, _, value = line.partition("=")
            if name.startswith(section):
                told[name[len(section) :]] = ast.literal_eval(value)
    between = {"find-links": ","}
    return {
        variable: between.get(name, " ").join(told[name].split())
        for name, variable in IN_UVS_WORDS.items()
        if name in told
    }


def run(title: str, command: list[str], env: dict[str, str] | None = None) -> None:
    """Run a command; say what it does on one line, which moves where somebody looks at it.

    Raise SetupFailed, with all that the command wrote, if it ends with an error.
    """
    began = time.monotonic()
    say(f"{title} …")
    written: list[str] = []
    process = subprocess.Popen(
        command,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with process:
        for line in process.stdout or ():
            written.append(line)
            if sys.stdout.isatty():
                say(f"{title}: {line.strip()}")
    if process.returncode:
        raise SetupFailed(f"\n{''.join(written)}{title} failed.")
    if sys.stdout.isatty():
        say(f"{title}: {time.monotonic() - began:.0f} s")
        print(flush=True)


def say(line: str) -> None:
    """Write over the last line in a terminal, below it elsewhere."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns - 1
        print(f"\r\x1b[2K{line[:width]}", end="", flush=True)
    else:
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
