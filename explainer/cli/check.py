"""`explainer check`: all that is wrong with a deck, one line each or as JSON."""

from __future__ import annotations

import json

from explainer.cli.arguments import Arguments
from explainer.cli.coverage import print_coverage
from explainer.cli.decks import asked_place
from explainer.cli.messages import DECK_HAS_ERRORS, OK, complain, counted, tell
from explainer.deck import check_deck
from explainer.errors import Problem
from explainer.schema import LANGUAGES, Language


def check(arguments: Arguments) -> int:
    """Print every problem of the deck on stdout, their number on stderr; 1 where one is an error.

    With `--coverage`, print where each claim is shown in place of warnings; 1 too where nothing
    shows one.

    Raises:
        UsageError: there is no such folder, or no such language.
    """
    arguments.one_of("lang", LANGUAGES)
    deck, problems = check_deck(asked_place(arguments))
    if "coverage" in arguments.flags and deck is not None:
        return print_coverage(deck, arguments.language)
    if "json" in arguments.flags:
        tell(_as_json(problems, arguments.language))
    else:
        for problem in problems:
            tell(problem.say(arguments.language))
        complain(counted(problems, arguments.language))
    return DECK_HAS_ERRORS if any(it.severity == "error" for it in problems) else OK


def _as_json(problems: tuple[Problem, ...], language: Language) -> str:
    """Return a list with one object for each problem."""
    entries = [
        {
            "severity": it.severity,
            "code": it.code,
            "file": it.file,
            "line": it.line,
            "column": it.column,
            "path": it.path,
            "message": it.message(language),
            "nearest": it.nearest,
        }
        for it in problems
    ]
    # What JSON may leave as it is, `tell` escapes in the way that JSON can read.
    return json.dumps(entries, ensure_ascii=False, indent=2)
