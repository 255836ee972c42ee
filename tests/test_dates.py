"""Dates in words, as precise as they are, in both languages."""

from __future__ import annotations

import pytest

from explainer.dates import axis_labels, date_words, months_between
from explainer.schema import Language


@pytest.mark.parametrize(
    "date, english, chinese",
    [
        ("2020", "2020", "2020年"),
        ("2020-07", "Jul 2020", "2020年7月"),
        ("2022-03-15", "15 Mar 2022", "2022年3月15日"),
        ("2022-04/2022-07", "Apr–Jul 2022", "2022年4–7月"),
        ("2022-05/2022-06", "May/Jun 2022", "2022年5–6月"),
        ("2021-12/2022-01", "Dec 2021 – Jan 2022", "2021年12月 – 2022年1月"),
        ("2021/2022", "2021 – 2022", "2021年 – 2022年"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(date: str, english: str, chinese: str) -> None:
    assert (date_words(date, "en"), date_words(date, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    "language, labels",
    [
        ("en", ("Jul 2020", "Jul 2021", "", "Sep", "Mar 2022", "May/Jun", "Nov 2022")),
        ("zh", ("2020.7", "2021.7", "", "9月", "2022.3", "5–6月", "2022.11")),
    ],
)
def test_the_axis_names_a_date_once_and_a_year_where_it_changes_and_at_the_foot(
    language: Language, labels: tuple[str, ...]
) -> None:
    dates = ("2020-07", "2021-07", "2021-07", "2021-09", "2022-03", "2022-05/2022-06", "2022-11")

    assert axis_labels(dates, language) == labels


def test_a_foot_of_several_rows_says_its_year_once() -> None:
    assert axis_labels(("2022-10", "2022-11", "2022-11"), "en") == ("Oct 2022", "Nov 2022", "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_axis_says_a_bare_year_as_it_is(language: Language) -> None:
    assert axis_labels(("2019", "2020"), language) == ("2019", "2020")


def test_short_dates_leave_out_the_century() -> None:
    dates = ("2020-07", "2021-07", "2021-09", "2022-11")

    assert axis_labels(dates, "en", short=True) == ("Jul ’20", "Jul ’21", "Sep", "Nov ’22")
    assert axis_labels(dates, "zh", short=True) == axis_labels(dates, "zh")


def test_an_axis_without_dates_has_no_labels() -> None:
    assert axis_labels((), "en") == ()


def test_months_are_counted_from_start_to_start() -> None:
    assert months_between(("2020-07", "2021-07", "2021-07", "2022", "2022-04/2022-07")) == (
        12,
        0,
        6,
        3,
    )
