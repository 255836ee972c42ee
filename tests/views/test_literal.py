"""What an author writes is shown as it is wherever Qt would read orders in it: &, <b>, [*]."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from decks import deck_from_text, deck_text
from lectures import Lecture
from msgspec.structs import replace
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from explainer.deck import Deck
from explainer.intents import Present
from explainer.schema import LANGUAGES, Language
from explainer.update import first_state
from explainer.views.lenses import fill_lenses
from explainer.views.menus import fill_context, fill_menu

NAMES = ("Q&A", "&File", "A && B", "<b>R&D</b>", "[*] &amp;", "C&")
"""Each is the name of something, with a word of Chinese behind it in Chinese."""


def told() -> Deck:
    """Return a deck full of signs that Qt takes for orders."""
    text = deck_text("davinci +code> codex")
    for old, new in (
        ("en: A tiny deck, zh: 小讲稿", f"en: '{NAMES[0]} [*]', zh: '{NAMES[0]} [*] 小讲稿'"),
        ("en: Reasoning, zh: 推理", f"en: '{NAMES[0]}', zh: '{NAMES[0]}推理'"),
        ("en: Pretraining, zh: 预训练", f"en: '{NAMES[1]}', zh: '{NAMES[1]}预训练'"),
        ("en: Training on code, zh: 代码训练", f"en: '{NAMES[2]}', zh: '{NAMES[2]}代码'"),
        ("en: Instruction tuning, zh: 指令微调", f"en: '{NAMES[3]}', zh: '{NAMES[3]}指令'"),
        ("en: RLHF, zh: 人类反馈", f"en: '{NAMES[4]}', zh: '{NAMES[4]}反馈'"),
        ("name: codex", f"name: '{NAMES[5]}'"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    fate = "fates:\n  - {model: codex, ability: reasoning, change: gained, certainty: likely}\n"
    return deck_from_text(f"{text}\n{fate}")


def entries(menu: QMenu) -> Iterator[QAction]:
    """Yield everything that stands in a menu and its submenus, their titles too."""
    for entry in menu.actions():
        if not entry.isSeparator():
            yield entry
        if isinstance(folded := entry.menu(), QMenu):
            yield from entries(folded)


def read(text: str) -> str:
    """Return the text of an entry as a menu shows it, without its keys."""
    shown, at = "", 0
    words = text.partition("\t")[0]
    while at < len(words):
        at += words[at] == "&"
        shown += words[at : at + 1]
        at += 1
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lens_is_listed_as_its_author_named_it(qtbot: QtBot, language: Language) -> None:
    deck = told()
    menu = QMenu()
    qtbot.addWidget(menu)

    fill_lenses(menu, deck, first_state(deck, language, "light"), lambda _: None, lambda: None)

    listed = [read(it.text()) for it in entries(menu)]
    wanted = [it.name.plain(language) for it in deck.methods.values()]
    wanted += [it.short.plain(language) for it in deck.abilities.values()]
    assert set(wanted) <= set(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_any_menu_has_a_letter_underlined(qtbot: QtBot, language: Language) -> None:
    deck = told()
    start = first_state(deck, language, "light")
    for state in (start, replace(start, mode="explore"), replace(start, presenting=True)):
        for subject in ("", *deck.models):
            menus = [QMenu() for _ in range(3)]
            for menu in menus:
                qtbot.addWidget(menu)
            pointed = replace(state, hover=subject)
            fill_menu(menus[0], deck, pointed, lambda _: None, lambda _: True)
            fill_context(menus[1], deck, pointed, lambda _: None)
            fill_lenses(menus[2], deck, pointed, lambda _: None, lambda: None)
            for entry in (it for menu in menus for it in entries(menu)):
                assert "&" not in entry.text().replace("&&", ""), entry.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_windows_are_called_as_the_deck_is(qtbot: QtBot, language: Language) -> None:
    del qtbot  # there is an application
    deck = told()
    shown = Lecture(deck, first_state(deck, language, "light"), 900, 700)
    try:
        assert heard(shown.window).startswith(deck.title.plain(language))
        shown.session.dispatch(Present(from_start=True))
        assert heard(shown.session.hall).startswith(deck.title.plain(language))
    finally:
        shown.end()


def heard(window: QWidget) -> str:
    """Return what a screen reader calls a window: its title as the system shows it."""
    return QAccessible.queryAccessibleInterface(window).text(QAccessible.Text.Name)
