"""What a check did not look at, or not in full, and why: it must never seem that all was fine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from explainer.errors import Problem
from explainer.schema import Language
from explainer.strings import say

Reason = Literal[
    "unread", "unfit", "unknown", "many", "errors", "large", "slow", "library", "stopped", "failed"
]
FIT = "fit"
"""The check that measures words on slides."""
_ALL = ("2", "3", "4", "5", "6", "7")
_WHOLE = ("5", "6", "7")
"""Checks that need every record."""
_RECORDS = ("E20", "E210", "E223", "E401")
"""What is wrong with single records: they are left out of later checks."""
_TOO_MANY = "E128"


class NotRun(Struct, frozen=True):
    """Checks that did not run, or not on everything."""

    checks: tuple[str, ...]
    """The first digits of their codes, or `FIT`."""
    reason: Reason
    place: str = ""
    """`file:line` of what stands in the way."""

    def say(self, language: Language) -> str:
        """Return it as a sentence."""
        between = "; " if language == "en" else "、"
        checks = between.join(say(f"check.row.{it}", language) for it in self.checks)
        reason = say(f"check.because.{self.reason}", language, place=self.place)
        key = "check.not-run" if self.checks == (FIT,) else "check.not-run-in-full"
        return say(key, language, checks=checks, reason=reason)


def not_run(problems: Sequence[Problem], fit: Reason | None = None) -> tuple[NotRun, ...]:
    """Return what has not run in full, as the `problems` tell that were found.

    `fit` is why slides were not measured, if something else than errors is the reason.
    """
    return tuple(_not_run(problems, fit))


def _not_run(problems: Sequence[Problem], fit: Reason | None) -> Iterator[NotRun]:
    errors = [it for it in problems if it.severity == "error"]
    named: set[str] = set()
    causes: tuple[tuple[tuple[str, ...], Reason, tuple[str, ...]], ...] = (
        (_ALL, "many", (_TOO_MANY,)),
        (_ALL, "unread", ("E1",)),
        (_WHOLE, "unfit", _RECORDS),
        (("5", "7"), "unknown", ("E3",)),
    )
    for checks, reason, codes in causes:
        first = next((it for it in errors if it.code.startswith(codes)), None)
        left = tuple(it for it in checks if it not in named)
        if first is not None and left:
            named.update(left)
            yield NotRun(left, reason, _place(first))
    if errors:
        yield NotRun((FIT,), "errors", _place(errors[0]))
    elif fit is not None:
        yield NotRun((FIT,), fit)


def unchecked(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the checks that have not run in full and found nothing."""
    problems = [*problems]
    found = {it.code[1] for it in problems}
    return frozenset(
        check
        for it in not_run(problems)
        if it.reason != "errors"
        for check in it.checks
        if check not in found
    )


def _place(problem: Problem) -> str:
    return problem.place.rpartition(":")[0] if problem.line else problem.place
