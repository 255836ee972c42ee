"""Whatever stands in a deck's file, reading it ends in a deck or in messages."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from decks import deck, deck_text
from hypothesis import example, given, settings
from hypothesis import strategies as st
from slide_kinds import files

from explainer.deck import Deck, check_deck, read_view
from explainer.deck.load import check_texts
from explainer.deck.plain import Plain, read_plain
from explainer.errors import DeckError, Problem

DECK = deck_text(
    "davinci > codex, davinci +instruction> instruct, codex > merged, instruct > merged"
)
PIECES = (
    *("{", "}", "[", "]", ":", ",", "-", "'", '"', "&a ", "*a", "!!python/name:os.system ", "#"),
    *(
        "\n",
        "\t",
        "\0",
        "\u2028",
        "\ufeff",
        "\ud7ff",
        "\udcff",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "<<: ",
    ),
    *("null", "~", "true", ".inf", "nan", "1e999", "9" * 5000, "davinci", "C1", "en", "zh"),
    *("path:davinci>codex", "all", "**", "[x](term:cot)", "思维", "2022-13", "0000", "kind: map"),
)


def is_whole(deck: Deck | None, problems: tuple[Problem, ...]) -> bool:
    """Tell whether there is a deck exactly where there is no error, and all can be said."""
    assert all(problem.say("en") and problem.say("zh") for problem in problems)
    return (deck is None) == any(problem.severity == "error" for problem in problems)


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example("a: @\u2028\u2028@".encode())
@example(b"a\r\r\r\r: @")
@example(b"{" * 5000)
@example(b"a: " * 5000)
@settings(deadline=None)
def test_any_bytes_end_in_messages(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "deck.yaml").write_bytes(content)

        assert is_whole(*check_deck(Path(folder)))


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_any_change_to_a_deck_ends_in_a_deck_or_messages(data: st.DataObject) -> None:
    text = DECK
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[end:]

    assert is_whole(*check_texts({"deck.yaml": text}, "deck"))


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_any_word_in_the_place_of_another_ends_in_a_deck_or_messages(data: st.DataObject) -> None:
    words = DECK.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from(words) | st.sampled_from(PIECES))

    text = " ".join([*words[:at], other, *words[at + 1 :]])

    assert is_whole(*check_texts({"deck.yaml": text}, "deck"))


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_any_value_in_the_place_of_another_ends_in_a_deck_or_messages(data: st.DataObject) -> None:
    content = read_plain(deck_text("davinci > codex, davinci > late", MORE))
    holder, key = data.draw(st.sampled_from([*_places(content)]))
    match holder, key:
        case list(), int():
            holder[key] = data.draw(VALUES)
        case dict(), str():
            holder[key] = data.draw(VALUES)

    text = json.dumps(content, ensure_ascii=False)

    assert is_whole(*check_texts({"deck.yaml": text}, "deck"))


@pytest.mark.parametrize("file", files())
def test_whatever_slides_lack_ends_in_messages(file: str) -> None:
    texts = files()
    whole = read_plain(texts[file])
    assert isinstance(whole, dict)
    for section, entries in whole.items():
        # A whole section, and single entries, that all slides still name.
        changes: list[Plain] = [{**whole, section: []}, {**whole, section: "", f"{section}x": []}]
        if isinstance(entries, list):
            changes += ({**whole, section: [*entries[:at], *entries[at + 1 :]]} for at in (0, -1))
            changes += ({**whole, section: [*entries, entry]} for entry in entries[:1])
        for changed in changes:
            text = json.dumps(changed, ensure_ascii=False)

            assert is_whole(*check_texts({**texts, file: text}, "deck"))


@given(st.lists(st.sampled_from((*PIECES, "select", "lit", "camera", "zoom", " "))).map("".join))
@settings(deadline=None)
def test_any_text_of_a_view_ends_in_a_view_or_messages(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    view = None
    try:
        view = read_view(text, TINY)
    except DeckError as error:
        problems = error.problems

    assert bool(view) != bool(problems)


def _places(plain: Plain) -> Iterator[tuple[Plain, str | int]]:
    """Yield every list or mapping within `plain` with each of its keys."""
    if isinstance(plain, str):
        return
    for key, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        yield plain, key
        yield from _places(value)


TINY = deck("davinci > codex")
WORDS = st.sampled_from(("", "all", "null", "true", "-1", "1e400", "codex", "text", "ability:x"))
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(("id", "kind", "en", "zh", "codex")), inner, max_size=2)
    ),
    max_leaves=4,
)
MORE = """\
readings:
  - id: parent
    drawn: figure
    asks: {en: From what?, zh: 从何而来？}
    options:
      - id: figure
        says: {en: the figure, zh: 据原图}
        derivations: [{id: one, child: late, parent: codex, certainty: stated}]
      - id: text
        says: {en: the text, zh: 据正文}
        derivations: [{id: two, child: late, parent: davinci, certainty: likely}]
fates: [{model: codex, ability: reasoning, change: gained, certainty: likely}]
levels: [{model: codex, ability: reasoning, says: {en: weak, zh: 弱}}]
branches: [{id: middle, name: {en: Middle, zh: 中}}]
views:
  - id: question
    name: {en: Why?, zh: 为何？}
    view: {select: codex, lit: ["path:davinci>late"], readings: [parent/text], open: claim:C1}
"""
