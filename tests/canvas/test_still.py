"""Stations stand still whatever is looked at."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from lineages import SEVERAL, Kind, kinds, lineage_deck
from mapped import drawn
from msgspec.structs import replace

from explainer.deck import Deck, load_embedded
from explainer.schema import (
    LANGUAGES,
    View,
)


@given(kinds(most=20))
@SEVERAL
def test_stations_stand_still_whatever_is_looked_at(kind: Kind) -> None:
    made = lineage_deck(kind)
    first = next(iter(made.models))
    others = tuple(f"{name}/two" for name in made.readings)
    views = [
        View(),
        View(lit=(), select=first),
        View(lens=f"cause:{next(iter(made.methods))}"),
        View(lens="ability:none"),
        View(readings=others),
        View(focus=(first,)),
    ]

    found = [drawn(made, view, language) for view, language in product(views, LANGUAGES)]

    for shown in found:
        assert shown.stations == found[0].stations
        assert (shown.picture.width, shown.picture.height) == (
            found[0].picture.width,
            found[0].picture.height,
        )


def test_the_embedded_map_stands_still_through_the_whole_story() -> None:
    made = load_embedded()
    views = [step.view for stage in made.stages.values() for step in stage.steps]

    seen = [drawn(made, view, tongue).stations for view in views for tongue in LANGUAGES]

    places = [{model: stations[model] for model in made.models} for stations in seen]
    assert all(place == places[0] for place in places)


def test_the_same_look_is_the_same_picture(made: Deck) -> None:
    again = replace(made)

    assert drawn(made).picture == drawn(again).picture
