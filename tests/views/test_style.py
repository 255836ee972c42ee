"""Native widgets wear the colours of the theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from explainer.state import ThemeName
from explainer.theme import colour, inks, window_type
from explainer.views.style import SCROLL_BAR, ink_colour, palette, style_sheet


def test_a_role_is_the_colour_of_the_tokens() -> None:
    assert ink_colour("dark", "focus").name().upper() == colour("dark", "focus")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_native_widgets_are_readable(theme: ThemeName) -> None:
    made = palette(theme)
    for ground, words in (
        (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText),
        (QPalette.ColorRole.Base, QPalette.ColorRole.Text),
        (QPalette.ColorRole.Button, QPalette.ColorRole.ButtonText),
        (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText),
        (QPalette.ColorRole.ToolTipBase, QPalette.ColorRole.ToolTipText),
    ):
        apart = made.color(ground).lightness() - made.color(words).lightness()
        assert abs(apart) > 150


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_native_widgets_wear_nothing_but_the_tokens(theme: ThemeName) -> None:
    known = {colour(theme, ink) for ink in inks(theme)}
    made = palette(theme)
    plain = QPalette()
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    set_ = {
        made.color(group, role).name().upper()
        for group in groups
        for role in QPalette.ColorRole
        if role != QPalette.ColorRole.NColorRoles
        and made.isBrushSet(group, role)
        and not plain.isBrushSet(group, role)
    }

    assert len(set_) > 5
    assert set_ <= known
    sheet = style_sheet(theme, 1.5)
    assert {it.upper() for it in re.findall(r"#[0-9A-Fa-f]+", sheet)} <= known
    assert re.findall(r"font-size: (\d+)px", sheet) == [f"{window_type('ui') * 1.5:.0f}"]


def test_a_scroll_bar_is_thin_and_its_handle_has_the_colour_of_lines(qtbot: QtBot) -> None:
    area = QScrollArea()
    content = QWidget()
    content.setFixedHeight(1000)
    area.setWidget(content)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setStyleSheet(style_sheet("light"))
    area.resize(200, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    bar = area.verticalScrollBar()
    assert bar.width() == SCROLL_BAR
    assert bar.grab().toImage().pixelColor(SCROLL_BAR // 2, 15) == ink_colour("light", "line")
