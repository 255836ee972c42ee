"""Whoever is cited said it: foot, panel and file of a slide name the sources of its claims."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports import flat, wishes
from msgspec.structs import replace
from panels import shown as panel
from panels import telling, words
from pngs import read_png
from rulers import PlainRuler
from several import all_steps, changed, pictured, several, step_named, texts

from explainer.deck import Deck, load_embedded
from explainer.export import export, plan
from explainer.find.entries import entries
from explainer.picture import TextLine
from explainer.schema import ClaimId, Language
from explainer.slide import slide_picture
from explainer.why import claims_of_step
from explainer.wording import citations, in_order, short_reference


def foot(name: str, language: Language = "en", width: float = 1280) -> str:
    picture = pictured(name, language, (width, 720))
    lines = [it for it in picture.shapes if isinstance(it, TextLine) and it.y > 720 * 0.93]
    return "".join(texts(replace(picture, shapes=tuple(lines)), "source"))


@pytest.mark.parametrize(
    "name, says",
    [
        ("transformer", "Transformer paper, Abstract, Table 2"),
        ("page", "Transformer paper, page 12"),
        ("three", "Transformer paper, Abstract; LLaMA paper, Table 1; Llama 2 paper, section 3.2"),
        ("sorted", "Alpaca post, §3, §3.1, §7 ¶2, §10"),
        ("silent", ""),
    ],
)
def test_the_foot_cites_the_sources_of_the_steps_own_claims_with_the_whole_place(
    name: str, says: str
) -> None:
    assert foot(name, width=1600) == says


def test_the_foot_cites_in_chinese_too() -> None:
    assert foot("sorted", "zh") == "Alpaca博文，§3、§3.1、§7 ¶2、§10"
    assert foot("three", "zh").startswith("Transformer论文，Abstract；LLaMA论文，Table 1；")


def test_no_step_is_signed_with_a_source_that_none_of_its_claims_has() -> None:
    deck = several()
    for name in all_steps():
        its = {deck.claims[claim].source for claim in claims_of_step(deck, name)}
        signed = foot(name.partition("/")[2])
        for source in deck.sources.values():
            if source.short.en in signed:
                assert source.id in its, name


def test_every_slide_of_a_deck_without_a_source_is_painted() -> None:
    for name in all_steps():
        assert pictured(name.partition("/")[2]).shapes


def test_citations_get_shorter_and_never_leave_out_anything_in_silence() -> None:
    claims = tuple(map(ClaimId, ("A1", "A2", "M1", "M2")))

    assert citations(several(), claims, "en") == (
        "Transformer paper, Abstract, Table\u00a02; Llama 2 paper, Table\u00a01, section\u00a03.2",
        "Transformer paper, 2 places; Llama 2 paper, 2 places",
        "Transformer paper, Llama 2 paper",
        "2 sources",
    )


def test_paragraphs_may_be_left_out_of_a_section_but_no_number_of_a_page() -> None:
    deck = load_embedded()
    places = [claim.id for claim in deck.claims.values() if claim.at.startswith("§3.1 ")][:3]
    short = deck.sources[deck.claims[places[0]].source].short.en

    assert f"{short}, §3.1" in citations(deck, places, "en")
    assert not any("page," in it for it in citations(several(), (ClaimId("A3"),), "en"))


def test_places_are_sorted_by_their_numbers() -> None:
    assert in_order(["§10", "§2", "§3.1 ¶12", "§3.1 ¶2", "§3", "§2"]) == (
        "§2",
        "§3",
        "§3.1 ¶2",
        "§3.1 ¶12",
        "§10",
    )


def test_where_there_is_no_room_sources_are_counted() -> None:
    narrow = slide_picture(several(), step_named("three"), "en", 480, 360, PlainRuler())

    assert texts(narrow, "source") == ["3 sources"]


class TestThePanel:
    def test_it_names_the_source_of_a_claim_wherever_claims_have_several(self) -> None:
        said = words(panel(several(), telling(step_named("three"))).body)

        assert "LLaMA paper, Table\u00a01" in said

    def test_places_stand_alone_where_all_claims_are_read_in_one_work(self) -> None:
        deck = load_embedded()
        claim = next(iter(deck.claims.values()))

        assert short_reference(deck, claim, "en") == claim.at.replace(" ", "\u00a0")

    def test_what_a_mark_says_names_the_source(self) -> None:
        from explainer.wording import fate_sentence

        fate = next(it for it in several().fates if it.model == "llama2")

        assert "Llama 2 paper, Table" in fate_sentence(several(), fate, "en")


def test_search_names_the_source_of_a_claim() -> None:
    found = next(it for it in entries(several()) if it.id == "A3")

    assert "Transformer paper, page\u00a012" in found.below.en


def test_a_written_file_names_the_sources_of_its_claims_only(tmp_path: Path) -> None:
    deck: Deck = several()
    targets = plan(deck, wishes(tmp_path, steps="all"))
    export(deck, targets, flat)
    sources = {
        it.step.partition("/")[2]: read_png(it.path.read_bytes()).texts.get("Sources", "")
        for it in targets
    }

    assert sources["three"] == "Transformer paper; LLaMA paper; Llama 2 paper"
    assert sources["unlock"] == "Alpaca post; LLaMA paper"
    assert sources["chart"] == "Llama 2 paper"
    assert sources["silent"] == ""


def test_a_chart_is_signed_with_every_place_that_its_numbers_are_printed_at() -> None:
    from explainer.schema import ChartSlide
    from explainer.story import step, steps

    deck = load_embedded()
    charts = {
        name: deck.charts[shown.slide.chart]
        for name in steps(deck)
        if isinstance((shown := step(deck, name)).slide, ChartSlide)
    }
    for name, chart in charts.items():
        picture = slide_picture(deck, name, "en", 1920, 1080, PlainRuler())
        said = " ".join(texts(picture, "source")).replace("\u00a0", " ")
        for point in chart.points:
            assert all(deck.numbers[number].at in said for number in point.numbers), name


def test_the_end_cites_its_own_claims_where_these_are_read_elsewhere() -> None:
    end = "slide: {kind: end, says: {en: Thank you., zh: 谢谢各位。}}"
    told = f"{end}, narration: [{{text: {{en: So it is., zh: 就是这样。}}, claims: [P3]}}]"
    deck = changed((end, told), ("authors: [A. Lecturer]", "authors: [A. Lecturer]\nsource: llama"))
    picture = slide_picture(deck, step_named("end"), "en", 1280, 720, PlainRuler())

    assert texts(picture, "source") == ["Alpaca post, §10"]
