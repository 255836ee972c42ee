"""Makes an interpreter in which nobody installed Qt; for pytest: `-p without_qt`."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

ABSENT = frozenset(("PySide6", "shiboken6", "pyqtgraph"))


class NoQt(MetaPathFinder):
    """Finds nothing, and says so for Qt before anybody else is asked."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:  # noqa: ARG002 - as Python asks
        """Raise ModuleNotFoundError for Qt; leave all else to the others."""
        if name.partition(".")[0] in ABSENT:
            message = f"{name} is not installed here"
            raise ModuleNotFoundError(message, name=name)


sys.meta_path.insert(0, NoQt())
