"""`python -m bot demo`: the command line finds this by the entry points `atelier.commands`."""

import argparse
import asyncio
import re
import sys
from pathlib import Path

HELP = "try everything here: no token, key or network"

_CANNOT_START = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let the command line take what the demo takes."""
    parser.add_argument("--once", action="store_true", help="end after the tour")
    parser.add_argument("--verbose", action="store_true", help="print what reaches the relay")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address that the page is served on (default: %(default)s)",
    )
    parser.add_argument(
        "--port", type=_port, default=0, help="the port of the page (default: one that is free)"
    )
    parser.add_argument(
        "--daily",
        type=int,
        default=1000,
        metavar="PICTURES",
        help="what each member may have made a day: 3 shows the limit (default: %(default)s)",
    )
    parser.add_argument(
        "--reads",
        type=_locale,
        default="zh-CN",
        metavar="LOCALE",
        help="which language ben reads, as Discord calls it (default: %(default)s)",
    )
    parser.add_argument(
        "--shots",
        type=Path,
        metavar="DIR",
        help="instead, take the pictures of the README in Chromium and save them there",
    )
    parser.add_argument(
        "--pictures",
        type=Path,
        default=Path("demo-pictures"),
        help="where the tour's pictures are saved (default: %(default)s)",
    )


def _port(text: str) -> int:
    """Read a TCP port; 0 stands for one that is free."""
    if not (text.isdecimal() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} is no port")
    return int(text)


def _locale(text: str) -> str:
    """Read a language as Discord calls it; a browser takes no others."""
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2}|-419)?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no locale, such as ja or pt-BR")
    return text


def run(options: argparse.Namespace) -> int:
    """Run the demo and return the exit status."""
    from demo import session  # noqa: PLC0415 (as above)
    from demo.browser import BrowserMissing  # noqa: PLC0415 (`--help` is to come at once)
    from demo.shots import shoot  # noqa: PLC0415 (as above)

    pictures: Path = options.shots or options.pictures
    pictures.mkdir(parents=True, exist_ok=True)
    playing = (
        shoot(pictures)
        if options.shots
        else session.run(
            once=options.once,
            verbose=options.verbose,
            pictures=pictures,
            host=options.host,
            port=options.port,
            daily=options.daily,
            reads=options.reads,
        )
    )
    try:
        return asyncio.run(playing)
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 0
    except (BrowserMissing, OSError) as error:
        print(f"The demo can't start: {error}", file=sys.stderr)
        return _CANNOT_START
