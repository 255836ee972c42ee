"""What is inside a written file."""

from __future__ import annotations

from pathlib import Path

from exports import DECK, FlatRaster, flat, wishes
from pngs import read_png

from explainer import __version__
from explainer.export import Pixels, export, plan
from explainer.export.png import encode_png


def test_the_pixels_of_a_file_are_those_that_were_painted() -> None:
    rows = bytes(range(4 * 3)) + b"over" + bytes(range(50, 62)) + b"over"

    png = read_png(encode_png(Pixels(4, 2, 16, rows), {}))

    assert (png.width, png.height) == (4, 2)
    assert png.rows == bytes(range(12)) + bytes(range(50, 62))


def test_texts_come_back_in_both_scripts() -> None:
    texts = {"Title": "读过代码的模型", "Step": "reasoning/who-can", "Sources": ""}

    assert read_png(encode_png(FlatRaster(2, 2, 7).pixels(), texts)).texts == texts


def test_a_file_holds_no_clock() -> None:

    assert "tIME" not in read_png(encode_png(FlatRaster(2, 2, 7).pixels(), {})).kinds


def test_a_slide_says_what_it_is_in_its_language(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path, "zh", slides="8", steps="all", themes=("dark",)))
    export(DECK, targets, flat)

    texts = read_png(targets[0].path.read_bytes()).texts

    stage = DECK.stages[targets[0].stage]
    claims = texts["Claims"].split()
    own = stage.steps[0].headline
    assert own is not None
    assert texts["Title"] == own.plain("zh")
    assert texts["Step"] == f"{stage.id}/{stage.steps[0].id}"
    assert (texts["Language"], texts["Theme"]) == ("zh", "dark")
    assert claims == list(dict.fromkeys(c for it in stage.steps[0].narration for c in it.claims))
    assert claims
    assert DECK.sources[DECK.source].short.zh in texts["Sources"].split("; ")
    assert texts["Software"] == f"explainer {__version__}"


def test_sources_are_those_of_the_claims_each_once(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path, steps="all"))
    export(DECK, targets, flat)

    for target in targets:
        texts = read_png(target.path.read_bytes()).texts
        named = texts["Sources"].split("; ")
        assert len(set(named)) == len(named)
        for claim in texts["Claims"].split():
            source = next(it.source for it in DECK.claims.values() if it.id == claim)
            assert DECK.sources[source].short.en in named
