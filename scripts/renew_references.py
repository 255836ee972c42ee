"""Paints anew what the tests compare the app's looks with: `make references`, or some by name.

To be called when a look has been changed on purpose, and after the new pictures have been looked
at: `git diff --stat` names those that changed. No test ever does this.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Renew the references that are named; all where none is."""
    for folder in (ROOT / "tests", ROOT):
        sys.path.insert(0, str(folder))
    import conftest  # noqa: F401 - sets the tests' environment before Qt is there
    import pytest
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    with tempfile.TemporaryDirectory() as settings, pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXPLAINER_SETTINGS_DIR", settings)
        app = QApplication(["explainer"])
        QLocale.setDefault(QLocale.c())
        from looks import LOOKS, renew

        parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
        parser.add_argument("names", nargs="*", choices=[*LOOKS, []], metavar="NAME")
        for name in parser.parse_args().names or LOOKS:
            print(f"{'renewed' if renew(name) else 'as before':>9}  {name}")
        app.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
