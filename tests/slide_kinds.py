"""A deck with one slide of each kind, to look at all of them in a few words."""

from __future__ import annotations

from itertools import combinations

from decks import NAME, deck_text

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.errors import DeckError
from explainer.picture import Clip, Picture, Ruler, Shape, TextLine
from explainer.schema import Language, StepId
from explainer.slide import body_picture
from explainer.slide.measures import Measures

LINE = (
    "davinci +code> code-cushman-001, davinci +instruction> text-davinci-001,"
    " code-cushman-001 > code-davinci-002, code-davinci-002 +rlhf> chatgpt"
)
KINDS = (
    "question",
    "reveal",
    "terms",
    "sources",
    "summary",
    "limits",
    "limit",
    "argument",
    "trace",
    "unlock",
    "compare",
    "siblings",
    "trade",
)
"""The steps of the sample's stage `shown`: one for each kind of slide, two for some."""
CERTAIN = ("stated", "likely", "conjectured", "open")

_SLIDES = """\
  - id: shown
    name: {en: Shown, zh: 展示}
    headline: {en: Each kind of slide has its picture, zh: 每种幻灯片都有图}
    takeaway: {en: That was all., zh: 就是这些。}
    steps:
      - id: question
        slide:
          kind: question
          asks: {en: Which one learns best from examples?, zh: 哪个最会从示例中学习？}
          options:
            - {en: davinci, zh: davinci}
            - {en: "Very likely, but only ever seen together with code", zh: 很可能，但只见过它与代码同时出现}
            - {en: Neither, zh: 都不是}
          answer: 1
      - id: reveal
        slide:
          kind: reveal
          reveals: question
          says: {en: It learned to reason where it read code., zh: 它读了代码，也就学会了推理。}
          claims: [C2, C3]
      - {id: terms, slide: {kind: terms, terms: [cot, tuning, token]}}
      - {id: sources, slide: {kind: sources, sources: [paper, index]}}
      - {id: summary, slide: {kind: summary}}
      - id: limits
        slide:
          kind: limits
          limits: [beliefs, formal, search]
          big: {en: 3599 = 59 × 61, zh: 3599 = 59 × 61}
          under: {en: It grants this and still calls the number prime., zh: 它承认这个等式，仍坚持说这是质数。}
          claims: [C2]
      - id: limit
        slide: {kind: limits, limits: [formal], big: {en: "no gap, no haze", zh: 不跳步，不含糊}}
      - id: argument
        slide:
          kind: argument
          argument: from-code
          says: {C4: {en: Everything seen so far is correlation, zh: 目前所见都只是相关}}
      - id: trace
        slide:
          kind: trace
          ability: reasoning
          path: [davinci, code-cushman-001, code-davinci-002]
          says:
            davinci: {en: cannot do it, zh: 做不到}
            code-cushman-001: {en: "reasons, weak on text", zh: 能推理，文本弱}
            code-davinci-002: {en: reasons well, zh: 推理强}
          doubt: {en: Is code the cause?, zh: 代码就是原因吗？}
          evidence: [C2, C3, C4]
          evidence_says:
            C2: {en: "text-davinci-001: very weak", zh: text-davinci-001：非常弱}
            C3: {en: Maybe code, zh: 或许是代码}
            C4: {en: Origin open, zh: 来历未定}
      - id: unlock
        slide:
          kind: unlock
          left: {ability: listening, enters: davinci, shows: text-davinci-001, change: unlocked, claims: [C2], figure: {en: 77 K instructions, zh: 7.7万条指令}}
          right: {ability: reasoning, enters: code-davinci-002, shows: code-davinci-002, change: injected, claims: [C3]}
      - id: compare
        slide:
          kind: compare
          models: [code-davinci-002, chatgpt]
          aspects:
            - name: {en: with examples in the prompt, zh: 给出示例时}
              says: {code-davinci-002: {en: better, zh: 更强}, chatgpt: {en: weaker, zh: 减弱}}
              claims: [C3]
      - id: siblings
        slide:
          kind: compare
          models: [code-cushman-001, text-davinci-001, chatgpt]
          aspects:
            - name: {en: plain text, zh: 纯文本}
              says: {code-cushman-001: {en: poor, zh: 欠佳}, text-davinci-001: {en: good, zh: 好}, chatgpt: {en: good, zh: 好}}
      - {id: trade, slide: {kind: trade, path: [davinci, code-davinci-002, chatgpt]}}
"""  # noqa: E501  a deck's line is as long as it is

_MORE = """\
sources:
  - {id: index, short: {en: Model index 2023, zh: 模型索引2023}, title: A model index for researchers, authors: "Ann Author, Bob Builder and Cat Critic", year: "2023", by: maker}
claims:
  - {id: C2, kind: fact, certainty: likely, text: {en: "The first version of the paper reports that reasoning in text-davinci-001 is very weak, which is said to be so whatever the prompt that it is given.", zh: 论文第一版报告说text-davinci-001的推理非常弱，而且不管给它什么样的提示词都是这样。}, source: paper, at: §3.1}
  - {id: C3, kind: fact, certainty: conjectured, text: {en: It may come from code., zh: 它可能来自代码。}, source: paper, at: §3.2}
  - {id: C4, kind: open-question, certainty: open, text: {en: Where it comes from is a question., zh: 它从何而来，仍是问题。}, source: paper, at: §3.3}
terms:
  - {id: tuning, name: {en: instruction tuning, zh: 指令微调}, definition: {en: "Further training of a finished model on instructions with wanted answers.", zh: 用指令及期望的回答，对成品模型继续训练。}}
  - {id: token, name: {en: token, zh: token（词元）}, definition: {en: A piece of text., zh: 文本的一小段。}}
abilities:
  - {id: listening, name: {en: Following instructions, zh: 遵循指令}, short: {en: Listening, zh: 听指令}, definition: {en: Doing as told., zh: 照做。}}
fates:
  - {model: code-davinci-002, ability: reasoning, change: gained, mark: ++, cause: code, certainty: likely, claims: [C4]}
  - {model: chatgpt, ability: reasoning, change: weakened, mark: "-", certainty: stated, claims: [C2]}
  - {model: chatgpt, ability: listening, change: unlocked, mark: +, cause: rlhf, certainty: stated, claims: [C1]}
limits:
  - id: beliefs
    name: {en: Give up a false belief, zh: 放弃错误的看法}
    claims: [C1]
  - id: formal
    name: {en: Reason without any gap, zh: 毫无含糊地推理}
    claims: [C2]
    examples:
      - {name: {en: "A recipe, kind (b): works", zh: 菜谱，（b）类：行}, claims: [C1]}
      - {name: {en: "A strict proof, kind (c): fails", zh: 严格证明，（c）类：不行}, claims: [C3]}
  - id: search
    name: {en: Look things up, zh: 上网查资料}
    claims: [C3]
arguments:
  - {id: from-code, name: {en: From code?, zh: 来自代码？}, thesis: C3, supports: [C1, C2, C3, C1, C2, C3], opposes: [C4, C2, C1], settled_by: both}
experiments:
  - id: both
    name: {en: "Compare code-cushman-001 with and without code", zh: 对照code-cushman-001学与不学代码}
    shows: {en: The cause., zh: 原因。}
    status: {en: Nobody has., zh: 还没人做过。}
    claims: [C4]
"""  # noqa: E501  a deck's line is as long as it is


def files() -> dict[str, str]:
    """Return the texts of a deck with all kinds of slides, by file."""
    return {NAME: deck_text(LINE, _SLIDES), "more.yaml": _MORE}


def sample() -> Deck:
    """Return the deck with a stage `shown` that has all kinds of slides."""
    found, problems = check_texts(files(), "test")
    if found is None:
        raise DeckError(problems)
    return found


def body(  # noqa: PLR0913  a slide, its language and its room
    deck: Deck, kind: str, language: Language, width: float, height: float, ruler: Ruler
) -> Picture:
    """Return the body of a step of `shown` as it stands on a slide of `width` x `height` px."""
    measures = Measures(width, height)
    size = (measures.inner, measures.picture_foot - measures.share(0.24))
    return body_picture(deck, StepId(f"shown/{kind}"), language, measures, size, ruler)


def lines(shapes: tuple[Shape, ...]) -> list[TextLine]:
    """Return all lines of words, those within clips too."""
    found: list[TextLine] = []
    for shape in shapes:
        if isinstance(shape, TextLine):
            found.append(shape)
        elif isinstance(shape, Clip):
            found += lines(shape.shapes)
    return found


def rect(line: TextLine) -> tuple[float, float, float, float]:
    """Return left, top, right and foot of the letters of a line."""
    left = line.x - {"start": 0.0, "middle": line.width / 2, "end": line.width}[line.anchor]
    return left, line.y - 0.75 * line.size, left + line.width, line.y + 0.2 * line.size


def said(line: TextLine) -> str:
    """Return the words of a line."""
    return "".join(span.text for span in line.spans)


RATIOS = [(1920.0, 1080.0), (1920.0, 1200.0), (1440.0, 1080.0)]
AREAS = [(900.0, 900.0), (1000.0, 760.0), (1250.0, 740.0)]
"""The window's canvas: from square to as wide as 1.7 times its height."""
SLACK = 1.0
"""px."""


def outside(picture: Picture) -> list[str]:
    """Return the words that leave the picture."""
    found = []
    for line in lines(picture.shapes):
        left, top, right, foot = rect(line)
        inside = left >= -SLACK and right <= picture.width + SLACK
        if not (inside and top >= -SLACK and foot <= picture.height + SLACK):
            found.append(said(line))
    return found


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    """Return the pairs of lines that lie on each other."""
    found = []
    for one, other in combinations(lines(picture.shapes), 2):
        (left, top, right, foot), (left2, top2, right2, foot2) = rect(one), rect(other)
        if min(right, right2) - max(left, left2) > SLACK and min(foot, foot2) - max(top, top2) > 2:
            found.append((said(one), said(other)))
    return found
