"""The look of the few native widgets: menus, fields, file dialogs."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from explainer.state import ThemeName
from explainer.theme import window_type
from explainer.views.fonts import load_fonts
from explainer.views.style import palette


def dress_natives(theme: ThemeName, text_scale: float) -> None:
    """Give them the app's colours and faces, with words as large as the window's."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        load_fonts()
        app.setFont(native_font(text_scale))
        app.setPalette(palette(theme))


def native_font(text_scale: float = 1.0) -> QFont:
    """Return the font of the native widgets, for both writings."""
    made = QFont(["Explainer Sans", "Explainer Sans SC"])
    made.setPixelSize(round(window_type("ui") * text_scale))
    return made
