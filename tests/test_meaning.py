"""What the deck that comes with the app says means what the article says: no more, no less.

A word of certainty, a label, a number or a name is the article's, or that of the source which
signs it, in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import pytest
from contents import checked, known, steps_of, texts
from rulers import PlainRuler

from explainer.abilities import fate_of
from explainer.deck import Deck
from explainer.lineage import least_sure, lineage, weakest
from explainer.markup import plain
from explainer.panel.model import strand_certainty
from explainer.picture import TextLine
from explainer.schema import (
    CERTAINTIES,
    LANGUAGES,
    AbilityId,
    ArgumentId,
    ArgumentSlide,
    Certainty,
    ClaimId,
    CompareSlide,
    Derivation,
    Fate,
    Language,
    MethodId,
    ModelId,
    RevealSlide,
    StageId,
    Step,
    StepId,
    Text,
    TraceSlide,
    UnlockSlide,
)
from explainer.slide import slide_picture
from explainer.why import claims_of_step, every_derivation

DECK: Deck = checked()[0]
STEPS = {f"{stage.id}/{step.id}": step for stage, step in steps_of(DECK)}
KNOWN = [*known(DECK)]


class TestCertainty:
    """Nothing is surer than the claims it rests on, and one thing has one verdict."""

    def test_no_fate_is_firmer_than_the_weakest_claim_that_it_rests_on(self) -> None:
        found = [(it.model, it.ability, it.certainty) for it in DECK.fates if _firmer(it)]

        assert found == []

    def test_no_derivation_is_firmer_than_the_weakest_claim_that_it_rests_on(self) -> None:
        assert [it.id for it in every_derivation(DECK) if _firmer(it)] == []

    def test_a_slide_that_says_unlocked_or_injected_agrees_with_the_fate_at_that_model(
        self,
    ) -> None:
        for name, step in STEPS.items():
            slide = step.slide
            for side in (slide.left, slide.right) if isinstance(slide, UnlockSlide) else ():
                fate = fate_of(DECK, side.shows, side.ability)
                sure = least_sure(*(DECK.claims[it].certainty for it in side.claims))
                assert fate is not None, name
                # What was injected was gained; how it came in may be less sure than that it did.
                if (fate.change, side.change) == ("gained", "injected"):
                    assert CERTAINTIES.index(sure) >= CERTAINTIES.index(fate.certainty), name
                else:
                    assert (side.change, sure) == (fate.change, fate.certainty), name

    @pytest.mark.parametrize("model", ["davinci-instruct-beta", "text-davinci-001"])
    @pytest.mark.parametrize("ability", ["instruction", "unseen"])
    def test_what_instructions_brought_is_unlocked_perhaps(self, model: str, ability: str) -> None:
        fate = fate_of(DECK, ModelId(model), AbilityId(ability))

        assert fate
        assert (fate.change, fate.certainty) == ("unlocked", "conjectured")

    def test_how_code_davinci_002_was_trained_is_surer_than_what_it_came_from(self) -> None:
        model, drawn = ModelId("code-davinci-002"), lineage(DECK)
        sure = {it: strand_certainty(DECK, drawn, model, it) for it in drawn.strands[model]}

        assert sure == {"pretraining": "stated", "code": "likely", "instruction": "likely"}

    def test_the_first_codex_was_tuned_from_a_variant_of_gpt_3_as_stated(self) -> None:
        drawn = lineage(DECK, ("parent-of-codex/text",))

        assert strand_certainty(DECK, drawn, ModelId("codex-12b"), MethodId("code")) == "stated"

    @pytest.mark.parametrize(
        "language, words",
        [
            ("en", ["likely, §3.1 ¶12", "open, §3.1 ¶20"]),
            ("zh", ["很可能，§3.1 ¶12", "未定，§3.1 ¶20"]),
        ],
    )
    def test_the_question_of_a_trace_prints_every_answer_with_its_place(
        self, language: Language, words: list[str]
    ) -> None:
        said = _painted("cause/weakest-link", language)

        assert [it for it in said if "¶12" in it or "¶20" in it] == words

    def test_a_headline_is_hedged_where_all_that_its_slide_shows_is_hedged(self) -> None:
        bare = []
        for name, step in STEPS.items():
            stage = DECK.stages[StageId(name.partition("/")[0])]
            shown = [DECK.claims[it].certainty for it in _shown(step)]
            if shown and "stated" not in shown:
                bare += [it.en for it in (step.headline or stage.headline,) if not _hedged(it.en)]

        assert bare == []


class TestHedges:
    """A doubt of the article is not lost in one of the languages, nor made up in one."""

    def test_what_a_slide_says_is_hedged_in_both_languages_or_in_neither(self) -> None:
        found = {
            (it.en, it.zh.replace("\u200b", ""))
            for it in _on_slides()
            if _hedged(it.en) != _hedged(it.zh)
        }

        assert found == {
            ("Hardly any strict comparison yet", "当时几乎没有严格的对比"),
            ("The idea: it may stay vague in places.", "证明思路：局部可以含糊。"),
            # 或 joins two alternatives here; "more than" and 不像, 更像 compare.
            ("weak or absent", "很弱，或没有"),
            ("More a side effect than a plan", "不像有意，更像副作用"),
        }

    def test_a_short_label_of_a_claim_keeps_what_limits_the_claim(self) -> None:
        bare = {
            claim
            for step in STEPS.values()
            for claim, label in _labels(step).items()
            for language in LANGUAGES
            if _LIMITS[language].search(DECK.claims[claim].text.of(language))
            and not _LIMITS[language].search(label.of(language))
        }

        assert bare == set()

    def test_an_absolute_word_is_in_the_claims_of_its_step_or_is_accounted_for(self) -> None:
        found = {
            (text.en, word)
            for name, step in STEPS.items()
            for text in (*texts([step.slide]), *((step.headline,) if step.headline else ()))
            for language in LANGUAGES
            for word in _absolutes(text, language) - _absolutes_of_claims(name, language)
        }

        assert found - ABSOLUTE == set()

    def test_headlines_and_takeaways_of_stages_are_as_absolute_as_the_article(self) -> None:
        found = {
            (text.en, word)
            for stage in DECK.stages.values()
            for text in (stage.headline, stage.takeaway)
            for language in LANGUAGES
            for word in _absolutes(text, language)
        }

        assert found - ABSOLUTE == set()

    def test_a_rating_names_no_best_that_its_claims_do_not_name(self) -> None:
        bare = [
            level.says.en
            for level in DECK.levels
            for language in LANGUAGES
            for word in _absolutes(level.says, language)
            if not any(word in DECK.claims[it].text.of(language) for it in level.claims)
        ]

        assert bare == []

    def test_what_was_best_at_the_time_says_at_what_time(self) -> None:
        said = DECK.claims[ClaimId("C123")].text
        best = next(it for it in DECK.levels if ClaimId("C123") in it.claims).says
        spoken = [it for it in STEPS["reasoning/case"].narration if ClaimId("C123") in it.claims]

        for text in (said, best, *(it.text for it in spoken)):
            assert "December 2022" in text.en
            assert "2022年12月" in text.zh

    def test_the_windows_reading_span_is_rather_hard_to_extend_not_fixed(self) -> None:
        slide = STEPS["base/two-clues"].slide

        assert isinstance(slide, RevealSlide)
        assert "rather hard" in slide.says.en
        assert "较难" in slide.says.zh


class TestSides:
    """A reason stands on the side on which it speaks."""

    def test_no_reason_stands_on_the_other_side_in_the_evidence_of_its_thesis(self) -> None:
        for argument in DECK.arguments.values():
            thesis = DECK.claims[argument.thesis]
            assert not {*argument.supports} & {*thesis.evidence_against}, argument.id
            assert not {*argument.opposes} & {*thesis.evidence_for}, argument.id
            assert not {*argument.supports} & {*argument.opposes}, argument.id

    def test_what_a_trade_brings_is_no_evidence_of_its_price(self) -> None:
        bought = {ClaimId("C063"), ClaimId("C086"), ClaimId("C087")}
        slide = STEPS["tax/price"].slide

        assert isinstance(slide, ArgumentSlide)
        assert not bought & {*slide.supports, *DECK.arguments[slide.argument].supports}

    def test_a_caveat_or_a_surprise_is_no_support(self) -> None:
        supports = {it.id: {*it.supports} for it in DECK.arguments.values()}

        assert ClaimId("C227") not in supports[ArgumentId("arg-dialogue-trade")]
        assert not {"C224", "C225"} & supports[ArgumentId("arg-knows-unknown")]
        assert not {"C261", "C262", "C265"} & supports[ArgumentId("arg-grades")]


class TestWhoSaysItOfWhom:
    """A statement stands at the models of which it was made, signed by who made it."""

    def test_a_row_of_a_comparison_is_about_models_that_one_of_its_claims_is_about(self) -> None:
        strangers = [
            (name, aspect.name.en, model)
            for name, step in STEPS.items()
            if isinstance(step.slide, CompareSlide)
            for aspect in step.slide.aspects
            for model in aspect.says
            if not any(model in DECK.claims[it].models for it in aspect.claims)
        ]

        # "Earlier models" of C104 are those before the 002 pair.
        assert strangers == [("listening/answers", "Tuned on instructions", "davinci")]

    @pytest.mark.parametrize("model", ["text-davinci-002", "text-davinci-003", "chatgpt"])
    @pytest.mark.parametrize("ability", ["safe", "neutral"])
    def test_safe_and_impartial_answers_come_with_every_kind_of_alignment(
        self, model: str, ability: str
    ) -> None:
        assert fate_of(DECK, ModelId(model), AbilityId(ability))

    def test_what_is_signed_by_the_article_is_called_as_the_article_calls_it(self) -> None:
        step = STEPS["injected/plenty-of-code"]
        assert isinstance(step.slide, UnlockSlide)
        side = step.slide.left
        number = DECK.numbers[side.number]

        assert number.source == DECK.source
        assert side.figure == Text(en="77K instructions", zh="77K条指令")

    def test_the_articles_reading_of_a_paper_is_shown_as_its_reading(self) -> None:
        slide = STEPS["bargains/two-reasons"].slide

        assert isinstance(slide, RevealSlide)
        assert "the article reads" in slide.says.en
        assert "照文章" in slide.says.zh

    def test_a_section_is_named_as_one_of_the_article(self) -> None:
        """The story has stages with numbers of its own."""
        told = [it for step in STEPS.values() for it in texts([step])]
        bare = [
            it
            for text in (*told, *texts(KNOWN))
            for it, section, whose in (
                (text.zh, r"第[一二三四五六七]节|[1-7]\.[12]节", "文章|英文版"),
                (text.en, r"(?i)(second|fourth|fifth) section|section \d", "article|English"),
            )
            if (found := re.search(section, it)) and not re.search(whose, it[: found.start() + 40])
        ]

        assert bare == []

    def test_readers_of_english_are_sent_to_the_authors_english_text(self) -> None:
        english = " ".join(_painted("limits/sources", "en"))
        chinese = " ".join(_painted("limits/sources", "zh"))

        assert "How does GPT Obtain its Ability?" in english
        assert "绝世神功" not in english
        assert "绝世神功" in chinese


ABSOLUTE = {
    # What was counted: three abilities (C013), two models, two clues, four signs.
    ("Basically all from pretraining; one is a riddle", "all"),
    ("The two 002 models reason well enough in steps", "都"),
    ("Its data and window hint at a base other than davinci.", "都"),
    ("The signs point to code; none of them settles it.", "none"),
    ("The signs point to code; none of them settles it.", "都"),
    ("One question leads: where does each ability come from?", "每"),
    # What is asked or hedged: the strongest model (C056), the largest difference (C191).
    ("Who may be strongest at natural language?", "strongest"),
    ("Who may be strongest at natural language?", "最"),
    ("The model named for code may be the strongest GPT-3.5.", "strongest"),
    ("The model named for code may be the strongest GPT-3.5.", "最"),
    ("They differ most in code and instructions", "most"),
    # A limit of what is claimed: correlation and no more (C126), unlocking and no more (C174).
    ("Only correlation", "only"),
    ("Very likely, but only seen together", "only"),
    ("Very likely, but only seen together", "只是"),
    ("Few instructions may only unlock; ample code may inject.", "only"),
    # A wrong answer, and the largest version of a model.
    ("Nobody measured it", "nobody"),
    ("0.4\u00a0%, says the article; for the largest, the paper prints 0.2\u00a0%.", "最"),
}
"""Absolute words that no claim of their step has, and what they rest on."""
_HEDGES = {
    "en": re.compile(
        r"(?i)\b(may|might|likely|unlikely|hardly|perhaps|seem(s|ingly)?|probably|presumably"
        r"|possibl[ey]|potentially|hints?|suggests?|suspected|could|would)\b|\?"
    ),
    "zh": re.compile("可能|也许|或许|似乎|大概|多半|暗示|未必|或能|嫌疑|不像|看似|若能|？|或"),
}
_LIMITS = {
    "en": re.compile(
        _HEDGES["en"].pattern
        + r"|\b(basically|usually|mostly|generally|in general|intuit\w*|some|certain|many|almost"
        r"|nearly|often|sometimes|much|a large share)\b"
    ),
    "zh": re.compile(
        _HEDGES["zh"].pattern
        + "|大体|基本|通常|大多|一般|直觉|有些|某些|许多|很多|几乎|常常|有时|大量|很大一部分"
    ),
}
_ABSOLUTES = {
    "en": re.compile(
        r"(?i)\b(best|every|never|all|always|none|nobody|only|entirely|completely|simple|simply"
        r"|most|strongest|everything|impossible|certain|certainly|exactly|cannot|must)\b"
    ),
    "zh": re.compile(
        "最|根本|都|完全|简单|全部|每|从不|从来|一定|绝对|必须|人人|样样|唯一|只能|只是"
    ),
}


def _firmer(it: Fate | Derivation) -> bool:
    """Return whether it is firmer than its weakest claim; open questions ask why, not whether."""
    said = [DECK.claims[claim].certainty for claim in it.claims]
    asserted: list[Certainty] = [certainty for certainty in said if certainty != "open"]
    least = weakest(asserted)
    return least is not None and CERTAINTIES.index(it.certainty) < CERTAINTIES.index(least)


def _shown(step: Step) -> Iterable[ClaimId]:
    """Return the claims whose certainty the slide of a step prints."""
    match step.slide:
        case UnlockSlide() as slide:
            return (*slide.left.claims, *slide.right.claims)
        case ArgumentSlide() as slide:
            return (DECK.arguments[slide.argument].thesis,)
        case _:
            return ()


def _labels(step: Step) -> Mapping[ClaimId, Text]:
    """Return the short words that a slide has for claims."""
    match step.slide:
        case ArgumentSlide() as slide:
            return slide.says
        case TraceSlide() as slide:
            return slide.evidence_says
        case _:
            return {}


def _hedged(text: str) -> bool:
    language = "zh" if re.search("[\u4e00-\u9fff]", text) else "en"
    return bool(_HEDGES[language].search(plain(text)))


def _on_slides() -> Iterator[Text]:
    """Yield all that slides say: names, headlines, takeaways, and every text of a slide."""
    for stage in DECK.stages.values():
        yield from (stage.name, stage.headline, stage.takeaway)
    for step in STEPS.values():
        yield from texts([step.slide])
        if step.headline:
            yield step.headline


def _absolutes(text: Text, language: Language) -> set[str]:
    return {it.group().lower() for it in _ABSOLUTES[language].finditer(plain(text.of(language)))}


def _absolutes_of_claims(name: str, language: Language) -> set[str]:
    claims = claims_of_step(DECK, StepId(name))
    return {word for it in claims for word in _absolutes(DECK.claims[it].text, language)}


def _painted(name: str, language: Language) -> list[str]:
    picture = slide_picture(DECK, StepId(name), language, 1920, 1080, PlainRuler())
    return [
        "".join(span.text for span in it.spans).replace("\u00a0", " ")
        for it in picture.shapes
        if isinstance(it, TextLine)
    ]
