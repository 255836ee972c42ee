"""The page that describes the format: its example is a deck, and no key is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args
from unicodedata import category

import msgspec
import pytest
from format_page import EXAMPLES, PAGE, reference_texts

from explainer import schema
from explainer.characters import readable
from explainer.coverage import in_every_weight, missing_characters
from explainer.deck import check_deck
from explainer.schema import DeckFile, Record

RECORDS = [
    it
    for it in vars(schema).values()
    if isinstance(it, type) and issubclass(it, Record) and it is not Record
]
LISTS = (schema.Change, schema.Certainty, schema.ClaimKind, schema.FactKind, schema.Authority)


def test_the_faces_have_every_character_that_the_page_says_they_have() -> None:
    section = PAGE.partition("## Characters\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:4] for line in section.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 12
    for what, ranges, weights in rows:
        for part_of, first, last in re.findall(r"(in )?U\+([0-9A-F]+)–([0-9A-F]+)", ranges):
            codes = map(chr, range(int(first, 16), int(last, 16) + 1))
            signs = readable("".join(it for it in codes if category(it) != "Cn"))
            assert part_of or missing_characters(signs) == (), what
            if weights.strip() == "all" and not part_of:
                assert not [it for it in signs if not in_every_weight(it)], what
        assert missing_characters(what) == ()


def test_the_characters_that_the_page_calls_unknown_are_so() -> None:
    for sign in "😀𠮷ن":
        assert missing_characters(sign) == (sign,)


def test_the_example_is_a_deck_without_problems(tmp_path: Path) -> None:
    (tmp_path / "garden.yaml").write_text(EXAMPLES[0], "utf-8")

    deck, problems = check_deck(tmp_path)

    assert [str(problem) for problem in problems] == []
    assert deck is not None
    assert (len(deck.models), len(deck.stages)) == (4, 2)


def test_the_examples_of_the_reference_make_one_deck_without_problems(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name, text in reference_texts().items():
        (tmp_path / name).write_text(text, "utf-8")

    deck, problems = check_deck(tmp_path)

    assert [str(problem) for problem in problems] == []
    assert deck is not None
    assert len(deck.numbers) == 2


def test_every_kind_of_slide_has_an_example() -> None:
    kinds = {kind.__struct_config__.tag for kind in get_args(schema.Slide)}
    shown = {found[1] for it in EXAMPLES[1:] if (found := re.search(r"kind: ([a-z]+)", it))}

    assert kinds - shown == set()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_of_the_format_is_described(record: type[Record]) -> None:
    names = [field.name for field in msgspec.structs.fields(record)]

    assert [name for name in names if name not in ("en", "zh") and f"`{name}`" not in PAGE] == []


def test_every_word_of_a_closed_list_is_described() -> None:
    words = [word for words in LISTS for word in get_args(words)]

    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_every_kind_of_slide_is_described() -> None:
    kinds = [kind.__struct_config__.tag for kind in get_args(schema.Slide)]

    assert [kind for kind in kinds if f"`{kind}`" not in PAGE] == []


def test_a_key_has_a_star_exactly_where_it_must_be_there() -> None:
    for section in ("branches", "methods", "sources", "models", "abilities", "levels", "terms"):
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{section}`"))
        starred = set(re.findall(r"`(\w+)`\\\*", row))
        field = next(it for it in msgspec.structs.fields(DeckFile) if it.name == section)
        entry = get_args(field.type)[0]
        assert starred == {it.name for it in msgspec.structs.fields(entry) if it.required}, section


@pytest.mark.parametrize("kind", get_args(schema.Slide), ids=lambda it: str(it.__name__))
def test_a_kind_of_slide_has_its_stars_too(kind: type[Record]) -> None:
    tag = kind.__struct_config__.tag
    found = re.search(rf"^\*\*{tag}\*\*: (.*)$", PAGE, re.MULTILINE)

    assert found
    assert set(re.findall(r"`(\w+)`\\\*", found[1])) == _required(kind)


@pytest.mark.parametrize(
    "title, records",
    [
        ("Arguments and experiments", (schema.Argument, schema.Experiment)),
        ("Limits", (schema.Limit, schema.Example)),
        ("Discrepancies", (schema.Discrepancy, schema.Account)),
        ("Later notes", (schema.Later,)),
        ("Published numbers and charts", (schema.Number, schema.Chart, schema.Point)),
    ],
)
def test_a_section_of_the_reference_has_its_stars_too(
    title: str, records: tuple[type[Record], ...]
) -> None:
    text = PAGE.partition(f"### {title}\n")[2].partition("\n### ")[0]
    required = set[str]().union(*map(_required, records))

    assert set(re.findall(r"`(\w+)`\\\*", text)) | {"id"} == required | {"id"}


def _required(record: type[Record]) -> set[str]:
    """Return the keys that must be there, those of records within the record too."""
    found: set[str] = set()
    for field in msgspec.structs.fields(record):
        if field.required:
            found.add(field.name)
        for held in (field.type, *get_args(field.type)):
            if isinstance(held, type) and issubclass(held, Record) and held is not schema.Text:
                found |= _required(held)
    return found
