"""`explainer check`: all that is wrong with a deck, one line each or as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from explainer.cli.arguments import Arguments
from explainer.cli.coverage import print_coverage
from explainer.cli.decks import asked_place
from explainer.cli.messages import DECK_HAS_ERRORS, OK, complain, counted, tell
from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.deck.reading import deck_texts, shown_name
from explainer.errors import Problem, in_order
from explainer.schema import LANGUAGES, Language
from explainer.strings import say


def check(arguments: Arguments) -> int:
    """Print every problem of the deck on stdout, their number on stderr; 1 where one is an error.

    What its words take on the slides is measured where no error stops the deck and Qt is there;
    else stderr says that this was not run.

    With `--coverage`, print where each claim is shown in place of warnings; 1 too where nothing
    shows one.

    Raises:
        UsageError: there is no such folder, or no such language.
    """
    arguments.one_of("lang", LANGUAGES)
    place = asked_place(arguments)
    texts, unread = deck_texts(place)
    deck, problems = check_texts(texts, shown_name(place), unread)
    if "coverage" in arguments.flags and deck is not None:
        return print_coverage(deck, arguments.language)
    on_slides = _on_slides(deck, texts) if deck is not None else None
    if on_slides is not None:
        problems = in_order((*problems, *on_slides))
    if "json" in arguments.flags:
        tell(_as_json(problems, arguments.language))
    else:
        for problem in problems:
            tell(problem.say(arguments.language))
        complain(counted(problems, arguments.language))
    if on_slides is None:
        key = "cli.not-measured-errors" if deck is None else "cli.not-measured"
        complain(say(key, arguments.language))
    return DECK_HAS_ERRORS if any(it.severity == "error" for it in problems) else OK


def _on_slides(deck: Deck, texts: Mapping[str, str]) -> tuple[Problem, ...] | None:
    """Return which words do not fit on their slides; None where there is nothing to measure with.

    That takes Qt, whose libraries a machine without any window may lack.
    """
    try:
        from explainer.views.measuring import measured
    except ImportError:
        return None
    found: tuple[Problem, ...] = ()
    for so_far in measured(deck, texts):
        found = so_far.problems
    return found


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
