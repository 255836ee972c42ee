"""What a long text costs grows with its length, not with the square of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rulers import PlainRuler

from explainer.lines import balanced, break_lines, cut, fits, longest
from explainer.picture import Face, Span, line_width

RULER = PlainRuler()
SIZE = 10.0
KINDS = ("a", "a-", "abcdefghijklmnop-", "a ", "字", "字，", "“”", "\u200b", "a\u200b", "-")
GROWTH = 9
"""Four times the length may cost so many times as much; with the square it were 16."""


class Counting:
    """A ruler that counts the signs that it is shown."""

    def __init__(self) -> None:
        self.signs = 0

    def width(self, text: str, face: Face, size: float) -> float:
        """Measure as the plain one does."""
        self.signs += len(text) + 1
        return RULER.width(text, face, size)

    lines = PlainRuler.lines


def cost(work: Callable[[Counting], object]) -> int:
    """Return how many lines of the program run for `work`, and how many signs it measures."""
    ruler = Counting()
    lines = 0

    def trace(_frame: FrameType, event: str, _: object) -> object:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # it takes whatever returns itself
    try:
        work(ruler)
    finally:
        sys.settrace(before)
    return lines + ruler.signs


WORK: dict[str, Callable[[Counting, list[Span]], object]] = {
    "broken": lambda ruler, spans: break_lines(ruler, spans, SIZE, 200.0),
    "balanced": lambda ruler, spans: balanced(ruler, spans, SIZE, 200.0, 4),
    "cut": lambda ruler, spans: cut(ruler, tuple(spans), SIZE, 200.0),
    "fits": lambda ruler, spans: fits(ruler, spans, SIZE, 200.0, 4),
}


@pytest.mark.parametrize("kind", KINDS, ids=repr)
@pytest.mark.parametrize("work", WORK)
def test_four_times_the_text_is_no_sixteen_times_the_work(work: str, kind: str) -> None:
    def spans(signs: int) -> list[Span]:
        return [Span((kind * signs)[:signs])]

    small = cost(lambda ruler: WORK[work](ruler, spans(80)))
    large = cost(lambda ruler: WORK[work](ruler, spans(320)))

    assert large <= GROWTH * small


def test_what_is_far_too_long_is_known_without_breaking_it() -> None:
    spans = [Span("word " * 200)]

    assert cost(lambda ruler: fits(ruler, spans, SIZE, 200.0, 2)) * 2 < cost(
        lambda ruler: break_lines(ruler, spans, SIZE, 200.0)
    )


@given(
    st.lists(st.text("ab 字，。“”-\u200b", max_size=8), min_size=1, max_size=3),
    st.floats(0, 120),
    st.integers(1, 4),
)
def test_what_fits_is_what_its_lines_say(texts: list[str], width: float, most: int) -> None:
    spans = [Span(text) for text in texts]
    lines = break_lines(RULER, spans, SIZE, width)
    widest = max((line_width(RULER, line, SIZE) for line in lines), default=0.0)

    assert fits(RULER, spans, SIZE, width, most) == (len(lines) <= most and widest <= width + 1e-6)


@given(st.text("ab 字，.", min_size=1, max_size=12), st.floats(0, 120))
def test_as_much_of_a_line_is_kept_as_there_is_room_for(text: str, width: float) -> None:
    (*_, last) = cut(RULER, (Span(text),), SIZE, width)

    kept = last.text.removesuffix("…")
    assert text.startswith(kept)
    if kept:
        assert line_width(RULER, (last,), SIZE) <= width
    longer = [f"{text[:at].rstrip(' ，.')}…" for at in range(len(text) + 1)]
    fitting = [it for it in longer if RULER.width(it, "text", SIZE) <= width]
    assert len(last.text) >= max(map(len, fitting), default=1)


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_longest_is_found(most: int, limit: int) -> None:
    assert longest(most, lambda it: it <= limit) == min(most, limit)
