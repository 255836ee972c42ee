"""The overview: all stages at once, and which of them a number or a word means."""

from explainer.overview.grid import Grid, beside, columns_for, grid
from explainer.overview.head import Head, overview_empty, overview_head
from explainer.overview.matches import Matches, shown_steps, stage_matches
from explainer.overview.tiles import overview_tiles

__all__ = [
    "Grid",
    "Head",
    "Matches",
    "beside",
    "columns_for",
    "grid",
    "overview_empty",
    "overview_head",
    "overview_tiles",
    "shown_steps",
    "stage_matches",
]
