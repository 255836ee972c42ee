"""The frames of pan and zoom over a lineage of 2,000 models, in the real window."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator

from benchmarks.frames import Frames

FRAMES = Frames(
    what="pan and zoom of a lineage of 2,000 models, 1920 x 1080, painted by the processor",
    module=("benchmarks.canvas",),
    goal_ms=33.0,
)
_COUNT = 90
_ZOOMS = (1.5, 8.0, 25.0, 45.0, 120.0)
"""From nearly the whole map to a few models."""
_STEP_PX = 12
"""Between two frames of a pan."""
Place = tuple[float, float, float]
"""Centre and zoom of a camera."""


def main() -> None:
    """Print the ms of each frame, by what the hand does.

    A frame is all that happens from the order to the last pixel: state, pictures, painting of the
    whole window. Counted is the time that the thread has the processor, so that what else the
    machine does is no part of it.
    """
    from PySide6.QtWidgets import QApplication

    from benchmarks.lineages import large_deck
    from explainer.intents import MoveCamera, SetMode, ShowView
    from explainer.schema import View
    from explainer.update import first_state
    from explainer.views.session import Session

    app = QApplication([])
    deck = large_deck()
    session = Session(deck, first_state(deck, "en", "light"))
    session.window.resize(1920, 1080)
    session.dispatch(SetMode("explore"))
    session.dispatch(ShowView(View()))
    session.open()
    app.processEvents()

    def frames(places: Iterable[Place]) -> list[float]:
        found: list[float] = []
        for place in places:
            begin = time.thread_time()
            session.dispatch(MoveCamera(*place))
            app.processEvents()
            found.append((time.thread_time() - begin) * 1000)
        return found

    size = (session.map.width(), session.map.height())
    times = {f"pan at zoom {zoom:g}": frames(_pan(zoom, *size)) for zoom in _ZOOMS}
    times["zoom in"] = frames(_zoom(range(1, _COUNT)))
    times["zoom out"] = frames(_zoom(range(_COUNT - 1, 0, -1)))
    session.end()
    app.processEvents()
    print(json.dumps(times))


def _pan(zoom: float, width: int, height: int) -> Iterator[Place]:
    for frame in range(_COUNT):
        moved = frame * _STEP_PX / zoom
        yield 0.4 + moved / width, 0.4 + moved / 3 / height, zoom


def _zoom(frames: Iterable[int]) -> Iterator[Place]:
    for frame in frames:
        yield 0.45, 0.5, _ZOOMS[-1] ** (frame / _COUNT)


if __name__ == "__main__":
    main()
