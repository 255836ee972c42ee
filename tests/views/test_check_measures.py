"""`explainer check` measures what is painted: words that do not fit are told at their text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from format_page import GARDEN
from PySide6.QtWidgets import QApplication

from explainer.cli import main

LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung"
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
            f"callouts: {{acorn: {{en: {LONG}",
            "stages[0].steps[0].slide.callouts.acorn.en",
            id="callout",
        ),
    ],
)
def test_words_that_do_not_fit_are_told_at_their_line_with_what_would_fit(
    old: str, new: str, path: str, tmp_path: Path, capsys: Captured
) -> None:
    assert old in GARDEN
    text = GARDEN.replace(old, new)
    at = 1 + next(i for i, line in enumerate(text.splitlines()) if new in line)

    lines = checked(tmp_path, text, capsys)

    told = re.compile(rf"deck\.yaml:{at}:\d+ W62[01] {re.escape(path)}: ")
    line = next(filter(told.match, lines))
    assert re.search(r"about \d+ letters fit there", line)
