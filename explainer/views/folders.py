"""Asking for a folder: the system's own dialog, or Qt's in the app's colours, words and icons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)

from explainer.picture import Icon, Picture
from explainer.schema import Language
from explainer.state import ThemeName
from explainer.strings import say
from explainer.theme import colour, number, window_type
from explainer.views.paint import paint

_SIZE = QSize(900, 560)
_AIR = 24
_PLACES = 190
"""px for the list of places at the left."""
_ICON = 20
_DENSITY = 2
"""px of an icon for each px on the screen: dense screens stay sharp."""
_BUTTONS = {
    "backButton": ("prev", "window.folder.back"),
    "forwardButton": ("next", "window.folder.forward"),
    "toParentButton": ("chev-up", "window.folder.up"),
}
_SPARE = ("newFolderButton", "listModeButton", "detailModeButton", "fileTypeCombo", "fileTypeLabel")
"""Parts of Qt's dialog that choosing a folder does not need; a folder is made by writing it."""


def ask_for_folder(  # noqa: PLR0913 - what is asked, of whom, and how it looks
    parent: QWidget,
    title: str,
    start: Path,
    on_chosen: Callable[[Path], None],
    language: Language = "en",
    theme: ThemeName = "light",
) -> None:
    """Ask for a folder; `on_chosen` hears of it, if one is chosen."""
    dialog = _FolderDialog(parent, title, str(start if start.exists() else start.parent))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    for label, key in (
        (QFileDialog.DialogLabel.LookIn, "window.folder.look-in"),
        (QFileDialog.DialogLabel.FileName, "window.folder.name"),
        (QFileDialog.DialogLabel.Accept, "window.folder.choose"),
        (QFileDialog.DialogLabel.Reject, "window.dialog.cancel"),
    ):
        dialog.setLabelText(label, say(key, language))
    if dialog.findChild(QToolButton, "toParentButton") is not None:
        # Only Qt's own dialog has widgets; the system's wears the system's colours.
        dialog.dress(language, theme)
    dialog.fileSelected.connect(lambda path: on_chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class _FolderDialog(QFileDialog):
    """Qt's dialog, which can wear the app's look; the system's where there is one."""

    def dress(self, language: Language, theme: ThemeName) -> None:
        """Take the app's look, and leave away what is not needed."""
        # Kept here: the dialog asks its provider for as long as it lives, and does not own it.
        self._icons = _Icons(theme)
        self.setIconProvider(self._icons)
        self.setViewMode(QFileDialog.ViewMode.List)
        self.setStyleSheet(_style(theme))
        self.resize(_SIZE)
        rows = self.layout()
        if rows is not None:
            rows.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        self.setSizeGripEnabled(False)
        for choice in self.findChildren(QPushButton):
            choice.setIcon(QIcon())
        for splitter in self.findChildren(QSplitter):
            splitter.setSizes([_PLACES, _SIZE.width() - _PLACES])
        for name, (icon, key) in _BUTTONS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(drawn_icon(icon, theme))
                button.setToolTip(say(key, language))
        for part in (*self.findChildren(QAbstractItemView), *self.findChildren(QLineEdit)):
            # Qt's own menus speak no Chinese here, and offer to delete.
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _SPARE:
            spare = self.findChild(QWidget, name)
            if spare is not None:
                spare.hide()


class _Icons(QAbstractFileIconProvider):
    """One drawing for everything that can hold a deck."""

    def __init__(self, theme: ThemeName) -> None:
        super().__init__()
        self._folder = drawn_icon("folder", theme)

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        return self._folder


def drawn_icon(name: str, theme: ThemeName) -> QIcon:
    """Return a drawing of `resources/icons` as an icon for native widgets."""
    size = _ICON * _DENSITY
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    shape = Icon(name, size / 2, size / 2, size, "muted")
    with QPainter(pixmap) as painter:
        paint(painter, Picture(size, size, (shape,)), theme, clip=QRectF(0, 0, size, size))
    pixmap.setDevicePixelRatio(_DENSITY)
    return QIcon(pixmap)


def _style(theme: ThemeName) -> str:
    ink, line, surface, sunken, edge, fill, on_ink, ground, focus = (
        colour(theme, role)
        for role in (
            "ink",
            "line",
            "surface",
            "sunken",
            "edge_dimmed",
            "selection_fill",
            "on_ink",
            "background",
            "focus",
        )
    )
    radius = number("radius", "control")
    small = number("radius", "button")
    size = window_type("ui")
    return f"""
QFileDialog {{ background: {ground}; }}
QLabel {{ color: {ink}; font-size: {size:.0f}px; }}
QPushButton, QLineEdit, QComboBox {{
    color: {ink}; background: {surface}; border: 1px solid {edge};
    border-radius: {radius:.0f}px; min-height: 38px; padding: 0 14px; font-size: {size:.0f}px;
}}
QPushButton {{ min-width: 84px; }}
QPushButton:default {{ color: {on_ink}; background: {fill}; border-color: {fill}; }}
QPushButton:disabled {{ color: {edge}; background: {sunken}; border-color: {edge}; }}
QPushButton:focus, QLineEdit:focus, QComboBox:focus {{ border: 2px solid {focus}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox QAbstractItemView {{ color: {ink}; background: {surface}; border: 1px solid {edge}; }}
QToolButton {{
    background: transparent; border: none; border-radius: {small:.0f}px; padding: 7px;
}}
QToolButton:hover {{ background: {sunken}; }}
QListView, QTreeView {{
    color: {ink}; background: {surface}; border: 1px solid {line};
    border-radius: {radius:.0f}px; padding: 6px; outline: none; font-size: {size:.0f}px;
}}
QListView::item, QTreeView::item {{ padding: 6px; border-radius: {small:.0f}px; }}
QListView::item:hover, QTreeView::item:hover {{ background: {sunken}; }}
QListView::item:selected, QTreeView::item:selected {{ color: {on_ink}; background: {fill}; }}
QSplitter::handle {{ background: transparent; }}
"""
