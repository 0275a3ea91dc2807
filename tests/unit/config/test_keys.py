"""Each key of the table of models has a reader: what an operator writes there does something."""

import ast
import dataclasses
from pathlib import Path

import pytest

from bot.domain.model import ModelProfile, Sampling
from bot.domain.request import GenerationOptions
from config.catalogue import ModelEntry

ROOT = Path(__file__).parents[3]
TREES = [
    ast.parse(path.read_text("utf-8"))
    for folder in ("bot", "cogs")
    for path in (ROOT / folder).rglob("*.py")
    if "demo" not in path.parts
]
NODES = [node for tree in TREES for node in ast.walk(tree)]
CALLED = {id(node.func) for node in NODES if isinstance(node, ast.Call)}
READ = {
    node.attr
    for node in NODES
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and id(node) not in CALLED
}
ASKED = {
    keyword.arg
    for node in NODES
    if isinstance(node, ast.Call)
    and isinstance(node.func, ast.Name)
    and node.func.id == "GenerationOptions"
    for keyword in node.keywords
}
IN_THE_PROFILE = {
    "references": "max_references",
    "price": "prices",
}
"""Keys that have another name there."""


A_SERVERS = {"usual_aspect", "usual_size"}
"""What no table says, but a server."""


def fields(kind: type) -> set[str]:
    """Return the names of a dataclass's fields."""
    return {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize("key", sorted(ModelEntry.model_fields))
def test_a_key_of_the_table_is_read(key: str) -> None:
    """It is part of the profile, or of its sampling, and something there reads it."""
    name = IN_THE_PROFILE.get(key, key)
    assert name in fields(ModelProfile) | fields(Sampling)
    assert name in READ


def test_a_profile_holds_nothing_that_no_key_sets() -> None:
    """Beside the name that the table has in the file."""
    keys = {IN_THE_PROFILE.get(key, key) for key in ModelEntry.model_fields}
    assert fields(ModelProfile) - {"id", "sampling"} - A_SERVERS == keys - fields(Sampling)


@pytest.mark.parametrize("option", sorted(fields(GenerationOptions)))
def test_what_a_request_can_say_somebody_says(option: str) -> None:
    """A key that only guards an option that nobody asks for would do nothing."""
    assert option in ASKED
