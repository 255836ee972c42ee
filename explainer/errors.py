"""What can be wrong with a deck: a `Problem` at a place, and the exception with them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from explainer.strings import Language, say

MOST_LISTED = 200
"""Problems that are listed for people to read; of more their number is told."""
LONGEST_VALUE = 240
"""Letters of a value that are quoted in a message; the rest becomes an ellipsis."""
_HALVES: dict[Language, str] = {"en": "; ", "zh": "；"}
_STOPS: dict[Language, str] = {"en": ".", "zh": "。"}


class Problem(Struct, frozen=True):
    """One thing that is wrong, where it stands, and how to put it right.

    `key` names the words in `resources/strings/problems.yaml` and begins with the code:
    `E304-no-claim`. The first digit is the subject: 1 syntax, 2 shape, 3 references,
    4 language, 5 dates and lineage, 6 limits of a slide.
    """

    key: str
    file: str
    """Relative to the deck's folder."""
    line: int = 0
    """From 1; 0 where the file as a whole is meant."""
    column: int = 0
    """From 1, in characters."""
    path: str = ""
    """Within the file: `stages[2].steps[0].view.select`."""
    values: tuple[tuple[str, str], ...] = ()
    """What is inserted into the words, by name."""
    nearest: str = ""
    """The valid word that was probably meant."""

    @property
    def code(self) -> str:
        """Return the short name by which a problem is looked up: `E304`."""
        return self.key.partition("-")[0]

    @property
    def severity(self) -> Literal["error", "warning"]:
        """Return whether a deck with this problem is refused or opened all the same."""
        return "warning" if self.key.startswith("W") else "error"

    @property
    def place(self) -> str:
        """Return where it stands, as editors and terminals understand it: `file:line:column`."""
        file = shown(self.file)
        return f"{file}:{self.line}:{self.column}" if self.line else file

    def message(self, language: Language) -> str:
        """Return what is wrong, what would be right and, where there is one, the nearest word."""
        values = {name: shown(value) for name, value in self.values}
        what = say(self.key, language, **values)
        if not self.nearest:
            return what
        return say("problem.nearest", language, what=what, nearest=shown(self.nearest))

    def what_and_remedy(self, language: Language) -> tuple[str, str]:
        """Return what is wrong, and what to do about it, each as a sentence."""
        # All words of problems have these two halves.
        what, _, remedy = self.message(language).partition(_HALVES[language])
        return _sentence(what, language), _sentence(remedy, language)

    def say(self, language: Language) -> str:
        """Return the whole line: place, code, path and message."""
        # Keys are the author's words too.
        head = " ".join(part for part in (self.place, self.code, shown(self.path)) if part)
        return f"{head}: {self.message(language)}"

    def __str__(self) -> str:
        """Return the whole line in English."""
        return self.say("en")


def is_error(problem: Problem) -> bool:
    """Return whether `problem` stops the deck."""
    return problem.severity == "error"


class DeckError(Exception):
    """A deck that cannot be shown, with every problem that was found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line for each problem, in English."""
        return "\n".join(map(str, self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` sorted by file, line and column, each only once."""
    return tuple(
        sorted(
            set(problems),
            key=lambda it: (it.file, it.line, it.column, it.key, it.path, it.values),
        )
    )


def listed(problems: Sequence[Problem]) -> tuple[tuple[Problem, ...], int]:
    """Return the problems that people are shown, errors before warnings, and how many are not."""
    if len(problems) <= MOST_LISTED:
        return tuple(problems), 0
    errors = [it for it in problems if is_error(it)]
    warnings = [it for it in problems if not is_error(it)]
    return in_order([*errors, *warnings][:MOST_LISTED]), len(problems) - MOST_LISTED


def shown(value: str) -> str:
    """Return `value` fit for one line of a terminal: short, and without control characters."""
    text = escaped(value[:LONGEST_VALUE])
    return f"{text}…" if len(value) > LONGEST_VALUE else text


def escaped(text: str, keep: str = "") -> str:
    """Return `text` with numbers in place of what a terminal obeys or nobody sees.

    These are control characters, line ends, marks of writing direction and halves of characters;
    those in `keep` stay.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in keep else _number(c) for c in text)


def _number(sign: str) -> str:
    """Return a character as JSON and Python both write it."""
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _sentence(words: str, language: Language) -> str:
    """Return `words` with a capital and a full stop, as they stand alone."""
    if not words:
        return ""
    ended = words if words.endswith(("?", "？", "!", "！")) else words + _STOPS[language]
    return ended[0].upper() + ended[1:]
