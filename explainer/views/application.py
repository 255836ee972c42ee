"""The application that every window belongs to, and the input method that it is made with."""

from __future__ import annotations

import os
from collections.abc import Iterable, MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication

from explainer.schema import Language
from explainer.views.fontconfig import with_own_fonts_smooth
from explainer.views.starting import started

_FCITX = ("fcitx", "fcitx5")
_FOLDER = "platforminputcontexts"


_made: list[QApplication] = []
"""Who made it must hold it: else it ends at once, and its screens with it."""


def application(language: Language | None = None) -> QApplication:
    """Return the application; the first call makes it.

    Where Qt cannot start, that is said in `language`, else the system's, and the program ends.
    """
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    reach_input_method(os.environ, input_method_plugins())
    with_own_fonts_smooth()
    _made.append(started(lambda: QApplication(["explainer"]), language))
    return _made[-1]


def reach_input_method(environment: MutableMapping[str, str], plugins: Iterable[str]) -> None:
    """Let fcitx be reached as ibus where Qt has no plugin for it: fcitx 5 speaks that too.

    `plugins` are the file names of Qt's input methods. PySide6's wheel has none for fcitx, and
    a name that is not there leaves only Latin letters. Where nobody answers as ibus, Qt goes on
    as without an input method.
    """
    names = (environment.get("QT_IM_MODULES") or environment.get("QT_IM_MODULE") or "").split(";")
    named = any(it in _FCITX for it in names)
    # Some systems tell only the older protocol of X, which Qt 6 knows no more.
    implied = names == [""] and environment.get("XMODIFIERS", "").endswith(_FCITX)
    if (named or implied) and "ibus" not in names and not any("fcitx" in it for it in plugins):
        if environment.get("QT_IM_MODULES"):
            environment["QT_IM_MODULES"] += ";ibus"
        else:
            environment["QT_IM_MODULE"] = "ibus"


def input_method_plugins() -> list[str]:
    """Return the file names of the input methods that Qt finds."""
    places = os.environ.get("QT_PLUGIN_PATH", "").split(os.pathsep)
    places.append(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    folders = (Path(it, _FOLDER) for it in places if it)
    return [file.name for folder in folders if folder.is_dir() for file in folder.iterdir()]
