"""A running export: one picture after the other, between the events of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from explainer.deck import Deck
from explainer.export import Outcome, Target, exporting
from explainer.views.dialogs import ExportDialog


class Export(QObject):
    """A running export: one picture after the other, between the events of the window."""

    def __init__(
        self,
        deck: Deck,
        targets: Sequence[Target],
        dialog: ExportDialog,
        on_progress: Callable[[], None],
    ) -> None:
        super().__init__()
        self._deck = deck
        self._targets = targets
        self._dialog = dialog
        self._on_progress = on_progress
        self._cancelled = False
        self._outcomes: Iterator[Outcome] = iter(())
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin."""
        from explainer.views.render import slide_painter  # only where something is exported

        self._outcomes = exporting(
            self._deck,
            self._targets,
            slide_painter(self._deck),
            cancelled=lambda: self._cancelled,
        )
        self._timer.start()

    def cancel(self) -> None:
        """Begin no further picture."""
        self._cancelled = True

    def end(self) -> None:
        """Begin no further picture, and wait for those that were begun."""
        self._cancelled = True
        self._timer.stop()
        for outcome in self._outcomes:
            self._dialog.hear(outcome)

    def _go_on(self) -> None:
        outcome = next(self._outcomes, None)
        if outcome is None:
            self._dialog.end()
        else:
            self._dialog.hear(outcome)
            self._timer.start()
        self._on_progress()
