"""What to say where a library that Qt needs cannot be loaded."""

from __future__ import annotations

from explainer.libraries import install_command, kind_named, library_in, missing
from explainer.strings import Language, say


def why_not_loaded(reason: str, platform: str, language: Language) -> str:
    """Return what is missing, given what the system said of it, and the command to get it.

    `platform` is the one of Qt that was wanted.
    """
    first = library_in(reason)
    if not first:
        return say("cli.no-library", language, reason=reason.rstrip("."))
    lacking = list(dict.fromkeys((first, *missing(kind_named(platform) or "xcb"))))
    command = install_command(lacking)
    key = "cli.lacks-library" if command else "cli.lacks-library-somehow"
    return say(key, language, libraries=", ".join(lacking), command=command)
