"""The command line: `python -m bot [run | migrate | forget | … | usage | grant | doctor]`."""

import argparse
import asyncio
import gc
import os
import re
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from bot import VERSION

if TYPE_CHECKING:
    from config.settings import DataSettings

SOMETHING_FAILS = 1
"""What the doctor ends with where the bot can't serve as things are."""

MISCONFIGURED = 2
IN_USE = 75
"""EX_TEMPFAIL of sysexits.h: nothing is wrong, and another time may do."""

ON_DATA_ALONE = frozenset({"migrate", "forget", "backup", "restore", "usage", "grant"})
"""The commands that speak to nobody, and need neither token nor key."""

NO_WINDOWS = "Atelier runs on Linux and macOS. On Windows, use its container or WSL."

COMMANDS = "atelier.commands"
"""The entry points at which other distributions offer commands: modules like `demo.command`."""

TO_INSTALL = {"demo": "The demo needs more than the bot does: `make demo` installs it."}
"""What to do for each of those commands where its distribution is not there."""


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says and return the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="python -m bot", description="Atelier, a Discord bot.")
    parser.add_argument("--version", action="version", version=f"atelier {VERSION}")
    parser.set_defaults(run=_with_settings)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("run", help="serve Discord (what is done without a command)")
    commands.add_parser("migrate", help="bring the database to this version")
    forget = commands.add_parser("forget", help="delete what a member asked for")
    forget.add_argument("member_id", type=_snowflake, help="the member's id in Discord")
    backup = commands.add_parser("backup", help="write all that is kept into a file")
    backup.add_argument("file", type=Path, help="the file, which must not be there yet")
    restore = commands.add_parser("restore", help="put a backup into an empty data folder")
    restore.add_argument("file", type=Path, help="what `backup` wrote")
    usage = commands.add_parser("usage", help="say what each server used in a month")
    usage.add_argument("--month", type=_month, help="such as 2026-11; this month if left out")
    usage.add_argument("--csv", action="store_true", help="write it for spreadsheets")
    grant = commands.add_parser("grant", help="give a server more money for a month")
    grant.add_argument("server_id", type=_snowflake, help="the server's id in Discord")
    grant.add_argument("--dollars", type=_dollars, required=True, help="how much more, in US$")
    grant.add_argument("--month", type=_month, help="such as 2026-11; this month if left out")
    doctor = commands.add_parser("doctor", help="look at everything, and say what to do about it")
    doctor.add_argument("--json", action="store_true", help="write it for machines")
    doctor.set_defaults(run=_doctor)
    # Serving Discord does not wait for a look at all that is installed.
    if given and given[0] not in commands.choices:
        for found in entry_points(group=COMMANDS):
            if given[0] not in {found.name, "-h", "--help"}:
                continue
            command = found.load()
            added = commands.add_parser(found.name, help=command.HELP)
            command.add_arguments(added)
            added.set_defaults(run=command.run)
        if given[0] in TO_INSTALL.keys() - commands.choices.keys():
            print(TO_INSTALL[given[0]], file=sys.stderr)
            return MISCONFIGURED
    commands.metavar = " | ".join(commands.choices)
    options = parser.parse_args(given)
    if sys.platform == "win32":
        print(NO_WINDOWS, file=sys.stderr)
        return MISCONFIGURED
    return int(options.run(options))


def _snowflake(text: str) -> int:
    """Read an id of Discord's: 64 bits, of which the first is never set so far."""
    if not (text.isdecimal() and 0 < int(text) < 2**63):
        raise argparse.ArgumentTypeError(f"{text!r} is no id of Discord's")
    return int(text)


def _month(text: str) -> str:
    """Read a month such as 2026-11."""
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no month such as 2026-11")
    return text


def _dollars(text: str) -> int:
    """Read an amount of money as millionths of a US dollar."""
    match = re.fullmatch(r"(\d{1,7})(?:\.(\d{1,6}))?", text)
    micros = int(match[1] + (match[2] or "").ljust(6, "0")) if match else 0
    if not micros:
        raise argparse.ArgumentTypeError(f"{text!r} is no amount such as 10 or 2.50")
    return micros


def _doctor(options: argparse.Namespace) -> int:
    from bot.doctor import examined  # noqa: PLC0415 (heavy, and seldom needed)
    from bot.operations import logs  # noqa: PLC0415
    from bot.operations.doctor.findings import Verdict, as_json  # noqa: PLC0415

    os.umask(0o077)
    logs.setup("WARNING", "console")
    findings, secrets = asyncio.run(examined())
    said = "\n".join(each.line for each in findings)
    if options.json:
        said = as_json(findings, version=VERSION)
    print(logs.Redactor(secrets).clean(said))
    return SOMETHING_FAILS if any(each.verdict is Verdict.FAILS for each in findings) else 0


def _with_settings(options: argparse.Namespace) -> int:
    # Imports make many objects that stay: looking through them for garbage is a tenth of the start,
    # and later a stall of the event loop.
    gc.disable()

    import discord  # noqa: PLC0415 (the demo needs none of this)

    from bot import app  # noqa: PLC0415
    from bot.domain.errors import StorageFailed  # noqa: PLC0415
    from bot.operations import logs  # noqa: PLC0415
    from bot.storage.backup import BackupUnusable  # noqa: PLC0415
    from bot.storage.folder import FolderInUse  # noqa: PLC0415
    from config.obstacles import folder_unusable  # noqa: PLC0415
    from config.problems import ConfigError  # noqa: PLC0415
    from config.settings import Settings, load_data_settings, load_settings  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    # What is said and made is nobody else's to read, in whatever file it is.
    os.umask(0o077)
    try:
        settings = load_data_settings() if options.command in ON_DATA_ALONE else load_settings()
    except ConfigError as error:
        print(error, file=sys.stderr)
        return MISCONFIGURED
    secrets = settings.secrets if isinstance(settings, Settings) else ()
    logs.setup(settings.log_level, settings.log_format, secrets=secrets)
    try:
        if isinstance(settings, Settings):
            asyncio.run(app.run(settings))
        else:
            _work_on_data(settings, options)
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
    except BackupUnusable as error:
        print(f"{options.file}: {error}", file=sys.stderr)
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


def _work_on_data(settings: "DataSettings", options: argparse.Namespace) -> None:
    from bot import app  # noqa: PLC0415 (as above)

    match options.command:
        case "forget":
            print(asyncio.run(app.forget(settings, options.member_id)))
        case "backup":
            print(app.back_up(settings, options.file))
        case "restore":
            print(asyncio.run(app.restore(settings, options.file)))
        case "usage":
            print(asyncio.run(app.usage(settings, options.month, as_csv=options.csv)))
        case "grant":
            given = options.server_id, options.dollars, options.month
            print(asyncio.run(app.grant(settings, *given)))
        case _:
            asyncio.run(app.migrate(settings))


if __name__ == "__main__":
    sys.exit(main())
