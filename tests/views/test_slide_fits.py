"""Every slide, in both languages and all ratios, as a hall sees it: large enough, whole, apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hall import LEAST, ROLES, Slide, slides
from ink import RULER
from lectures import line_words
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from explainer.fits.faults import use_of
from explainer.fits.ink import Words
from explainer.fits.struck import ON_A_GROUND, struck
from explainer.picture import Box, Face
from explainer.schema import LANGUAGES, Language
from explainer.scripts import CLOSING, OPENING, chinese_signs, runs, sign_gap
from explainer.views.fonts import load_fonts, raw_font

SIZES = [(1920, 1080), (1024, 768), (3840, 2160), (1920, 1200)]
TOLERANCE = 0.0012
"""Share of the height: what is less is a px of rounding."""
FACES: tuple[Face, ...] = ("text", "medium", "strong", "headline", "mono", "mono-strong")
SERIF_FROM = 0.05
"""Share of the height from which on a Chinese serif keeps its thin strokes on a projector."""
REGULAR = 400
STORED = re.compile("[\u4e00-\u9fff] [0-9A-Za-z]|[0-9A-Za-z] [\u4e00-\u9fff]")
"""A space in the text where the setting makes one; titles of works are as their authors wrote."""


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(params=SIZES, ids=lambda it: f"{it[0]}x{it[1]}")
def shown(
    qapp: QApplication,  # noqa: ARG001 - fonts need the app
    request: pytest.FixtureRequest,
    language: Language,
) -> tuple[Slide, ...]:
    size: tuple[int, int] = request.param
    return slides(size, language)


def said(words: Words) -> str:
    return line_words(words.line)


def least(words: Words) -> float:
    return LEAST[ROLES[use_of(words.line.id)]]


def all_words(shown: tuple[Slide, ...]) -> Iterator[tuple[Slide, Words]]:
    return ((slide, words) for slide in shown for words in slide.words)


def test_every_kind_of_words_has_a_role_and_every_role_is_in_use(
    qapp: QApplication,  # noqa: ARG001 - fonts need the app
) -> None:
    every = [slide for size in SIZES[:2] for it in LANGUAGES for slide in slides(size, it)]
    kinds = {use_of(words.line.id) for slide in every for words in slide.words}

    assert sorted(kinds - ROLES.keys()) == []
    assert sorted(ROLES.keys() - kinds) == []


def test_words_are_as_large_as_their_role_asks(shown: tuple[Slide, ...]) -> None:
    small = [
        f"{slide.where}: {use_of(words.line.id)} {share:.2%} {said(words)!r}"
        for slide, words in all_words(shown)
        if (share := words.line.size / slide.picture.height)
        < LEAST[ROLES[use_of(words.line.id)]] - 1e-5
    ]

    assert not small, "\n".join(small)


def test_callouts_of_one_slide_have_one_size(shown: tuple[Slide, ...]) -> None:
    sizes = [
        {round(words.line.size, 2) for words in slide.words if use_of(words.line.id) == "callout"}
        for slide in shown
    ]

    assert max(len(it) for it in sizes) == 1


def test_no_words_leave_their_slide_or_are_cut_at_its_edge(shown: tuple[Slide, ...]) -> None:
    out = []
    for slide, words in all_words(shown):
        picture = slide.picture
        if words.cut or words.ink.leaves(picture.width, picture.height, 0.0):
            out.append(f"{slide.where}: {said(words)!r}")

    assert not out, "\n".join(out)


def test_words_keep_within_their_card_or_frame(shown: tuple[Slide, ...]) -> None:
    out = []
    for slide in shown:
        grounds = [
            it for it in slide.shapes if isinstance(it, Box) and ON_A_GROUND.fullmatch(it.id)
        ]
        for words in slide.words:
            ink = words.ink
            x, y = (ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2
            for box in grounds:
                right, bottom = box.x + box.width, box.y + box.height
                if not (box.x < x < right and box.y < y < bottom):
                    continue
                inside = box.x < ink.left and ink.right < right
                if not (inside and box.y < ink.top and ink.bottom < bottom):
                    out.append(f"{slide.where}: {said(words)!r} leaves {box.id}")

    assert not out, "\n".join(out)


def test_no_words_lie_on_others(shown: tuple[Slide, ...]) -> None:
    found = [
        f"{slide.where}: {said(one)!r} and {said(other)!r}"
        for slide in shown
        for one, other in combinations(slide.words, 2)
        if one.ink.overlaps(other.ink, slide.picture.height * TOLERANCE)
    ]

    assert not found, "\n".join(found)


def test_no_line_edge_or_sign_runs_through_words(shown: tuple[Slide, ...]) -> None:
    found = [
        f"{slide.where}: {said(words)!r} and {what}"
        for slide, words in all_words(shown)
        for what in struck(slide.shapes, words, slide.picture.height * TOLERANCE)
    ]

    assert not found, "\n".join(found)


def test_a_headline_has_two_lines_at_most(shown: tuple[Slide, ...]) -> None:
    counts = [sum(use_of(words.line.id) == "headline" for words in slide.words) for slide in shown]

    assert max(counts) <= 2


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(
    shown: tuple[Slide, ...],
) -> None:
    begins, ends = CLOSING | set(",.;:!?)]}%"), OPENING | set("([{")
    found = [
        f"{slide.where}: {text!r}"
        for slide, words in all_words(shown)
        if len(text := said(words).strip("\ufe01 ")) > 1
        and (text[0] in begins or text.rstrip("\ufe01")[-1] in ends)
    ]

    assert not found, "\n".join(found)


def test_a_quarter_em_stands_between_chinese_and_latin(shown: tuple[Slide, ...]) -> None:
    """It is part of the width that each line was given its place with, and stored nowhere."""
    found = []
    borders = 0
    for slide, words in all_words(shown):
        for span in words.line.spans:
            parts = runs(span.text)
            if len(parts) < 2:
                continue
            wanted = sum(_gap(left.text, right.text) for left, right in pairwise(parts))
            borders += wanted > 0
            bare = sum(RULER.width(part.text, span.face, 100.0) for part in parts)
            space = RULER.width(span.text, span.face, 100.0) - bare
            stored = use_of(words.line.id) != "source-title" and STORED.search(span.text)
            if abs(space - wanted * 100.0) > 0.5 or stored:
                found.append(f"{slide.where}: {span.text!r}")

    assert not found, "\n".join(found)
    assert borders or shown[0].where.split()[1] != "zh"


def _gap(left: str, right: str) -> float:
    """Return the space between two neighbouring runs, em."""
    chinese = (chinese_signs(left)[-1], chinese_signs(right)[0])
    if chinese[0] != chinese[1]:
        letters = (left[-1].isalnum() or _han(left[-1])) and (right[0].isalnum() or _han(right[0]))
        return 0.25 if letters else 0.0
    return sign_gap(left[-1], right[0], chinese=chinese)


def _han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def test_small_chinese_stands_in_the_face_without_serifs(shown: tuple[Slide, ...]) -> None:
    found = [
        f"{slide.where}: {span.text!r}"
        for slide, words in all_words(shown)
        for span in words.line.spans
        if span.face == "headline"
        and any(map(_han, span.text))
        and words.line.size < SERIF_FROM * slide.picture.height
    ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("face", FACES)
def test_no_face_is_slanted_and_chinese_is_regular_or_heavier(
    face: Face,
    qapp: QApplication,  # noqa: ARG001 - fonts need the app
) -> None:
    load_fonts()
    for chinese in (False, True):
        raw: QRawFont = raw_font(face, 48.0, chinese=chinese)
        assert raw.style().name == "StyleNormal"
        assert raw.weight() >= REGULAR
        assert ("Serif" in raw.familyName()) == (face == "headline")
