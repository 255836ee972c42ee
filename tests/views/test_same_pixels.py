"""Walking to a step by any way ends in the same state and the same pixels as opening it."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lectures import Lecture, embedded, grab, lecture, opened, opening, settle
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from wishes import intents

from explainer.bars import areas
from explainer.intents import (
    EndTalk,
    GoToStep,
    Hover,
    Intent,
    Present,
    ToggleLanguage,
    ToggleNotes,
    TogglePanel,
    ToggleTheme,
)
from explainer.picture import Picture
from explainer.schema import StepId
from explainer.state import State
from explainer.story import steps
from explainer.update import update
from explainer.views.moving import Moving
from explainer.views.scenes import Scenes
from explainer.views.sheet import Sheet

SIZE = (900, 700)
looks: tuple[Intent, ...] = (ToggleLanguage(), ToggleTheme(), TogglePanel(), ToggleNotes())
walks = st.lists(intents(embedded()) | st.sampled_from(looks), max_size=12)
quick = (Phase.explicit, Phase.reuse, Phase.generate)
"""To look for the shortest of all ways that fail takes minutes where each opens two windows."""
places = st.sampled_from(steps(embedded()))


def images(told: Lecture) -> list[QImage]:
    """Return the hall as it is painted where a talk is on, and the window, then without the talk.

    On one screen the hall covers the window, which is not drawn as long as it cannot be seen. Both
    are painted once they have come to rest.
    """
    seen = []
    if told.state.presenting:
        seen.append(at_rest(told.session.hall))
        told.session.dispatch(EndTalk())
    return [*seen, at_rest(told.window)]


def at_rest(widget: QWidget) -> QImage:
    """Return `widget` as it is painted at the end of what moves in it."""
    settle()
    for moving in widget.findChildren(Moving):
        moving.finish()
    return grab(widget)


@given(walks, places, st.booleans())
@settings(max_examples=15, phases=quick)
def test_a_step_looks_as_if_nothing_had_been_done_before(
    wishes: list[Intent],
    name: StepId,
    slowly: bool,  # noqa: FBT001 - so Hypothesis hands it in
) -> None:
    with lecture(None, *SIZE) as walked:
        for wish in (*wishes, GoToStep(name), Hover("")):
            walked.session.dispatch(wish)
            if slowly:
                settle()
        there, seen = walked.state, images(walked)
    assert there == opened(there, name)

    with lecture(replace(there, presenting=False), *SIZE) as fresh:
        if there.presenting:
            fresh.session.dispatch(Present(from_start=False))
        assert fresh.state == there
        assert images(fresh) == seen


@given(walks, places)
@settings(max_examples=40, phases=quick)
def test_its_pictures_are_those_of_a_step_that_was_opened(
    wishes: list[Intent], name: StepId
) -> None:
    states = [opening()]
    for wish in (*wishes, GoToStep(name), Hover("")):
        states.append(update(embedded(), states[-1], wish))

    assert pictures(states) == pictures([opened(states[-1], name)])


def pictures(states: Iterable[State]) -> list[Picture | None]:
    """Return what the parts of a window show after `states` were shown one after the other."""
    window = QWidget()
    scenes = Scenes(lambda _: None)
    scenes.make_parts(window)
    for state in states:
        room = areas(*SIZE, story=state.mode == "story", panel=state.panel)
        scenes.show(embedded(), state, room, charts=False)
    # What was told to hide keeps its last picture.
    told = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    sheets = [
        sheet
        for sheet in window.findChildren(Sheet)
        if not (sheet.testAttribute(told) and sheet.isHidden())
    ]
    if not state.panel:  # what is hidden is not told of changes
        sheets = [sheet for sheet in sheets if sheet.parentWidget() is window]
    window.deleteLater()
    return [scenes.map.picture, *(sheet.picture for sheet in sheets)]
