"""The picture of the map, put together from its parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, partial

from msgspec import Struct
from msgspec.structs import replace

from explainer.canvas.axis import axis_shapes, date_rooms
from explainer.canvas.bounds import letters
from explainer.canvas.bundles import MANY, Bundles, Looks
from explainer.canvas.chosen import Chosen, chosen_model
from explainer.canvas.counterparts import Counterparts, counterparts
from explainer.canvas.details import near_details
from explainer.canvas.fates import Words, cause_words, changed_models, fate_shapes
from explainer.canvas.frame import focus_camera, seen_of
from explainer.canvas.labels import Labels
from explainer.canvas.link_labels import link_labels
from explainer.canvas.pins import pins
from explainer.canvas.plan import Plan
from explainer.canvas.pointed import pointed_shapes
from explainer.canvas.sketch import sketch
from explainer.canvas.stations import Stations
from explainer.canvas.ties import Ties, ties
from explainer.counterparts import lit_counterparts, shown_counterparts
from explainer.deck import Deck
from explainer.emphasis import lit
from explainer.layout import closest_zoom
from explainer.lineage import Lineage, lineage
from explainer.picture import Ink, Picture, Ruler, Shape, Span, TextLine
from explainer.placement import Placement, Scale, placement
from explainer.routes import Join, Rect, Route, joins, routes
from explainer.schema import Camera, Language, ModelId, Text, View

_ROUND = 0.04
"""Around words in a frame: cameras are rounded, em."""
_TRIES = 3
"""How often a frame is made wider for words that it cuts; each time others may come in."""


class CanvasPicture(Struct, frozen=True):
    """The map in its box, and the camera that looks at it."""

    picture: Picture
    camera: Camera
    stations: Mapping[ModelId, tuple[float, float]]
    """Centres, px of the box."""
    plan: Plan | None = None
    """What is drawn without what is pointed at; the same for all cameras."""
    pointed: tuple[Shape, ...] = ()
    """What lies on it where something is pointed at."""
    chosen: Chosen | None = None
    """The selected model, where the plan is drawn without any."""


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
    covered: Rect | None = None,
) -> CanvasPicture:
    """Return the map as `view` looks at it, in a box of at least `size` px.

    Nodes stand where they always stand; `view` changes what is lit, which reading is drawn, the
    lens, the selection and the camera. `callouts` are the step's own words. All but the camera and
    what `hover` points at is kept from one picture to the next. `covered` is the part of the box,
    px, over which something else stands: where the whole map is seen, words keep clear of it.
    """
    vast = len(deck.models) > MANY
    select = ModelId("") if vast else view.select
    seen = replace(view, camera=None, focus=("all",), open="", select=select)
    drawing = _drawing(deck, seen, language, scale, size, ruler, callouts, ground, covered)
    # What is selected has its own ring.
    told = hover if hover != view.select else ""
    pointed = pointed_shapes(told, drawing.bundles, drawing.stations, drawing.outside)
    chosen = chosen_model(view.select, drawing.stations, ground) if vast else None
    return _picture(drawing, _camera(deck, view, drawing), pointed, chosen)


class _Drawing(Struct, frozen=True, eq=False, weakref=True):
    """A plan and the parts that it was put together from."""

    plan: Plan
    bundles: Bundles
    stations: Stations
    outside: Counterparts
    centres: Mapping[ModelId, tuple[float, float]]


@lru_cache(maxsize=8)
def _picture(
    drawing: _Drawing, camera: Camera, pointed: tuple[Shape, ...], chosen: Chosen | None
) -> CanvasPicture:
    picture, plan = drawing.plan.picture, drawing.plan
    if chosen is not None:
        kept = (shape for shape in picture.shapes if shape.id not in chosen.pins)
        picture = replace(picture, shapes=(*kept, *chosen.shapes))
    if pointed:
        picture = replace(picture, shapes=(*picture.shapes, *pointed))
    return CanvasPicture(picture, camera, drawing.centres, plan, pointed, chosen)


@lru_cache(maxsize=48)
def _drawing(  # noqa: PLR0913 - as canvas_picture
    deck: Deck,
    view: View,
    language: Language,
    scale: Scale,
    size: tuple[float, float],
    ruler: Ruler,
    callouts: tuple[tuple[ModelId, Text], ...],
    ground: Ink,
    covered: Rect | None,
) -> _Drawing:
    glyphs = changed_models(deck, view)
    drawn, placed, ways, badges = _ways(deck, view.readings, language, scale, size, ruler, glyphs)
    stations = Stations(deck, drawn, placed, ruler, language, glyphs)
    bright = lit(deck, drawn, view.lit, established=view.established)
    looks = Looks(deck, bright, view.lens, ground)
    bundles = Bundles(drawn, placed, ways, looks)
    labels = Labels(placed, stations, looks)
    chosen = view.select if view.select in deck.models else ModelId("")
    labels.reserve(ways, () if looks.neutral else badges, chosen)
    tied = _tied(stations, looks, ways, badges)
    tied.reserve(labels)
    words: Words = {model: (Span(text.of(language), "strong", "ink"),) for model, text in callouts}
    shown = shown_counterparts(deck, view, words, few=not scale.date)
    outside = counterparts(view, shown, words, stations, ways, badges, labels)
    words = {model: spans for model, spans in words.items() if model in deck.models}
    if view.lens.startswith("cause:"):
        words = cause_words(deck, view, language, words)
    axis = axis_shapes(placed, language, ruler, _still(labels, ways, badges), outside.band())
    if not placed.axis:
        labels.taken.extend(date_rooms(axis))
    labels.hoped = labels.wished(badges)
    callout_shapes = labels.callouts(words, view.select)
    label_shapes = labels.method_labels(badges)
    label_shapes += link_labels(stations, looks, ways, labels)
    fates = fate_shapes(deck, view, language, stations, labels) if looks.neutral else []
    shapes: list[Shape] = axis
    shapes += outside.lines()
    shapes += bundles.shapes(lit=False)
    shapes += bundles.join_shapes(badges, lit=False)
    shapes += tied.shapes(labels, lit=False)
    shapes += bundles.shapes(lit=True)
    shapes += bundles.join_shapes(badges, lit=True)
    shapes += tied.shapes(labels, lit=True)
    shapes += bundles.badges(badges)
    shapes += label_shapes
    shapes += callout_shapes
    shapes += stations.shapes(bright, view.select, ground)
    shapes += outside.shapes(ground)
    shapes += fates
    hits = (
        *bundles.strand_hits(language),
        *tied.hits(),
        *bundles.badge_hits(badges, language),
        *stations.hits(),
        *outside.hits(),
    )
    picture = Picture(*outside.size, tuple(shapes), hits)
    centres = {model: (placed.x(model), placed.y(model)) for model in drawn.parents}
    centres.update(outside.centres())
    fitting = min(size[0] / picture.width, size[1] / picture.height)
    beside = (size[0] / fitting - picture.width) / 2
    below = (size[1] / fitting - picture.height) / 2
    room = Rect(-beside, -below, picture.width + beside, picture.height + below)
    over = () if covered is None else (_on_map(covered, fitting, beside, below),)
    pinned = pins(picture.shapes, stations, badges, centres, bright, chosen, fitting, room, over)
    plan = Plan(
        picture,
        pinned,
        sketch(placed, ways, looks),
        scale.strand,
        scale.name,
        closest_zoom(deck),
        cache(partial(near_details, stations, labels, bright, pinned, chosen)),
        vast=len(ways) > MANY,
        stations=dict(centres),
    )
    return _Drawing(plan, bundles, stations, outside, centres)


def _on_map(part: Rect, factor: float, beside: float, below: float) -> Rect:
    """Return which part of the map lies under `part` of the box where the whole map is seen."""
    left, right = part.left / factor - beside, part.right / factor - beside
    return Rect(left, part.top / factor - below, right, part.bottom / factor - below)


def _tied(
    stations: Stations, looks: Looks, ways: tuple[Route, ...], badges: tuple[Join, ...]
) -> Ties:
    """Return the ties, bowed around the same things at every step, so that none ever moves."""
    if not stations.drawn.ties:
        return Ties(stations, looks, ())
    every = Labels(stations.placed, stations, looks)
    every.reserve(ways, badges, ModelId(""))
    return ties(stations, looks, tuple(every.taken))


def _still(labels: Labels, ways: tuple[Route, ...], badges: tuple[Join, ...]) -> Sequence[Rect]:
    """Return what dates keep clear of: the same at every step, so that no date ever moves."""
    placed, stations = labels.placed, labels.stations
    if placed.axis:
        return ()
    every = Labels(placed, stations, labels.looks)
    every.reserve(ways, badges, ModelId(""))
    every.taken.extend(stations.pill(model) for model in stations.drawn.parents)
    return tuple(every.taken)


@lru_cache(maxsize=16)
def _ways(  # noqa: PLR0913 - what is drawn, and where
    deck: Deck,
    readings: tuple[str, ...],
    language: Language,
    scale: Scale,
    size: tuple[float, float],
    ruler: Ruler,
    glyphs: frozenset[ModelId],
) -> tuple[Lineage, Placement, tuple[Route, ...], tuple[Join, ...]]:
    """Return the lineage, its places, and its ways: the same whatever is lit or selected."""
    drawn = lineage(deck, readings)
    placed = placement(deck, scale, *size, ruler)
    obstacles = Stations(deck, drawn, placed, ruler, language, glyphs).obstacles()
    ways = routes(drawn, placed, obstacles)
    return drawn, placed, ways, joins(drawn, placed, ways, obstacles)


def _camera(deck: Deck, view: View, drawing: _Drawing) -> Camera:
    if view.camera is not None:
        return view.camera
    if view.focus == ("all",):
        return Camera()
    stations, outside = drawing.stations, drawing.outside
    models = lit(deck, stations.drawn, view.focus).models & deck.models.keys()
    rects = [rect for model in models for rect in (stations.capsule(model), stations.name(model))]
    rects += outside.rects(lit_counterparts(deck, view.focus))
    if not rects or len(models) == len(deck.models):
        return Camera()
    margin = stations.placed.scale.callout * 1.5
    part = _around(rects).grown(margin * 3, margin)
    camera = focus_camera(part, outside.size)
    words, reach = _words_of(models, drawing), (0.0, 1.0)
    for _ in range(_TRIES):
        cut = [rect for rect in words if not seen_of(camera, outside.size).holds(rect)]
        if not cut:
            break
        part = _around((part, *cut))
        high = outside.size[1]
        tops, feet = (it.top / high for it in cut), (it.bottom / high for it in cut)
        reach = (min(reach[0], *tops), max(reach[1], *feet))
        camera = focus_camera(part, outside.size, reach)
    return camera


def _around(rects: Sequence[Rect]) -> Rect:
    return Rect(
        min(rect.left for rect in rects),
        min(rect.top for rect in rects),
        max(rect.right for rect in rects),
        max(rect.bottom for rect in rects),
    )


def _words_of(models: AbstractSet[ModelId], drawing: _Drawing) -> list[Rect]:
    """Return the room of all words at some stations, and at the strands between them."""
    inside = {
        link.id
        for link in drawing.stations.drawn.links
        if link.child in models and link.parent in models
    }
    return [
        letters(shape).grown(shape.size * _ROUND, shape.size * _ROUND)
        for shape in drawing.plan.picture.shapes
        if isinstance(shape, TextLine) and shape.id.partition(":")[0] in models | inside
    ]
