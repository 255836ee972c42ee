"""The bars around map and panel, as pictures: top bar, legend, story bar. Painted by a `Sheet`."""

from explainer.bars.areas import Areas, areas, panel_share
from explainer.bars.legend import legend
from explainer.bars.story import story_bar
from explainer.bars.top import top_bar

__all__ = [
    "Areas",
    "areas",
    "legend",
    "panel_share",
    "story_bar",
    "top_bar",
]
