"""What every command says and returns: exit codes, lines on stdout and stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from explainer.errors import Problem, escaped
from explainer.schema import Language
from explainer.strings import say

OK = 0
DECK_HAS_ERRORS = 1
USAGE = 2
FILES_EXIST = 3
CANNOT_WRITE = 4
"""... or cannot open a window: this machine refuses."""
WRITTEN_IN_PART = 5
INTERRUPTED = 130


def tell(line: str) -> None:
    """Print what was asked for: a line on stdout, with nothing in it that a terminal obeys."""
    _write_out(escaped(line, keep="\n\u00a0\u3000"))


def tell_path(path: Path) -> None:
    """Print the path of a file on stdout; other programs get just the bytes of its name."""
    _write_out(shown_path(path) if sys.stdout.isatty() else str(path))


def shown_path(path: object) -> str:
    """Return a path as it stands within a line."""
    return escaped(str(path), keep="\u00a0\u3000")


def _write_out(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def nobody_listens() -> None:
    """Let later lines go nowhere: whoever read them has gone.

    Python would complain once more when it closes stdout, and end with another exit code.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(line: str) -> None:
    """Print what a person should know: a line on stderr."""
    line = escaped(line, keep="\n\u00a0\u3000")
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def counted(problems: Iterable[Problem], language: Language) -> str:
    """Return how many errors and warnings there are, as a sentence."""
    severities = [problem.severity for problem in problems]
    if not severities:
        return say("cli.no-problems", language)
    return say(
        "cli.problems",
        language,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
    )
