"""Which part of the map is shown: the camera of a view, resolved for a box of px."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from explainer.schema import Camera

if TYPE_CHECKING:
    from explainer.routes import Rect

_CLOSEST = 2.4
"""The most that a view's `focus` enlarges the map."""
_AROUND = 1.12
"""How much more than the focus is framed."""


class Frame(Struct, frozen=True):
    """From the map's box to the px of a viewport: `px = map * factor + (dx, dy)`."""

    factor: float
    dx: float
    dy: float
    zoom: float
    """1: the whole map fits."""


def frame_of(camera: Camera, box: tuple[float, float], viewport: tuple[float, float]) -> Frame:
    """Return how a map of size `box` is seen through `camera` in a `viewport`, both px."""
    fit = min(viewport[0] / box[0], viewport[1] / box[1])
    factor = fit * camera.zoom
    dx = viewport[0] / 2 - camera.x * box[0] * factor
    dy = viewport[1] / 2 - camera.y * box[1] * factor
    return Frame(factor, dx, dy, camera.zoom)


def focus_camera(
    part: Rect, box: tuple[float, float], reach: tuple[float, float] = (0.0, 1.0)
) -> Camera:
    """Return the camera that frames `part` of a map of size `box`, rounded as a link is.

    It shows nothing outside the map, but words above and below as far as `reach` says, shares of
    the height.
    """
    across = (part.right - part.left) * _AROUND / box[0]
    down = (part.bottom - part.top) * _AROUND / box[1]
    zoom = min(_CLOSEST, 1 / max(across, down, 1e-6))
    if zoom <= 1:
        return Camera()
    half = 0.5 / zoom
    x = min(1 - half, max(half, (part.left + part.right) / 2 / box[0]))
    y = min(reach[1] - half, max(reach[0] + half, (part.top + part.bottom) / 2 / box[1]))
    return Camera(x=round(x, 4), y=round(y, 4), zoom=round(zoom, 4))


def seen_of(camera: Camera, box: tuple[float, float]) -> Rect:
    """Return the part of a map of size `box` that a camera shows at the least, px of the map."""
    from explainer.routes import Rect

    across, down = box[0] / camera.zoom, box[1] / camera.zoom
    left, top = camera.x * box[0] - across / 2, camera.y * box[1] - down / 2
    return Rect(left, top, left + across, top + down)
