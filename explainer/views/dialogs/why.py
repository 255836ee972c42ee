"""The dialog of a talk that answers why: a claim with its sources, as the panel tells it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from msgspec.structs import replace

from explainer.deck import Deck
from explainer.intents import OpenCard, Order, Press
from explainer.panel import card_picture
from explainer.picture import Picture, Ruler
from explainer.schema import Language, View
from explainer.strings import say
from explainer.theme import number
from explainer.views.dialogs.page import FootButton, Page, foot
from explainer.why import next_card

_CLOSE, _NEXT, _LINK = "close", "next", "link"


@dataclass(eq=False, slots=True)
class Why:
    """One card at a time; the key that opened it leads to the next claim of the same subject.

    A link to another card opens it here, and Escape leads back; one to a step or a model closes
    the dialog and is followed by `dispatch`.
    """

    deck: Deck
    view: View
    """What is seen below."""
    card: str
    """What is told, as `View.open`."""
    on_close: Callable[[], None]
    dispatch: Callable[[Order], None]
    width: float = number("dialog", "width")
    _before: list[str] = field(default_factory=list)
    _links: list[Order] = field(default_factory=list)

    def page(self, language: Language, width: float, ruler: Ruler) -> Page:
        """Return the card as the panel has it."""
        view = replace(self.view, open=self.card)
        told = card_picture(self.deck, view, language, width, ruler)
        self._links = [hit.order for hit in told.hits]
        hits = tuple(
            replace(hit, order=Press(f"{_LINK}:{at}"), id="") for at, hit in enumerate(told.hits)
        )
        body = Picture(width, told.height, told.shapes, hits, told.ground)
        last = not self._next
        close = FootButton(say("window.dialog.close", language), _CLOSE, primary=last, key="Esc")
        following = FootButton(say("why.next", language), _NEXT, primary=True, key="Y")
        buttons = [close] if last else [close, following]
        title = say("action.why", language)
        return Page(title, body, foot(buttons, width, ruler), _CLOSE if last else _NEXT)

    def press(self, control: str) -> None:
        """Close it, tell the next claim, or follow a link."""
        kind, _, at = control.partition(":")
        if kind == _NEXT:
            self.card = self._next or self.card
        elif kind != _LINK:
            self.on_close()
        elif isinstance(order := self._links[int(at)], OpenCard):
            if order.card != self._next:
                self._before.append(self.card)
            self.card = order.card
        else:
            self.on_close()
            self.dispatch(order)

    def pressed_by(self, names: Collection[str]) -> str:
        """Return the control that the key of these names presses; "" for none."""
        return _NEXT if "Y" in names and self._next else ""

    def may_close(self) -> bool:
        """Escape leads back to the card before, and closes the first one."""
        if not self._before:
            return True
        self.card = self._before.pop()
        return False

    @property
    def _next(self) -> str:
        following = next_card(self.deck, self.card)
        return following if following != self.card else ""
