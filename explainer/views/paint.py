"""Paints a picture: the same on screen, in the hall and in an export."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from explainer.picture import (
    ArcTo,
    Box,
    Clip,
    Icon,
    Ink,
    LineTo,
    Move,
    MoveTo,
    Picture,
    Shape,
    TextLine,
    Trace,
)
from explainer.state import ThemeName
from explainer.views.icons import GRID, icon_path
from explainer.views.style import ink_colour
from explainer.views.text import draw_line

HAIRLINE = 1.5
"""px up to which a straight line stands on whole pixels of the device."""
_TOUCH = 0.01
"""px between two ends that are meant to be one."""
_DOT = 0.001
"""Stroke widths between a dot's round ends."""
Colours = Callable[[Ink], QColor]


def paint(
    painter: QPainter, picture: Picture, theme: ThemeName, *, clip: QRectF | None = None
) -> None:
    """Paint `picture` from back to front; shapes that do not touch `clip` may be left out."""
    colours: Colours = partial(ink_colour, theme)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if picture.ground:
        painter.fillRect(QRectF(0, 0, picture.width, picture.height), colours(picture.ground))
    _paint_shapes(painter, picture.shapes, colours, clip)
    painter.restore()


def paint_some(
    painter: QPainter, picture: Picture, theme: ThemeName, first: int, seconds: float
) -> int:
    """Paint shapes of `picture` from number `first` on for about so long; return the next one.

    The ground is left to the caller.
    """
    colours: Colours = partial(ink_colour, theme)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    until = monotonic() + seconds
    for place in range(first, len(picture.shapes)):
        _paint_shapes(painter, picture.shapes[place : place + 1], colours, None)
        if monotonic() > until:
            return place + 1
    return len(picture.shapes)


def paint_faded(painter: QPainter, shape: Shape, theme: ThemeName, opacity: float) -> None:
    """Paint one shape, `opacity` of it."""
    if opacity <= 0.0:
        return
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setOpacity(opacity)
    _paint_shapes(painter, (shape,), partial(ink_colour, theme), None)
    painter.restore()


def _paint_shapes(
    painter: QPainter, shapes: tuple[Shape, ...], colours: Colours, clip: QRectF | None
) -> None:
    for shape in shapes:
        match shape:
            case TextLine():
                if clip is None or _line_touches(shape, clip):
                    draw_line(painter, shape, colours)
            case Box():
                if clip is None or _box_touches(shape, clip):
                    _paint_box(painter, shape, colours)
            case Trace():
                _paint_trace(painter, shape, colours)
            case Icon():
                if clip is None or _icon_touches(shape, clip):
                    _paint_icon(painter, shape, colours)
            case Clip(x, y, width, height, inner):
                window = QRectF(x, y, width, height)
                painter.save()
                painter.setClipRect(window, Qt.ClipOperation.IntersectClip)
                _paint_shapes(painter, inner, colours, window if clip is None else window & clip)
                painter.restore()


def trace_path(moves: tuple[Move, ...]) -> QPainterPath:
    """Return the outline that `moves` describe."""
    path = QPainterPath()
    for move in moves:
        match move:
            case MoveTo(x, y):
                path.moveTo(x, y)
            case LineTo(x, y):
                path.lineTo(x, y)
            case ArcTo():
                _bend(path, move)
    return path


def _bend(path: QPainterPath, arc: ArcTo) -> None:
    """Add an arc as curves that begin where the pen is.

    Qt's own `arcTo` draws a line to where the arc begins. It is shorter than rounding errors, but
    a wide pen makes a wedge of it.
    """
    pieces = max(1, math.ceil(abs(arc.sweep) / 90))
    step = math.radians(arc.sweep / pieces)
    reach = 4 / 3 * math.tan(step / 4) * arc.radius
    angle = math.radians(arc.start)
    x, y = arc.cx + arc.radius * math.cos(angle), arc.cy + arc.radius * math.sin(angle)
    if path.elementCount() == 0:
        path.moveTo(x, y)
    elif math.dist((path.currentPosition().x(), path.currentPosition().y()), (x, y)) > _TOUCH:
        path.lineTo(x, y)
    for _ in range(pieces):
        out_x, out_y = x - reach * math.sin(angle), y + reach * math.cos(angle)
        angle += step
        x, y = arc.cx + arc.radius * math.cos(angle), arc.cy + arc.radius * math.sin(angle)
        in_x, in_y = x + reach * math.sin(angle), y - reach * math.cos(angle)
        path.cubicTo(out_x, out_y, in_x, in_y, x, y)


def _paint_box(painter: QPainter, box: Box, colours: Colours) -> None:
    frame = QRectF(box.x, box.y, box.width, box.height)
    thin = box.stroke_width if box.stroke else min(box.width, box.height)
    if thin <= HAIRLINE:
        frame = _on_pixels(
            painter.combinedTransform(), frame, box.stroke_width if box.stroke else 0
        )
    if box.fill:
        fill = colours(box.fill)
        if box.opacity < 1.0:
            fill = QColor(fill)
            fill.setAlphaF(box.opacity)
        painter.setBrush(fill)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if box.stroke and box.stroke_width > 0:
        painter.setPen(_box_pen(box, colours))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    if box.radius > 0:
        radius = min(box.radius, box.width / 2, box.height / 2)
        painter.drawRoundedRect(frame, radius, radius)
    else:
        painter.drawRect(frame)


def _box_pen(box: Box, colours: Colours) -> QPen:
    pen = QPen(colours(box.stroke), box.stroke_width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if box.dash:
        dots = box.dash[0] == 0
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dots else Qt.PenCapStyle.FlatCap)
        # Qt leaves out a dash without length, and with it the dot.
        pen.setDashPattern([max(length, _DOT) for length in box.dash])
    return pen


def _on_pixels(transform: QTransform, frame: QRectF, stroke: float) -> QRectF:
    """Return `frame` moved by less than a pixel, so that its edges are sharp on the device."""
    if transform.isRotating() or not transform.m11():
        return frame
    scale, dx, dy = transform.m11(), transform.dx(), transform.dy()
    shift = 0.5 if round(stroke * scale) % 2 else 0.0

    def snap(value: float, offset: float) -> float:
        return (round(value * scale + offset - shift) + shift - offset) / scale

    left, top = snap(frame.left(), dx), snap(frame.top(), dy)
    pixel = 1 / scale
    least = 0.0 if stroke else pixel
    width = max(snap(frame.right(), dx) - left, least)
    height = max(snap(frame.bottom(), dy) - top, least)
    return QRectF(left, top, width, height)


def _paint_trace(painter: QPainter, trace: Trace, colours: Colours) -> None:
    if trace.fill:
        painter.fillPath(_closed(trace), colours(trace.fill))
    if not trace.stroke or trace.width <= 0:
        return
    pen = QPen(colours(trace.stroke), trace.width)
    round_cap = trace.cap == "round"
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_cap else Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if trace.closed:
        painter.drawPath(_closed(trace))
        return
    # Straight pieces one by one and every bend for itself: a wide pen along one long path of
    # many pieces takes Qt many times longer.
    straight: list[QLineF] = []
    dots: list[QPointF] = []
    for part in _parts(trace.moves):
        match part:
            case (MoveTo(x0, y0), LineTo(x1, y1)) if x0 == x1 and y0 == y1:
                dots.append(QPointF(x0, y0))
            case (MoveTo(x0, y0), LineTo(x1, y1)):
                straight.append(QLineF(x0, y0, x1, y1))
            case _:
                painter.drawPath(trace_path(part))
    if straight:
        painter.drawLines(straight)
    if dots and round_cap:
        painter.drawPoints(dots)


def _closed(trace: Trace) -> QPainterPath:
    path = trace_path(trace.moves)
    if trace.closed:
        path.closeSubpath()
    return path


def _parts(moves: tuple[Move, ...]) -> Iterator[tuple[Move, ...]]:
    """Return the pieces between which the pen is lifted."""
    begin = 0
    for place, move in enumerate(moves):
        if place > begin and isinstance(move, MoveTo):
            yield moves[begin:place]
            begin = place
    if begin < len(moves):
        yield moves[begin:]


def _paint_icon(painter: QPainter, icon: Icon, colours: Colours) -> None:
    if not icon.ink:
        return
    pen = QPen(colours(icon.ink), icon.stroke * icon.size / GRID)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    at = QPointF(icon.x, icon.y)
    painter.translate(at)
    painter.strokePath(icon_path(icon.name, icon.size), pen)
    painter.translate(-at)


def _box_touches(box: Box, clip: QRectF) -> bool:
    out = box.stroke_width
    return (
        box.x - out <= clip.right()
        and box.x + box.width + out >= clip.left()
        and box.y - out <= clip.bottom()
        and box.y + box.height + out >= clip.top()
    )


def _line_touches(line: TextLine, clip: QRectF) -> bool:
    """Return whether the line's height is in `clip`; its length would have to be measured."""
    return line.y - 1.4 * line.size <= clip.bottom() and line.y + 0.6 * line.size >= clip.top()


def _icon_touches(icon: Icon, clip: QRectF) -> bool:
    return clip.adjusted(-icon.size, -icon.size, icon.size, icon.size).contains(icon.x, icon.y)
