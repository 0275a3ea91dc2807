"""How code is broken on purpose: Cosmic Ray's operators, and four that it lacks.

Cosmic Ray changes numbers, comparisons, conditions and decorators, at the level of modules too. It
leaves out no statement and no row of a table, and those are what a forgotten check looks like; its
operator for `except` stops at a dotted name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import parso
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example, Operator
from cosmic_ray.plugins import get_operator

Position = tuple[tuple[int, int], tuple[int, int]]

# Of the ways in which one comparison can become another, those next to it: who is caught by a test
# of these is caught by the others.
COMPARISONS: Final = (
    "Eq_NotEq",
    "NotEq_Eq",
    "Lt_LtE",
    "Lt_GtE",
    "LtE_Lt",
    "LtE_Gt",
    "Gt_GtE",
    "Gt_LtE",
    "GtE_Gt",
    "GtE_Lt",
    "Is_IsNot",
    "IsNot_Is",
)
CALCULATIONS: Final = (
    "Add_Sub",
    "Sub_Add",
    "Mul_FloorDiv",
    "Div_Mul",
    "FloorDiv_Mul",
    "BitOr_BitAnd",
)
OTHERS: Final = (
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "NumberReplacer",
    "RemoveDecorator",
    "ZeroIterationForLoop",
    "ReplaceUnaryOperator_Delete_Not",
)


class LeaveOutStatement(Operator):
    """Put `pass` in the place of a statement: a check, a step of the books, a raise."""

    _LEFT_OUT: Final = ("raise_stmt", "del_stmt", "return_stmt")

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        """Yield the statements that can be left out without breaking the syntax."""
        if node.type == "simple_stmt" and self._matters(node.children[0]):
            yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Leave the statement out."""
        assert index == 0
        indent = node.get_first_leaf().prefix
        return parso.parse(f"{indent}pass\n")

    @classmethod
    def examples(cls) -> Iterable[Example]:
        """Show what is left out, and what is not."""
        return (
            Example("if x:\n    check(x)\n", "if x:\n    pass\n"),
            Example("if x:\n    raise y\n", "if x:\n    pass\n"),
            Example("def f():\n    x.y = 1\n", "def f():\n    pass\n"),
        )

    def _matters(self, statement: Any) -> bool:
        if statement.type in self._LEFT_OUT:
            return True
        if statement.type == "expr_stmt":
            # Without a plain name the rest would only fail; an attribute or an item is a state.
            return statement.children[0].type in {"atom_expr", "power"}
        if statement.type == "keyword":
            return statement.value == "return"
        return statement.type in {"atom_expr", "power", "await_expr"}


class LeaveOutItem(Operator):
    """Leave one item out of a tuple, list, set or dict, or one member out of a union."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        """Yield each item of a display, as often as it has items."""
        for item in self._items(node):
            yield item[0].start_pos, item[-1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Leave out the item and the comma behind it, or the one before it at the end."""
        item = self._items(node)[index]
        first = node.children.index(item[0])
        last = node.children.index(item[-1])
        if last + 1 < len(node.children):
            last += 1
        elif first and len(self._items(node)) > 2:  # a pair keeps its comma
            first -= 1
        del node.children[first : last + 1]
        return node

    @classmethod
    def examples(cls) -> Iterable[Example]:
        """Show a table that loses a row, at its beginning and at its end."""
        return (
            Example("x = {1, 2, 3}", "x = { 2, 3}"),
            Example("x = {1, 2, 3}", "x = {1, 2}", occurrence=2),
            Example("x = {1: 2, 3: 4}", "x = { 3: 4}"),
        )

    def _items(self, node: Any) -> list[list[Any]]:
        """Return the nodes of each item of a display that has more than one."""
        if node.type not in {"testlist_comp", "dictorsetmaker", "testlist"}:
            return []
        if any(child.type in {"comp_for", "sync_comp_for"} for child in node.children):
            return []
        items: list[list[Any]] = [[]]
        for child in node.children:
            if child.type == "operator" and child.value == ",":
                items.append([])
            else:
                items[-1].append(child)
        items = [item for item in items if item]
        return items if len(items) > 1 else []


class CatchLess(Operator):
    """Let an `except` clause catch nothing, or a union in `isinstance` lack a member."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        """Yield what is caught, and each member of a union that is asked for."""
        if node.type == "except_clause":
            yield node.children[1].start_pos, node.children[1].end_pos
        elif self._is_asked_for(node):
            for child in node.children[::2]:
                yield child.start_pos, child.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Catch nothing, or leave the member out with the bar beside it."""
        if node.type == "except_clause":
            node.children[1] = parso.parse(" ()")
        else:
            first = max(2 * index - 1, 0)
            del node.children[first : first + 2]
        return node

    @classmethod
    def examples(cls) -> Iterable[Example]:
        """Show both."""
        return (
            Example("try: a\nexcept b.C: d", "try: a\nexcept (): d"),
            Example("isinstance(a, B | C)", "isinstance(a, C)"),
            Example("isinstance(a, B | C)", "isinstance(a, B)", occurrence=1),
        )

    def _is_asked_for(self, node: Any) -> bool:
        if node.type not in {"expr", "arith_expr"} or node.children[1].value != "|":
            return False
        call = node.parent and node.parent.parent and node.parent.parent.parent
        return bool(call) and call.children[0].get_code().strip() == "isinstance"


class Membership(Operator):
    """Turn `in` into `not in`, and back."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        """Yield each test of membership."""
        for child in self._tests(node):
            yield child.start_pos, child.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        """Negate it."""
        child = self._tests(node)[index]
        other = " in" if child.type == "comp_op" else " not in"
        node.children[node.children.index(child)] = parso.parse(other)
        return node

    @classmethod
    def examples(cls) -> Iterable[Example]:
        """Show both."""
        return (
            Example("x = a in b", "x = a not in b"),
            Example("x = a not in b", "x = a in b"),
        )

    def _tests(self, node: Any) -> list[Any]:
        if node.type != "comparison":
            return []
        return [
            child
            for child in node.children[1::2]
            if child.get_code().split() in (["in"], ["not", "in"])
        ]


OWN: Final[Sequence[type[Operator]]] = (LeaveOutStatement, LeaveOutItem, CatchLess, Membership)


@dataclass(frozen=True, slots=True)
class Mutant:
    """Hold one broken version of a module.

    `line` counts from 1, `height` is how many lines differ, `code` is the whole module.
    """

    module: str
    operator: str
    line: int
    height: int
    before: str
    after: str
    code: str

    @property
    def change(self) -> tuple[str, str, str]:
        """Name the change, whatever line it has moved to."""
        return self.module, self.before, self.after


def _operators() -> Iterator[tuple[str, Operator]]:
    names = [
        *(f"ReplaceComparisonOperator_{each}" for each in COMPARISONS),
        *(f"ReplaceBinaryOperator_{each}" for each in CALCULATIONS),
        *OTHERS,
    ]
    for name in names:
        yield name, get_operator(f"core/{name}")()
    for own in OWN:
        yield own.__name__, own()


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Yield every version of this module that is broken in one place, each once."""
    seen = {source}
    for name, operator in _operators():
        tree = get_ast(source)
        places = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        for occurrence in range(len(places)):
            code = mutate_code(source, operator, occurrence)
            if code is None or code in seen or not _is_python(code):
                continue
            seen.add(code)
            yield _mutant(module, name, source.splitlines(), code)


def _is_python(code: str) -> bool:
    try:
        compile(code, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _mutant(module: str, operator: str, old: list[str], code: str) -> Mutant:
    """Name what stood between the first and the last line that differ, and what stands there."""
    new = code.splitlines()
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    told = [" ".join(line.strip() for line in lines) for lines in (before, after)]
    return Mutant(module, operator, head + 1, max(len(before), 1), told[0], told[1], code)
