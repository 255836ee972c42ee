"""Export of the whole deck: from the finished start of a process to the last file on the disk."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import explainer
from benchmarks.pairs import Pair
from explainer.deck import Deck, load_embedded
from explainer.export import Raster, Target, Wishes, encode_png, export, plan
from explainer.export.run import THREADS

PAIR = Pair(
    floor="painting and encoding the same pictures",
    ours="export of the whole deck",
    floor_module=("benchmarks.export", "floor"),
    ours_module=("benchmarks.export", "export"),
    tells=True,
)


def seconds_of_floor(deck: Deck, targets: tuple[Target, ...]) -> float:
    """Return how long it takes to paint ready pictures and encode them in as many threads.

    With the same encoder, and nothing else: no layout, no texts in the file, no writing.
    """
    from explainer.views.render import ImageRaster, framed_slide, picture_image

    pictures = [
        (framed_slide(deck, it.step, it.language, it.width, it.height), it.theme) for it in targets
    ]
    waiting: deque[Future[bytes]] = deque()
    begin = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        for picture, theme in pictures:
            raster = ImageRaster(picture_image(picture, theme))
            waiting.append(pool.submit(_encoded, raster))
            if len(waiting) >= 2 * THREADS:
                waiting.popleft().result()
    return time.perf_counter() - begin


def _encoded(raster: Raster) -> bytes:
    return encode_png(raster.pixels(), {})


def seconds_of_export(deck: Deck, targets: tuple[Target, ...]) -> float:
    """Return how long an export takes, all files written."""
    from explainer.views.render import slide_painter

    begin = time.perf_counter()
    report = export(deck, targets, slide_painter(deck))
    seconds = time.perf_counter() - begin
    if len(report.written) != len(targets):
        raise SystemExit(f"not all was written: {report.failed}")
    return seconds


def main(what: str) -> None:
    """Print the seconds of one of the two."""
    from explainer.views.fonts import load_fonts
    from explainer.views.render import start_qt_offscreen

    _import_all()
    deck = load_embedded()
    with tempfile.TemporaryDirectory() as folder, start_qt_offscreen():
        load_fonts()
        targets = plan(deck, Wishes(Path(folder), ("en",)))
        measure = seconds_of_floor if what == "floor" else seconds_of_export
        print(measure(deck, targets))


def _import_all() -> None:
    """Import what any slide needs, as the pictures of the floor do before its clock runs."""
    for module in walk_packages(explainer.__path__, "explainer."):
        import_module(module.name)
    import_module("networkx")


if __name__ == "__main__":
    main(sys.argv[1])
