"""Rooms that are taken are found by place, the same ones as by looking at all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.routes import Rect, Rooms

numbers = st.floats(-3000, 3000)
sides = st.floats(0.1, 2500)


@st.composite
def rects(draw: st.DrawFn) -> Rect:
    x, y = draw(numbers), draw(numbers)
    return Rect(x, y, x + draw(sides), y + draw(sides))


@given(st.lists(rects(), max_size=12), rects())
def test_what_is_near_is_what_meets(taken: list[Rect], asked: Rect) -> None:
    rooms = Rooms(taken)

    assert [taken[place] for place in rooms.near(asked)] == [it for it in taken if it.meets(asked)]
    assert rooms.meets(asked) is any(it.meets(asked) for it in taken)
    assert list(rooms) == taken
