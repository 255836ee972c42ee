"""Published numbers as they are printed, and as amounts that can be plotted."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from explainer.schema import Language, Number

_GROUPED_FROM = {"en": 4, "zh": 5}
"""Digits before the point from which on they are grouped by threes."""
PERCENT = "%"


def amount(number: Number) -> float:
    """Return how much it is, in the number's own unit."""
    return float(number.value)


def printed(value: str, language: Language) -> str:
    """Return a number with the digits of its source, long ones grouped by threes."""
    whole, point, rest = value.partition(".")
    if len(whole) >= _GROUPED_FROM[language]:
        whole = f"{int(whole):,}"
    return whole + point + rest


def with_unit(value: str, unit: str, language: Language) -> str:
    """Return a printed number with its unit; the two never part at the end of a line."""
    if unit == PERCENT and language == "zh":
        return value + unit
    return f"{value}\u00a0{unit}" if unit else value


def printed_sum(numbers: Iterable[Number]) -> str:
    """Return the sum of numbers, as exact as they are printed."""
    return str(sum((Decimal(number.value) for number in numbers), Decimal(0)))
