"""Where each model stands on the map's grid, free of any size: `placement` turns it into lengths.

Only the drawn readings count, so another reading re-routes strands while every station stays.
"""

from explainer.layout.grid import Layout, Place, Row, Side, closest_zoom, layout, start_of

__all__ = ["Layout", "Place", "Row", "Side", "closest_zoom", "layout", "start_of"]
