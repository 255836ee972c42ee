"""No list loses an entry in silence: all are shown, or the rest is counted and a check warns."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise

import pytest
from decks import NAME, deck_from_text, deck_text
from rulers import PlainRuler

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.picture import Picture, TextLine
from explainer.schema import Language, StepId
from explainer.slide import slide_picture

RULER = PlainRuler()
SIZES = ((1920.0, 1080.0), (1280.0, 720.0), (1024.0, 768.0))
SHOWN = """\
  - id: shown
    name: {en: Shown, zh: 展示}
    headline: {en: What became of it, zh: 结果如何}
    takeaway: {en: That was all., zh: 就是这些。}
    steps:
      - {id: matrix, slide: {kind: matrix}}
      - {id: summary, slide: {kind: summary}}
      - {id: argument, slide: {kind: argument, argument: why}}
      - {id: limits, slide: {kind: limits, limits: [cannot, never]}}
      - {id: trade, slide: {kind: trade, path: [m0, m1]}}
"""


def text_of(models: int, *, name: str = "Model {} of a Long Name", reasons: int = 3) -> str:
    """Return a deck with a chain of `models`, each with a mark; `reasons` are examples too."""
    line = ", ".join(f"m{at} > m{at + 1}" for at in range(models - 1))
    fates = "".join(
        f"  - {{model: m{at}, ability: reasoning, change: gained, mark: '+', certainty: stated}}\n"
        for at in range(models)
    )
    claims = [f"R{at}" for at in range(reasons)]
    more = "".join(
        f"  - {{id: {it}, kind: fact, certainty: stated, source: paper,"
        f" text: {{en: It is {it}., zh: 因为{it}。}}}}\n"
        for it in claims
    )
    examples = ", ".join(
        f"{{name: {{en: Example {at}, zh: 例子{at}}}, claims: [C1]}}" for at in range(reasons)
    )
    listed = ", ".join(claims)
    limits = "".join(
        f"  - {{id: {it}, name: {{en: It cannot, zh: 做不到}}, claims: [C1],"
        f" examples: [{examples}]}}\n"
        for it in ("cannot", "never")
    )
    text = deck_text(
        line,
        f"{SHOWN}fates:\n{fates}arguments:\n"
        f"  - {{id: why, name: {{en: Why, zh: 为何}}, thesis: C1,"
        f" supports: [{listed}], opposes: [{listed}]}}\n"
        f"limits:\n{limits}",
    )
    text = text.replace("terms:\n", f"{more}terms:\n", 1)
    for at in range(models):
        text = text.replace(f"{{id: m{at}, name: m{at},", f"{{id: m{at}, name: {name.format(at)},")
    return text


@cache
def made(models: int, name: str = "Model {} of a Long Name", reasons: int = 3) -> Deck:
    return deck_from_text(text_of(models, name=name, reasons=reasons))


def drawn(deck: Deck, kind: str, size: tuple[float, float], language: Language = "en") -> Picture:
    return slide_picture(deck, StepId(f"shown/{kind}"), language, *size, RULER)


def lines(picture: Picture, name: str) -> list[TextLine]:
    return [it for it in picture.shapes if isinstance(it, TextLine) and it.id == name]


def said(picture: Picture, name: str) -> str:
    return " ".join("".join(span.text for span in it.spans) for it in lines(picture, name))


def counted(picture: Picture) -> int:
    """Return how many the slide says that it leaves out."""
    return sum(map(int, re.findall(r"\d+", said(picture, "more"))))


def boxes(picture: Picture, name: str) -> list[tuple[float, float, float, float]]:
    found = []
    for line in lines(picture, name):
        text, face = "".join(span.text for span in line.spans), line.spans[0].face
        wide = RULER.width(text, face, line.size)
        left = line.x - {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
        found.append((left, line.y, left + wide, line.size))
    return found


@pytest.mark.parametrize("models", [3, 8, 12, 14, 20])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_matrix_shows_every_model_or_counts_the_rest(
    models: int, size: tuple[float, float], language: Language
) -> None:
    picture = drawn(made(models, "M{}"), "matrix", size, language)
    shown = len(lines(picture, "column"))

    assert shown + counted(picture) == models
    assert shown >= min(models, 12)


@pytest.mark.parametrize("models", [3, 11, 14, 20])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_summary_shows_every_model_or_counts_the_rest(
    models: int, size: tuple[float, float], language: Language
) -> None:
    picture = drawn(made(models, "M{}"), "summary", size, language)
    shown = len(lines(picture, "model"))

    assert shown + counted(picture) == models
    assert shown >= min(models, 16)


@pytest.mark.parametrize("reasons", [2, 3, 7, 12])
@pytest.mark.parametrize("size", SIZES)
def test_reasons_and_examples_are_all_shown_or_counted(
    reasons: int, size: tuple[float, float]
) -> None:
    deck = made(3, reasons=reasons)
    for kind, name in (("argument", "reason"), ("limits", "example")):
        picture = drawn(deck, kind, size)
        shown = [it for it in lines(picture, name) if "R" in it.spans[0].text or kind == "limits"]

        assert len(shown) + counted(picture) == 2 * reasons, kind


@pytest.mark.parametrize(
    "name",
    [
        "Model {} of a Long Name",
        "Code Llama {} – Instruct",
        "UnbreakableNameOfAModel{}ThatIsVeryLong",
    ],
)
@pytest.mark.parametrize("models", [3, 8, 12])
@pytest.mark.parametrize("size", SIZES)
def test_no_head_of_a_table_is_printed_over_another_or_over_the_edge(
    models: int, name: str, size: tuple[float, float]
) -> None:
    deck = made(models, name)
    for kind, use in (("matrix", "column"), ("trade", "station")):
        rows = defaultdict(list)
        for left, y, right, _ in boxes(drawn(deck, kind, size), use):
            rows[round(y)].append((left, right))
            assert left >= -1
            assert right <= size[0]
        for heads in rows.values():
            assert all(one[1] <= other[0] for one, other in pairwise(sorted(heads))), kind


def test_names_of_a_summary_keep_to_their_column_and_rows_to_their_height() -> None:
    deck = made(14, "UnbreakableNameOfAModel{}ThatIsVeryLongIndeed")
    for size in SIZES:
        picture = drawn(deck, "summary", size)
        training = next(it.x for it in lines(picture, "column") if "Training" in it.spans[0].text)
        names = boxes(picture, "model")

        assert all(right <= training for _, _, right, _ in names)
        tops = sorted(y for _, y, _, _ in names)
        assert all(other - one >= 0.8 * names[0][3] for one, other in pairwise(tops))


def codes(text: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for problem in check_texts({NAME: text}, "test")[1]:
        found[problem.key].add(problem.line)
    return found


def test_the_check_names_the_slide_that_leaves_something_out() -> None:
    text = text_of(20, reasons=8)
    at = {kind: text.splitlines().index(line) + 1 for kind, line in steps_of(text).items()}
    found = codes(text)

    assert found["W630-left-out-models"] == {at["matrix"], at["summary"]}
    assert found["W632-left-out-reasons"] == {at["argument"]}
    assert found["W633-left-out-examples"] == {at["limits"]}


def test_the_check_says_nothing_where_all_is_shown() -> None:
    assert not [key for key in codes(text_of(12, reasons=2)) if "left-out" in key]


def steps_of(text: str) -> dict[str, str]:
    wanted = re.compile(r"^      - \{id: (matrix|summary|argument|limits),.*$", re.MULTILINE)
    return {it.group(1): it.group(0) for it in wanted.finditer(text)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_narrow_chart_of_the_panel_counts_the_abilities_that_it_leaves_out(
    language: Language,
) -> None:
    from several import several

    from explainer.abilities import marked_abilities
    from explainer.chart import chart_picture
    from explainer.schema import AbilityId, ModelId

    deck = several()
    chart = chart_picture(deck, language, ModelId("llama2"), AbilityId("coding"), 340, RULER)
    said = " ".join(
        span.text for it in chart.picture.shapes if isinstance(it, TextLine) for span in it.spans
    )
    hidden = len(marked_abilities(deck)) - 2

    assert {"en": f"and {hidden} more abilities", "zh": f"还有{hidden}种能力"}[language] in said
