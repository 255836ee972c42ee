"""The side panel as a picture: which page it shows, its pinned foot, and the chart below it.

A page is imported when it is first shown: a start shows one of many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from explainer.abilities import fate_of, marked_models, told
from explainer.deck import Deck
from explainer.panel.column import NARROW, Column, Sight
from explainer.panel.foot import panel_foot
from explainer.picture import Box, Picture, Ruler, enlarged
from explainer.schema import AbilityId, Language, View
from explainer.state import State
from explainer.story import is_away, shown_view
from explainer.theme import number
from explainer.why import card_of

if TYPE_CHECKING:
    from explainer.chart import ChartPicture

_NARROW_PADDING, _STORY_PADDING = 20.0, 48.0
_FOOT_AIR = 28.0
_VEIL = 0.72
"""How much of the ground covers what is filtered out."""


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
    language: Language
    status: bool
    """Whether a line at the foot says what is pointed at."""
    sight: Sight | None = None
    """What of the body was asked for."""

    def enlarged(self, factor: float) -> PanelPicture:
        """Return it with everything in it `factor` times as large."""
        foot = None if self.foot is None else enlarged(self.foot, factor)
        sight = self.sight
        if sight is not None:
            sight = replace(sight, top=sight.top * factor, foot=sight.foot * factor)
        return replace(
            self,
            body=enlarged(self.body, factor),
            foot=foot,
            padding=self.padding * factor,
            sight=sight,
        )


def panel_picture(deck: Deck, state: State, width: float, ruler: Ruler) -> PanelPicture:
    """Return the panel, `width` px wide."""
    view = shown_view(deck, state)
    padding = panel_padding(deck, state, width)
    column = Column(width, padding, state.language, ruler)
    column.skip(18 if width < NARROW else 26)
    telling = _tells(deck, state)
    foot = panel_foot(deck, state, width, padding, ruler, telling=telling)
    if telling:
        from explainer.panel.story import step_page

        step_page(column, deck, state)
        body = column.picture(_FOOT_AIR)
        return PanelPicture(
            body,
            foot,
            chart=False,
            padding=padding,
            subject=state.step,
            language=state.language,
            status=False,
            sight=column.sight,
        )
    chart, subject = _page(column, deck, state, view)
    body = column.picture(_FOOT_AIR)
    status = chart or state.mode == "explore" or view.open.startswith("numbers:")
    return PanelPicture(body, foot, chart, padding, subject, state.language, status, column.sight)


def panel_chart(deck: Deck, state: State, width: float, ruler: Ruler) -> ChartPicture:
    """Return the chart that stands under the body, within the margins of the panel."""
    from explainer.chart import chart_picture

    view = shown_view(deck, state)
    room = width - 2 * panel_padding(deck, state, width)
    chart = chart_picture(deck, state.language, view.select, looked_at(view), room, ruler)
    return _filtered(deck, chart, view) if view.established else chart


def _filtered(deck: Deck, chart: ChartPicture, view: View) -> ChartPicture:
    """Return `chart` with a veil over each mark that is not stated."""
    fates = told(deck)
    veils = [
        Box(
            cell.x + 1,
            cell.y + 1,
            cell.width - 2,
            cell.height - 2,
            fill="sunken" if cell.model == view.select else "surface",
            opacity=_VEIL,
            id=f"filtered:{cell.model}/{cell.ability}",
        )
        for cell in chart.cells
        if cell.marked and fates[cell.ability, cell.model].certainty != "stated"
    ]
    picture = chart.picture
    return replace(chart, picture=replace(picture, shapes=(*picture.shapes, *veils)))


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


def _page(column: Column, deck: Deck, state: State, view: View) -> tuple[bool, str]:
    """Add the page that `view` asks for; return whether the chart follows, and the subject."""
    has_marks = bool(marked_models(deck))
    kind, name, _ = card_of(view.open)
    own_row = kind == "ability" and view.select in deck.models
    in_page = own_row and fate_of(deck, view.select, AbilityId(name))
    if view.open and kind != "numbers" and not in_page:
        from explainer.panel.crumb import crumb

        crumb(column, deck, state, view)
        _card(column, deck, view)
        return has_marks and kind == "ability", view.open
    if view.select in deck.counterparts:
        from explainer.panel.outside import counterpart_page

        counterpart_page(column, deck, view)
        return False, view.select
    if view.select:
        from explainer.panel.model import model_page

        model_page(column, deck, view)
        return has_marks, view.select
    from explainer.panel.overview import overview_page

    overview_page(column, deck)
    return False, ""


def _card(column: Column, deck: Deck, view: View) -> None:
    match card_of(view.open)[0]:
        case "ability":
            from explainer.panel.ability import ability_page

            ability_page(column, deck, view)
        case "claim":
            from explainer.panel.claim import claim_page

            claim_page(column, deck, view)
        case "source":
            from explainer.panel.source import source_page

            source_page(column, deck, view)
        case "term":
            from explainer.panel.term import term_page

            term_page(column, deck, view)
        case "discrepancy":
            from explainer.panel.dispute import dispute_page

            dispute_page(column, deck, view)
        case "discrepancies":
            from explainer.panel.dispute import disputes_page

            disputes_page(column, deck, view)
        case "sources":
            from explainer.panel.source import sources_page

            sources_page(column, deck)
        case _:
            from explainer.panel.term import glossary_page

            glossary_page(column, deck)
