"""`explainer export`: the slides as PNG; written paths on stdout, all else on stderr."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import cast

from explainer.cli.arguments import Arguments
from explainer.cli.decks import asked_deck
from explainer.cli.messages import (
    CANNOT_WRITE,
    DECK_HAS_ERRORS,
    FILES_EXIST,
    INTERRUPTED,
    OK,
    WRITTEN_IN_PART,
    complain,
    shown_path,
    tell_path,
)
from explainer.cli.streams import is_terminal, write_text
from explainer.deck import Deck
from explainer.export import (
    FULL_HD,
    Existing,
    OneFileError,
    Outcome,
    Report,
    SizeError,
    SlideError,
    Steps,
    Target,
    Wishes,
    Written,
    already_there,
    export,
    plan,
    read_size,
    sorted_by_existing,
)
from explainer.missing import why_not_loaded
from explainer.schema import LANGUAGES, Language
from explainer.state import ThemeName
from explainer.strings import say

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".pdf")
"""Endings by which `--out` means a file, unless a folder has that name."""
_SEPARATORS = tuple(it for it in (os.sep, os.altsep) if it)
_NAMED = 5
"""So many files that are in the way are named; of more only their number is said."""


def export_slides(arguments: Arguments) -> int:
    """Write what `arguments` ask for and return the exit code.

    Raises:
        UsageError: an option has a value that cannot be.
    """
    wishes = _wishes(arguments)
    deck = asked_deck(arguments)
    if deck is None:
        return DECK_HAS_ERRORS
    targets = _targets(arguments, deck, wishes)
    language = arguments.language
    found = Existing(left=list(targets))
    if "skip-existing" in arguments.flags:
        found = sorted_by_existing(targets)
        there: Sequence[Path] = found.others
    else:
        there = already_there(targets)
    if there and "force" not in arguments.flags:
        key = "export.others-exist" if "skip-existing" in arguments.flags else "export.files-exist"
        complain(_in_the_way(key, there, language))
        return FILES_EXIST
    if trouble := _trouble_with(wishes.folder, language):
        complain(trouble)
        return CANNOT_WRITE
    try:
        from explainer.views.render import slide_painter, start_qt_offscreen
    except ImportError as error:
        complain(why_not_loaded(str(error), "offscreen", language))
        return CANNOT_WRITE
    speaking = "quiet" not in arguments.flags
    targets = tuple(found.left)
    if speaking:
        where = shown_path(wishes.folder / wishes.name)
        if found.done:
            complain(say("export.kept", language, count=len(found.done)))
        complain(say("export.begins", language, count=len(targets), folder=where))
    with start_qt_offscreen(), _stop_asked() as stop_asked:
        report = export(
            deck,
            targets,
            slide_painter(deck),
            on_progress=_Progress(len(targets), shown=speaking and is_terminal("stderr")),
            cancelled=stop_asked,
        )
    # Also one that came when the last picture was being finished: nobody lost a Ctrl+C.
    report = replace(report, cancelled=stop_asked())
    return _ended(report, language, speaking=speaking)


def _wishes(arguments: Arguments) -> Wishes:
    folder, name = _place(arguments)
    if {"force", "skip-existing"} <= arguments.flags:
        raise arguments.wrong("export.force-or-skip")
    languages = cast("tuple[Language, ...]", arguments.several_of("lang", LANGUAGES))
    themes = cast("tuple[ThemeName, ...]", arguments.several_of("theme", ("light", "dark")))
    asked_size = arguments.option("size")
    try:
        size = read_size(asked_size) if asked_size is not None else FULL_HD
    except SizeError as error:
        raise arguments.wrong("export.bad-size", size=asked_size) from error
    return Wishes(
        folder,
        languages or (arguments.language,),
        themes or ("light",),
        slides=arguments.option("slides"),
        steps=cast("Steps", arguments.one_of("steps", ("last", "all")) or "last"),
        size=size,
        name=name,
    )


def _place(arguments: Arguments) -> tuple[Path, str]:
    """Return the folder to write into, and the name of the one file where `--out` names a file."""
    out = arguments.option("out")
    if not out:
        raise arguments.wrong("export.no-out")
    path = Path(out)
    suffix = path.suffix.lower()
    if suffix not in _PICTURES or out.endswith(_SEPARATORS) or path.is_dir():
        return path, ""
    if suffix != ".png":
        raise arguments.wrong("export.only-png", out=out)
    return path.parent, path.name


def _targets(arguments: Arguments, deck: Deck, wishes: Wishes) -> tuple[Target, ...]:
    try:
        return plan(deck, wishes)
    except SlideError as error:
        key = "export.no-slide-but" if error.nearest else "export.no-slide"
        raise arguments.wrong(
            key, word=error.word, nearest=error.nearest, count=error.count
        ) from error
    except OneFileError as error:
        out = arguments.option("out")
        raise arguments.wrong("export.one-file", out=out, count=error.count) from error


def _trouble_with(folder: Path, language: Language) -> str:
    """Make `folder` where it is missing; return why it cannot take files, "" where it can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        file = next(it for it in (folder, *folder.parents) if os.path.lexists(it))
        where, file_name = shown_path(folder), shown_path(file)
        return say("export.no-folder-but-file", language, folder=where, file=file_name)
    except OSError as error:
        reason = error.strerror or str(error)
        return say("export.no-folder", language, folder=shown_path(folder), reason=reason)
    if os.access(folder, os.W_OK | os.X_OK):
        return ""
    reason = os.strerror(errno.EACCES)
    return say("export.no-folder", language, folder=shown_path(folder), reason=reason)


def _in_the_way(key: str, there: Sequence[Path], language: Language) -> str:
    names = "\n".join(f"  {shown_path(path)}" for path in there[:_NAMED])
    if len(there) > _NAMED:
        names += "\n" + say("export.and-more", language, count=len(there) - _NAMED)
    return say(key, language, count=len(there), names=names)


def _ended(report: Report, language: Language, *, speaking: bool) -> int:
    """Say how it ended and return the exit code."""
    for failure in report.failed:
        path, reason = shown_path(failure.target.path), failure.reason
        complain(say("export.failed", language, path=path, reason=reason))
    written = len(report.written)
    if report.cancelled:
        complain(say("export.interrupted", language, written=written, asked=report.asked))
        return INTERRUPTED
    if written == report.asked:
        if speaking:
            complain(say("export.done", language, count=written))
        return OK
    complain(say("export.in-part", language, written=written, asked=report.asked))
    return WRITTEN_IN_PART if written else CANNOT_WRITE


class _Progress:
    """Prints the path of each written file, and on a terminal how far it has come."""

    def __init__(self, count: int, *, shown: bool) -> None:
        self._count = count
        self._shown = shown

    def __call__(self, outcome: Outcome, done: int) -> None:
        if self._shown:
            write_text("stderr", "\r\x1b[K")
        if isinstance(outcome, Written):
            tell_path(outcome.target.path)
        if self._shown and done < self._count:
            write_text("stderr", f"{done}/{self._count}")


@contextmanager
def _stop_asked() -> Iterator[Callable[[], bool]]:
    """Give a function that tells whether Ctrl+C or a request to end came.

    Meanwhile neither ends the program: what was begun is finished, and nothing stays behind.
    """
    asked = False

    def ask(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked = True

    numbers = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP"))
    before = {it: signal.getsignal(it) for it in numbers if it is not None}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:  # it may run in the background
            signal.signal(number, ask)
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
