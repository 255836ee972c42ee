"""What every command says and returns: exit codes, lines on stdout and stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from explainer.errors import Problem
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
    """Print what was asked for: a line on stdout."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def nobody_listens() -> None:
    """Let later lines go nowhere: whoever read them has gone.

    Python would complain once more when it closes stdout, and end with another exit code.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(line: str) -> None:
    """Print what a person should know: a line on stderr."""
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
