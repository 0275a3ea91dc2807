"""What keeps the bot from starting with well-formed settings, and what to do: a line each.

Each begins with the name of the setting that is to blame, where one is.
"""

import errno
from pathlib import Path

from config.problems import ConfigError, variable


def folder_unusable(folder: Path, why: Exception) -> ConfigError:
    """Say that the data folder can't be worked on; `why` is what the disk or the database said."""
    return ConfigError(
        f"{variable('data_dir')}: {folder} can't be used: {why}."
        " Set it to a folder of the bot's alone that this user may write to, with room on its disk"
    )


def nothing_listens(host: str, port: int, error: Exception) -> ConfigError:
    """Say which setting keeps the health server from listening."""
    match error:
        case OSError(errno=errno.EADDRINUSE):
            problem = f"port {port} of {host} is taken. Set it to one that is free"
            return ConfigError(f"{variable('health_port')}: {problem}")
        case OSError(errno=errno.EACCES):
            problem = f"this user may not listen on port {port}. Set it to one above 1023"
            return ConfigError(f"{variable('health_port')}: {problem}")
        case _:
            return ConfigError(
                f"{variable('health_host')}: can't listen on {host}: {error}."
                " Set it to an address of this machine, such as 127.0.0.1"
            )


def discord_away(url: str | None, why: str) -> ConfigError:
    """Say that Discord could not be spoken to; `url` is where another one was said to be."""
    if url is None:
        return ConfigError(
            f"Discord can't be reached: {why}. See whether this machine reaches discord.com,"
            " and start the bot again"
        )
    return ConfigError(
        f"{variable('discord_url')}: no Discord answers at {url}: {why}."
        " Correct it, or leave it out for Discord itself"
    )
