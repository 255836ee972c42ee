"""How one view becomes another: a model selected, a lens laid on, the camera moved.

Every function returns the view itself where nothing changes. When they are asked is in `update.py`.
"""

from __future__ import annotations

from msgspec.structs import replace

from explainer.abilities import fate_of
from explainer.counterparts import entries
from explainer.deck import Deck
from explainer.emphasis import lit
from explainer.intents import Direction
from explainer.layout import closest_zoom, layout
from explainer.lineage import lineage
from explainer.schema import AbilityId, Camera, Derivation, ModelId, Reading, View
from explainer.why import card_of, leads_somewhere

ALL = ("all",)
_PLACES = 4
"""Digits of a camera: so a view that is copied as text shows the same pixels again."""

_IN_SIGHT = 0.4
"""Of what is seen, from its centre: what stands further out may be out of sight."""
_UNFOLD = frozenset(("ability", "numbers"))
"""Kinds of cards that open within a page, one at a time."""
_DEEPEST = 50
"""Cards that are remembered under one another."""
_INSIDE = 0.25
"""Of what is seen, from its centre to the border of the map at least: then a corner of the map is
seen with 9/16 of the view full of it."""


def select(deck: Deck, view: View, model: str) -> View:
    """Return `view` with another model selected and the card of the former closed.

    A counterpart is shown where it was hidden.
    """
    outside = model in deck.counterparts
    if model and not outside and model not in deck.models:
        return view
    if model == view.select and not (outside and not view.counterparts):
        return view
    shown = view.counterparts or outside
    return replace(view, select=ModelId(model), open="", counterparts=shown)


def light_up(deck: Deck, view: View) -> View:
    """Return `view` with the whole map lit, where the selected model would stand in the dark."""
    dark = view.select in deck.models and view.select not in named(deck, view, view.lit)
    if not dark:
        return view
    return replace(view, lit=ALL)


def beside(deck: Deck, view: View, direction: Direction) -> ModelId:
    """Return the model to which a key leads from the selected one, itself where there is none.

    Down is its first child, up its first parent in the readings drawn, right and left the next
    and the previous model of its row, then of the rows below and above. Counterparts that are
    shown come last in their row; what has no parent leads up to the model it stands for. Where
    nothing is selected, the way begins at the first model.
    """
    if not view.select:
        return first_model(deck)
    if view.select in deck.counterparts and direction in ("up", "down"):
        return _near_outside(deck, view.select, direction)
    if direction in ("up", "down"):
        drawn = lineage(deck, view.readings)
        found = (drawn.children if direction == "down" else drawn.parents)[view.select]
        return found[0] if found else view.select
    models = _in_rows(deck)
    if view.counterparts or view.select in deck.counterparts:
        models = _with_counterparts(deck)
    place = models.index(view.select) + (1 if direction == "right" else -1)
    return models[place] if 0 <= place < len(models) else view.select


def first_model(deck: Deck) -> ModelId:
    """Return the model at the head of the map."""
    return _in_rows(deck)[0]


def newest_model(deck: Deck) -> ModelId:
    """Return the model at the foot of the map."""
    return _in_rows(deck)[-1]


def bring_near(deck: Deck, view: View) -> View:
    """Return `view` with the selected model in sight, where the camera would leave it out."""
    place = layout(deck).places.get(view.select)
    if view.focus != ALL and view.select not in named(deck, view, view.focus):
        return fit(view)
    if view.camera is None:
        return view
    if place is None:
        return fit(view)
    grid, camera = layout(deck), view.camera
    x, y = (place.column + 0.5) / grid.columns, (place.row + 0.5) / len(grid.rows)
    if max(abs(x - camera.x), abs(y - camera.y)) <= _IN_SIGHT / camera.zoom:
        return view
    return move_camera(deck, view, x, y, camera.zoom)


def has_card(deck: Deck, card: str) -> bool:
    """Tell whether the deck has a card of that name."""
    return leads_somewhere(deck, card)


def cards_under(under: tuple[str, ...], before: str, card: str) -> tuple[str, ...]:
    """Return what lies under `card`, opened where `before` was open and lay over `under`.

    Claims of one subject take each other's place, and so do parts that unfold in a page; a card
    that lies below is returned to.
    """
    if card in under:
        return under[: under.index(card)]
    if not before or before == card:
        return under
    kinds = {card_of(before)[0], card_of(card)[0]}
    subject = card_of(card)[2]
    same = kinds <= _UNFOLD or (subject and subject == card_of(before)[2])
    return under if same else (*under, before)[-_DEEPEST:]


def subject_of(deck: Deck, view: View) -> str:
    """Return what `view` is about, as `why.py` words it; "" where nothing is selected.

    An ability that is open, or colours the map, counts as what became of it at the selected model.
    """
    kind, name, _ = card_of(view.open)
    if kind == "numbers":
        return view.select
    if kind and kind != "ability":
        return view.open
    lens = view.lens.removeprefix("ability:") if view.lens.startswith("ability:") else ""
    ability = name if kind else lens
    if ability and view.select and fate_of(deck, view.select, AbilityId(ability)):
        return f"fate:{view.select}/{ability}"
    if kind or not view.select:
        return f"ability:{ability}" if ability else ""
    return view.select


def toggle_counterparts(deck: Deck, view: View) -> View:
    """Return `view` with the counterparts shown, or hidden and none of them selected."""
    if not deck.counterparts:
        return view
    select = ModelId("") if view.select in deck.counterparts else view.select
    return replace(view, counterparts=not view.counterparts, select=select)


def toggle_established(view: View) -> View:
    """Return `view` with all that is not stated filtered out, or no longer."""
    return replace(view, established=not view.established)


def lay_lens(deck: Deck, view: View, lens: str) -> View:
    """Return `view` seen through `lens`; by method where that lens lay on it."""
    kind, _, name = lens.partition(":")
    lenses: dict[str, list[str]] = {"ability": [*deck.abilities], "cause": [*deck.methods]}
    if lens != "method" and name not in lenses.get(kind, []):
        return view
    return replace(view, lens="method" if lens == view.lens else lens)


def other_reading(deck: Deck, view: View) -> View:
    """Return `view` with the next option of the first reading on how the model came about."""
    for reading in deck.readings.values():
        if any(each.child == view.select for each in _derivations(reading)):
            names = [option.id for option in reading.options]
            drawn = _drawn(reading, view)
            following = names[(names.index(drawn) + 1) % len(names)]
            kept = {it for it in view.readings if it.partition("/")[0] != reading.id}
            if following != reading.drawn:
                kept.add(f"{reading.id}/{following}")
            return replace(view, readings=tuple(sorted(kept)))
    return view


def move_camera(deck: Deck, view: View, x: float, y: float, zoom: float) -> View:
    """Return `view` with the camera at that centre, kept on the map; below zoom 1 all is shown.

    Most of what is seen is map, so that nobody loses sight of it.
    """
    zoom = round(min(zoom, closest_zoom(deck)), _PLACES)
    # The centre is told so well that the next place is less than a pixel.
    places = _PLACES + (len(str(int(zoom))) - 1 if zoom > 1 else 0)
    if zoom < 1:
        return fit(view)
    inside = _INSIDE / zoom
    x, y = (min(max(share, inside), 1.0 - inside) for share in (x, y))
    camera = Camera(x=round(x, places), y=round(y, places), zoom=zoom)
    return fit(view) if camera == Camera() else replace(view, camera=camera)


def zoom_by(deck: Deck, view: View, factor: float) -> View:
    """Return `view` nearer by a factor, its centre kept."""
    camera = _framed(deck, view) if view.camera is None else view.camera
    return move_camera(deck, view, camera.x, camera.y, camera.zoom * factor)


def fit(view: View) -> View:
    """Return `view` with the whole map in sight."""
    return replace(view, camera=None, focus=ALL)


def named(deck: Deck, view: View, words: tuple[str, ...]) -> frozenset[ModelId]:
    """Return the models that words of `lit` or `focus` name, in the readings that are drawn."""
    return lit(deck, lineage(deck, view.readings), words).models


def _framed(deck: Deck, view: View) -> Camera:
    """Return about what `focus` frames: the grid knows where things are, though no lengths."""
    grid = layout(deck)
    places = [grid.places[model] for model in named(deck, view, view.focus)]
    if not places or view.focus == ALL:
        return Camera()
    columns = [place.column for place in places]
    rows = [place.row for place in places]
    across = grid.columns / (max(columns) - min(columns) + 1)
    down = len(grid.rows) / (max(rows) - min(rows) + 1)
    return Camera(
        x=(min(columns) + max(columns) + 1) / 2 / grid.columns,
        y=(min(rows) + max(rows) + 1) / 2 / len(grid.rows),
        zoom=min(across, down),
    )


def _in_rows(deck: Deck) -> tuple[ModelId, ...]:
    """Return all models as one reads: row by row from the top, each from the left."""
    places = layout(deck).places
    return tuple(sorted(places, key=lambda model: (places[model].row, places[model].column)))


def _with_counterparts(deck: Deck) -> tuple[ModelId, ...]:
    """Return all models as one reads, the counterparts of a row after its models."""
    places = layout(deck).places
    ends: dict[ModelId, tuple[int, int, int]] = {
        model: (place.row, 0, place.column) for model, place in places.items()
    }
    for number, entry in enumerate(entries(deck, frozenset(deck.counterparts))):
        ends[entry.model] = (int(entry.row), 1, number)
    return tuple(sorted(ends, key=lambda model: ends[model]))


def _near_outside(deck: Deck, model: ModelId, direction: Direction) -> ModelId:
    """Return the parent or the first child of a counterpart, itself where there is none."""
    known = (*deck.models, *deck.counterparts)
    derivations = deck.counterpart_derivations
    if direction == "down":
        found = [it.child for it in derivations if it.parent == model]
    else:
        found = [it.parent for it in derivations if it.child == model]
        found += deck.counterparts[model].stands_for
    return next((it for it in found if it in known), model)


def _derivations(reading: Reading) -> tuple[Derivation, ...]:
    return tuple(each for option in reading.options for each in option.derivations)


def _drawn(reading: Reading, view: View) -> str:
    asked = (it.partition("/") for it in view.readings)
    return next((option for group, _, option in asked if group == reading.id), reading.drawn)
