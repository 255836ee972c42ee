"""The menu of lenses: by training method, the fate of an ability, what one method did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from explainer.abilities import course_of
from explainer.bars.lens import lens_word
from explainer.deck import Deck
from explainer.intents import Order, SetLens
from explainer.state import State
from explainer.story import shown_view
from explainer.strings import say
from explainer.views.literal import menu_text


def fill_lenses(
    menu: QMenu,
    deck: Deck,
    state: State,
    dispatch: Callable[[Order], None],
    on_same: Callable[[], None],
) -> None:
    """Put all lenses that show something into `menu`, the one that lies on the map checked.

    `on_same` is called when that one is chosen again.
    """
    language = state.language
    now = shown_view(deck, state).lens
    group = QActionGroup(menu)

    def add(target: QMenu, lenses: Sequence[str]) -> None:
        for lens in lenses:
            entry = QAction(menu_text(lens_word(deck, lens, language)), menu, checkable=True)
            entry.setChecked(lens == now)
            group.addAction(entry)
            target.addAction(entry)
            entry.triggered.connect(on_same if lens == now else _lays(lens, dispatch))

    add(menu, ("method",))
    abilities = [f"ability:{it}" for it in deck.abilities if course_of(deck, it)]
    causes = [f"cause:{it}" for it in deck.methods]
    for title, lenses in (("lens.abilities", abilities), ("lens.causes", causes)):
        if lenses:
            add(menu.addMenu(menu_text(say(title, language))), lenses)


def _lays(lens: str, dispatch: Callable[[Order], None]) -> Callable[[], None]:
    return lambda: dispatch(SetLens(lens))
