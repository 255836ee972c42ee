"""The frames of every way from one step to the next, on a hall's screen of 1920 x 1080."""

from __future__ import annotations

import json
import time
from itertools import pairwise

from benchmarks.frames import Frames
from explainer.deck import load_embedded
from explainer.schema import LANGUAGES
from explainer.story import steps

FRAMES = Frames(
    what="ways between the steps of the embedded deck, 1920 x 1080, painted by the processor",
    module=("benchmarks.motion",),
    goal_ms=16.7,
)
_TICK_S = 0.016


def main() -> None:
    """Print the ms of each frame, by the step that is come to.

    A frame is the work of one tick: what is painted now, and what is made ready for later. The
    first frame is the press itself: comparing both pictures and painting the new one. Counted is
    the time that the thread has the processor, so that what else the machine does is no part of it.
    """
    from PySide6.QtWidgets import QApplication

    from explainer.motion import ends_at
    from explainer.views.fonts import load_fonts
    from explainer.views.moving import Moving
    from explainer.views.render import framed_slide
    from explainer.views.sheet import Sheet

    app = QApplication([])
    load_fonts()
    deck = load_embedded()
    now = [0.0]
    Moving.__init__.__defaults__ = (lambda: now[0],)  # time stands still between two frames
    sheet = Sheet(lambda _: None, moves=True)
    sheet.resize(1920, 1080)
    sheet.show()
    found: dict[str, list[float]] = {}
    for language in LANGUAGES:
        pictures = [(it, framed_slide(deck, it, language, 1920, 1080)) for it in steps(deck)]
        for (_, before), (name, after) in pairwise(pictures):
            sheet.show_picture(before, "light")
            app.processEvents()
            sheet.repaint()
            begin = time.thread_time()
            sheet.show_picture(after, "light", way="go")
            frames = [_ms(begin)]
            moving = sheet.moving
            change = moving.change if moving is not None else None
            if moving is None or change is None:
                raise SystemExit(f"nothing moves to {name}")
            began = now[0]
            while (now[0] - began) * 1000 < ends_at(change):
                now[0] += _TICK_S
                begin = time.thread_time()
                moving.tick()
                sheet.repaint()
                frames.append(_ms(begin))
            moving.finish()
            found[f"{name} ({language})"] = frames
    print(json.dumps(found))


def _ms(begin: float) -> float:
    return (time.thread_time() - begin) * 1000


if __name__ == "__main__":
    main()
