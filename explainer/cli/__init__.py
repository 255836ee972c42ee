"""The command line: open, present, export, check. Each command has its own file here.

This file imports nothing, so that the first thing the program does is to handle signals.
"""


def main(argv: list[str] | None = None) -> int:
    """Do what the command line `argv` asks for and return the exit code.

    Without `argv` it is the program's own, and so are its signals and streams.
    0 done, 1 the deck has errors, 2 the command line is wrong, 3 files exist already,
    4 could not write or open, 5 written in part, 130 interrupted.
    """
    if argv is None:
        from explainer.signals import end_at_once_on_signals

        end_at_once_on_signals()
    from explainer.cli.program import run

    return run(argv)
