"""A command line from its words to its exit code.

Nothing heavy is imported before a command needs it: `explainer --version` knows no Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from explainer import __version__
from explainer.cli.arguments import Arguments, UsageError, interface_language, read_arguments
from explainer.cli.messages import INTERRUPTED, OK, USAGE, complain, tell, told_of_failures
from explainer.cli.streams import fill_closed_streams, forget_failures, let_any_text_through
from explainer.files import settle_user_folders
from explainer.strings import say


def run(argv: Sequence[str] | None) -> int:
    """Do what `argv` asks for, or the program's own command line; return the exit code."""
    if argv is None:
        fill_closed_streams()
        settle_user_folders()
    forget_failures()
    let_any_text_through()
    words = sys.argv[1:] if argv is None else list(argv)
    return told_of_failures(_code(words), interface_language(words))


def _code(words: Sequence[str]) -> int:
    try:
        return _run(read_arguments(words))
    except UsageError as error:
        language = interface_language(words)
        complain(say(error.key, language, **error.printable()))
        complain(say("cli.see-help", language, command=error.command))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Arguments) -> int:
    if arguments.version:
        tell(f"explainer {__version__}")
        return OK
    if arguments.help:
        tell(say(f"cli.help.{arguments.command}", arguments.language).rstrip())
        return OK
    match arguments.command:
        case "check":
            from explainer.cli.check import check

            return check(arguments)
        case "export":
            from explainer.cli.export import export_slides

            return export_slides(arguments)
        case "open" | "present":
            from explainer.cli.window import open_window

            return open_window(arguments)
