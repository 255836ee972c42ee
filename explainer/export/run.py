"""A running export: paints one picture after the other, encodes and writes them beside that."""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from explainer.deck import Deck
from explainer.export.about import about
from explainer.export.plan import Target
from explainer.export.png import Pixels, encode_png
from explainer.files import remove_leftovers, write_whole

THREADS = max(2, min(4, os.cpu_count() or 1))
"""Painting keeps one core busy; encoding a slide takes about as long as painting it."""
_WAITING_PIXELS = 60_000_000
"""Painted but not yet written: about 400 MB, seven bytes each."""
_WHOLE_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
"""After one of these the next file would fail as well."""


class Raster(Protocol):
    """A painted picture."""

    def pixels(self) -> Pixels:
        """Return its pixels; called once, in another thread than the one that painted."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """A file that stands where it should, whole."""

    target: Target


@dataclass(frozen=True, slots=True)
class Failure:
    """A picture that could not be painted or written, and why."""

    target: Target
    reason: str
    errno: int = 0
    """The system's number for the reason; 0 where it was not the system."""


Outcome = Written | Failure


@dataclass(frozen=True, slots=True)
class Report:
    """How an export ended. What is in neither list was not begun."""

    asked: int
    written: tuple[Path, ...]
    failed: tuple[Failure, ...] = ()
    cancelled: bool = False


Paint = Callable[[Target], Raster]
Write = Callable[[Path, bytes], None]


def export(  # noqa: PLR0913  what, how, and the two ways to talk with it
    deck: Deck,
    targets: Sequence[Target],
    paint: Paint,
    *,
    write: Write = write_whole,
    on_progress: Callable[[Outcome, int], None] = lambda _outcome, _done: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Write all `targets`, in their order, and return how it ended.

    `on_progress` hears of each one and how many are done; for the rest see `exporting`.
    """
    written: list[Path] = []
    failed: list[Failure] = []
    for outcome in exporting(deck, targets, paint, write=write, cancelled=cancelled):
        if isinstance(outcome, Written):
            written.append(outcome.target.path)
        else:
            failed.append(outcome)
        on_progress(outcome, len(written) + len(failed))
    return Report(len(targets), tuple(written), tuple(failed), cancelled=cancelled())


def exporting(
    deck: Deck,
    targets: Sequence[Target],
    paint: Paint,
    *,
    write: Write = write_whole,
    cancelled: Callable[[], bool] = lambda: False,
) -> Generator[Outcome, None, None]:
    """Yield what became of each of `targets`, in their order, while the next are painted.

    Painting happens in the thread that asks for the next one, so a window can do it between
    two events. One that fails does not stop the others, unless the disk is full. Once
    `cancelled` says so, none is begun; those that were are finished and yielded.
    """
    for folder in {target.path.parent for target in targets}:
        remove_leftovers(folder, (".png",))
    pool = ThreadPoolExecutor(THREADS, "export")
    begun: deque[tuple[Target, Future[None]]] = deque()
    disk_has_room = True
    try:
        for target in targets:
            if cancelled() or not disk_has_room:
                break
            begun.append((target, _begin(pool, deck, target, paint, write)))
            if len(begun) >= _room(target):
                outcome, disk_has_room = _finish(*begun.popleft())
                yield outcome
        while begun:
            yield _finish(*begun.popleft())[0]
    finally:
        pool.shutdown(cancel_futures=True)


def _room(target: Target) -> int:
    """Return how many pictures may be painted and not yet written."""
    return max(1, min(2 * THREADS, _WAITING_PIXELS // (target.width * target.height)))


def _begin(
    pool: ThreadPoolExecutor, deck: Deck, target: Target, paint: Paint, write: Write
) -> Future[None]:
    """Paint `target` here and now, and let the pool write it."""
    try:
        raster = paint(target)
        texts = about(deck, target)
    except Exception as error:  # noqa: BLE001  one bad slide must not cost the others
        failed: Future[None] = Future()
        failed.set_exception(error)
        return failed
    return pool.submit(lambda: write(target.path, encode_png(raster.pixels(), texts)))


def _finish(target: Target, future: Future[None]) -> tuple[Outcome, bool]:
    """Return what became of `target`, and whether the disk can take more."""
    try:
        future.result()
    except OSError as error:
        failure = Failure(target, error.strerror or str(error), error.errno or 0)
        return failure, error.errno not in _WHOLE_DISK
    except Exception as error:  # noqa: BLE001  as above
        return Failure(target, f"{type(error).__name__}: {error}"), True
    return Written(target), True
