"""Dates in words of both languages: ISO days, months, years and intervals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from explainer.schema import Language

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_words(date: str, language: Language) -> str:
    """Return an ISO day, month, year or interval in words, as precise as it is."""
    start, _, end = date.partition("/")
    if not end:
        return _one(start, language)
    if start[:4] == end[:4] and min(len(start), len(end)) >= len("2022-04"):
        if language == "zh":
            return f"{start[:4]}年{_month(start)}–{_month(end)}月"
        joint = "/" if _month(end) - _month(start) == 1 else "–"
        return f"{_MONTHS[_month(start) - 1]}{joint}{_MONTHS[_month(end) - 1]} {start[:4]}"
    return f"{_one(start, language)} – {_one(end, language)}"


def _month(date: str) -> int:
    return int(date[5:7])


def _one(date: str, language: Language) -> str:
    year, month, day = (*date.split("-"), "", "")[:3]
    if language == "zh":
        words = f"{year}年"
        words += f"{int(month)}月" if month else ""
        return words + (f"{int(day)}日" if day else "")
    words = f"{_MONTHS[int(month) - 1]} {year}" if month else year
    return f"{int(day)} {words}" if day else words


def axis_labels(
    dates: Sequence[str], language: Language, *, short: bool = False
) -> tuple[str, ...]:
    """Return what the axis says at each of `dates`, which run down and may repeat.

    A repeated date is named once. The year is left out where the date above has the same, except
    at the foot; the day is told where another date lies in the same month. Where there is little
    room, `short` leaves out the century.
    """
    starts = [date.partition("/")[0] for date in dates]
    labels: list[str] = []
    for place, (date, start) in enumerate(zip(dates, starts, strict=True)):
        above = starts[place - 1] if place else ""
        if start == above:
            labels.append("")
            continue
        last = all(each == start for each in starts[place:])
        with_year = above[:4] != start[:4] or last
        month = start[: len("2022-04")]
        shared = any(it != start and it.startswith(month) for it in starts)
        day = start[len("2022-04-") :] if shared else ""
        labels.append(_axis_label(date, language, with_year=with_year, short=short, day=day))
    return tuple(labels)


def _axis_label(date: str, language: Language, *, with_year: bool, short: bool, day: str) -> str:
    start, _, end = date.partition("/")
    if len(start) < len("2022-04"):
        return start
    months = [_month(start)]
    following = end[:4] == start[:4] and len(end) >= len("2022-04")
    if following and _month(end) == months[0] + 1 and not day:
        months.append(_month(end))
    if language == "zh":
        if with_year:
            return f"{start[:4]}.{months[0]}" + (f".{int(day)}" if day else "")
        return "–".join(str(month) for month in months) + "月" + (f"{int(day)}日" if day else "")
    words = "/".join(_MONTHS[month - 1] for month in months)
    words = f"{int(day)} {words}" if day else words
    year = f"’{start[2:4]}" if short else start[:4]
    return f"{words} {year}" if with_year else words


def months_between(dates: Sequence[str]) -> tuple[int, ...]:
    """Return how many months lie between each of `dates` and the next; a bare year is January."""
    starts = [date.partition("/")[0] for date in dates]
    numbers = [
        int(start[:4]) * 12 + (_month(start) if len(start) >= len("2022-04") else 1)
        for start in starts
    ]
    return tuple(after - before for before, after in pairwise(numbers))
