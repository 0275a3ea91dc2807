"""Tell Discord the commands, only when they changed: it allows few changes a day."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.domain.counting import counted
from bot.domain.errors import StorageFailed
from bot.interface.attachments import PICTURE_TYPES
from bot.interface.texts import FOLDER, fingerprint

log = logging.getLogger(__name__)


class CommandSync:
    """Remember in a file the hash of what Discord was told last, and which commands those are."""

    def __init__(self, file: Path, catalogues: Path = FOLDER) -> None:
        self._file = file
        self._catalogues = catalogues

    async def run(self, tree: app_commands.CommandTree[Any]) -> None:
        """Send the tree if it is not what Discord was told last for this application.

        Raise StorageFailed where that can't be looked up or written down.
        """
        with _on_the_disk():
            lines = await asyncio.to_thread(self._read)
            digest = await asyncio.to_thread(self._digest, tree)
        # What an earlier version wrote down names no commands.
        if lines[:1] == [digest] and lines[1:]:
            return
        try:
            commands = await self._tell(tree)
        except discord.DiscordServerError:
            log.warning("Discord did not take the commands now; the next start tells them again")
            return
        with _on_the_disk():
            lines = [digest, *(f"{each['type']} {each['name']}" for each in commands)]
            await asyncio.to_thread(self._file.write_text, "\n".join(lines), "utf-8")
        log.info("told Discord about %s", counted(len(commands), "command"))

    async def _tell(self, tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
        """Send the tree as its own `sync` does, with what discord.py has no parameter for."""
        translator = tree.translator
        payload: list[Any] = [
            await command.get_translated_payload(tree, translator)
            if translator
            else command.to_dict(tree)
            for command in tree.get_commands()
        ]
        for command in payload:
            limit_file_types(command)
        application_id = tree.client.application_id
        if application_id is None:
            raise app_commands.MissingApplicationID
        told: Any = await tree.client.http.bulk_upsert_global_commands(application_id, payload)
        return told

    def _digest(self, tree: app_commands.CommandTree[Any]) -> str:
        """Return the hash of what the commands are made of.

        Not of what Discord is told: that is in every language, and takes a hundred times as long.
        """
        commands = [command.to_dict(tree) for command in tree.get_commands()]
        known = [tree.client.application_id, commands, PICTURE_TYPES, fingerprint(self._catalogues)]
        return hashlib.sha256(json.dumps(known, sort_keys=True, default=str).encode()).hexdigest()

    def told(self) -> list[tuple[int, str]]:
        """Return the type and name of each command that Discord was told; raise StorageFailed.

        They are none where it was told none from here, and where a version before this told them.
        """
        with _on_the_disk():
            lines = self._read()[1:]
        kinds = (line.partition(" ") for line in lines)
        return [(int(kind), name) for kind, _, name in kinds if kind.isdecimal()]

    def _read(self) -> list[str]:
        return self._file.read_text("utf-8").splitlines() if self._file.exists() else []


def limit_file_types(command: dict[str, Any]) -> None:
    """Have Discord let through pictures alone where an option is called an image.

    Options of a group are commands themselves.
    """
    for option in command.get("options", ()):
        is_file = option["type"] == discord.AppCommandOptionType.attachment.value
        if is_file and option["name"].startswith("image"):
            option["file_types"] = list(PICTURE_TYPES)
        limit_file_types(option)


@contextmanager
def _on_the_disk() -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFailed(f"disk: {error.strerror or error}") from error
