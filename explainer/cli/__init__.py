"""The command line: open, present, export, check. Each command has its own file here.

Nothing heavy is imported before a command needs it: `explainer --version` knows no Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from explainer import __version__
from explainer.cli.arguments import Arguments, UsageError, interface_language, read_arguments
from explainer.cli.messages import INTERRUPTED, OK, USAGE, complain, nobody_listens, tell
from explainer.strings import say


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line `argv` asks for and return the exit code.

    0 done, 1 the deck has errors, 2 the command line is wrong, 3 files exist already,
    4 could not write or open, 5 written in part, 130 interrupted.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    _let_any_text_through()
    try:
        arguments = read_arguments(words)
        return _run(arguments)
    except UsageError as error:
        language = interface_language(words)
        complain(say(error.key, language, **error.printable()))
        complain(say("cli.see-help", language, command=error.command))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        nobody_listens()
        return OK


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


def _let_any_text_through() -> None:
    """Make a terminal that lacks a character show its number, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A file name of unknown encoding passes through stdout as the bytes it is.
            as_utf8 = stream.encoding.lower() == "utf-8" and stream is sys.stdout
            reconfigure(errors="surrogateescape" if as_utf8 else "backslashreplace")
