"""How the problems of a deck are shown: a grid of steps and checks, messages, a preview."""

from explainer.check.grid import grid_picture
from explainer.check.messages import Row, message_rows, messages_picture
from explainer.check.preview import preview_picture
from explainer.check.summary import CHECKS, check_of, headline, not_run_picture, summary_picture

__all__ = [
    "CHECKS",
    "Row",
    "check_of",
    "grid_picture",
    "headline",
    "message_rows",
    "messages_picture",
    "not_run_picture",
    "preview_picture",
    "summary_picture",
]
