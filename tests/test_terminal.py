"""Nothing that stands in a deck, a file's name or an argument gives orders to the terminal."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from decks import deck_text

from explainer.cli import main
from explainer.deck import load_deck
from explainer.errors import Problem, escaped, shown
from explainer.export import Wishes, plan

Captured = pytest.CaptureFixture[str]
HOSTILE = "\x1b]0;PWNED\a\x1b[2K\x1b[1A\x9b32m\u202eNo problems.\x7f"


def orders_in(text: str) -> list[str]:
    """Return the characters of `text` that do something else than stand there."""
    return [sign for sign in text if not sign.isprintable() and sign != "\n"]


@pytest.mark.parametrize("options", [[], ["--json"], ["--lang", "zh"]])
def test_a_key_gives_no_orders(tmp_path: Path, capsys: Captured, options: list[str]) -> None:
    key = json.dumps(HOSTILE + "\n")
    (tmp_path / "deck.yaml").write_text(f"models: [{{id: x, {key}: y}}]\n", encoding="utf-8")

    assert main(["check", *options, str(tmp_path)]) == 1

    captured = capsys.readouterr()
    assert "PWNED" in captured.out
    assert (orders_in(captured.out), orders_in(captured.err)) == ([], [])


def test_every_line_of_a_check_is_one_problem(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "deck.yaml").write_text(
        'models: [{id: x, "\\n\\r\\u2028\\x85": y}]\n', encoding="utf-8"
    )

    main(["check", str(tmp_path)])

    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("deck.yaml", tmp_path.name)) for line in lines)


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_files_name_gives_no_orders(tmp_path: Path, capsys: Captured, options: list[str]) -> None:
    (tmp_path / "\x1b[2K\nx.yaml").write_text("odd: 1\n", encoding="utf-8")
    (tmp_path / os.fsdecode(b"\xff\x9b.yaml")).write_text("odd: 1\n", encoding="utf-8")

    main(["check", *options, str(tmp_path)])

    captured = capsys.readouterr()
    assert (orders_in(captured.out), orders_in(captured.err)) == ([], [])
    if options:
        named = {problem["file"] for problem in json.loads(captured.out)}
        assert {"\x1b[2K\nx.yaml", os.fsdecode(b"\xff\x9b.yaml")} <= named


@pytest.mark.parametrize(
    "words",
    [
        ["check", HOSTILE],
        ["check", "--lang", HOSTILE],
        ["check", f"--{HOSTILE}"],
        ["check", "one", HOSTILE],
        ["check", f"--json={HOSTILE}"],
        ["export", "--out", "x", "--size", HOSTILE],
        ["export", "--out", "x", "--slides", HOSTILE],
        ["--start", HOSTILE],
        ["--view", "{select: " + json.dumps(HOSTILE) + "}"],
    ],
)
def test_an_argument_gives_no_orders(words: list[str], capsys: Captured) -> None:
    assert main(words) == 2

    assert orders_in(capsys.readouterr().err) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_files_in_the_way_are_named_without_giving_orders(tmp_path: Path, capsys: Captured) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(deck_text("a > b"), encoding="utf-8")
    out = tmp_path / "\x1b[2K\nout"
    out.mkdir()
    for target in plan(load_deck(deck), Wishes(out, ("en",), ("light",))):
        target.path.write_bytes(b"")

    assert main(["export", str(deck), "--out", str(out), "--lang", "en"]) == 3

    assert orders_in(capsys.readouterr().err) == []


def test_claims_that_nothing_shows_are_told_without_giving_orders(
    tmp_path: Path, capsys: Captured
) -> None:
    text = '{en: "Alone.\\u00a0Far.", zh: 没人提到。}'
    claim = f"  - {{id: C2, kind: fact, certainty: stated, text: {text}, source: paper}}"
    deck = tmp_path / "deck.yaml"
    deck.write_text(deck_text("a > b").replace("claims:", f"claims:\n{claim}", 1), encoding="utf-8")

    main(["check", "--coverage", str(deck), "--lang", "en"])

    assert orders_in(capsys.readouterr().out) == []


def test_what_is_escaped_is_written_as_json_writes_it() -> None:
    text = "a\x1b\x9b\U000e0001\udcff–思"

    assert json.loads(f'"{escaped(text)}"') == text
    assert shown("x" * 241) == "x" * 240 + "…"
    assert "\x1b" not in Problem("E101-no-utf8", "f", path="models[0].\x1b").say("en")
