"""One counterpart on the map: a square, so that it is taken for no station of the lineage."""

from __future__ import annotations

from msgspec import Struct

from explainer.canvas.column import Standing
from explainer.canvas.stations import Stations
from explainer.picture import Box, Ink, Shape, Span, TextLine, line_width
from explainer.placement import shown_name
from explainer.routes import Rect
from explainer.theme import number

_OUTLINE = 0.2
_PILL = (0.35, 0.12, 0.22)
"""Padding across and down, and the radius, of a selected name's ground; em."""


class Look(Struct, frozen=True):
    """The state of one counterpart."""

    lit: bool
    selected: bool

    @property
    def bright(self) -> bool:
        """Return whether its outline is that of what stands out."""
        return self.lit or self.selected


class Squares(Struct, frozen=True):
    """Paints counterparts, each by itself."""

    stations: Stations
    ground: Ink

    def shapes(self, each: Standing, look: Look) -> list[Shape]:
        """Return square, name, date and words, from back to front."""
        ring = [self._ring(each)] if look.selected else []
        return [*ring, self._square(each, look), *self._name(each, look), *self._words(each)]

    def ring(self, each: Standing) -> Rect:
        """Return the ring around a square that is selected or pointed at."""
        away = self.stations.placed.scale.strand * number("node", "ring_gap") * 0.8
        return each.square.grown(away, away)

    def _ring(self, each: Standing) -> Shape:
        strand, rect = self.stations.placed.scale.strand, self.ring(each)
        return Box(
            rect.left,
            rect.top,
            rect.right - rect.left,
            rect.bottom - rect.top,
            stroke="ink",
            stroke_width=strand * number("node", "ring"),
            fill=self.ground,
            id=f"{each.entry.model}:ring",
        )

    def _square(self, each: Standing, look: Look) -> Shape:
        rect, strand = each.square, self.stations.placed.scale.strand
        return Box(
            rect.left,
            rect.top,
            rect.right - rect.left,
            rect.bottom - rect.top,
            fill="selection_fill" if look.selected else "surface",
            stroke="ink" if look.bright else "dimmed_text",
            stroke_width=strand * (_OUTLINE if look.bright else _OUTLINE * 0.7),
            id=f"{each.entry.model}:square",
        )

    def _name(self, each: Standing, look: Look) -> list[Shape]:
        scale, model = self.stations.placed.scale, each.entry.model
        more = number("node", "label_gap_selected") - number("node", "label_gap")
        x = each.name_x + (scale.strand * more if look.selected else 0.0)
        shapes: list[Shape] = []
        if look.selected:
            across, down, radius = (part * scale.name for part in _PILL)
            top = each.y - scale.name * 0.48 - down
            wide, high = each.name_width + 2 * across, scale.name * 0.96 + 2 * down
            fill: Ink = "selection_fill"
            pill = Box(x - across, top, wide, high, radius, fill=fill, id=f"{model}:pill")
            shapes.append(pill)
        ink: Ink = "on_ink" if look.selected else "ink" if look.lit else "dimmed_text"
        name = shown_name(self.stations.deck, model, scale, self.stations.ruler)
        spans = (Span(name, "mono", ink),)
        y, halo = each.y + scale.name * 0.34, "" if look.selected else self.ground
        width = each.name_width
        shapes.append(TextLine(x, y, spans, scale.name, halo=halo, width=width, id=f"{model}:name"))
        if each.date:
            size = each.date_size
            y = each.y + scale.name * (0.6 if look.selected else 0.34) + size * 1.16
            dated = (Span(each.date, "text", "muted" if look.lit else "dimmed_text"),)
            width = self.stations.ruler.width(each.date, "text", size)
            line = TextLine(x, y, dated, size, halo=self.ground, width=width, id=f"{model}:date")
            shapes.append(line)
        return shapes

    def _words(self, each: Standing) -> list[Shape]:
        size = self.stations.placed.scale.callout
        step = (each.words.bottom - each.words.top) / max(1, len(each.lines))
        return [
            TextLine(
                each.words.left,
                each.words.top + step * place + size * 0.92,
                line,
                size,
                halo=self.ground,
                width=line_width(self.stations.ruler, line, size),
                id=f"{each.entry.model}:callout",
            )
            for place, line in enumerate(each.lines)
        ]
