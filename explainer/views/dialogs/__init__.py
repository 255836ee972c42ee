"""Dialogs inside a window: export, help, problems of a deck, messages. All painted as pictures."""

from explainer.views.dialogs.check import CheckActs, DeckCheck
from explainer.views.dialogs.checking import CheckRuns
from explainer.views.dialogs.export import Acts, ExportDialog, Wish
from explainer.views.dialogs.overlay import Overlay
from explainer.views.dialogs.page import Dialog
from explainer.views.dialogs.spread import Spread
from explainer.views.dialogs.telling import Choice, Help, Message

__all__ = [
    "Acts",
    "CheckActs",
    "CheckRuns",
    "Choice",
    "DeckCheck",
    "Dialog",
    "ExportDialog",
    "Help",
    "Message",
    "Overlay",
    "Spread",
    "Wish",
]
