"""Texts from decks and files in widgets of Qt, which would take some of their signs for orders."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def tooltip_text(text: str) -> str:
    """Return what shows `text` as it is: Qt takes what looks like HTML for HTML."""
    return f"<qt>{escape(text)}</qt>" if Qt.mightBeRichText(text) else text


def menu_text(text: str) -> str:
    """Return what shows `text` as it is: in a menu, & marks a key and a tab sets off the keys."""
    return text.replace("&", "&&").replace("\t", " ")


def title_text(text: str) -> str:
    """Return what shows `text` as it is: in a window's title, [*] stands for unsaved changes."""
    return text.replace("[*]", "[*][*]")
