"""The page's scripts."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import demo.page

SCRIPTS = Path(demo.page.__file__).parent / "static" / "js"


def imports(script: Path) -> set[str]:
    """Return the names of the scripts beside it that a script imports."""
    text = script.read_text("utf-8")
    return set(re.findall(r"^(?:import|export)\b[^;]*?[\"']\./([\w.-]+)[\"']", text, re.MULTILINE))


def test_no_script_imports_itself_by_a_detour():
    """Whoever reads one can read it after all that it imports."""
    graph = {script.name: imports(script) for script in SCRIPTS.glob("*.js")}
    assert "state.js" in graph["components.js"]
    in_order = list(TopologicalSorter(graph).static_order())  # raises where there is a circle
    assert set(in_order) == graph.keys()
