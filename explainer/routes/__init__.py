"""The ways of strands between stations, and where methods join them."""

from explainer.routes.joins import Join, joins
from explainer.routes.rects import Rect
from explainer.routes.rooms import Rooms
from explainer.routes.router import Route, routes

__all__ = ["Join", "Rect", "Rooms", "Route", "joins", "routes"]
