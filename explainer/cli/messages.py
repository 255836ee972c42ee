"""What every command says and returns: exit codes, lines on stdout and stderr."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from explainer.cli.streams import failures, is_terminal, write_line
from explainer.errors import Problem, escaped, listed
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
    write_line("stdout", escaped(line, keep="\n\u00a0\u3000"))


def tell_path(path: Path) -> None:
    """Print the path of a file on stdout; other programs get just the bytes of its name."""
    write_line("stdout", shown_path(path) if is_terminal("stdout") else str(path))


def shown_path(path: object) -> str:
    """Return a path as it stands within a line."""
    return escaped(str(path), keep="\u00a0\u3000")


def complain(line: str) -> None:
    """Print what a person should know: a line on stderr."""
    write_line("stderr", escaped(line, keep="\n\u00a0\u3000"))


def told_of_failures(code: int, language: Language) -> int:
    """Say on the other stream which stream could not be written; return the exit code then.

    It is `code` where all that was said could be read, or where `code` says itself what failed.
    """
    lost = failures()
    if "stdout" in lost:
        complain(say("cli.stdout-lost", language, reason=lost["stdout"]))
    if "stderr" in lost:
        tell(say("cli.stderr-lost", language, reason=lost["stderr"]))
    return CANNOT_WRITE if lost and code in {OK, DECK_HAS_ERRORS} else code


def list_problems(
    problems: Sequence[Problem], language: Language, write: Callable[[str], None]
) -> None:
    """Print a line for each problem with `write`, and on stderr how many there are.

    Of very many the first are printed, errors before warnings.
    """
    first, more = listed(problems)
    for problem in first:
        write(problem.say(language))
    if more:
        complain(say("check.more", language, count=more))
    complain(counted(problems, language))


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
