"""What stands beside the claims means what its sources say: charts, numbers, notes, differences.

Nobody is made to say what another said, and no number speaks of what it does not measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from contents import checked, known, texts
from panels import exploring, flat
from panels import shown as panel

from explainer.deck import Deck
from explainer.plot import chart_rows, folded, row_says
from explainer.schema import LANGUAGES, ChartId, ClaimId, ModelId, NumberId, Text
from explainer.strings import say

DECK: Deck = checked()[0]
OF_CODE = {"HumanEval", "MBPP"}
OF_LANGUAGE = {ClaimId("C056"), ClaimId("C057")}
"""Claims on how strong a model is at natural language."""


class TestNumbers:
    def test_a_test_of_writing_code_says_nothing_of_natural_language(self) -> None:
        for chart in DECK.charts.values():
            measures = {DECK.numbers[it].measure for row in chart.points for it in row.numbers}
            if measures & OF_CODE:
                assert not OF_LANGUAGE & {*chart.supports, *chart.doubts}, chart.id

    def test_compute_of_one_paper_is_no_evidence_of_the_data_of_another(self) -> None:
        """The 77K of C177 are those of InstructGPT."""
        chart = DECK.charts[ChartId("flan-compute")]

        assert ClaimId("C177") not in {*chart.supports, *chart.doubts}

    def test_a_note_that_names_the_highest_names_the_highest(self) -> None:
        noted = 0
        for number in DECK.numbers.values():
            if found := re.search(r"listed here (\S+) is highest at", number.note):
                alike = [
                    it
                    for it in DECK.numbers.values()
                    if (it.source, it.measure, it.setting)
                    == (number.source, number.measure, number.setting)
                ]
                noted += 1
                best = max(alike, key=lambda it: float(it.value))
                assert found[1] == best.subject, number.id

        assert noted > 10

    def test_a_note_on_who_is_behind_agrees_with_the_numbers(self) -> None:
        for test in ("triviaqa", "nq", "webq"):
            tuned = DECK.numbers[NumberId(f"brown-{test}-t5-tuned")]
            first = DECK.numbers[NumberId(f"brown-{test}-few-shot-davinci")]

            assert ("worse than T5" in tuned.note) == (float(tuned.value) > float(first.value))

    def test_a_chart_calls_a_cure_only_what_brings_all_of_it_back(self) -> None:
        for name in ("alignment-tax", "alignment-tax-drop"):
            chart = DECK.charts[ChartId(name)]
            rows = [DECK.numbers[row.numbers[0]] for row in chart.points]
            whole = float(rows[-1].value) >= float(rows[0].value)

            assert ("cure" in chart.name.en) == ("解法" in chart.name.zh) == whole

    def test_a_model_that_a_source_measures_elsewhere_is_not_said_to_be_missing_in_it(self) -> None:
        chart = DECK.charts[ChartId("lineage-gsm8k")]
        cushman = [it for it in DECK.numbers.values() if it.model == "code-cushman-001"]
        rows = folded(chart_rows(DECK, chart, "en"), "en")

        assert chart.source in {it.source for it in cushman}
        assert "3 models: number not in this source" in {row_says(DECK, it, "en") for it in rows}

    def test_no_chart_says_that_a_size_changed_which_nobody_published(self) -> None:
        its = DECK.charts[ChartId("lineage-gsm8k")].cannot_show

        assert "perhaps with another size" in its.en
        assert "规模或许" in its.zh

    def test_what_was_drawn_in_training_is_not_called_the_size_of_the_corpora(self) -> None:
        corpora = [it for it in DECK.numbers.values() if it.measure == "tokens available"]
        held = sum(float(it.value) for it in corpora)
        told = next(it for it in DECK.discrepancies.values() if it.id == "words-or-tokens")

        assert told.found
        assert f"hold {held:.0f} billion" in told.found.en
        assert f"{held * 10:.0f}亿" in told.found.zh


class TestWhoSaysIt:
    def test_a_view_is_signed_by_its_author_in_both_languages(self) -> None:
        signed = {"en": r"(?i)\b(author|article)", "zh": "作者(认为|看来|相信|称|自称|补充|不确定)"}
        bare = [
            claim.id
            for claim in DECK.claims.values()
            if re.search(signed["zh"], claim.text.zh) and not re.search(signed["en"], claim.text.en)
        ]

        assert bare == []

    def test_what_the_article_says_too_is_not_called_all_the_makers(self) -> None:
        for it in DECK.discrepancies.values():
            others = [DECK.sources[account.source].by for account in it.accounts]
            if {*others} - {"maker"}:
                assert not re.search(r"(?i)\ball from the maker", it.reading.en), it.id
                assert "都出自厂商" not in it.reading.zh, it.id

    def test_a_change_whose_causes_are_disputed_is_not_said_to_have_none(self) -> None:
        """The gains of text-davinci-003 are credited to RLHF in one place, to more in another."""
        fate = next(it for it in DECK.fates if "C070" in it.claims)
        page = flat(panel(DECK, exploring("en", select=fate.model)).body)

        assert fate.cause == ""
        assert "no one method" in page
        for language in LANGUAGES:
            for key in ("panel.no-cause", "slide.no-cause", "chart.note.no-cause"):
                assert not re.search("not given|no cause|未说|未指明", say(key, language))

    def test_a_side_effect_is_not_listed_as_given_up(self) -> None:
        """What text-davinci-002 lost stands there too, and was hardly given up on purpose."""
        assert say("slide.trade.given-up", "en") == "Reduced"
        assert say("slide.trade.given-up", "zh") == "减弱"

    def test_the_article_contradicts_itself_only_where_both_accounts_are_its_own(self) -> None:
        copies = {"wind2375_notes", "t9ai_table"}
        wrong = [
            it.id
            for it in DECK.discrepancies.values()
            if (it.between == "article")
            != all(
                account.source in copies
                or (
                    account.source != "fu2022article_en"
                    and DECK.sources[account.source].by == "article"
                )
                for account in it.accounts
            )
        ]

        assert wrong == []

    def test_a_size_that_a_list_has_for_some_models_is_not_said_of_the_others(self) -> None:
        listed = {
            it.model
            for it in DECK.numbers.values()
            if it.source == "helm_metadata" and it.value == "175" and it.model
        }
        for text in _texts():
            for sentence in re.split(r"[.;] |[。；]", f"{text.en} {text.zh}"):
                if "HELM" in sentence and re.search("175 billion|1750亿", sentence):
                    assert any(model in sentence for model in listed), sentence

    def test_a_comparison_that_may_tell_two_things_apart_is_not_said_to_do_so(self) -> None:
        """The claim on the best comparison is a conjecture."""
        its = next(it for it in DECK.experiments.values() if ClaimId("C188") in it.claims)

        assert DECK.claims[ClaimId("C188")].certainty == "conjectured"
        assert "might" in its.shows.en
        assert "或" in its.shows.zh

    def test_what_compares_tuned_models_does_not_settle_where_their_abilities_lay(self) -> None:
        unlocks = next(it for it in DECK.arguments.values() if it.thesis == "C218")

        assert not unlocks.settled_by

    @pytest.mark.parametrize("model", ["codex-12b", "chatgpt"])
    def test_a_base_that_its_source_names_is_not_called_unknown(self, model: str) -> None:
        english = flat(panel(DECK, exploring("en", select=model)).body)
        chinese = flat(panel(DECK, exploring("zh", select=model)).body)

        assert "from a base not on this map" in english
        assert "unknown base" not in english
        assert "未知的基础模型" not in chinese

    def test_an_argument_that_denies_is_not_named_by_the_question_that_it_denies(self) -> None:
        """Beside the name stands how sure it is: "Was it meant? stated" says the opposite."""
        for it in DECK.arguments.values():
            if re.search(r"may not|side effect", DECK.claims[it.thesis].text.en):
                assert "?" not in it.name.en
                assert "？" not in it.name.zh
                assert re.search(r"may not|side effect", it.name.en)

    @pytest.mark.parametrize("counterpart", ["t0", "flan"])
    def test_the_articles_table_sets_no_counterpart_beside_text_davinci_001(
        self, counterpart: str
    ) -> None:
        its = DECK.counterparts[ModelId(counterpart)]

        assert its.stands_for == ("davinci-instruct-beta", "text-davinci-002")

    def test_a_counterpart_is_not_promised_to_replace_a_model(self) -> None:
        english = flat(panel(DECK, exploring("en", select="davinci")).body)
        chinese = flat(panel(DECK, exploring("zh", select="davinci")).body)

        assert "Counterparts of it" in english
        assert "与它对应的其他模型" in chinese
        assert "可替代" not in chinese


def _texts() -> Iterator[Text]:
    yield from texts([*known(DECK)])
    for stage in DECK.stages.values():
        yield from texts([stage])
