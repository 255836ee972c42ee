"""A map as it is drawn, whatever part of it is seen and whatever the pointer is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from explainer.canvas.sketch import Sketch
from explainer.paths import Point
from explainer.picture import Picture, Shape
from explainer.schema import ModelId


class Pin(Struct, frozen=True):
    """How a group of words keeps its size: it grows less than the map, about a point of it."""

    x: float
    y: float
    size: float
    """Of its smallest letters, px of the map."""
    since: float = 0.0
    """The magnification from which on it is shown."""
    until: float = float("inf")
    """The magnification at which something fuller takes its place."""


class Details(Struct, frozen=True, eq=False):
    """What there is only room for near by."""

    shapes: tuple[Shape, ...]
    pins: Mapping[str, Pin]
    """Of these, and anew of the words whose place they take."""


class Plan(Struct, frozen=True, eq=False):
    """The drawing behind the pictures of one map: the same whatever the camera looks at."""

    picture: Picture
    pins: Mapping[str, Pin]
    """By id of the shapes that are words."""
    sketch: Sketch
    strand: float
    """Width of a strand, px of the map."""
    name: float
    """Size of a name, px of the map."""
    closest: float
    """The largest zoom."""
    details: Callable[[], Details]
    """Worked out when somebody comes near; remembers it."""
    vast: bool = False
    """Far away the sketch takes the place of the picture, which would cost too much."""
    stations: Mapping[ModelId, Point] = {}
    """The centres of models, px of the map."""
