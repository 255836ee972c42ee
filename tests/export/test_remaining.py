"""How long an export still takes: unknown at first, then in words that promise no more."""

from __future__ import annotations

import pytest

from explainer.export import remaining_s, remaining_words


def test_after_the_first_pictures_nothing_is_known_yet() -> None:
    assert remaining_s(0, 70, 0.0) is None
    assert remaining_s(2, 70, 4.0) is None
    assert remaining_words(None, "en") == ""


def test_the_rest_takes_as_long_each_as_what_was_done() -> None:
    assert remaining_s(10, 70, 5.0) == 30.0
    assert remaining_s(70, 70, 5.0) == 0.0


@pytest.mark.parametrize(
    "seconds, en, zh",
    [
        (0.2, "about 1 s left", "约剩1秒"),
        (8.4, "about 8 s left", "约剩8秒"),
        (31.0, "about 30 s left", "约剩30秒"),
        (150.0, "about 2 min left", "约剩2分钟"),
    ],
)
def test_words_are_no_more_exact_than_what_is_known(seconds: float, en: str, zh: str) -> None:
    assert remaining_words(seconds, "en") == en
    assert remaining_words(seconds, "zh") == zh
