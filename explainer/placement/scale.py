"""The sizes of a map's parts: on a slide of any size, and on a canvas."""

from __future__ import annotations

from math import inf

from msgspec import Struct

from explainer.theme import number


class Scale(Struct, frozen=True):
    """The sizes of a map's parts, px."""

    strand: float
    """Width of one strand; the unit of all that is called `w` in the tokens."""
    name: float
    date: float
    """Under a name; 0 where the axis alone tells dates."""
    label: float
    """Of a method beside its badge."""
    axis: float
    callout: float
    badge: float
    """Radius."""
    edge: float
    """Room at the four sides of the box."""
    widest_name: float = inf
    """px; longer names of models end in an ellipsis."""

    @property
    def pitch(self) -> float:
        """From lane to lane."""
        return self.strand * (1 + number("strand", "gap"))

    @property
    def half_height(self) -> float:
        """Of a station."""
        return self.strand * number("node", "half_height")

    @property
    def radius(self) -> float:
        """Of a corner, on the centre line."""
        return self.strand * number("strand", "radius")

    @property
    def name_foot(self) -> float:
        """From a station's centre down to the foot of its name, and of its date."""
        return self.name * 0.42 + self.date * 1.5

    @property
    def head(self) -> float:
        """From the centre line of a row up to the head of its names and stations."""
        return max(self.half_height, self.name * 0.48)

    @property
    def pill(self) -> float:
        """From the centre line of a row up and down to the edge of a selected name's ground."""
        return self.name * 0.6

    @property
    def stub(self) -> float:
        """Above a station: the strand from a base that nobody named, and its question mark."""
        return self.half_height + self.strand * 2 + self.name * 1.1


_CROWDED = 6
"""Rows; a longer lineage has thinner strands and smaller badges, so that names keep their size."""


_NARROW = 1.5
"""Width to height of a slide; on a narrower one names are a little smaller."""


def slide_scale(width: float, height: float, rows: int) -> Scale:
    """Return the sizes on a slide of `width` x `height` px, for a lineage of `rows` rows."""
    crowded, narrow = rows > _CROWDED, width < height * _NARROW
    return Scale(
        strand=number("strand", "width_slide") * height * (0.92 if crowded else 1.0),
        name=number("type_slide", "model_name") * height * (0.935 if narrow else 1.0),
        date=0.0,
        label=number("type_slide", "method_label") * height,
        axis=number("type_slide", "axis") * height,
        callout=number("type_slide", "note_at_node") * height,
        badge=number("badge", "radius_slide") * height * (0.62 if crowded else 1.0),
        edge=0.0,
    )


_WINDOW = (1258.0, 860.0)
"""The canvas that the window's sizes are drawn for, px."""
_ROOMIEST = 1.35
"""Words of a canvas may be so many times as large as what its size alone would give."""


def window_scale(width: float, height: float, text_scale: float = 1.0) -> Scale:
    """Return the sizes on a canvas of `width` x `height` px.

    Words are `text_scale` times as large as usual as far as there is room: where there is none,
    larger words would only make the whole map smaller.
    """
    room = min(width / _WINDOW[0], height / _WINDOW[1])
    fit = max(0.7, min(1.5, room))
    text = max(fit, 0.74)

    def words(token: str, least: float = 0.0) -> float:
        usual = max(text, least)
        times = usual * text_scale
        if text_scale > 1:
            times = min(times, max(usual, _ROOMIEST * room))
        size = number("type_window", token)
        return max(size * times, min(size * usual, number("type_window", "floor")))

    return Scale(
        strand=number("strand", "width_window") * fit,
        name=words("canvas_model"),
        date=words("label", 0.82),
        label=words("canvas_method", 0.8),
        axis=words("label", 0.82),
        callout=words("story_text", 0.8),
        badge=number("badge", "radius_window") * fit,
        edge=number("space", "canvas_padding") * min(fit, 1.0) * 0.6,
    )
