"""Words as they come out of the real faces."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from pixels import edges
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QTextLayout, QTextOption

from explainer.coverage import is_wide, last_resort, missing_characters
from explainer.picture import Anchor, Face, Span, TextLine, line_width
from explainer.scripts import border_gap
from explainer.views.fonts import REFERENCE, font, load_fonts, metrics, raw_font, shows
from explainer.views.style import ink_colour
from explainer.views.text import QtRuler, draw_line, missing, parts_for

RULER = QtRuler()
FACES: tuple[Face, ...] = ("text", "medium", "strong", "headline", "mono", "mono-strong")


def painted(*lines: TextLine, scale: float = 1.0, width: int = 400, height: int = 100) -> QImage:
    """Return dark letters on white."""
    image = QImage(int(width * scale), int(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        for line in lines:
            draw_line(painter, line, lambda ink: ink_colour("light", ink))
    return image


def line(text: str, face: Face = "text", size: float = 20.0, anchor: Anchor = "start") -> TextLine:
    return TextLine(100, 50, (Span(text, face, "black"),), size, anchor)


def test_fonts_are_loaded_once() -> None:
    load_fonts()
    before = QFontDatabase.families()
    load_fonts()
    assert QFontDatabase.families() == before
    assert {"Explainer Sans", "Explainer Sans SC"} <= set(before)


@pytest.mark.parametrize("face", FACES)
def test_each_face_comes_from_its_own_file(face: Face) -> None:
    weights = {
        "text": (400, 400),
        "medium": (500, 400),
        "strong": (600, 700),
        "headline": (600, 700),
        "mono": (400, 400),
        "mono-strong": (600, 700),
    }
    latin, chinese = (raw_font(face, 20.0, chinese=flag) for flag in (False, True))
    assert (latin.weight(), chinese.weight()) == weights[face]
    assert chinese.familyName().endswith("SC") != latin.familyName().endswith("SC")


def test_width_grows_evenly_with_the_size() -> None:
    text = "GPT-3几乎做不到“思维链”"
    at_one = RULER.width(text, "text", 1.0)
    for size in (12.5, 17.0, 40.0, 126.0):
        assert RULER.width(text, "text", size) == pytest.approx(at_one * size)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "text", ["AVATAR, To fi", "  two spaces ", "text-davinci-003", "读码。", " "]
)
def test_a_text_is_measured_as_it_is_laid_out(face: Face, text: str) -> None:
    layout = QTextLayout(text, font(face, chinese=not text.isascii()))
    option = QTextOption()
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    layout.setTextOption(option)
    layout.beginLayout()
    laid_out = layout.createLine()
    layout.endLayout()

    assert RULER.width(text, face, REFERENCE) == pytest.approx(laid_out.horizontalAdvance())


def test_a_chinese_letter_is_one_em_wide() -> None:
    assert RULER.width("代码", "text", 20) == pytest.approx(40)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("text", ["码，", "》。", "永远", "（论", "　"])
def test_full_width_signs_are_as_wide_alone_as_in_a_line(face: Face, text: str) -> None:
    apart = RULER.width(text, face, 20) + RULER.width("a", face, 20)
    assert RULER.width(text + "、a", face, 20) == pytest.approx(
        apart + RULER.width("、", face, 20) + border_gap(text, "、") * 20
    )


def test_a_quarter_em_is_inserted_between_the_writings() -> None:
    apart = RULER.width("代码", "text", 20) + RULER.width("GPT", "text", 20)
    assert RULER.width("代码GPT", "text", 20) == pytest.approx(apart + 5)


def test_two_full_width_signs_are_squeezed() -> None:
    assert RULER.width("码）。", "text", 20) == pytest.approx(50)


def test_letters_are_kerned() -> None:
    apart = sum(RULER.width(sign, "text", 20) for sign in "AV")
    assert RULER.width("AV", "text", 20) < apart


def test_names_are_set_a_little_tighter() -> None:
    assert RULER.width("abcd", "mono", 100) == pytest.approx(4 * 58.8)


def test_a_name_is_as_wide_as_its_letters_are_many() -> None:
    assert RULER.width("iiii", "mono", 20) == RULER.width("mmmm", "mono", 20)


@pytest.mark.parametrize("size", [12.5, 40.0, 90.0])
@pytest.mark.parametrize("face", FACES)
def test_ink_ends_where_the_ruler_says(face: Face, size: float) -> None:
    # Between two stems, so that the room before the first and after the last letter is known.
    once, twice = (
        edges(painted(line(text, face, size), width=900, height=90)) for text in ("H", "Hn代dH")
    )
    extra = RULER.width("Hn代d", face, size)
    assert twice[2] - once[2] == pytest.approx(extra, abs=1.0)
    assert twice[0] == once[0]


def test_letters_stand_on_the_baseline() -> None:
    left, top, _, bottom = edges(painted(line("H", size=40)))
    assert bottom == pytest.approx(50, abs=1)
    assert top == pytest.approx(50 - 0.698 * 40, abs=1)
    assert left >= 100


@pytest.mark.parametrize("anchor, middle", [("start", 150), ("middle", 100), ("end", 50)])
def test_the_anchor_says_which_end_is_given(anchor: Anchor, middle: float) -> None:
    text = "H" * 6
    size = 100 / RULER.width(text, "text", 1.0)
    left, _, right, _ = edges(painted(line(text, size=size, anchor=anchor)))
    assert (left + right) / 2 == pytest.approx(middle, abs=1)


def test_a_line_in_a_scaled_painter_is_the_same_line_larger() -> None:
    small, large = (edges(painted(line("Hdn代H"), scale=scale)) for scale in (1, 3))
    assert [edge * 3 for edge in small] == pytest.approx(large, abs=3)


def test_spans_follow_one_another_with_the_space_of_their_border() -> None:
    spans = (Span("代码", "text", "black"), Span("H", "strong", "black"))
    _, _, right, _ = edges(painted(TextLine(0, 50, spans, 40)))
    _, _, alone, _ = edges(painted(TextLine(80, 50, spans[1:], 40)))
    assert right - alone == pytest.approx(10, abs=1)
    assert line_width(RULER, spans, 40) == pytest.approx(90 + RULER.width("H", "strong", 40))


def test_a_span_without_colour_is_not_painted_but_takes_its_room() -> None:
    hidden = TextLine(10, 50, (Span("HH", "text", ""), Span("H", "text", "black")), 40)
    left, *_ = edges(painted(hidden))
    assert left > 10 + RULER.width("HH", "text", 40)


def test_an_underline_runs_below_its_span_only() -> None:
    spans = (Span("HH", ink="black"), Span("HH", ink="black", underline=True))
    image = painted(TextLine(10, 50, spans, 40))
    y = round(50 + 0.17 * 40)
    dark = [x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128]
    half = RULER.width("HH", "text", 40)
    assert min(dark) == pytest.approx(10 + half, abs=1)
    assert max(dark) == pytest.approx(10 + 2 * half, abs=1.5)


@pytest.mark.parametrize("size", [20.0, 100.0])
def test_a_halo_covers_what_runs_under_the_letters(size: float) -> None:
    """In both ways of painting it: from kept letters, and from outlines."""
    image = QImage(300, 150, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    words = TextLine(100, 100, (Span("I", "text", "black"),), size, halo="white")
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        draw_line(painter, words, lambda ink: ink_colour("light", ink))
    y = round(100 - 0.35 * size)
    row = [image.pixelColor(x, y) for x in range(300)]
    letter = [x for x, colour in enumerate(row) if colour.lightness() < 60]
    halo = [x for x, colour in enumerate(row) if colour.green() > 200]
    assert min(letter) - min(halo) == pytest.approx(0.14 * size, abs=1.2)
    assert max(halo) - max(letter) == pytest.approx(0.14 * size, abs=1.2)
    inside = range(min(halo), max(halo))
    assert not any(row[x].red() > 150 and row[x].green() < 100 for x in inside)


def test_lines_are_broken_by_the_real_widths() -> None:
    text = "读过代码的模型，才会GPT-3"
    lines = RULER.lines([Span(text)], 20, 100)
    assert "".join(span.text for row in lines for span in row) == text
    assert all(line_width(RULER, row, 20) <= 100.001 for row in lines)
    assert len(RULER.lines([Span(text)], 40, 200)) == len(lines)


def test_a_sign_that_only_the_other_face_has_is_taken_from_there() -> None:
    assert not raw_font("text", 20.0, chinese=False).supportsCharacter(ord("①"))
    assert missing("① 甲→b") == ()
    *_, bottom = edges(painted(line("①", size=40)))
    assert bottom > 0


def test_a_sign_that_no_face_has_is_named() -> None:
    assert missing("a🌱甲🌱") == ("🌱",)
    assert missing_characters("🌱") == ("🌱",)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("sign", ["🌱", "𠮷", "㐂", "ن", "\ue000"])
def test_what_no_face_has_is_painted_as_the_same_box_in_every_face(face: Face, sign: str) -> None:
    assert painted(line(sign, face)) == painted(line("□", face))
    assert RULER.width(sign, face, 20) == RULER.width("□", face, 20)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("sign", "αДŁ園鏈①Ⅲ℃㎡★≥∑∈∞√⇒Ａひｶ한囧𝑥☃")
def test_what_is_documented_is_drawn_in_every_face_and_not_as_a_box(face: Face, sign: str) -> None:
    drawn = painted(line(sign, face, size=40))

    assert drawn not in (painted(line("□", face, size=40)), painted())
    assert edges(drawn)[0] >= 90


@pytest.mark.parametrize("sign", ["\u00ad", "\u200d", "\ufe0f", "\u202e", "\u2060", "\u200b"])
def test_what_nobody_sees_is_not_painted_and_takes_no_room(sign: str) -> None:
    assert painted(line(f"续{sign}写 A{sign}V")) == painted(line("续写 AV"))
    assert RULER.width(f"A{sign}V", "text", 20) == RULER.width("AV", "text", 20)


def test_an_accent_that_stands_apart_is_set_on_its_letter() -> None:
    alone, accented = (edges(painted(line(it, size=40))) for it in ("x", "x\u0302"))

    assert accented[1] < alone[1]
    assert RULER.width("x\u0302", "text", 20) == RULER.width("x", "text", 20)


@pytest.mark.parametrize("face", FACES)
def test_every_sign_that_is_measured_as_one_em_is_that_wide(face: Face) -> None:
    full = [chr(it) for it in (*range(0x3000, 0xA000), *range(0xFF01, 0xFF5F))]
    em = RULER.width("永", face, 1000)

    for sign in (it for it in full if RULER.width(it, face, 1000) == em):
        own = shows(face, sign, chinese=True)
        group = "" if own else last_resort(sign)
        if own or group:
            advance = metrics(face, chinese=True, last_resort=group).horizontalAdvance(sign)
            assert advance == pytest.approx(em), sign


def test_steering_signs_are_neither_painted_nor_missing() -> None:
    text = "推\u200b理“\ufe01"
    assert missing(text) == ()
    assert RULER.width("推\u200b理", "text", 20) == RULER.width("推理", "text", 20)


@pytest.mark.parametrize("face", FACES)
def test_every_sign_comes_from_a_face_of_the_app_and_never_from_the_system(face: Face) -> None:
    for sign in "Aé模αД園①★∑∈한囧𝑥ə✍ｶ🌱𠮷ن\ue000":
        for part in parts_for(sign, face, chinese=is_wide(sign)):
            raw = raw_font(face, 20, chinese=part.chinese, last_resort=part.last_resort)
            assert raw.familyName().startswith("Explainer "), sign
            assert all(raw.glyphIndexesForString(part.text)), sign


def test_a_last_resort_is_read_only_when_a_text_needs_it() -> None:
    program = (
        "from PySide6.QtGui import QFontDatabase, QGuiApplication as App; app = App([]);"
        "from explainer.views.fonts import load_fonts; load_fonts();"
        "from explainer.views.text import QtRuler; ruler = QtRuler();"
        "named = lambda: 'Explainer Hangul' in QFontDatabase.families();"
        "ruler.width('GPT-3几乎α園①', 'text', 20); before = named();"
        "ruler.width('한', 'text', 20); print(before, named())"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    said = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    assert said.stdout.split() == ["False", "True"]
