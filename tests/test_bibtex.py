"""Works as BibTeX: what a reference manager reads."""

from __future__ import annotations

from msgspec.structs import replace

from explainer.bibtex import bibliography, bibtex
from explainer.deck import load_embedded
from explainer.schema import Source, SourceId, Text


def work(**fields: str) -> Source:
    short = Text(en="Doe 2022", zh="Doe 2022")
    bare = Source(id=SourceId("doe2022"), short=short, title="A title", by="paper")
    return replace(bare, **fields)


def test_an_entry_has_every_field_that_is_known_and_no_other() -> None:
    full = work(authors="Jane Doe and others", year="2022", link="https://example.org/a_b")

    assert bibtex(full) == (
        "@misc{doe2022,\n"
        "  title = {{A title}},\n"
        "  author = {Jane Doe and others},\n"
        "  year = {2022},\n"
        "  url = {https://example.org/a_b},\n"
        "}\n"
    )
    assert "author" not in bibtex(work())
    assert "year" not in bibtex(work())


def test_authors_are_parted_as_bibtex_parts_them() -> None:
    assert "{Yao Fu and Hao Peng and Tushar Khot}" in bibtex(
        work(authors="Yao Fu, Hao Peng and Tushar Khot")
    )


def test_a_group_keeps_its_name() -> None:
    assert "author = {{OpenAI}}" in bibtex(work(authors="OpenAI"))
    assert "author = {{Scale AI}}" in bibtex(work(authors="Scale AI"))


def test_signs_that_tex_reads_are_written_out() -> None:
    assert r"{{Edit \& insert: 5\% of \#1\_}}" in bibtex(work(title="Edit & insert: 5% of #1_"))


def test_the_bibliography_has_every_work_once() -> None:
    deck = load_embedded()
    text = bibliography(deck.sources.values())

    for source in deck.sources:
        assert text.count(f"@misc{{{source},") == 1
    assert text.count("{") == text.count("}")
