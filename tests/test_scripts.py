"""Which writing a sign is set in, and the space between two signs."""

from __future__ import annotations

import pytest

from explainer.scripts import border_gap, chinese_signs, kept, runs


def chinese(text: str) -> str:
    """Return the signs of `text` that are set in the Chinese face."""
    return "".join(s for s, flag in zip(text, chinese_signs(text), strict=True) if flag)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("GPT-3几乎做不到", "几乎做不到"),
        ("它叫“思维链”。", "它叫“思维链”。"),
        ("a “quoted” word", ""),
        ("it’s — well…", ""),
        ("初代——davinci", "初代——"),
        ("davinci——", ""),
        ("等等……", "等等……"),
        ("“GPT-3”的", "“”的"),
        ("说“GPT-3”", "说“”"),
        ("2020–2022年", "年"),
    ],
)
def test_signs_of_both_writings_follow_their_neighbours(text: str, expected: str) -> None:
    assert chinese(text) == expected


def gaps(text: str) -> list[tuple[str, float]]:
    return [(run.text, run.gap) for run in runs(text)]


def test_a_quarter_em_stands_between_chinese_and_latin_letters_and_digits() -> None:
    assert gaps("GPT-3几乎") == [("GPT-3", 0.0), ("几乎", 0.25)]
    assert gaps("于2020年") == [("于", 0.0), ("2020", 0.25), ("年", 0.25)]


def test_no_space_stands_beside_full_width_signs() -> None:
    assert gaps("（GPT-3）。")[:2] == [("（", 0.0), ("GPT-3", 0.0)]
    assert all(gap <= 0 for _, gap in gaps("（GPT-3），"))


def test_two_full_width_signs_in_a_row_are_squeezed_by_half() -> None:
    assert gaps("论（文）。《甲》") == [("论（文）", 0.0), ("。", -0.5), ("《甲》", -0.5)]
    assert gaps("（《甲") == [("（", 0.0), ("《甲", -0.5)]


def test_dashes_and_a_bracket_before_its_content_are_not_squeezed() -> None:
    assert len(gaps("甲——乙（）丙")) == 1


def test_places_to_break_take_no_room_and_hide_no_gap() -> None:
    assert gaps("几乎\u200bGPT") == [("几乎", 0.0), ("GPT", 0.25)]
    assert runs("\u200b") == ()


def test_the_space_between_two_texts_is_that_between_their_signs() -> None:
    assert border_gap("模型", "davinci") == 0.25
    assert border_gap("模型，", "davinci") == 0.0
    assert border_gap("甲）", "。") == -0.5
    assert border_gap("", "davinci") == 0.0


def test_a_piece_keeps_the_writing_it_had_in_the_whole() -> None:
    whole = "说“GPT-3”"
    flags = chinese_signs(whole)
    piece = kept(whole[1:], flags[1:])
    assert [run.chinese for run in runs(piece)] == [True, False, True]
    assert "".join(run.text for run in runs(piece)) == whole[1:]
    assert kept("说“GPT-3”", flags) == whole
