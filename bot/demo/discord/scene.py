"""Bundle what every handle on a place, person or message needs."""

from dataclasses import dataclass

from bot.demo.discord._backend import World
from bot.demo.discord.changes import Changes
from bot.demo.discord.limits import Limits
from bot.demo.discord.payloads import Extras


@dataclass(frozen=True, slots=True)
class Scene:
    """The running world, its rules, and the signal that it changed."""

    world: World
    extras: Extras
    limits: Limits
    changes: Changes
