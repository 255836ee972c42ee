"""Words stand at what they tell of, names can be told apart, and nothing is surer than it is."""

from __future__ import annotations

from collections import Counter

import pytest
from decks import deck, deck_from_text, deck_text
from rulers import PlainRuler
from several import FOLDER, texts

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.fits import Fault, faults
from explainer.fits.texts import DeckTexts
from explainer.picture import Face, Picture, TextLine, line_width
from explainer.schema import Language, StepId
from explainer.slide import slide_picture

RULER = PlainRuler()
LINE = ", ".join(f"m{at} > m{at + 1}" for at in range(9))
SIZES = ((1280.0, 720.0), (1024.0, 768.0))


def with_step(line: str, slide: str, more: str = "") -> str:
    """Return a deck with one more stage, whose only step is `slide`."""
    return deck_text(
        line,
        "  - id: shown\n    name: {en: Shown, zh: 展示}\n"
        "    headline: {en: What became of it, zh: 结果如何}\n"
        "    takeaway: {en: That was all., zh: 就是这些。}\n"
        f"    steps:\n      - {{id: one, {slide}}}\n{more}",
    )


def pictured(found: Deck, size: tuple[float, float], language: Language = "en") -> Picture:
    return slide_picture(found, StepId("shown/one"), language, *size, RULER)


def line_of(picture: Picture, name: str) -> TextLine:
    return next(it for it in picture.shapes if isinstance(it, TextLine) and it.id == name)


CROWDED = (
    "m0@2014-06 > m1@2015-11, m1 > m2@2017-10, m2 > m3@2018-12, m3 > m4@2021-06,"
    " d0@2020-06 > d1@2021-05, d1 > d2@2021-12, d2 > d3@2022-04, d0 > l0@2021-12,"
    " l0 > l1@2022-08, l1 > l2@2022-12, l1 +code> l3@2023-02, l2 > l4@2023-07, l4 +rlhf> l5@2023-11"
)
CALLED = {
    "m0": "Generative Adversarial Network",
    "m1": "Deep Convolutional GAN (DCGAN)",
    "m2": "Progressive Growing of GANs",
    "m4": "StyleGAN3 – Alias-Free Generative Adversarial Networks",
    "d0": "Denoising Diffusion Probabilistic Models",
    "d1": "Ablated Diffusion Model with Guidance",
    "l0": "Latent Diffusion Model (LDM-4-G)",
    "l3": "ControlNet for Stable Diffusion",
    "l4": "Stable Diffusion XL – Base",
    "l5": "Stable Diffusion XL – Turbo",
}


def crowded(step: str, ties: str = "") -> Deck:
    text = with_step(CROWDED, step).replace("derivations:\n", f"derivations:\n{ties}", 1)
    for model, name in CALLED.items():
        text = text.replace(f"id: {model}, name: {model},", f"id: {model}, name: {name},")
    return deck_from_text(text)


@pytest.mark.parametrize("size", SIZES)
def test_a_callout_is_not_read_as_that_of_another_row_near_it(size: tuple[float, float]) -> None:
    words = "m2: {en: grows, zh: 增长}, m3: {en: mixes styles, zh: 混合风格}"
    picture = pictured(crowded(f"slide: {{kind: map, callouts: {{{words}}}}}"), size)
    names = [it for it in picture.shapes if isinstance(it, TextLine) and it.id.endswith(":name")]

    for model in ("m2", "m3"):
        callout = line_of(picture, f"{model}:callout")
        (left, right), near = reach(callout), callout.size * 4
        beside = [it for it in names if reach(it)[0] < right + near and left - near < reach(it)[1]]
        nearest = min(beside, key=lambda it: abs(middle(it) - middle(callout)))
        assert nearest.id == f"{model}:name"


def reach(line: TextLine) -> tuple[float, float]:
    wide = line_width(RULER, line.spans, line.size)
    left = line.x - wide if line.anchor == "end" else line.x
    return left, left + wide


def middle(line: TextLine) -> float:
    return line.y - line.size * 0.34


_SAME = "Stable Diffusion for Everybody Who Wants to Draw Pictures of Their Own at Home XL"
LONG = (f"{_SAME} – Base", f"{_SAME} – Refiner")


def long_names(slide: str) -> str:
    text = with_step(LINE, slide)
    for at in range(10):
        text = text.replace(f"id: m{at}, name: m{at},", f"id: m{at}, name: {LONG[at % 2]} {at},")
    assert LONG[0] in text
    return text


@pytest.mark.parametrize("size", SIZES)
def test_names_that_begin_alike_can_be_told_apart_on_a_map(size: tuple[float, float]) -> None:
    picture = pictured(deck_from_text(long_names("view: {}")), size)
    names = [
        "".join(span.text for span in it.spans)
        for it in picture.shapes
        if isinstance(it, TextLine) and it.id.endswith(":name")
    ]

    assert any("…" in name for name in names)
    assert max(Counter(names).values()) == 1


def test_a_name_that_is_shortened_between_its_ends_is_a_fault_with_its_place() -> None:
    text = long_names("view: {}")
    picture = pictured(deck_from_text(text), (1024, 768))
    ruler = _Letters()
    found = [it for it in faults(picture, ruler) if it.kind == "shortened" and it.use == "name"]
    between = [it for it in found if not it.words.endswith("…")]

    assert between
    assert all(_place(text, it) for it in between)


class _Letters(PlainRuler):
    """A ruler whose ink is the whole room of the letters."""

    def reach(self, text: str, face: Face) -> tuple[float, float]:
        return (0.8, 0.2) if text and face else (0.0, 0.0)


def _place(text: str, fault: Fault) -> bool:
    import yaml

    plain = yaml.safe_load(text)
    found = DeckTexts({"deck.yaml": plain}).place(fault.words, fault.use, "en", StepId("shown/one"))
    return found is not None and "name" in str(found[1]) and "models" in str(found[1])


def test_heads_of_columns_that_begin_alike_can_be_told_apart() -> None:
    from explainer.chart.heads import whole_or_cut

    names = ("Stable Diffusion XL – Base", "Stable Diffusion XL – Refiner")
    made = whole_or_cut(names, "mono-strong", 16.0, 45.0, RULER, 3)

    assert made[0] != made[1]
    assert max(RULER.width(it, "mono-strong", 16.0) for head in made for it in head) <= 45.0


FACT = "facts: [{{kind: paper, value: {{en: Goodfellow 2014, zh: 古德费洛2014}}, source: {}}}]"
SURVEY = "  - {id: survey, short: {en: A survey, zh: 综述}, title: A survey, by: article}\n"


@pytest.mark.parametrize("source, named", [("survey", "Goodfellow 2014"), ("paper", "Paper 2022")])
def test_a_paper_that_another_source_tells_of_has_its_own_name_in_the_summary(
    source: str, named: str
) -> None:
    text = with_step("a > b", "slide: {kind: summary}").replace("sources:\n", f"sources:\n{SURVEY}")
    text = text.replace("{id: a, ", f"{{id: a, {FACT.format(source)}, ", 1)

    assert texts(pictured(deck_from_text(text), SIZES[0]), "listing") == [named]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "parent, child, language",
    [("m4", "l0", "en"), ("m4", "l0", "zh"), ("m3", "d1", "en"), ("d3", "l1", "zh")],
)
def test_no_line_runs_through_the_label_of_a_tie_that_has_room_over_or_under_it(
    parent: str, child: str, language: Language, size: tuple[float, float]
) -> None:
    tie = f"  - {{id: t, parent: {parent}, child: {child}, kind: influence, certainty: open}}\n"
    picture = pictured(crowded("view: {}", tie), size, language)
    label = line_of(picture, "t:tie:label")
    said = "".join(span.text for span in label.spans)

    assert said not in [it.words for it in faults(picture, _Letters()) if it.kind == "struck"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_row_of_the_summary_never_only_counts_the_marks_that_it_leaves_out(
    language: Language,
) -> None:
    fates = "".join(
        f"  - {{model: b, ability: x{at}, change: gained, mark: '+', certainty: stated}}\n"
        for at in range(4)
    )
    words = "Photographically Sharp Portraits of Anybody at Any Time of Their Lives in Any Light"
    name = f"{{en: {words}, zh: {'足以乱真而清晰锐利的人脸肖像照片' * 3}}}"
    abilities = "".join(
        f"  - {{id: x{at}, name: {name}, short: {name}, definition: {{en: So., zh: 是。}}}}\n"
        for at in range(4)
    )
    text = with_step("a > b", "slide: {kind: summary}", f"fates:\n{fates}")
    text = text.replace("abilities:\n", f"abilities:\n{abilities}", 1)
    for size in SIZES:
        picture = pictured(deck_from_text(text), size, language)
        shown = texts(picture, "mark")

        assert shown
        assert shown[0].endswith("…")
        assert texts(picture, "more")


def codes(text: str, numbers: str = "") -> list[str]:
    files = {"deck.yaml": text} | ({"data/numbers.csv": numbers} if numbers else {})
    return [it.code for it in check_texts(files, "test")[1]]


@pytest.mark.parametrize(
    "fate, claims, warned",
    [
        ("stated", "[C1]", False),
        ("stated", "[C2]", True),
        ("stated", "[C1, C2]", False),
        ("likely", "[C2]", False),
        ("open", "[C1]", False),
        ("stated", "[]", False),
    ],
)
def test_what_is_surer_than_all_its_claims_is_a_warning(
    fate: str, claims: str, *, warned: bool
) -> None:
    claim = (
        "  - {id: C2, kind: opinion, certainty: likely, source: paper,"
        " text: {en: It may be., zh: 或许。}}\n"
    )
    its = f"model: a, ability: reasoning, change: gained, certainty: {fate}, claims: {claims}"
    plain = deck_text("a > b").replace("claims:\n", f"claims:\n{claim}", 1)
    text = f"{plain}\nfates:\n  - {{{its}}}\n"
    link = plain.replace("parent: a,", f"parent: a, claims: {claims},")
    link = link.replace("certainty: stated}\nstages", f"certainty: {fate}}}\nstages")

    assert codes(text) == (["W613"] if warned else [])
    assert codes(link) == (["W613"] if warned else [])


CHART = """\
charts:
  - id: faces
    form: dots
    name: {en: Faces, zh: 人脸}
    unit: {en: "%", zh: "%"}
    setting: {en: At night, zh: 夜间}
    source: paper
    points:
      - {POINT, numbers: [n1]}
    cannot_show: {en: It does not show why., zh: 看不出原因。}
"""
HEAD = "id,subject,model,measure,setting,value,unit,source,at,note\n"


@pytest.mark.parametrize(
    "point, number, warned",
    [
        ("model: a", "A-XL,,", True),
        ("model: a", "A,b,", True),
        ("model: a", "A-XL,a,", False),
        ("model: a", "a,,", False),
        ("model: a, name: {en: A-XL, zh: A-XL}, stand_in: true", "A-XL,,", False),
    ],
)
def test_a_row_that_is_called_by_another_model_than_was_measured_is_a_warning(
    point: str, number: str, *, warned: bool
) -> None:
    text = deck_text("a > b", CHART.replace("POINT", point))
    found = codes(text, f"{HEAD}n1,{number}faces,,12.1,%,paper,Table 1,\n")

    assert found == (["W702"] if warned else [])


def test_a_label_of_two_characters_beside_a_tie_keeps_to_one_line() -> None:
    ends = (("d3", "l1"), ("m3", "d1"), ("d1", "l0"), ("m4", "l5"))
    ties = "".join(
        f"  - {{id: t-{one}, parent: {one}, child: {other}, kind: influence, certainty: open}}\n"
        for one, other in ends
    )
    picture = pictured(crowded("view: {}", ties), SIZES[1], "zh")
    labels = [
        "".join(span.text for span in it.spans)
        for it in picture.shapes
        if isinstance(it, TextLine) and it.id.endswith(":tie:label")
    ]

    assert set(labels) == {"影响"}


OUTSIDE = (
    "  - {{id: {0}, name: {0}, date: 2022, counterpart: true, kind: {{en: A kind, zh: 一种}},"
    " summary: {{en: It is., zh: 它在。}}}}\n"
)


@pytest.mark.parametrize(
    "parent, method, said",
    [
        ("a", "", "imagen, counterpart of a"),
        ("a", "method: code, ", "imagen from a"),
        ("parti", "", "imagen from parti"),
    ],
)
def test_what_is_set_beside_a_model_is_not_said_to_come_from_it(
    parent: str, method: str, said: str
) -> None:
    from explainer.wording import tie_sentence

    more = "".join(OUTSIDE.format(it) for it in ("imagen", "parti"))
    text = deck_text("a > b").replace("models:\n", f"models:\n{more}", 1)
    text = text.replace(
        "derivations:\n",
        f"derivations:\n  - {{id: i, child: imagen, parent: {parent}, kind: counterpart,"
        f" {method}certainty: likely}}\n",
        1,
    )
    made = deck_from_text(text)

    assert tie_sentence(made, made.counterpart_derivations[0], "en") == said


def test_the_deck_of_several_sources_is_no_surer_than_its_claims() -> None:
    files = {str(it.relative_to(FOLDER)): it.read_text("utf-8") for it in FOLDER.rglob("*.*")}

    assert "W613" not in [it.code for it in check_texts(files, "test")[1]]
    assert deck("a > b") is not None
