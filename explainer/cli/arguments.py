"""The command line as a value: which command, which deck, which options."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NoReturn

from msgspec import Struct

from explainer.errors import escaped
from explainer.schema import LANGUAGES, Language

Command = Literal["open", "present", "export", "check"]
COMMANDS: tuple[Command, ...] = ("present", "export", "check")
"""Those that are named; without a name, the window opens."""

OPTIONS: Mapping[Command, tuple[str, ...]] = {
    "open": ("start", "view", "lang", "theme"),
    "present": ("start", "screen", "lang", "theme"),
    "export": ("out", "size", "lang", "theme", "slides", "steps"),
    "check": ("lang",),
}
"""Options that take a value."""
FLAGS: Mapping[Command, tuple[str, ...]] = {
    "open": (),
    "present": ("resume", "list-screens"),
    "export": ("force", "skip-existing", "quiet"),
    "check": ("json", "coverage"),
}

_SPACES = {"problems": "\n"}
"""Values that are several lines, each of them escaped already."""
_NO_VALUE = "\0"
"""Stands for the value of an option that came without one; no argument can hold it."""


class UsageError(Exception):
    """The command line cannot be understood; `key` and `values` say why in either language."""

    def __init__(self, command: Command, key: str, **values: object) -> None:
        self.command = "explainer" if command == "open" else f"explainer {command}"
        self.key = key
        self.values = values
        super().__init__(key, values)

    def printable(self) -> Mapping[str, object]:
        """Return the values as they are inserted: what was typed may hold anything."""
        return {
            name: escaped(value, keep=_SPACES.get(name, "")) if isinstance(value, str) else value
            for name, value in self.values.items()
        }


class Arguments(Struct, frozen=True):
    """What was typed, with only its form checked: what a value means, its command knows."""

    command: Command
    language: Language
    """Of messages."""
    deck: str = ""
    """A folder; empty for the embedded deck."""
    options: Mapping[str, str] | None = None
    flags: frozenset[str] = frozenset()
    help: bool = False
    version: bool = False

    def option(self, name: str) -> str | None:
        """Return the value of `--name`, or None where it was not given."""
        return (self.options or {}).get(name)

    def one_of(self, name: str, choices: Sequence[str]) -> str | None:
        """Return the value of `--name`; None where it was not given.

        Raises:
            UsageError: it is none of `choices`.
        """
        value = self.option(name)
        if value is not None and value not in choices:
            raise self.wrong("cli.not-a-choice", option=name, value=value, choices=choices)
        return value

    def several_of(self, name: str, choices: Sequence[str]) -> tuple[str, ...]:
        """Return the values of `--name a,b`, each once; `all` is all choices, not given is none.

        Raises:
            UsageError: one is none of `choices`.
        """
        value = self.option(name)
        if value is None:
            return ()
        if value == "all":
            return tuple(choices)
        words = [word.strip() for word in value.split(",")]
        for word in words:
            if word not in choices:
                raise self.wrong(
                    "cli.not-a-choice", option=name, value=word, choices=(*choices, "all")
                )
        return tuple(dict.fromkeys(words))

    def wrong(self, key: str, **values: object) -> UsageError:
        """Return what to raise when an option cannot be right."""
        if isinstance(choices := values.get("choices"), Sequence):
            values["choices"] = ", ".join(choices)
        return UsageError(self.command, key, **values)


def read_arguments(words: Sequence[str]) -> Arguments:
    """Return what the command line `words` asks for.

    Raises:
        UsageError: an unknown option, an option without its value, or two decks.
    """
    command: Command = "open"
    rest = list(words)
    for name in COMMANDS:
        if words and words[0] == name:
            command, rest = name, rest[1:]
    found, unknown = _parser(command).parse_known_args(rest)
    language = interface_language(words)
    if found.help or found.version:
        return Arguments(command, language, help=found.help, version=found.version)
    if unknown:
        key = "cli.unknown-option" if unknown[0].startswith("-") else "cli.two-decks"
        raise UsageError(command, key, word=unknown[0])
    options = {name: getattr(found, name) for name in OPTIONS[command]}
    for option, value in options.items():
        if value == _NO_VALUE:
            raise UsageError(command, "cli.no-value", option=option)
    return Arguments(
        command,
        language,
        deck=found.deck or "",
        options={name: value for name, value in options.items() if value is not None},
        flags=frozenset(name for name in FLAGS[command] if getattr(found, name.replace("-", "_"))),
    )


def interface_language(words: Sequence[str]) -> Language:
    """Return the language of messages: `--lang` where it means that, else the system's."""
    if not (words and words[0] == "export"):  # there it is the language of the slides
        for word, following in pairwise([*words, ""]):
            wanted = following if word == "--lang" else word.removeprefix("--lang=")
            for language in LANGUAGES:
                if word.startswith("--lang") and wanted == language:
                    return language
    return system_language(os.environ)


def system_language(environment: Mapping[str, str]) -> Language:
    """Return Chinese where the system speaks it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    if sys.platform not in ("win32", "darwin"):
        return "en"
    import locale  # only where the environment does not say it: macOS and Windows

    name = locale.getlocale()[0] or ""
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


class _Parser(argparse.ArgumentParser):
    """Raises what argparse would print and exit with, so that it is said in the user's language."""

    def __init__(self, command: Command) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self._command: Command = command

    def error(self, message: str) -> NoReturn:
        raise UsageError(self._command, "cli.not-understood", words=message)


def _parser(command: Command) -> argparse.ArgumentParser:
    parser = _Parser(command)
    parser.add_argument("deck", nargs="?")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    for name in OPTIONS[command]:
        parser.add_argument(f"--{name}", nargs="?", const=_NO_VALUE)
    for name in FLAGS[command]:
        short = ["-q"] if name == "quiet" else []
        parser.add_argument(*short, f"--{name}", action="store_true")
    return parser
