"""Paints a picture: the same on screen, in the hall and in an export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from explainer.picture import (
    Box,
    Clip,
    Icon,
    Ink,
    Later,
    Picture,
    Shape,
    TextLine,
    Trace,
)
from explainer.state import ThemeName
from explainer.views.icons import GRID, icon_path
from explainer.views.strokes import Kept, strokes_of, trace_path
from explainer.views.style import ink_colour
from explainer.views.text import draw_line

HAIRLINE = 1.5
"""px up to which a straight line stands on whole pixels of the device."""
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


def paint_shapes(
    painter: QPainter, shapes: Sequence[Shape], theme: ThemeName, kept: Kept | None = None
) -> None:
    """Paint shapes alone, from back to front, where the painter stands.

    What they are made of is taken from `kept`, or put there.
    """
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    _paint_shapes(painter, shapes, partial(ink_colour, theme), None, kept)


def _paint_shapes(
    painter: QPainter,
    shapes: Sequence[Shape],
    colours: Colours,
    clip: QRectF | None,
    kept: Kept | None = None,
) -> None:
    for shape in shapes:
        if clip is not None and not _touches(shape, clip):
            continue
        match shape:
            case TextLine():
                draw_line(painter, shape, colours)
            case Box():
                _paint_box(painter, shape, colours)
            case Trace():
                _paint_trace(painter, shape, colours, kept)
            case Icon():
                _paint_icon(painter, shape, colours)
            case Clip():
                _paint_clip(painter, shape, colours, clip)
            case Later():
                _paint_shapes(painter, shape.make(), colours, clip, kept)


def _paint_clip(painter: QPainter, part: Clip, colours: Colours, clip: QRectF | None) -> None:
    window = QRectF(part.x, part.y, part.width, part.height)
    painter.save()
    painter.setClipRect(window, Qt.ClipOperation.IntersectClip)
    _paint_shapes(painter, part.shapes, colours, window if clip is None else window & clip)
    painter.restore()


def _touches(shape: Shape, clip: QRectF) -> bool:
    """Return whether a shape may be seen in `clip`."""
    match shape:
        case TextLine():
            return _line_touches(shape, clip)
        case Box():
            return _box_touches(shape, clip)
        case Icon():
            return _icon_touches(shape, clip)
        case Later(x, y, width, height):
            return clip.intersects(QRectF(x, y, width, height))
        case _:
            return True


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


def _paint_trace(painter: QPainter, trace: Trace, colours: Colours, kept: Kept | None) -> None:
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
    strokes = strokes_of(trace, kept)
    for path in strokes.bends:
        painter.drawPath(path)
    if strokes.straight:
        painter.drawLines(strokes.straight)
    if strokes.dots and round_cap:
        painter.drawPoints(strokes.dots)


def _closed(trace: Trace) -> QPainterPath:
    path = trace_path(trace.moves)
    if trace.closed:
        path.closeSubpath()
    return path


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
