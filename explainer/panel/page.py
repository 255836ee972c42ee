"""The side panel as a picture: which page it shows, its pinned foot, and the chart below it."""

from __future__ import annotations

from msgspec import Struct

from explainer.abilities import fate_of, marked
from explainer.chart import ChartPicture, chart_picture
from explainer.deck import Deck
from explainer.panel.ability import ability_page
from explainer.panel.claim import claim_page
from explainer.panel.column import NARROW, Column
from explainer.panel.model import model_page
from explainer.panel.overview import overview_page
from explainer.panel.story import return_foot, step_page, takeaway_foot
from explainer.picture import Picture, Ruler
from explainer.schema import AbilityId, View
from explainer.state import State
from explainer.story import is_away, shown_view
from explainer.theme import number

_NARROW_PADDING, _STORY_PADDING = 20.0, 48.0
_FOOT_AIR = 28.0


class PanelPicture(Struct, frozen=True):
    """What the panel shows, from its top."""

    body: Picture
    """Scrolls where it is higher than the panel."""
    foot: Picture | None
    """Always in view; None where nothing is pinned."""
    chart: bool
    """Whether the chart follows under the body."""
    padding: float
    """The margins at its left and right, px; the chart keeps to them too."""
    subject: str
    """What the body is about: another subject is shown from its top."""


def panel_picture(deck: Deck, state: State, width: float, ruler: Ruler) -> PanelPicture:
    """Return the panel, `width` px wide."""
    view = shown_view(deck, state)
    padding = panel_padding(deck, state, width)
    column = Column(width, padding, state.language, ruler)
    column.skip(18 if width < NARROW else 26)
    if _tells(deck, state):
        step_page(column, deck, state)
        takeaway = takeaway_foot(deck, state, width, padding, ruler)
        body = column.picture(_FOOT_AIR)
        return PanelPicture(body, takeaway, chart=False, padding=padding, subject=state.step)
    chart, subject = _page(column, deck, view)
    foot = return_foot(deck, state, width, padding, ruler) if state.mode == "story" else None
    return PanelPicture(column.picture(_FOOT_AIR), foot, chart, padding, subject)


def panel_chart(deck: Deck, state: State, width: float, ruler: Ruler) -> ChartPicture:
    """Return the chart that stands under the body, within the margins of the panel."""
    view = shown_view(deck, state)
    room = width - 2 * panel_padding(deck, state, width)
    return chart_picture(deck, state.language, view.select, looked_at(view), room, ruler)


def panel_padding(deck: Deck, state: State, width: float) -> float:
    """Return the margins at the panel's left and right, px."""
    if width < NARROW:
        return _NARROW_PADDING
    view = shown_view(deck, state)
    spacious = _tells(deck, state) or not (view.select or view.open)
    return _STORY_PADDING if spacious else number("space", "panel_padding")


def looked_at(view: View) -> AbilityId:
    """Return the ability that a view is about: the open card's, else the lens's; "" for none."""
    for words in (view.open, view.lens):
        kind, _, name = words.partition(":")
        if kind == "ability":
            return AbilityId(name)
    return AbilityId("")


def _tells(deck: Deck, state: State) -> bool:
    return state.mode == "story" and not is_away(deck, state)


def _page(column: Column, deck: Deck, view: View) -> tuple[bool, str]:
    """Add the page that `view` asks for; return whether the chart follows, and the subject."""
    has_marks = bool(marked(deck))
    kind, _, name = view.open.partition(":")
    if kind == "claim":
        claim_page(column, deck, view)
        return False, view.open
    if kind == "ability" and not (view.select and fate_of(deck, view.select, AbilityId(name))):
        ability_page(column, deck, view)
        return has_marks, view.open
    if view.select:
        model_page(column, deck, view)
        return has_marks, view.select
    overview_page(column, deck)
    return False, ""
