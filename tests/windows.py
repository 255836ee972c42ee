"""A whole window as one picture: all that its parts show, where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from lectures import Lecture, shown
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from explainer.picture import Box, Clip, Hit, Picture, Shape, placed
from explainer.views.canvas import Canvas
from explainer.views.dialogs import Spread
from explainer.views.panel import Panel
from explainer.views.sheet import Sheet


def seen_picture(told: Lecture) -> Picture:
    """Return what is seen in the window, from back to front.

    What Qt itself paints is left out, scroll bars and words in fields, and the small slides of the
    overview.
    """
    window = told.window
    shapes: list[Shape] = []
    hits: list[Hit] = []
    for widget in _widgets(window):
        seen = widget.visibleRegion().boundingRect()
        if seen.isEmpty():
            continue
        at = widget.mapTo(window, QPoint())
        own, own_hits = placed(_own(widget), at.x(), at.y())
        seen.translate(at)
        shapes.append(Clip(seen.x(), seen.y(), seen.width(), seen.height(), own))
        hits += own_hits
    whole = (float(window.width()), float(window.height()))
    return Picture(*whole, tuple(shapes), tuple(hits), "surface")


def _widgets(owner: QWidget) -> Iterator[QWidget]:
    """Yield what is seen in `owner`, the topmost last."""
    for child in owner.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            yield from _widgets(child)


def _own(widget: QWidget) -> Picture:
    """Return what `widget` itself shows, px from its corner, its ground as a box."""
    match widget:
        case Canvas():
            frame = widget.frame
            shapes, hits = placed(shown(widget), frame.dx, frame.dy, frame.factor)
            return _grounded(widget, Picture(0, 0, shapes, hits, "background"))
        case Sheet():
            return _grounded(widget, widget.picture)
        case Spread():
            return _grounded(widget, Picture(0, 0, ground="background"))
        case Panel():
            return _grounded(widget, Picture(0, 0, ground="surface"))
        case _:
            # A chart shows a picture too; its module brings a library that a map does not need.
            chart = getattr(widget, "shown", None)
            return chart if isinstance(chart, Picture) else Picture(0, 0)


def _grounded(widget: QWidget, picture: Picture) -> Picture:
    if not picture.ground:
        return picture
    ground = Box(0, 0, widget.width(), widget.height(), fill=picture.ground)
    return replace(picture, shapes=(ground, *picture.shapes))
