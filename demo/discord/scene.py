"""Bundle what every handle on a place, person or message needs."""

from dataclasses import dataclass

from demo.discord._backend import World
from demo.discord.changes import Changes
from demo.discord.limits import Limits
from demo.discord.payloads import Extras


@dataclass(frozen=True, slots=True)
class Scene:
    """The running world, its rules, and the signal that it changed."""

    world: World
    extras: Extras
    limits: Limits
    changes: Changes
