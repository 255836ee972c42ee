"""The picture of the map, put together from its parts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from explainer.canvas.axis import axis_shapes, date_rooms
from explainer.canvas.bundles import Bundles, Looks
from explainer.canvas.counterparts import Counterparts, counterparts
from explainer.canvas.fates import Words, cause_words, changed_models, fate_shapes
from explainer.canvas.frame import focus_camera
from explainer.canvas.labels import Labels
from explainer.canvas.stations import Stations
from explainer.counterparts import lit_counterparts, shown_counterparts
from explainer.deck import Deck
from explainer.emphasis import lit
from explainer.lineage import lineage
from explainer.picture import Ink, Picture, Ruler, Shape, Span
from explainer.placement import Scale, placement
from explainer.routes import Rect, joins, routes
from explainer.schema import Camera, Language, ModelId, Text, View


class CanvasPicture(Struct, frozen=True):
    """The map in its box, and the camera that looks at it."""

    picture: Picture
    camera: Camera
    stations: Mapping[ModelId, tuple[float, float]]
    """Centres, px of the box."""


@lru_cache(maxsize=64)
def canvas_picture(  # noqa: PLR0913 - what is looked at, and where
    deck: Deck,
    view: View,
    language: Language,
    scale: Scale,
    size: tuple[float, float],
    ruler: Ruler,
    *,
    callouts: tuple[tuple[ModelId, Text], ...] = (),
    hover: str = "",
    ground: Ink = "background",
) -> CanvasPicture:
    """Return the map as `view` looks at it, in a box of at least `size` px.

    Nodes stand where they always stand; `view` changes what is lit, which reading is drawn, the
    lens, the selection and the camera. `callouts` are the step's own words.
    """
    drawn = lineage(deck, view.readings)
    placed = placement(deck, scale, *size, ruler)
    stations = Stations(deck, drawn, placed, ruler, language, changed_models(deck, view))
    ways = routes(drawn, placed, stations.obstacles())
    badges = joins(drawn, placed, ways, stations.obstacles())
    bright = lit(deck, drawn, view.lit, established=view.established)
    looks = Looks(deck, bright, view.lens, ground)
    bundles = Bundles(drawn, placed, ways, looks)
    labels = Labels(placed, stations, looks)
    chosen = view.select if view.select in deck.models else ModelId("")
    labels.reserve(ways, () if looks.neutral else badges, chosen)
    words: Words = {model: (Span(text.of(language), "strong", "ink"),) for model, text in callouts}
    shown = shown_counterparts(deck, view, words, few=not scale.date)
    outside = counterparts(view, shown, words, stations, ways, badges, labels)
    words = {model: spans for model, spans in words.items() if model in deck.models}
    if view.lens.startswith("cause:"):
        words = cause_words(deck, view, language, words)
    fixed = (*labels.taken, *labels.wished(badges))
    if not placed.axis:
        labels.dates += date_rooms(axis_shapes(placed, language, ruler, fixed, outside.band()))
    callout_shapes = labels.callouts(words, view.select)
    label_shapes = labels.method_labels(badges)
    fates = fate_shapes(deck, view, language, stations, labels) if looks.neutral else []
    shapes: list[Shape] = axis_shapes(
        placed, language, ruler, (*fixed, *labels.taken), outside.band()
    )
    shapes += outside.lines()
    shapes += bundles.shapes(lit=False)
    shapes += bundles.join_shapes(badges, lit=False)
    shapes += bundles.shapes(lit=True)
    shapes += bundles.join_shapes(badges, lit=True)
    shapes += bundles.badges(badges)
    shapes += label_shapes
    shapes += callout_shapes
    shapes += stations.shapes(bright, view.select, hover, ground)
    shapes += outside.shapes(hover, ground)
    shapes += fates
    hits = (*bundles.badge_hits(badges, language), *stations.hits(), *outside.hits())
    picture = Picture(*outside.size, tuple(shapes), hits)
    centres = {model: (placed.x(model), placed.y(model)) for model in drawn.parents}
    centres.update(outside.centres())
    return CanvasPicture(picture, _camera(deck, view, stations, outside), centres)


def _camera(deck: Deck, view: View, stations: Stations, outside: Counterparts) -> Camera:
    if view.camera is not None:
        return view.camera
    models = lit(deck, stations.drawn, view.focus).models & deck.models.keys()
    rects = [rect for model in models for rect in (stations.capsule(model), stations.name(model))]
    rects += outside.rects(lit_counterparts(deck, view.focus))
    if not rects or len(models) == len(deck.models):
        return Camera()
    margin = stations.placed.scale.callout * 1.5
    part = Rect(
        min(rect.left for rect in rects),
        min(rect.top for rect in rects),
        max(rect.right for rect in rects),
        max(rect.bottom for rect in rects),
    ).grown(margin * 3, margin)
    return focus_camera(part, outside.size)
