"""A page over the whole window with widgets of its own: the overlay shows it like a dialog."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from explainer.schema import Language
from explainer.state import ThemeName


class Spread(QWidget):
    """A page as large as the window; it lives until the overlay closes it."""

    def wear(self, language: Language, theme: ThemeName, text_scale: float = 1.0) -> None:
        """Take language, colours and the size of words, and show everything in them."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take the keyboard's focus."""
        raise NotImplementedError

    def use_key(self, names: Collection[str]) -> bool:
        """Use the key of these names; False where it goes on to the widget with the focus."""
        raise NotImplementedError

    def end(self) -> None:
        """Stop what is still going on: the page is closed."""
        raise NotImplementedError
