"""What is inside a written file."""

from __future__ import annotations

import struct
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
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


def test_the_same_pixels_are_the_same_bytes_in_every_thread() -> None:
    row = bytes(range(256)) * 3
    pixels = Pixels(256, 400, 768, b"".join(row[it % 300 :] + row[: it % 300] for it in range(400)))

    with ThreadPoolExecutor(4) as pool:
        contents = set(pool.map(lambda _: encode_png(pixels, {"Title": "x"}), range(200)))

    assert len(contents) == 1


def test_a_file_holds_no_clock() -> None:

    assert "tIME" not in read_png(encode_png(FlatRaster(2, 2, 7).pixels(), {})).kinds


@pytest.mark.parametrize("width, height", [(1920, 1080), (1600, 1200), (3840, 2160)])
def test_a_slide_is_seven_and_a_half_inches_tall_on_paper(width: int, height: int) -> None:
    content = encode_png(FlatRaster(width, height, 7).pixels(), {})

    at = content.index(b"pHYs")
    across, down, unit = struct.unpack(">IIB", content[at + 4 : at + 13])
    assert at < content.index(b"IDAT")
    assert (across, unit) == (down, 1)  # pixels for a metre
    assert height / down * 100 / 2.54 == pytest.approx(7.5, abs=0.001)


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
