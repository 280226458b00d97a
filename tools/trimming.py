"""Trims plotly.js: removes the kinds of traces that no chart here draws, which leaves less than a quarter of it.

All of it (4.8 MB) is what a browser would fetch, read and compile before a first chart, four fifths of it for maps,
three dimensions and forty kinds of marks. plotly.js comes as one file of modules, each a function that runs when
another first asks for it; its last module registers the kinds of marks. That list is cut down to those wanted, and
what nothing names any more is left out. Nothing else is changed, so what is left does what it did.

This is done while the package is built or installed (``hatch_build.py``), by a parser of JavaScript, never while the
dashboard runs. What esbuild's bundles look like is read off plotly.js 4.1; anything unlike it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

TRACES: Final = frozenset({"bar"})
"""The kinds of marks that charts here draw, beside ``scatter``, which is always there."""

_LANGUAGE: Final = Language(tree_sitter_javascript.language())
_NAMES: Final = Query(
    _LANGUAGE, "[(identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern)] @name"
)
_REGISTERS: Final = re.compile(rb"\.register\(\[((?:[\w$]+\(\),?)+)\]\)")
_HANDS_ON: Final = re.compile(rb"\.exports=([\w$]+)\(\)")
_KIND: Final = re.compile(rb'moduleType:"trace",name:"(\w+)"')
_MODULES: Final = 10
"""A function with more statements than this is the one that holds the modules; those around it have a few."""


class NotUnderstood(ValueError):
    """The file is no bundle of the form that is known. The message says what was not found, or what was found."""


@dataclass
class _Part:
    """One declaration, or one statement that fills what another declares: ``name``."""

    name: bytes
    text: bytes
    names: set[bytes]
    """What it refers to, by every name in it; local ones may be among them, which keeps too much, never too little."""
    opening: bytes
    """What it begins with, ``var`` or nothing, which the parts of one statement share."""
    statement: int
    """Where in the file that statement begins."""


def trimmed(source: bytes, traces: Collection[str] = TRACES) -> bytes:
    """``source`` (a built plotly.js, UTF-8) with ``scatter`` and ``traces`` as its only kinds of marks.

    Raises:
        NotUnderstood: the file has another form than the bundles that are known, or lacks one of ``traces``.
    """
    root = Parser(_LANGUAGE).parse(source).root_node
    if root.has_error:
        raise NotUnderstood("it is no JavaScript that the parser knows")
    block = _holder(root)
    *statements, last = block.named_children
    if last.type != "return_statement":
        raise NotUnderstood(f"its modules do not end with what they return: {_start(last)}")
    wrappers = {name for statement in statements for name in _wrappers(statement)}
    parts = [part for statement in statements for part in _parts(statement, wrappers)]
    _register_only(traces, parts)
    reached = _reached(_names(last), parts)
    kept = (list(group) for _, group in groupby(reached, key=lambda part: part.statement))
    written = b"".join(b"%s%s;" % (group[0].opening, b",".join(part.text for part in group)) for group in kept)
    return source[: statements[0].start_byte] + written + source[last.start_byte :]


def _holder(root: Node) -> Node:
    """The block of the function that holds the modules: the largest of what is in the largest, and so on."""
    node = root
    while node.type != "statement_block" or len(node.named_children) <= _MODULES:
        if not node.named_children:
            raise NotUnderstood("no function in it holds modules")
        node = max(node.named_children, key=lambda child: child.end_byte - child.start_byte)
    return node


def _wrappers(statement: Node) -> Iterator[bytes]:
    """The names of functions that only wrap the one they are given in another, to be run when it is asked for."""
    for declarator in statement.named_children if statement.type == "variable_declaration" else ():
        value = declarator.child_by_field_name("value")
        body = value.child_by_field_name("body") if value is not None and value.type == "arrow_function" else None
        if body is not None and body.type == "arrow_function":
            yield _name(declarator)


def _parts(statement: Node, wrappers: set[bytes]) -> Iterator[_Part]:
    """What a statement declares or fills. All of it may be left out where its name is not needed: to run it has no
    effect but on that name."""
    if statement.type == "function_declaration":
        yield _Part(_name(statement), _text(statement), _names(statement), b"", statement.start_byte)
    elif statement.type == "variable_declaration":
        for declarator in statement.named_children:
            value = declarator.child_by_field_name("value")
            if value is not None and not _does_nothing(value, wrappers):
                raise NotUnderstood(f"a declaration that may do more: {_start(declarator)}")
            yield _Part(_name(declarator), _text(declarator), _names(declarator), b"var ", statement.start_byte)
    elif statement.type == "expression_statement":
        call = statement.named_children[0]
        arguments = call.child_by_field_name("arguments")
        if arguments is None or not _fills(arguments.named_children):
            raise NotUnderstood(f"a statement that may do more: {_start(statement)}")
        yield _Part(_text(arguments.named_children[0]), _text(call), _names(call), b"", statement.start_byte)
    elif statement.type not in ("comment", "empty_statement"):
        raise NotUnderstood(f"a statement of another kind, {statement.type}: {_start(statement)}")


def _does_nothing(value: Node, wrappers: set[bytes]) -> bool:
    """Whether to work out ``value`` has no effect: a function, an empty object, a property, or a wrapped module."""
    if value.type == "call_expression":
        called, arguments = value.child_by_field_name("function"), value.child_by_field_name("arguments")
        types = [child.type for child in arguments.named_children] if arguments is not None else []
        return called is not None and _text(called) in wrappers and types == ["arrow_function"]
    if value.type == "object":
        return not value.named_children
    return value.type in ("arrow_function", "function_expression", "member_expression")


def _fills(arguments: list[Node]) -> bool:
    """Whether a call gives a name its properties: ``f(name, {property: () => ...})``."""
    if [argument.type for argument in arguments] != ["identifier", "object"]:
        return False
    values = [pair.child_by_field_name("value") for pair in arguments[1].named_children]
    return all(value is not None and value.type == "arrow_function" for value in values)


def _register_only(traces: Collection[str], parts: list[_Part]) -> None:
    """Have the last module register ``traces`` alone, in the order that it had."""
    texts = {part.name: part.text for part in parts if part.opening}
    registering = [part for part in parts if _REGISTERS.search(part.text)]
    if len(registering) != 1:
        raise NotUnderstood(f"{len(registering)} modules register kinds of marks, not one")
    (part,) = registering
    listed = [call.removesuffix(b"()") for call in _REGISTERS.findall(part.text)[0].split(b",")]
    wanted = {module: kind for module in listed if (kind := _kind(module, texts)) in traces}
    if missing := sorted(set(traces) - set(wanted.values())):
        raise NotUnderstood(f"no module registers {', '.join(missing)}")
    calls = b",".join(module + b"()" for module in listed if module in wanted)
    part.text = _REGISTERS.sub(lambda _: b".register([" + calls + b"])", part.text)
    part.names -= set(listed) - set(wanted)


def _kind(module: bytes, texts: dict[bytes, bytes]) -> str | None:
    """The kind of marks of a module, or of the one whose exports it hands on."""
    seen: set[bytes] = set()
    while module in texts and module not in seen:
        seen.add(module)
        if found := _KIND.search(texts[module]):
            return found[1].decode()
        if not (handed := _HANDS_ON.search(texts[module])):
            break
        module = handed[1]
    return None


def _reached(names: set[bytes], parts: list[_Part]) -> list[_Part]:
    """The parts that ``names`` lead to, in their order."""
    by_name: dict[bytes, list[_Part]] = {}
    for part in parts:
        by_name.setdefault(part.name, []).append(part)
    reached: set[bytes] = set()
    todo = names & by_name.keys()
    while todo:
        reached |= todo
        todo = {name for found in todo for part in by_name[found] for name in part.names & by_name.keys()} - reached
    return [part for part in parts if part.name in reached]


def _names(node: Node) -> set[bytes]:
    return {_text(found) for found in QueryCursor(_NAMES).captures(node).get("name", [])}


def _name(declaration: Node) -> bytes:
    name = declaration.child_by_field_name("name")
    if name is None or name.type != "identifier":
        raise NotUnderstood(f"a declaration without a plain name: {_start(declaration)}")
    return _text(name)


def _text(node: Node) -> bytes:
    assert node.text is not None
    return node.text


def _start(node: Node) -> str:
    return _text(node)[:60].decode("utf-8", "replace")
