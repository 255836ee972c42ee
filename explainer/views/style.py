"""The tokens as Qt knows them: colours, and the look of the few native widgets."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor, QPalette

from explainer.picture import Ink
from explainer.state import ThemeName
from explainer.theme import colour, number, window_type

SCROLL_BAR = 10
"""px, with the air around the handle."""
_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "selection_fill",
    QPalette.ColorRole.HighlightedText: "on_ink",
    QPalette.ColorRole.Link: "focus",
    QPalette.ColorRole.LinkVisited: "focus",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Accent: "focus",
}


@cache
def ink_colour(theme: ThemeName, ink: Ink) -> QColor:
    """Return the colour that has the role `ink`; it is shared, never change it.

    Raises:
        KeyError: the tokens know no such role.
    """
    return QColor(colour(theme, ink))


def palette(theme: ThemeName) -> QPalette:
    """Return the colours of native widgets: dialogs, menus, tool tips."""
    made = QPalette()
    for role, ink in _ROLES.items():
        made.setColor(role, ink_colour(theme, ink))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, ink_colour(theme, "dimmed_text"))
    return made


@cache
def style_sheet(theme: ThemeName, text_scale: float = 1.0) -> str:
    """Return the look of scroll bars, menus and tool tips; everything else is painted."""
    ink, line, surface, sunken, muted, edge, dimmed = (
        colour(theme, role)
        for role in ("ink", "line", "surface", "sunken", "muted", "edge_dimmed", "dimmed_text")
    )
    radius = number("radius", "button")
    return f"""
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ width: {SCROLL_BAR}px; margin: 0; border: none; background: transparent; }}
QScrollBar:horizontal {{
    height: {SCROLL_BAR}px; margin: 0; border: none; background: transparent;
}}
QScrollBar::handle {{
    background: {line}; border-radius: 3px; margin: 2px; min-height: 32px; min-width: 32px;
}}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ color: {ink}; background: {surface}; border: 1px solid {line}; padding: 4px 8px; }}
QMenu {{
    color: {ink}; background: {surface}; border: 1px solid {edge}; padding: 6px;
    font-size: {window_type("ui") * text_scale:.0f}px; menu-scrollable: 1;
}}
QMenu::item {{ padding: 6px 24px 6px 28px; border-radius: {radius:.0f}px; }}
QMenu::item:selected {{ background: {sunken}; }}
QMenu::item:disabled {{ color: {dimmed}; }}
QMenu::indicator {{ left: 8px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 10px; }}
"""


@cache
def field_style(theme: ThemeName, size: float) -> str:
    """Return the look of a field for words, with letters of `size` px; its frame is painted."""
    ink, muted, chosen, on_chosen = (
        colour(theme, role) for role in ("ink", "muted", "selection_fill", "on_ink")
    )
    return f"""
QLineEdit {{
    border: none; padding: 0; background: transparent; color: {ink};
    font-family: "Explainer Sans", "Explainer Sans SC"; font-size: {size:.0f}px;
    placeholder-text-color: {muted};
    selection-background-color: {chosen}; selection-color: {on_chosen};
}}
"""
