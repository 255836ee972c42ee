"""The side panel: what stands in it, where its clicks lead, and that its words stay inside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from decks import deck
from msgspec.structs import replace
from rulers import PlainRuler

from explainer.deck import Deck, load_embedded
from explainer.deck.shown import headline_of
from explainer.intents import (
    AskWhy,
    DrawOtherReading,
    OpenCard,
    Order,
    ReturnToStep,
    Run,
    SelectModel,
    ShowView,
    ToggleEstablished,
    ToggleExplore,
)
from explainer.lineage import weakest
from explainer.panel import PanelPicture, panel_chart, panel_picture
from explainer.picture import Picture, TextLine, line_width
from explainer.schema import (
    CERTAINTIES,
    LANGUAGES,
    Language,
    ModelId,
    QuestionSlide,
    StepId,
    View,
)
from explainer.state import State
from explainer.story import stage_of, step, steps
from explainer.strings import say
from explainer.theme import window_type
from explainer.why import LISTS, claims_about, next_card
from explainer.wording import certainty_word

RULER = PlainRuler()
WIDTHS = (380.0, 664.0, 760.0)
STEP = StepId("reasoning/suspects")


@pytest.fixture(scope="module")
def embedded() -> Deck:
    return load_embedded()


def telling(name: str = STEP, language: Language = "en") -> State:
    return State(step=StepId(name), language=language)


def exploring(language: Language = "en", **view: object) -> State:
    return State(step=STEP, mode="explore", away=View(**view), language=language)  # type: ignore[arg-type]


def shown(deck: Deck, state: State, width: float = 664) -> PanelPicture:
    return panel_picture(deck, state, width, RULER)


def lines(picture: Picture | None) -> list[TextLine]:
    return [shape for shape in picture.shapes if isinstance(shape, TextLine)] if picture else []


def words(picture: Picture | None) -> str:
    return "\n".join("".join(span.text for span in line.spans) for line in lines(picture))


def flat(picture: Picture | None) -> str:
    return words(picture).replace("\n", " ")


def bare(text: str) -> str:
    """Return `text` without spaces and without marks for where a line may break."""
    return "".join(text.replace("\u200b", "").split())


def orders(picture: Picture | None) -> list[Order]:
    return [hit.order for hit in picture.hits] if picture else []


def every_card(deck: Deck, language: Language) -> Iterator[State]:
    """Return some of each kind."""
    for claim in list(deck.claims)[::7]:
        yield exploring(language, open=f"claim:{claim}")
    for source in list(deck.sources)[::3]:
        yield exploring(language, open=f"source:{source}")
    for term in list(deck.terms)[::6]:
        yield exploring(language, open=f"term:{term}")
    for dispute in list(deck.discrepancies)[::4]:
        yield exploring(language, open=f"discrepancy:{dispute}")
    for model in list(deck.counterparts)[::3]:
        yield exploring(language, select=model, counterparts=True)
    for page in LISTS:
        yield exploring(language, select="davinci", open=page)
    yield exploring(language, select="chatgpt", established=True)
    subject = "fate:code-davinci-002/cot"
    yield exploring(language, select="code-davinci-002", open=f"claim:C108@{subject}")


def every_state(deck: Deck, language: Language) -> Iterator[State]:
    for name in steps(deck):
        yield replace(telling(name, language), notes=True)
    yield exploring(language)
    for model in deck.models:
        yield exploring(language, select=model)
        for fate in deck.fates_of.get(model, ()):
            yield exploring(language, select=model, open=f"ability:{fate.ability}")
    for ability in deck.abilities:
        yield exploring(language, open=f"ability:{ability}")
    yield from every_card(deck, language)
    yield replace(exploring(language, select="davinci"), mode="story")
    yield replace(telling(STEP, language), hover="term:cot")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_all_words_stand_inside_the_panel_and_none_under_the_floor(
    embedded: Deck, language: Language, width: float
) -> None:
    for state in every_state(embedded, language):
        panel = shown(embedded, state, width)
        for picture in (panel.body, panel.foot):
            for line in lines(picture):
                long = line_width(RULER, line.spans, line.size)
                left = line.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
                assert left >= panel.padding - 1, line
                assert left + long <= width - panel.padding + 1, line
                assert line.size >= window_type("floor"), line
                assert picture is not None
                assert line.y < picture.height, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_clicked_has_a_name_and_a_place_inside(
    embedded: Deck, language: Language
) -> None:
    for state in every_state(embedded, language):
        panel = shown(embedded, state, 380)
        for picture in (panel.body, panel.foot):
            for hit in picture.hits if picture else ():
                assert hit.name.strip(), hit
                assert hit.x >= 0
                assert hit.x + hit.width <= 380, hit
                assert hit.y >= 0
                assert picture is not None
                assert hit.y + hit.height <= picture.height + 1, hit


@pytest.mark.parametrize("width", [497.0, 664.0])
def test_lines_of_a_page_do_not_stand_on_one_another(embedded: Deck, width: float) -> None:
    for state in every_state(embedded, "en"):
        taken: list[tuple[float, float, float, float]] = []
        for line in lines(shown(embedded, state, width).body):
            long = line_width(RULER, line.spans, line.size)
            left = line.x - (long if line.anchor == "end" else 0.0)
            box = (left, line.y - 0.6 * line.size, left + long, line.y)
            for other in taken:
                apart = (
                    box[0] >= other[2] - 1
                    or box[2] <= other[0] + 1
                    or box[1] >= other[3]
                    or box[3] <= other[1]
                )
                assert apart, (line, other)
            taken.append(box)


def test_a_step_says_its_paragraphs_each_with_the_certainty_of_its_weakest_claim(
    embedded: Deck,
) -> None:
    told = step(embedded, STEP).narration
    text = words(shown(embedded, telling(), 760).body).split("\n")
    said = [line for line in text if line in {certainty_word(it, "en") for it in CERTAINTIES}]

    weakest_of = [weakest(embedded.claims[it].certainty for it in each.claims) for each in told]
    assert said == [certainty_word(it, "en") for it in weakest_of]


def test_the_step_lists_what_it_rests_on_and_leads_to_every_claim(embedded: Deck) -> None:
    for name in steps(embedded):
        claims = {claim for each in step(embedded, name).narration for claim in each.claims}
        found = {
            order.card.partition(":")[2]
            for order in orders(shown(embedded, telling(name)).body)
            if isinstance(order, OpenCard)
        }
        assert claims <= found, name


def test_the_takeaway_stands_still_while_steps_change_within_a_stage(embedded: Deck) -> None:
    for stage in embedded.stages.values():
        told = [it.id for it in stage.steps if not isinstance(it.slide, QuestionSlide)]
        feet = {shown(embedded, telling(f"{stage.id}/{each}")).foot for each in told}
        assert len(feet) == 1, stage.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_asked_in_place_of_the_headline_and_what_to_remember_waits(
    embedded: Deck, language: Language
) -> None:
    for name in steps(embedded):
        slide, stage = step(embedded, name).slide, stage_of(embedded, name)
        asked = headline_of(stage, slide).of(language)
        page = shown(embedded, telling(name, language))
        foot = flat(page.foot)

        assert bare(asked) in bare(flat(page.body)), name
        waits = isinstance(slide, QuestionSlide)
        assert (say("panel.remember", language) in foot) is not waits, name
        assert ToggleExplore() in orders(page.foot), name
        if isinstance(slide, QuestionSlide):
            assert asked == slide.asks.of(language)


def test_the_foot_of_a_step_offers_to_look_around(embedded: Deck) -> None:
    foot = shown(embedded, telling()).foot

    assert orders(foot) == [ToggleExplore()]
    assert stage_of(embedded, STEP).takeaway.en in flat(foot)


def test_a_term_that_is_pointed_at_is_defined_in_the_foot(embedded: Deck) -> None:
    at_rest = shown(embedded, telling())
    assert "term:cot" in {hit.id for hit in at_rest.body.hits}

    pointed = shown(embedded, replace(telling(), hover="term:cot"))

    definition = next(term for term in embedded.terms.values() if term.id == "cot").definition.en
    assert definition in flat(pointed.foot)
    assert pointed.body == at_rest.body


def test_the_notes_stand_in_the_panel_only_when_asked_for(embedded: Deck) -> None:
    title = say("panel.notes", "en")

    assert title not in words(shown(embedded, telling()).body).split("\n")
    with_notes = shown(embedded, replace(telling(), notes=True))
    assert title in words(with_notes.body).split("\n")


def test_looking_elsewhere_in_the_story_leaves_a_way_back_to_the_step(embedded: Deck) -> None:
    state = replace(telling(), away=View(select=ModelId("davinci")))
    panel = shown(embedded, state)

    assert words(panel.body).startswith("davinci")
    assert orders(panel.foot) == [ReturnToStep()]
    assert stage_of(embedded, STEP).name.en in flat(panel.foot)


def test_a_zoom_is_no_look_elsewhere(embedded: Deck) -> None:
    own = step(embedded, STEP).view
    zoomed = View(select=own.select, lit=own.lit, lens=own.lens, focus=("all",), open=own.open)

    assert shown(embedded, replace(telling(), away=zoomed)) == shown(embedded, telling())


def test_a_model_shows_each_of_its_facts_with_its_source(embedded: Deck) -> None:
    for model in embedded.models.values():
        text = flat(shown(embedded, exploring(select=model.id), 760).body).replace(" ", "")
        for fact in model.facts:
            value = fact.value.en if fact.value else say(f"word.missing.{fact.missing}", "en")
            assert " ".join(value.split()).replace(" ", "") in text, value
            assert embedded.sources[fact.source].short.en.replace(" ", "") in text


def test_several_accounts_of_one_thing_are_marked(embedded: Deck) -> None:
    assert "≠" in words(shown(embedded, exploring(select="code-davinci-002")).body)


def test_a_model_shows_all_its_changes_with_word_mark_and_certainty(embedded: Deck) -> None:
    text = flat(shown(embedded, exploring(select="chatgpt")).body)

    assert "traded \u2212\u2212" in text
    assert "unlocked ++" in text
    assert "conjectured" in text


def test_an_open_card_moves_nothing_above_it(embedded: Deck) -> None:
    closed = shown(embedded, exploring(select="code-davinci-002"))
    opened = shown(embedded, exploring(select="code-davinci-002", open="ability:cot"))
    row = next(hit for hit in closed.body.hits if hit.order == OpenCard("ability:cot"))

    def above(picture: Picture) -> list[tuple[float, str]]:
        return [
            (line.y, "".join(span.text for span in line.spans))
            for line in lines(picture)
            if line.y < row.y
        ]

    assert above(closed.body) == above(opened.body)
    assert opened.body.height > closed.body.height
    assert opened.subject == closed.subject


def test_an_open_card_shows_evidence_on_both_sides(embedded: Deck) -> None:
    signs = [
        line.spans[0].text
        for line in lines(
            shown(embedded, exploring(select="code-davinci-002", open="ability:cot")).body
        )
        if line.spans[0].face == "mono-strong"
    ]

    assert "+" in signs
    assert "\u2212" in signs
    assert signs.index("+") < signs.index("\u2212")


def test_the_other_readings_can_be_drawn_one_by_one_or_by_the_key(embedded: Deck) -> None:
    found = orders(shown(embedded, exploring(select="text-davinci-003")).body)

    assert DrawOtherReading() in found
    views = [order.view for order in found if isinstance(order, ShowView)]
    assert [view.readings for view in views] == [("parent-of-003/text",)]

    back = orders(
        shown(embedded, exploring(select="text-davinci-003", readings=("parent-of-003/text",))).body
    )
    assert [order.view.readings for order in back if isinstance(order, ShowView)] == [()]


def test_a_claim_leads_to_all_its_evidence_and_back(embedded: Deck) -> None:
    claim = embedded.claims[next(it for it in embedded.claims if it == "C108")]
    panel = shown(embedded, exploring(select="code-davinci-002", open="claim:C108"))
    cards = {order.card for order in orders(panel.body) if isinstance(order, OpenCard)}

    assert {f"claim:{it}" for it in (*claim.evidence_for, *claim.evidence_against)} <= cards
    assert orders(panel.body)[0] == OpenCard("claim:C108")
    assert not panel.chart
    assert claim.hedge in flat(panel.body)


def test_against_is_told_before_the_seventh_claim_that_speaks_for_it(embedded: Deck) -> None:
    signs = [
        line.spans[0].text
        for line in lines(shown(embedded, exploring(open="claim:C108")).body)
        if line.spans[0].text in {"+", "\u2212", "?"}
    ]

    assert signs[:6] == ["+"] * 6
    assert signs[6] in {"\u2212", "?"}
    assert "+" in signs[7:]


def test_what_rests_on_a_claim_is_named(embedded: Deck) -> None:
    text = words(shown(embedded, exploring(open="claim:C108")).body)

    assert say("panel.resting", "en") in text


def test_an_ability_that_a_model_leaves_alone_has_a_page_of_its_own(embedded: Deck) -> None:
    panel = shown(embedded, exploring(select="davinci", open="ability:cot"))

    assert panel.subject == "ability:cot"
    assert "code-davinci-002" in words(panel.body)
    assert orders(panel.body)[0] == OpenCard("ability:cot")


def test_where_nothing_is_selected_every_starting_point_is_offered(embedded: Deck) -> None:
    panel = shown(embedded, exploring())

    offered = [order for order in orders(panel.body) if isinstance(order, ShowView)]
    assert offered == [ShowView(view.view) for view in embedded.views]
    for certainty in CERTAINTIES:
        assert certainty_word(certainty, "en") in words(panel.body)


def test_a_deck_without_marks_has_no_chart() -> None:
    tiny = deck("a > b")
    state = State(step=StepId("lecture/a"), mode="explore", away=View(select=ModelId("a")))

    assert not panel_picture(tiny, state, 664, RULER).chart


def test_the_chart_keeps_to_the_margins_of_the_page(embedded: Deck) -> None:
    for width in WIDTHS:
        state = exploring(select="chatgpt")
        panel = shown(embedded, state, width)
        chart = panel_chart(embedded, state, width, RULER)
        assert panel.chart
        assert chart.picture.width == pytest.approx(width - 2 * panel.padding)


def cards(picture: Picture | None) -> set[str]:
    return {order.card for order in orders(picture) if isinstance(order, OpenCard)}


def test_every_paragraph_answers_why_and_its_words_keep_their_own_links(embedded: Deck) -> None:
    body = shown(embedded, telling()).body
    asked = [order.subject for order in orders(body) if isinstance(order, AskWhy)]

    told = step(embedded, STEP).narration
    assert asked == [f"paragraph:{STEP}/{place}" for place in range(len(told))]
    term = next(place for place, hit in enumerate(body.hits) if hit.id == "term:cot")
    paragraph = next(place for place, hit in enumerate(body.hits) if isinstance(hit.order, AskWhy))
    # The topmost hit is the last one.
    assert term > paragraph


def test_a_paragraph_on_which_sources_differ_leads_to_both_statements(embedded: Deck) -> None:
    body = shown(embedded, telling()).body

    assert say("panel.sources-differ", "en") in flat(body)
    found = {card for card in cards(body) if card.startswith("discrepancy:")}
    assert found
    claims = {claim for each in step(embedded, STEP).narration for claim in each.claims}
    disputes = embedded.discrepancies.values()
    assert found <= {f"discrepancy:{it.id}" for it in disputes if claims & {*it.claims}}


def test_a_claim_says_which_of_its_subject_it_is_and_leads_to_the_next(embedded: Deck) -> None:
    subject = "fate:code-davinci-002/cot"
    first, second = claims_about(embedded, subject)[:2]
    opened = f"claim:{first}@{subject}"
    body = shown(embedded, exploring(select="code-davinci-002", open=opened)).body

    assert next_card(embedded, opened) == f"claim:{second}@{subject}"
    assert next_card(embedded, opened) in cards(body)
    count = len(claims_about(embedded, subject))
    assert say("panel.next-claim", "en", place="1", count=str(count)) in words(body)


def test_a_thesis_shows_both_sides_and_what_would_settle_it(embedded: Deck) -> None:
    argument = next(it for it in embedded.arguments.values() if it.settled_by and it.opposes)
    body = shown(embedded, exploring(open=f"claim:{argument.thesis}")).body

    assert {f"claim:{it}" for it in (*argument.supports, *argument.opposes)} <= cards(body)
    assert embedded.experiments[argument.settled_by].name.en in flat(body)


def test_a_claim_names_what_hangs_on_it(embedded: Deck) -> None:
    fate = next(it for it in embedded.fates if it.claims)
    found = orders(shown(embedded, exploring(open=f"claim:{fate.claims[0]}")).body)

    opened = {(it.view.select, it.view.open) for it in found if isinstance(it, ShowView)}
    assert (fate.model, f"ability:{fate.ability}") in opened


def test_a_work_names_all_claims_that_rest_on_it(embedded: Deck) -> None:
    for source in embedded.sources.values():
        body = shown(embedded, exploring(open=f"source:{source.id}")).body
        resting = {
            f"claim:{it.id}"
            for it in embedded.claims.values()
            if source.id in (it.source, *it.cites)
        }
        assert resting <= cards(body), source.id
        assert Run("copy-bibtex") in orders(body)


def test_a_work_names_its_facts_and_numbers(embedded: Deck) -> None:
    body = flat(shown(embedded, exploring(open="source:ouyang2022instructgpt"), 760).body)

    numbers = [it for it in embedded.numbers.values() if it.source == "ouyang2022instructgpt"]
    assert all(it.value in body for it in numbers)
    assert "davinci-instruct-beta" in body


def test_a_term_has_its_definition_and_leads_to_the_claims_that_use_it(embedded: Deck) -> None:
    body = shown(embedded, exploring(open="term:cot")).body
    term = next(it for it in embedded.terms.values() if it.id == "cot")

    assert term.definition.en in flat(body)
    assert "claim:C108" in cards(body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_defines_every_term(embedded: Deck, language: Language) -> None:
    body = shown(embedded, exploring(language, open="glossary")).body

    assert {f"term:{it}" for it in embedded.terms} <= cards(body)
    said = flat(body).replace(" ", "")
    for term in embedded.terms.values():
        assert term.definition.of(language).replace(" ", "") in said, term.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_discrepancy_shows_every_statement_with_its_place(
    embedded: Deck, language: Language
) -> None:
    for dispute in embedded.discrepancies.values():
        body = shown(embedded, exploring(language, open=f"discrepancy:{dispute.id}")).body
        said = flat(body).replace(" ", "")
        for account in dispute.accounts:
            assert account.says.of(language).replace(" ", "") in said, dispute.id
            assert account.at.replace(" ", "") in said, dispute.id
        assert dispute.reading.of(language).replace(" ", "") in said, dispute.id


def test_later_notes_stand_apart_under_their_own_heading(embedded: Deck) -> None:
    note = next(it for it in embedded.later.values() if "chatgpt" in it.models)
    lines_of = words(shown(embedded, exploring(select="chatgpt")).body).split("\n")

    assert say("panel.later", "en") in lines_of
    assert say("panel.after-article", "en") in lines_of
    assert note.says.en.split()[0] in " ".join(lines_of[lines_of.index(say("panel.later", "en")) :])


def test_the_filter_folds_what_is_not_stated_and_counts_it(embedded: Deck) -> None:
    fates = embedded.fates_of[ModelId("chatgpt")]
    doubted = [it for it in fates if it.certainty != "stated"]
    body = shown(embedded, exploring(select="chatgpt", established=True)).body

    assert doubted
    assert not {f"ability:{it.ability}" for it in doubted} & {
        it.order.card
        for it in body.hits
        if isinstance(it.order, OpenCard) and it.id.startswith("fate:")
    }
    assert say("panel.hidden", "en", count=str(len(doubted))) in words(body)
    assert ToggleEstablished() in orders(body)


def test_a_counterpart_says_for_whom_it_stands_and_by_whose_account(embedded: Deck) -> None:
    body = shown(embedded, exploring(select="opt", counterparts=True)).body

    assert SelectModel(ModelId("davinci")) in orders(body)
    for fact in embedded.counterparts[ModelId("opt")].facts:
        assert f"source:{fact.source}" in cards(body)


def test_a_model_leads_to_what_can_be_looked_at_in_its_place(embedded: Deck) -> None:
    found = orders(shown(embedded, exploring(select="davinci")).body)

    assert SelectModel(ModelId("opt")) in found


def test_the_filter_veils_every_mark_that_is_not_stated(embedded: Deck) -> None:
    def veiled(picture: Picture) -> set[str]:
        return {shape.id for shape in picture.shapes if shape.id.startswith("filtered:")}

    fates = {(it.model, it.ability): it for it in embedded.fates}
    filtered = exploring(select="chatgpt", established=True)
    chart = panel_chart(embedded, filtered, 760, RULER)
    doubted = {
        f"filtered:{it.model}/{it.ability}"
        for it in chart.cells
        if it.marked and fates[it.model, it.ability].certainty != "stated"
    }

    assert veiled(chart.picture) == doubted != set()
    plain = panel_chart(embedded, exploring(select="chatgpt"), 760, RULER)
    assert veiled(plain.picture) == set()
