"""Where the stations of a grid stand in a box of px, and how high strands turn between rows.

Columns are as far apart as names need, rows as what has to pass between them.

Measured with the names of models, which no language changes, and with the wider of both languages
elsewhere: so a station has one place whatever the language, the theme, the reading or the step.
"""

from explainer.placement.badges import badge_floors, joining
from explainer.placement.box import Placement, placement
from explainer.placement.channels import Bend, Channel, Spread, bends, channel, spreads
from explainer.placement.lanes import joins_left, lanes
from explainer.placement.names import shown_name
from explainer.placement.scale import Scale, slide_scale, window_scale

__all__ = [
    "Bend",
    "Channel",
    "Placement",
    "Scale",
    "Spread",
    "badge_floors",
    "bends",
    "channel",
    "joining",
    "joins_left",
    "lanes",
    "placement",
    "shown_name",
    "slide_scale",
    "spreads",
    "window_scale",
]
