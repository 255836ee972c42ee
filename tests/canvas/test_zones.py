"""Where the map answers: large enough for a finger at every zoom, px of the screen."""

from __future__ import annotations

import pytest
from maps import RULER

from explainer.canvas import CanvasPicture, Frame, canvas_picture, frame_of
from explainer.canvas.seen import Seen
from explainer.canvas.zones import Zones
from explainer.deck import load_embedded
from explainer.intents import AskWhy, Hover, SelectModel
from explainer.placement import window_scale
from explainer.schema import Camera, View

SIZE = (1258.0, 860.0)
ZOOMS = (1.0, 1.5, 2.5, 5.0, 8.0)


def seen_at(zoom: float, size: tuple[float, float] = SIZE) -> tuple[CanvasPicture, Zones, Frame]:
    view = View(camera=Camera(zoom=zoom)) if zoom > 1 else View()
    shown = canvas_picture(load_embedded(), view, "en", window_scale(*size), size, RULER)
    assert shown.plan is not None
    frame = frame_of(shown.camera, (shown.picture.width, shown.picture.height), size)
    return shown, Zones(shown.plan, Seen(shown.plan)), frame


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("size", [SIZE, (644.0, 480.0)])
def test_stations_answer_on_32_px_and_all_else_on_24(
    zoom: float, size: tuple[float, float]
) -> None:
    shown, zones, frame = seen_at(zoom, size)

    for hit in shown.picture.hits:
        zone = zones.zone(hit, frame)
        least = 32 if isinstance(hit.order, SelectModel) else 24
        if zone is not None:
            assert min(zone.right - zone.left, zone.bottom - zone.top) >= least - 0.01, hit


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_station_answers_before_the_strands_that_run_into_it(zoom: float) -> None:
    shown, zones, frame = seen_at(zoom)

    for model, (x, y) in shown.stations.items():
        hit = zones.at((x * frame.factor + frame.dx, y * frame.factor + frame.dy), frame)
        assert hit is not None
        assert hit.order == SelectModel(model)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_strand_answers_why_along_its_runs(zoom: float) -> None:
    shown, zones, frame = seen_at(zoom)
    asked = {hit.order for hit in shown.picture.hits if isinstance(hit.order, AskWhy)}
    tried = 0
    for hit in shown.picture.hits:
        if not isinstance(hit.order, AskWhy) or max(hit.width, hit.height) < 120:
            continue
        at = (hit.x + hit.width / 2, hit.y + hit.height / 2)
        found = zones.at((at[0] * frame.factor + frame.dx, at[1] * frame.factor + frame.dy), frame)
        assert found is not None
        assert found.order in asked or isinstance(found.order, SelectModel)
        tried += found.order == hit.order
    assert tried > 3


def test_a_strand_is_missed_beyond_its_zone() -> None:
    shown, zones, frame = seen_at(1.0)
    runs = [hit for hit in shown.picture.hits if isinstance(hit.order, AskWhy) and hit.height > 150]
    hit = max(runs, key=lambda each: each.height)
    middle = hit.y + hit.height / 2

    def order_at(x: float) -> object:
        found = zones.at((x * frame.factor + frame.dx, middle * frame.factor + frame.dy), frame)
        return found.order if found else None

    assert order_at(hit.x + 1) == hit.order
    assert order_at(hit.x - 14) != hit.order


def test_a_strand_under_the_pointer_is_edged_on_both_sides() -> None:
    deck = load_embedded()
    order = next(hit.order for hit in seen_at(1.0)[0].picture.hits if isinstance(hit.order, AskWhy))
    shown = canvas_picture(
        deck, View(), "en", window_scale(*SIZE), SIZE, RULER, hover=Hover(order.subject).id
    )

    assert len(shown.pointed) == 2
    assert all(shape.id.endswith(":pointed") for shape in shown.pointed)
