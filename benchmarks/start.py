"""Cold start: a process from its very beginning until its window has painted for the first time."""

from __future__ import annotations

import sys

from benchmarks.pairs import Pair

PAIR = Pair(
    floor="a bare PySide6 window",
    ours="cold start to the first painted slide",
    floor_module=("benchmarks.start", "bare"),
    ours_module=("benchmarks.start", "app"),
)


def bare() -> int:
    """Open an empty window, say when it has painted, and end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt calls it so
            super().paintEvent(event)
            QTimer.singleShot(0, end)

    def end() -> None:
        print("painted", flush=True)
        QApplication.quit()

    app = QApplication([])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    return app.exec()


def app() -> int:
    """Open the embedded deck as the command does, say when it has painted, and end."""
    from explainer.cli.arguments import read_arguments
    from explainer.cli.window import open_window

    def end() -> None:
        from PySide6.QtWidgets import QApplication

        print("painted", flush=True)
        QApplication.quit()

    return open_window(read_arguments(["--lang", "en", "--theme", "light"]), on_first_paint=end)


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else app())
