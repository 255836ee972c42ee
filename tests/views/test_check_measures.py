"""`explainer check` measures what is painted: words that do not fit are told at their text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from format_page import GARDEN
from PySide6.QtWidgets import QApplication

from explainer.cli import main

LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung"
MORE = """
      - {id: words, slide: {kind: terms, terms: [tending]}}
      - {id: works, slide: {kind: sources, sources: [diary]}}
      - {id: marks, slide: {kind: summary}}
"""
"""More steps of the last stage."""
Captured = pytest.CaptureFixture[str]

pytestmark = pytest.mark.usefixtures("qapp")


def checked(folder: Path, text: str, capsys: Captured) -> list[str]:
    """Return the lines that a check of the deck `text` prints; it opens all the same."""
    (folder / "deck.yaml").write_text(text, "utf-8")
    assert main(["check", str(folder), "--lang", "en"]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_embedded_deck_passes_its_check(qapp: QApplication, capsys: Captured) -> None:  # noqa: ARG001 - fonts need the app

    assert main(["check"]) == 0

    assert capsys.readouterr() == ("", "No problems.\n")


@pytest.mark.parametrize(
    "old, new, path",
    [
        pytest.param(
            "callouts: {acorn: {en: continues texts",
            f"callouts: {{acorn: {{en: {(LONG * 2)[:115]}",
            "stages[0].steps[0].slide.callouts.acorn.en",
            id="callout",
        ),
        pytest.param(
            'short: {en: "Gardener\'s diary"',
            f"short: {{en: {LONG}",
            "sources[0].short.en",
            id="source",
        ),
        pytest.param(
            "title: A gardener's diary",
            f"title: {LONG * 3}",
            "sources[0].title",
            id="title of a source",
        ),
        pytest.param(
            "short: {en: Tending, zh: 照料}, style",
            f"short: {{en: {LONG * 3}, zh: 照料}}, style",
            "methods[1].short.en",
            id="method",
        ),
        pytest.param("name: Bonsai", f"name: {LONG}", "models[2].name", id="model"),
        pytest.param(
            "name: {en: Tending, zh: 照料}\n    definition",
            f"name: {{en: Tending, zh: 见{LONG}}}\n    definition",
            "terms[0].name.zh",
            id="term",
        ),
    ],
)
def test_a_text_that_is_shown_in_part_is_told_at_its_line_with_what_would_fit(
    old: str, new: str, path: str, tmp_path: Path, capsys: Captured
) -> None:
    text = GARDEN + MORE
    assert old in text
    text = text.replace(old, new)
    at = 1 + next(i for i, line in enumerate(text.splitlines()) if new.splitlines()[0] in line)

    lines = checked(tmp_path, text, capsys)

    told = re.compile(rf"deck\.yaml:{at}:\d+ W621 {re.escape(path)}: ")
    (line,) = filter(told.match, lines)
    assert [it for it in lines if " W62" in it] == [line]
    assert re.search(r"about \d+ letters fit there", line)


def test_signs_without_a_picture_and_ends_of_lines_are_no_fault_and_not_painted(
    tmp_path: Path, capsys: Captured
) -> None:
    said = '{en: "con\u00adtinues\\n\\ntexts\u2060"'
    text = GARDEN.replace("{en: continues texts", said)

    assert said in text
    assert checked(tmp_path, text, capsys) == []
