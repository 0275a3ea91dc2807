"""The command line: `python -m bot [run | demo | migrate | forget]`."""

import argparse
import asyncio
import gc
import importlib.util
import os
import sys
from pathlib import Path

from bot import VERSION

MISCONFIGURED = 2
IN_USE = 75
"""EX_TEMPFAIL of sysexits.h: nothing is wrong, and another time may do."""

NO_WINDOWS = "Atelier runs on Linux and macOS. On Windows, use its container or WSL."


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Atelier, a Discord bot.")
    commands = parser.add_subparsers(dest="command", metavar="run | demo | migrate | forget")
    commands.add_parser("run", help="serve Discord (what is done without a command)")
    commands.add_parser("migrate", help="bring the database to this version")
    forget = commands.add_parser("forget", help="delete what a member asked for")
    forget.add_argument("member_id", type=_snowflake, help="the member's id in Discord")
    demo = commands.add_parser("demo", help="try everything here: no token, key or network")
    demo.add_argument("--once", action="store_true", help="end after the tour")
    demo.add_argument("--verbose", action="store_true", help="print what reaches the relay")
    demo.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address that the page is served on (default: %(default)s)",
    )
    demo.add_argument(
        "--port", type=_port, default=0, help="the port of the page (default: one that is free)"
    )
    demo.add_argument(
        "--daily",
        type=int,
        default=1000,
        metavar="PICTURES",
        help="what each member may have made a day: 3 shows the limit (default: %(default)s)",
    )
    demo.add_argument(
        "--shots",
        type=Path,
        metavar="DIR",
        help="instead, take the pictures of the README in Chromium and save them there",
    )
    demo.add_argument(
        "--pictures",
        type=Path,
        default=Path("demo-pictures"),
        help="where the tour's pictures are saved (default: %(default)s)",
    )
    parser.add_argument("--version", action="version", version=f"atelier {VERSION}")
    options = parser.parse_args(arguments)
    if sys.platform == "win32":
        print(NO_WINDOWS, file=sys.stderr)
        return MISCONFIGURED
    if options.command == "demo":
        return _demo(options)
    return _with_settings(options)


def _snowflake(text: str) -> int:
    """Read an id of Discord's: 64 bits, of which the first is never set so far."""
    if not (text.isdecimal() and 0 < int(text) < 2**63):
        raise argparse.ArgumentTypeError(f"{text!r} is no id of Discord's")
    return int(text)


def _port(text: str) -> int:
    """Read a TCP port; 0 stands for one that is free."""
    if not (text.isdecimal() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} is no port")
    return int(text)


def _demo(options: argparse.Namespace) -> int:
    if importlib.util.find_spec("simcord") is None:
        print("The demo needs more than the bot does: `make demo` installs it.", file=sys.stderr)
        return MISCONFIGURED
    from demo.browser import BrowserMissing  # noqa: PLC0415 (as above)
    from demo.play import play  # noqa: PLC0415 (the production image leaves the demo out)
    from demo.shots import shoot  # noqa: PLC0415 (as above)

    pictures: Path = options.shots or options.pictures
    pictures.mkdir(parents=True, exist_ok=True)
    playing = (
        shoot(pictures)
        if options.shots
        else play(
            once=options.once,
            verbose=options.verbose,
            pictures=pictures,
            host=options.host,
            port=options.port,
            daily=options.daily,
        )
    )
    try:
        return asyncio.run(playing)
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 0
    except (BrowserMissing, OSError) as error:
        print(f"The demo can't start: {error}", file=sys.stderr)
        return MISCONFIGURED


def _with_settings(options: argparse.Namespace) -> int:
    # Imports make many objects that stay: looking through them for garbage is a tenth of the start,
    # and later a stall of the event loop.
    gc.disable()

    import discord  # noqa: PLC0415 (the demo needs none of this)

    from bot import app  # noqa: PLC0415
    from bot.domain.errors import StorageFailed  # noqa: PLC0415
    from bot.operations import logs  # noqa: PLC0415
    from bot.storage.folder import FolderInUse  # noqa: PLC0415
    from config.obstacles import folder_unusable  # noqa: PLC0415
    from config.problems import ConfigError  # noqa: PLC0415
    from config.settings import Settings, load_data_settings, load_settings  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    # What is said and made is nobody else's to read, in whatever file it is.
    os.umask(0o077)
    on_data_alone = options.command in {"migrate", "forget"}
    try:
        settings = load_data_settings() if on_data_alone else load_settings()
    except ConfigError as error:
        print(error, file=sys.stderr)
        return MISCONFIGURED
    secrets = settings.secrets if isinstance(settings, Settings) else ()
    logs.setup(settings.log_level, settings.log_format, secrets=secrets)
    try:
        if isinstance(settings, Settings):
            asyncio.run(app.run(settings))
        elif options.command == "forget":
            print(asyncio.run(app.forget(settings, options.member_id)))
        else:
            asyncio.run(app.migrate(settings))
    except ConfigError as error:
        print(error, file=sys.stderr)
    except discord.LoginFailure:
        print(
            "ATELIER_DISCORD_TOKEN: Discord does not accept this token. Make a new one in the"
            " developer portal: your application, Bot, Reset Token.",
            file=sys.stderr,
        )
    except discord.PrivilegedIntentsRequired:
        print(
            "Discord refuses the message content intent. Switch it on in the developer portal:"
            " your application, Bot, Message Content Intent.",
            file=sys.stderr,
        )
    except FolderInUse as error:
        print(f"ATELIER_DATA_DIR: {error}", file=sys.stderr)
        return IN_USE
    except StorageFailed as error:
        # What the disk or the database says comes with no advice; what we say of it does.
        advised = error.__cause__ is None
        said = (
            f"ATELIER_DATA_DIR: {error}" if advised else folder_unusable(settings.data_dir, error)
        )
        print(said, file=sys.stderr)
    else:
        return 0
    return MISCONFIGURED


if __name__ == "__main__":
    sys.exit(main())
