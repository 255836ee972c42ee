"""The bars around map and panel, as pictures: top bar, legend, story bar. Painted by a `Sheet`."""

from explainer.bars.areas import Areas, areas, panel_share
from explainer.bars.legend import legend
from explainer.bars.lens import LensButton, lens_button
from explainer.bars.story import story_bar
from explainer.bars.top import top_bar

__all__ = [
    "Areas",
    "LensButton",
    "areas",
    "legend",
    "lens_button",
    "panel_share",
    "story_bar",
    "top_bar",
]
