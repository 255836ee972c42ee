"""Looks live in one file: no colour and no size of letters stands in the code by itself."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import explainer
from explainer.files import resource_folder

HOUSE = Path(explainer.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))

LITERAL_COLOURS = {
    "theme.py": {"#000000", "#FFFFFF"},  # black and white, the same in every theme
}
"""Files that may name a colour, and which."""
LITERAL_SIZES = {
    "slide/unlock.py": {"width"},  # of letters of one px, to be multiplied
    "views/fonts.py": {"setPixelSize"},  # of the faces that everything is measured with
}
"""Files that may give letters a size of their own, and what they call."""
WITHOUT_TOKEN = {"transparent"}
"""Colours of Qt's own that paint nothing."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|hsv)\(")
SIZED: Mapping[str, tuple[int, str]] = {
    "Look": (0, "size"),
    "TextLine": (3, "size"),
    "balanced": (2, "size"),
    "button": (3, "size"),
    "fitted": (1, "size"),
    "headline": (2, "least"),
    "line": (3, "size"),
    "line_width": (2, "size"),
    "lines": (1, "size"),
    "setPixelSize": (0, ""),
    "setPointSize": (0, ""),
    "setPointSizeF": (0, ""),
    "width": (2, "size"),
}
"""What takes a size of letters: at which place, and under which name."""


def place(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def said(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield every text of a file that is no docstring."""
    explains = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if isinstance(node, ast.Constant) and text and id(node) not in explains:
            yield node


def colours(source: str) -> set[str]:
    """Return the colours that stand in a file, as texts or as names that Qt has for them."""
    tree = ast.parse(source)
    found = {it for text in said(tree) for it in _COLOUR.findall(str(text.value))}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if isinstance(node.value, ast.Attribute) and node.value.attr == "GlobalColor":
            found |= {node.attr} - WITHOUT_TOKEN
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in ("QColor", "QBrush", "QPen"):
            found |= {
                str(it.value)
                for it in node.args[:1]
                if isinstance(it, ast.Constant) and it.value is not None
            }
    return found


def sizes(source: str) -> set[str]:
    """Return what is given a size of letters that stands in the file itself."""
    tree = ast.parse(source)
    own = dict(_constants(tree))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(re.findall(r"font-size: *[0-9]", node.value))
        if not isinstance(node, ast.Call) or _name(node) not in SIZED:
            continue
        at, name = SIZED[_name(node)]
        given = [*node.args[at : at + 1], *(it.value for it in node.keywords if it.arg == name)]
        if any(_is_number(it, own) for it in given):
            found.add(_name(node))
    return found


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a file gives to values at its top."""
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value
        if isinstance(node, ast.Assign):
            (target,) = node.targets
            if isinstance(target, ast.Name):
                yield target.id, node.value
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for name, value in zip(target.elts, node.value.elts, strict=True):
                    if isinstance(name, ast.Name):
                        yield name.id, value


def _is_number(node: ast.expr, own: Mapping[str, ast.expr]) -> bool:
    """Tell whether a value is a number written in the file, or a share of a slide's height."""
    match node:
        case ast.Constant(value=bool()):
            return False
        case ast.Constant(value=int() | float()):
            return True
        case ast.Name(id=name) if name in own:
            return _is_number(own[name], {})
        case ast.BinOp(left=left, right=right):
            return _is_number(left, own) and _is_number(right, own)
        case ast.Call(func=ast.Attribute(attr="share"), args=[part]):
            return _is_number(part, own)
        case _:
            return False


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_colour_stands_in_the_code(path: Path) -> None:

    assert colours(path.read_text("utf-8")) <= LITERAL_COLOURS.get(place(path), set())


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_size_of_letters_stands_in_the_code(path: Path) -> None:

    assert sizes(path.read_text("utf-8")) <= LITERAL_SIZES.get(place(path), set())


@pytest.mark.parametrize(
    "source",
    [
        'a = "#1D74B0"',
        'sheet = f"color: #fff; {x}"',
        'sheet = "background: rgb(1, 2, 3)"',
        "QColor(12, 13, 14)",
        "fill(Qt.GlobalColor.red)",
    ],
)
def test_a_colour_in_the_code_would_be_seen(source: str) -> None:

    assert colours(source)
    assert not colours('"""Like #1D74B0."""\nfill(Qt.GlobalColor.transparent)\nQColor(ink)')


@pytest.mark.parametrize(
    "source",
    [
        "Look(15.0)",
        "_SMALL = 13\nLook(size=_SMALL)",
        "_A, _B = 13.0, 14.0\nruler.width(text, face, _B - 2)",
        "sheet.fitted(spans, sheet.share(0.03), room, 2)",
        "font.setPixelSize(16)",
        'sheet = "QMenu { font-size: 16px; }"',
    ],
)
def test_a_size_in_the_code_would_be_seen(source: str) -> None:

    assert sizes(source)
    assert not sizes('Look(window_type("ui"))\nsheet.fitted(spans, sheet.type("body"), 3.0, 2)')


def test_no_exception_is_named_that_nothing_needs() -> None:
    for allowed, find in ((LITERAL_COLOURS, colours), (LITERAL_SIZES, sizes)):
        for name, what in allowed.items():
            assert find((HOUSE / name).read_text("utf-8")) == what


def test_icons_have_no_colour_of_their_own() -> None:
    drawings = set((resource_folder() / "icons").glob("*.svg"))
    # The desktop shows the app's mark by itself, and knows no theme of ours.
    for path in drawings - {resource_folder() / "icons" / "app.svg"}:
        assert not _COLOUR.findall(path.read_text("utf-8")), path.name


def test_a_narrow_panel_has_no_letters_that_are_larger_or_below_the_least() -> None:
    tokens = json.loads((resource_folder() / "tokens.json").read_text("utf-8"))
    usual, narrow = tokens["type_window"], tokens["type_window_narrow"]

    for name in narrow.keys() - {"unit"}:
        assert usual["floor"] <= narrow[name] <= usual[name]
