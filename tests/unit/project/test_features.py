import ast
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parents[3]


def readers_of(attribute: str) -> Iterator[Path]:
    """Name the files that read an attribute of this name, of whatever it is."""
    for path in [*HERE.glob("bot/**/*.py"), *HERE.glob("cogs/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            reads = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
            if reads and node.attr == attribute:
                yield path.relative_to(HERE)


def test_a_setup_alone_reads_what_the_client_carries() -> None:
    """Everybody else is handed what they need: it stands in their signature."""
    setups = {path.relative_to(HERE) for path in HERE.glob("cogs/*/__init__.py")}
    readers = set(readers_of("services"))
    assert readers
    assert readers <= setups
