"""What the app's faces can show, as the check of a deck asks it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from explainer.coverage import is_wide, last_resort, missing_characters


@pytest.mark.parametrize(
    "text",
    [
        "What changed on the way from GPT-3 to ChatGPT?",
        "初代GPT-3几乎做不到，读过代码的模型才会：“分步推理”！（《论文》、问答；对？）",
        "2020–2022 — ‘so’ “it” is… · 3 × 4 ÷ 2 − 1 → ← ↑ ↓ ≈ ≤ ≥ § ¶ 20° ± ✓",
        "Müller, Dvořák, Łukasz, Şahin",
        "175\u2009B\u00a0\u202f",
        "读过代码的模型\u200b才会分步推理",
        "first line\nsecond line",
        "園長灣臺與體歷語鏈，湧現、上下文學習",
        "α β μ Σ Ω, Дерево, Łódź, Noël, Tiếng Việt, nǐ hǎo, ș ț",
        "①⑳ Ⅲ ℃ ㎡ ★☆ ◆○ № ½ ⅓ € ₽ ₹ ℝ",
        "⇒ ⟶ ↔ ∑ √ ∞ ∈ ∀ ∂ ∫ ⊂ ⊕ ≡",
        "ＡＢＣ１２３，ひらがな・カタカナｶﾅ 図気働 한국어 모델",
        "囧 喆 堃 龘 犇",
        "",
    ],
)
def test_what_the_decks_are_written_with_is_covered(text: str) -> None:
    assert missing_characters(text) == ()


@pytest.mark.parametrize("character", ["𠮷", "㐂", "😀", "ن", "ก", "\ue000", "\t"])
def test_what_a_face_lacks_is_reported(character: str) -> None:
    assert missing_characters(f"a{character}b") == (character,)


def test_every_missing_character_is_reported_once_in_order_of_appearance() -> None:
    assert missing_characters("模😀型㐂𠮷😀㐂") == ("😀", "㐂", "𠮷")


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\ufe0f", "\u202e", "\u2060"])
def test_what_nobody_sees_is_missing_in_no_face(sign: str) -> None:
    assert missing_characters(f"a{sign}b") == ()


@pytest.mark.parametrize(
    "text, group",
    [("한", "hangul"), ("∈", "math"), ("囧", "rare"), ("ə", "letters"), ("✍", "symbols2")],
)
def test_what_both_writings_lack_is_found_in_one_last_resort(text: str, group: str) -> None:
    assert last_resort(text) == group


def test_no_last_resort_has_an_emoji() -> None:
    assert last_resort("😀") == ""


@pytest.mark.parametrize("character", "模，。：；？！（）、《》「」　Ａ")
def test_han_and_full_width_signs_stand_in_a_chinese_face(character: str) -> None:
    assert is_wide(character)


@pytest.mark.parametrize("character", "aé1-→−✓“”…—· ")
def test_latin_text_and_shared_signs_are_not_bound_to_a_chinese_face(character: str) -> None:
    assert not is_wide(character)


def test_asking_needs_neither_qt_nor_a_font_library() -> None:
    program = (
        "import sys; from explainer.coverage import missing_characters; missing_characters('模a');"
        "print([name for name in ('PySide6', 'fontTools') if name in sys.modules])"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "[]"
