"""The faces that come with the app: what they cover, what they leave out, their licences."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from explainer.characters import readable
from explainer.coverage import is_wide, missing_characters
from scripts.make_fonts import (
    FACES,
    LATIN,
    LAYOUT_FEATURES,
    Face,
    big5,
    coverage,
    cut_face,
    encoded,
    find_fonts,
    gb2312,
    jis,
)

RESOURCES = Path(__file__).resolve().parent.parent / "explainer" / "resources"
FONTS = RESOURCES / "fonts"
MOST_BYTES = 5_500_000
SHARED_SIGNS = "“”‘’…—–·×÷°± "
"""Signs of both scripts; which face shows them depends on what stands around them."""

PRIVATE = range(0xE000, 0xF900)

every_face = pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)


@cache
def code_points(file: str) -> frozenset[int]:
    with TTFont(FONTS / file, lazy=True) as font:
        return frozenset(font.getBestCmap())


@pytest.mark.parametrize(
    "path", sorted(RESOURCES.rglob("*.yaml")), ids=lambda path: str(path.relative_to(RESOURCES))
)
def test_every_character_of_a_resource_is_in_its_faces(path: Path) -> None:
    characters = set(path.read_text(encoding="utf-8")) - {"\n"}

    missing = {
        face.file: "".join(sorted(gap))
        for face in FACES
        if (gap := {sign for sign in characters if lacks(face, sign)})
    }

    assert not missing, f"{path.relative_to(RESOURCES)} has characters that its faces lack"


def lacks(face: Face, sign: str) -> bool:
    """Tell whether `face` should show `sign` and cannot."""
    if face.group not in ("latin", "han"):
        return False
    group = "han" if is_wide(sign) else "latin"
    return face.group == group and ord(sign) not in code_points(face.file)


@pytest.mark.parametrize("face", [it for it in FACES if it.group in ("latin", "han")])
def test_signs_of_both_scripts_are_in_every_face(face: Face) -> None:
    assert set(map(ord, SHARED_SIGNS)) <= code_points(face.file)


@pytest.mark.parametrize("file", [face.file for face in FACES if face.group == "han"])
def test_a_chinese_face_has_all_of_gb_2312(file: str) -> None:
    han = {code for code in gb2312() if 0x4E00 <= code <= 0x9FFF}

    assert len(han) == 6763
    assert gb2312() <= code_points(file)


@pytest.mark.parametrize("file", [face.file for face in FACES if face.group == "han"])
def test_a_chinese_face_has_the_han_of_every_day_in_taiwan_and_japan(file: str) -> None:
    assert (len(big5()), len(jis())) == (5401, 2965)
    assert big5() | jis() <= code_points(file)


def test_all_faces_together_have_every_character_of_four_national_standards() -> None:
    """Of GBK, Big5, JIS X 0208 and KS X 1001, as they are read."""
    for name in ("gbk", "big5", "euc_jp", "euc_kr"):
        signs = encoded(name, range(0x81, 0xFF), range(0x40, 0xFF)) - set(PRIVATE)
        text = readable("".join(map(chr, sorted(signs))))
        assert missing_characters(text) == (), name


def test_a_last_resort_is_in_one_weight_and_repeats_no_latin_face_but_plain_letters() -> None:
    latin = frozenset.intersection(*(code_points(it.file) for it in FACES if it.group == "latin"))
    for face in FACES:
        if face.group not in ("latin", "han"):
            assert face.weight == 400
            assert all(chr(it).isascii() for it in latin & code_points(face.file)), face.file


def test_the_coverage_list_is_what_the_faces_have() -> None:
    assert (FONTS / "coverage.txt").read_text(encoding="ascii") == coverage(FONTS)


@every_face
def test_no_face_has_features_that_depend_on_a_language(face: Face) -> None:
    with TTFont(FONTS / face.file) as font:
        assert "GSUB" not in font
        features = font["GPOS"].table.FeatureList.FeatureRecord if "GPOS" in font else []
        assert {feature.FeatureTag for feature in features} <= set(LAYOUT_FEATURES)
        assert "locl" not in LAYOUT_FEATURES


@every_face
def test_no_face_bears_a_reserved_name(face: Face) -> None:
    with TTFont(FONTS / face.file) as font:
        shown = [font["name"].getDebugName(name_id) or "" for name_id in (1, 3, 4, 6, 16)]

    assert not [name for name in shown if "Plex" in name or "Source" in name]


@every_face
def test_a_face_is_found_by_its_plain_family_and_weight(face: Face) -> None:
    with TTFont(FONTS / face.file) as font:
        assert font["name"].getDebugName(1) == face.family
        assert font["name"].getDebugName(16) is None
        assert font["OS/2"].usWeightClass == face.weight


@pytest.mark.parametrize("file", [face.file for face in FACES if face.group == "latin"])
def test_figures_are_equally_wide(file: str) -> None:
    with TTFont(FONTS / file) as font:
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(figure)]][0] for figure in "0123456789"}) == 1


@every_face
def test_no_face_is_too_big_to_ship(face: Face) -> None:
    assert (FONTS / face.file).stat().st_size <= MOST_BYTES


def test_no_font_lies_there_that_the_script_does_not_make() -> None:
    assert {path.name for path in FONTS.glob("*.[to]tf")} == {face.file for face in FACES}


@every_face
def test_the_copyright_line_of_a_face_stands_in_a_licence_beside_it(face: Face) -> None:
    with TTFont(FONTS / face.file) as font:
        line = font["name"].getDebugName(0)

    licences = [path.read_text(encoding="utf-8") for path in FONTS.glob("OFL-*.txt")]

    assert any(line in licence.splitlines() for licence in licences)


@pytest.mark.parametrize("path", sorted(FONTS.glob("OFL-*.txt")), ids=lambda path: path.name)
def test_a_licence_is_the_whole_open_font_licence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.lower().startswith("copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert re.findall(r"^([1-5])\)", text, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    assert "DISCLAIMER" in text


@pytest.mark.parametrize("file", ["IBMPlexMono-Regular.ttf", "SourceSerif4-SemiBold.ttf"])
def test_cutting_again_gives_the_same_bytes(file: str, tmp_path: Path) -> None:
    face = next(face for face in FACES if face.file == file)

    cut_face(face, FONTS / file, tmp_path / file, LATIN)

    assert (tmp_path / file).read_bytes() == (FONTS / file).read_bytes()


def test_fonts_are_found_by_what_they_say_of_themselves() -> None:
    found = find_fonts(FONTS)

    assert found == {(face.family, face.weight): FONTS / face.file for face in FACES}
