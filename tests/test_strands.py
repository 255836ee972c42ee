"""How a strand looks: the method by colour and texture, how sure by its line."""

from __future__ import annotations

import pytest
from decks import deck

from explainer.paths import Straight, Way
from explainer.picture import LineTo, Move, MoveTo, Trace
from explainer.schema import CERTAINTIES, Certainty, MethodId
from explainer.strands import DASH, DOT, GAP, Thread, certainty_line, level_way, swatch

LONG = Way((Straight((0.0, 0.0), (0.0, 1.0), 300.0),))
WIDTH = 10.0


def thread(
    certainty: Certainty = "stated",
    style: str = "",
    width: float = WIDTH,
    phase: float = 0.0,
    cuts: tuple[tuple[float, float], ...] = (),
) -> list[Trace]:
    made = Thread(LONG, 0.0, width, "ink", "surface", style, certainty, phase, cuts)
    return [shape for shape in made.shapes() if isinstance(shape, Trace)]


def dashes(trace: Trace) -> list[tuple[float, float]]:
    """Return from where to where each piece of an upright line runs."""
    found: list[tuple[float, float]] = []
    for move in trace.moves:
        match move:
            case MoveTo(y=y):
                found.append((y, y))
            case LineTo(y=y):
                found[-1] = (found[-1][0], y)
            case _:
                raise TypeError(move)
    return [(min(piece), max(piece)) for piece in found]


def test_a_stated_strand_is_one_solid_line() -> None:
    (line,) = thread()

    assert dashes(line) == [(0, 300)]
    assert (line.stroke, line.width) == ("ink", WIDTH)


@pytest.mark.parametrize("style, share", [("code", 0.26), ("instruction", 0.42), ("rlhf", 0.26)])
def test_a_stated_strand_has_the_texture_of_its_method(style: str, share: float) -> None:
    _, texture = thread(style=style)

    assert texture.stroke == "surface"
    assert texture.width == pytest.approx(WIDTH * share)


def test_pretraining_is_plain() -> None:
    assert len(thread(style="pretraining")) == 1


def test_textures_differ_by_more_than_colour() -> None:
    drawn = {style: thread(style=style)[1].moves for style in ("code", "instruction", "rlhf")}

    assert len(set(map(len, drawn.values()))) == 3


def test_a_thin_strand_has_no_texture() -> None:
    assert len(thread(style="code", width=4)) == 1


@pytest.mark.parametrize("certainty", ["likely", "conjectured"])
def test_a_likely_strand_is_dashed(certainty: Certainty) -> None:
    (line,) = thread(certainty)
    pieces = dashes(line)

    assert len(pieces) > 5
    assert line.cap == "flat"
    whole = pieces[1:-1]
    assert all(last - first == pytest.approx(DASH * WIDTH) for first, last in whole)


def test_dashes_replace_the_texture() -> None:
    assert len(thread("likely", "code")) == len(thread("open", "code")) == 1


def test_dashes_are_counted_from_the_child_up() -> None:
    (line,) = thread("likely", phase=0.0)

    assert max(last for _, last in dashes(line)) == 300
    gaps = DASH * WIDTH + GAP * WIDTH
    assert sorted(dashes(line))[-2][1] == pytest.approx(300 - gaps)


def test_an_open_strand_is_dotted() -> None:
    (line,) = thread("open")
    dots = dashes(line)

    assert line.cap == "round"
    assert all(last - first < 0.1 for first, last in dots)
    assert len(dots) == round(300 / (DOT * WIDTH))


def test_nothing_is_drawn_where_a_dashed_strand_is_cut() -> None:
    (line,) = thread("likely", cuts=((40.0, 120.0),))

    assert all(last <= 180.01 or first >= 259.99 for first, last in dashes(line))


def test_no_sliver_is_left_of_a_dash() -> None:
    for end in range(1, 60):
        (line,) = thread("likely", cuts=((0.0, float(end)),))
        assert all(last - first >= 0.35 * WIDTH - 1e-6 for first, last in dashes(line))


def test_every_lane_of_a_bundle_is_cut_at_the_same_places() -> None:
    def lane(offset: float) -> list[tuple[float, float]]:
        made = Thread(LONG, offset, WIDTH, "ink", "surface", "", "likely").shapes()[0]
        assert isinstance(made, Trace)
        return dashes(made)

    assert lane(0) == lane(14) == lane(-14)


def test_a_swatch_is_as_long_as_asked() -> None:
    solid = swatch(deck("a").methods[MethodId("code")], 10, 20, 50, 8)[0]
    assert isinstance(solid, Trace)

    assert _ends(solid.moves) == (10, 60)
    assert solid.stroke == "method.code.stroke"


def _ends(moves: tuple[Move, ...]) -> tuple[float, float]:
    xs = [move.x for move in moves if isinstance(move, MoveTo | LineTo)]
    return min(xs), max(xs)


@pytest.mark.parametrize(
    "certainty, pieces", [("stated", 1), ("likely", 3), ("conjectured", 3), ("open", 4)]
)
def test_a_line_of_certainty_shows_its_look_however_short(
    certainty: Certainty, pieces: int
) -> None:
    (line,) = certainty_line(certainty, 0, 0, 12, 2)
    assert isinstance(line, Trace)

    assert sum(isinstance(move, MoveTo) for move in line.moves) == pieces
    first, last = _ends(line.moves)
    assert first >= 0
    assert last <= 12.01


def test_there_are_three_looks_for_four_words() -> None:
    looks = {
        (line.cap, len(line.moves))
        for certainty in CERTAINTIES
        for line in certainty_line(certainty, 0, 0, 40, 2)
        if isinstance(line, Trace)
    }

    assert len(looks) == 3


def test_a_level_way_leads_right() -> None:
    assert level_way(3, 4, 10).at(10) == (13, 4)
