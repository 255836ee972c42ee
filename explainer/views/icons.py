"""The drawings of `resources/icons` as Qt paths.

The files are plain outlines on a grid of 24 units; reading them here spares the import of Qt's
SVG module at every start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from math import atan2, degrees, hypot, sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from explainer.files import resource_folder

GRID = 24
"""Units of an icon's side."""
_OUTLINE = re.compile(r'\sd="([^"]+)"')
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


@lru_cache(maxsize=512)
def icon_path(name: str, size: float) -> QPainterPath:
    """Return an icon as lines about its centre at 0, 0; never change it.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    scale = size / GRID
    move = QTransform.fromTranslate(-size / 2, -size / 2).scale(scale, scale)
    return move.map(_drawing(name))


@cache
def _drawing(name: str) -> QPainterPath:
    text = (resource_folder() / "icons" / f"{name}.svg").read_text("utf-8")
    path = QPainterPath()
    for outline in _OUTLINE.findall(text):
        _draw(path, outline)
    return path


def _draw(path: QPainterPath, outline: str) -> None:
    """Add an SVG outline to `path`: the commands M L H V C A Z, absolute or relative."""
    x = y = 0.0
    for command, relative, numbers in _commands(outline):
        dx, dy = (x, y) if relative else (0.0, 0.0)
        match command, numbers:
            case "Z", _:
                path.closeSubpath()
                end = path.currentPosition()
                x, y = end.x(), end.y()
            case "H", [to_x]:
                x = to_x + dx
                path.lineTo(x, y)
            case "V", [to_y]:
                y = to_y + dy
                path.lineTo(x, y)
            case "M", [to_x, to_y]:
                x, y = to_x + dx, to_y + dy
                path.moveTo(x, y)
            case "L", [to_x, to_y]:
                x, y = to_x + dx, to_y + dy
                path.lineTo(x, y)
            case "C", [x1, y1, x2, y2, to_x, to_y]:
                x, y = to_x + dx, to_y + dy
                path.cubicTo(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x, y)
            case "A", [radius, _, _, large, sweep, to_x, to_y]:
                x, y = to_x + dx, to_y + dy
                _arc(path, QPointF(x, y), radius, large=bool(large), clockwise=bool(sweep))


def _commands(outline: str) -> Iterator[tuple[str, bool, list[float]]]:
    """Return each command in capitals, whether it counts from where the pen is, and its numbers."""
    tokens = _TOKEN.findall(outline)
    command, place = "M", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        count = _ARGUMENTS[command.upper()]
        yield command.upper(), command.islower(), [float(t) for t in tokens[place : place + count]]
        place += count
        # Further pairs after "move to" are lines.
        command = {"M": "L", "m": "l"}.get(command, command)


def _arc(path: QPainterPath, end: QPointF, radius: float, *, large: bool, clockwise: bool) -> None:
    """Add a part of a circle from where the pen is to `end`."""
    begin = path.currentPosition()
    way = end - begin
    chord = hypot(way.x(), way.y())
    radius = max(radius, chord / 2)
    height = sqrt(radius**2 - (chord / 2) ** 2) * (1 if large != clockwise else -1)
    centre = (begin + end) / 2 + QPointF(-way.y(), way.x()) * (height / chord)
    first, last = (degrees(atan2(p.y() - centre.y(), p.x() - centre.x())) for p in (begin, end))
    turn = (last - first) % 360 if clockwise else -((first - last) % 360)
    corner = QPointF(radius, radius)
    # Qt counts angles against the clock.
    path.arcTo(QRectF(centre - corner, centre + corner), -first, -turn)
