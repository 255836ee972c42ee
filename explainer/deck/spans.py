"""The dates of a deck: a day, a month, a year, or from one of these to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def span(text: str) -> tuple[date, date]:
    """Return the first and last day that an ISO date or interval such as `2022-04/2022-07` means.

    The first may be later than the last: an interval written the wrong way round.

    Raises:
        ValueError: it is no date.
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _days(start)
    return _days(start)[0], _days(end)[1]


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day of a year, month or day."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(f"no date: {text}")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not month:
        if found[2]:
            raise ValueError(f"no date: {text}")
        return date(year, 1, 1), date(year, 12, 31)
    if not found[3]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
