"""Dialogs inside a window: export, help, problems of a deck, messages. All painted as pictures."""

from explainer.views.dialogs.export import Acts, ExportDialog, Wish
from explainer.views.dialogs.overlay import Overlay
from explainer.views.dialogs.page import Dialog
from explainer.views.dialogs.telling import Choice, Help, Message, Problems

__all__ = [
    "Acts",
    "Choice",
    "Dialog",
    "ExportDialog",
    "Help",
    "Message",
    "Overlay",
    "Problems",
    "Wish",
]
