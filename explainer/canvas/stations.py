"""The stations of the map: capsules, names, dates, and the places they take."""

from __future__ import annotations

from msgspec import Struct

from explainer.dates import date_words
from explainer.deck import Deck
from explainer.emphasis import Lit
from explainer.intents import SelectModel
from explainer.lineage import Lineage
from explainer.picture import Anchor, Box, Face, Hit, Ink, Ruler, Shape, Span, TextLine
from explainer.placement import Placement, shown_name
from explainer.routes import Rect
from explainer.schema import Language, ModelId
from explainer.theme import number

_PILL = (0.35, 0.22)
"""Padding across, and the radius, of a selected name's ground; em."""


class Stations(Struct, frozen=True):
    """Paints the models of a drawn lineage."""

    deck: Deck
    drawn: Lineage
    placed: Placement
    ruler: Ruler
    language: Language
    glyphs: frozenset[ModelId] = frozenset()
    """Stations on which a sign of change lies: names and words keep clear of it."""

    @property
    def glyph(self) -> float:
        """Side of a sign of change, px."""
        return self.placed.scale.callout * 1.1

    def capsule(self, model: ModelId) -> Rect:
        """Return the outline of a station."""
        x, y, half = self.placed.x(model), self.placed.y(model), self.placed.scale.half_height
        left, right = self.placed.reach(self.drawn.strands[model])
        return Rect(x + left, y - half, x + right, y + half)

    def room(self, model: ModelId) -> Rect:
        """Return the outline of a station and the sign on it."""
        rect = self.capsule(model)
        if model not in self.glyphs:
            return rect
        wider = max(0.0, self.glyph - (rect.right - rect.left)) / 2
        return rect.grown(wider)

    def name_anchor(self, model: ModelId, *, selected: bool = False) -> float:
        """Return where a name begins (right of its station) or ends (left of it)."""
        gap = "label_gap_selected" if selected else "label_gap"
        distance = number("node", gap) * self.placed.scale.strand
        capsule = self.room(model)
        if self.placed.grid.places[model].side == "left":
            return capsule.left - distance
        return capsule.right + distance

    def name(self, model: ModelId) -> Rect:
        """Return the room of a name and the date under it."""
        scale, y = self.placed.scale, self.placed.y(model)
        width = self._name_width(model)
        foot = y + scale.name * 0.48
        if scale.date:
            width = max(width, self.ruler.width(self._date(model), "text", scale.date))
            foot = y + scale.name_foot
        anchor = self.name_anchor(model)
        left = self.placed.grid.places[model].side == "left"
        start = anchor - width if left else anchor
        return Rect(start, y - scale.name * 0.48, start + width, foot)

    def ring(self, model: ModelId) -> Rect:
        """Return the ring around a station that is selected or pointed at."""
        away = self.placed.scale.strand * number("node", "ring_gap")
        return self.capsule(model).grown(away, away)

    def pill(self, model: ModelId) -> Rect:
        """Return the ground under the name of a model that is selected."""
        scale, y, width = self.placed.scale, self.placed.y(model), self._name_width(model)
        anchor = self.name_anchor(model, selected=True)
        start = anchor - width if self.placed.grid.places[model].side == "left" else anchor
        return Rect(start, y, start + width, y).grown(_PILL[0] * scale.name, scale.pill)

    def _name_width(self, model: ModelId) -> float:
        return self.ruler.width(self._shown(model), "mono-strong", self.placed.scale.name)

    def _shown(self, model: ModelId) -> str:
        return shown_name(self.deck, model, self.placed.scale, self.ruler)

    def _date(self, model: ModelId) -> str:
        return date_words(self.deck.models[model].date, self.language)

    def obstacles(self) -> dict[ModelId, tuple[Rect, ...]]:
        """Return what strands keep clear of."""
        return {model: (self.capsule(model), self.name(model)) for model in self.drawn.parents}

    def shapes(self, lit: Lit, selected: ModelId, ground: Ink) -> list[Shape]:
        """Return capsules and names, from back to front."""
        shapes: list[Shape] = []
        for model in self.drawn.parents:
            shapes += self._body(model, lit, selected)
        for model in self.drawn.parents:
            shapes += self._name(model, model in lit.models, model == selected, ground)
        return shapes

    def station(self, model: ModelId, lit: Lit, selected: ModelId, ground: Ink) -> list[Shape]:
        """Return one capsule and its name, from back to front."""
        name = self._name(model, model in lit.models, model == selected, ground)
        return self._body(model, lit, selected) + name

    def _body(self, model: ModelId, lit: Lit, selected: ModelId) -> list[Shape]:
        ring = [self._ring(model)] if model == selected else []
        chosen = model == selected
        return [*ring, self._capsule(model, lit=model in lit.models, selected=chosen)]

    def _ring(self, model: ModelId) -> Shape:
        strand, rect = self.placed.scale.strand, self.ring(model)
        return Box(
            rect.left,
            rect.top,
            rect.right - rect.left,
            rect.bottom - rect.top,
            (rect.bottom - rect.top) / 2,
            fill="background",
            stroke="ink",
            stroke_width=strand * number("node", "ring"),
            id=f"{model}:ring",
        )

    def _capsule(self, model: ModelId, *, lit: bool, selected: bool) -> Shape:
        rect, strand = self.capsule(model), self.placed.scale.strand
        outline = number("node", "outline") if lit or selected else number("node", "outline_dimmed")
        return Box(
            rect.left,
            rect.top,
            rect.right - rect.left,
            rect.bottom - rect.top,
            (rect.bottom - rect.top) / 2,
            fill="selection_fill" if selected else "surface",
            stroke="ink" if lit or selected else "dimmed_text",
            stroke_width=strand * outline,
            id=f"{model}:capsule",
        )

    def _name(self, model: ModelId, lit: bool, selected: bool, ground: Ink) -> list[Shape]:  # noqa: FBT001 - states of the station
        scale, y = self.placed.scale, self.placed.y(model)
        left = self.placed.grid.places[model].side == "left"
        anchor = self.name_anchor(model, selected=selected)
        ink: Ink = "on_ink" if selected else "ink" if lit else "dimmed_text"
        face: Face = "mono-strong" if lit or selected else "mono"
        name = self._shown(model)
        width = self.ruler.width(name, face, scale.name)
        shapes: list[Shape] = []
        if selected:
            room = self.pill(model)
            pill = Box(
                room.left,
                room.top,
                room.right - room.left,
                room.bottom - room.top,
                _PILL[1] * scale.name,
                fill="selection_fill",
                id=f"{model}:pill",
            )
            shapes.append(pill)
        halo = "" if selected else ground
        side: Anchor = "end" if left else "start"
        spans = (Span(name, face, ink),)
        baseline = y + scale.name * 0.34
        shapes.append(
            TextLine(anchor, baseline, spans, scale.name, side, halo, width, id=f"{model}:name")
        )
        if scale.date:
            shapes.append(self._date_line(model, anchor, ground, lit=lit, selected=selected))
        return shapes

    def _date_line(
        self, model: ModelId, anchor: float, ground: Ink, *, lit: bool, selected: bool
    ) -> Shape:
        scale = self.placed.scale
        left = self.placed.grid.places[model].side == "left"
        words = self._date(model)
        y = self.placed.y(model) + scale.name * (0.62 if selected else 0.34) + scale.date * 1.3
        return TextLine(
            anchor,
            y,
            (Span(words, "text", "muted" if lit else "dimmed_text"),),
            scale.date,
            "end" if left else "start",
            ground,
            self.ruler.width(words, "text", scale.date),
            id=f"{model}:date",
        )

    def hits(self) -> tuple[Hit, ...]:
        """Return where each model answers: station and name, at least 32 px high."""
        least = number("node", "hit_min_px")
        hits: list[Hit] = []
        for model in self.drawn.parents:
            for rect in (self.capsule(model).grown(4, 0), self.name(model)):
                grow = max(0.0, least - (rect.bottom - rect.top)) / 2
                wide = max(0.0, least - (rect.right - rect.left)) / 2
                grown = rect.grown(wide, grow)
                hits.append(
                    Hit(
                        grown.left,
                        grown.top,
                        grown.right - grown.left,
                        grown.bottom - grown.top,
                        SelectModel(model),
                        self.deck.models[model].name,
                        id=model,
                    )
                )
        return tuple(hits)
