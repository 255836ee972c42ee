"""The page that describes the format: its example is a deck, and no key is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from explainer import schema
from explainer.deck import check_deck
from explainer.schema import DeckFile, Record

PAGE = (Path(__file__).parents[1] / "docs" / "deck-format.md").read_text("utf-8")
RECORDS = [
    it
    for it in vars(schema).values()
    if isinstance(it, type) and issubclass(it, Record) and it is not Record
]
LISTS = (schema.Change, schema.Certainty, schema.ClaimKind, schema.FactKind, schema.Authority)


def test_the_example_is_a_deck_without_problems(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "garden.yaml").write_text(example, "utf-8")

    deck, problems = check_deck(tmp_path)

    assert [str(problem) for problem in problems] == []
    assert deck is not None
    assert (len(deck.models), len(deck.stages)) == (4, 2)


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
