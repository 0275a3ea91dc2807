"""Find what members would read in one language alone: words in the code beside the catalogues."""

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final

SENTENCE: Final = re.compile(
    r"[^\W\d_]{2,}[^\w\n]* [^\w\n]*[\w{]"  # a word and what follows it
    r"|[\w}][^\w\n]* [^\w\n]*[^\W\d_]{2,}"  # a word and what is before it
    r"|[^\W\d_a-zA-Z]"  # a letter that English has not
)
WORD: Final = re.compile(r"[^\W\d_]")

SHOWS_ITS_FIRST: Final = {
    "Label",
    "PlainText",
    "SelectOption",
    "TextDisplay",
    "line",
    "locale_str",
    "send",
    "send_message",
}
"""What shows members the first thing that it is given."""

SHOWN: Final = {"content", "description", "label", "placeholder", "text", "title"}
"""By which name something is given to be shown, whoever takes it."""

NAMES: Final = {"Choice", "ContextMenu", "Group", "command", "create_thread"}
"""What shows members the `name` that it is given."""

NOT_FOR_MEMBERS: Final = {"cast", "log", "logging", "re", "warnings"}
"""What keeps words for programmers and operators: functions, and modules of such."""

Parents = Mapping[ast.AST, ast.AST]


def words_in_code(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each string that a member may come to read.

    That is what reads like a sentence, wherever it stands, but for docstrings, logs, and what an
    exception tells a programmer; and be it one word, what is given to where Discord shows it. A
    value in an f-string is written as {}.
    """
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    raised = {
        name.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        for name in ast.walk(node)
        if isinstance(name, ast.Name)
    }
    for node in ast.walk(tree):
        words = _words(node, parents)
        if words is None or not WORD.search(words) or _is_for_others(node, parents, raised):
            continue
        if SENTENCE.search(words) or _is_shown(node, parents):
            yield getattr(node, "lineno", 0), words


def _words(node: ast.AST, parents: Parents) -> str | None:
    """Return what a string says, if this is a whole one."""
    if isinstance(parents.get(node), ast.JoinedStr | ast.FormattedValue):
        return None
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [each.value if isinstance(each, ast.Constant) else "{}" for each in node.values]
        return "".join(map(str, parts))
    return None


def _is_for_others(node: ast.AST, parents: Parents, raised: set[str]) -> bool:
    """Tell whether only who reads the code or the logs reads this."""
    if isinstance(parents[node], ast.Expr):
        return True  # a docstring
    while node in parents:
        child, node = node, parents[node]
        match node:
            case ast.Raise() | ast.arg() | ast.keyword(arg="detail"):
                return True
            case ast.Assign(targets=[ast.Name(id=name)]) if name in raised:
                return True
            case ast.Call(func=function) if _root(function) in NOT_FOR_MEMBERS:
                return True
            case ast.AnnAssign(annotation=annotation) if annotation is child:
                return True
            case _:
                pass
    return False


def _is_shown(node: ast.AST, parents: Parents) -> bool:
    """Tell whether a string is given to where Discord shows it, as it is or as one of two."""
    child = node
    while isinstance(parents.get(child), ast.IfExp | ast.BoolOp | ast.BinOp):
        child = parents[child]
    match parents.get(child):
        case ast.keyword(arg=argument) as keyword:
            call = parents[keyword]
            named = isinstance(call, ast.Call) and _leaf(call.func) in NAMES
            return argument in SHOWN or (argument == "name" and named)
        case ast.Call(func=function, args=[first, *_]):
            return first is child and _leaf(function) in SHOWS_ITS_FIRST
        case _:
            return False


def _leaf(function: ast.expr) -> str:
    """Return the last part of a function's name, without what stands in brackets."""
    while isinstance(function, ast.Subscript):
        function = function.value
    return ast.unparse(function).rpartition(".")[2]


def _root(function: ast.expr) -> str:
    """Return the first part of a function's name."""
    return ast.unparse(function).partition(".")[0].partition("[")[0]
