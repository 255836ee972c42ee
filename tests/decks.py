"""Tiny decks in a line: `deck("davinci > codex, davinci > instruct")`.

The line is a list of derivations, parted by commas:

- `a > b`: b is tuned from a; `a +code> b`: with the method `code` joining on the way;
- `a` alone: a model without children;
- `? +code> b`: b comes from an unknown base;
- `a@2021-07 > b`: a with a date of its own, at its first or any later mention.

Models without a date get one per depth: 2020-01, 2021-01, 2022-01 ... Roots begin
`pretraining`. The methods are pretraining, code, instruction and rlhf, in this order.
The deck has one source, one claim, one term, one ability and one stage with a step for
each model, `lecture/<model>`, that selects it. A derivation's id is `parent-child`.
"""

from __future__ import annotations

import re
from pathlib import Path

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.errors import DeckError
from explainer.schema import Text

NAME = "deck.yaml"

_DERIVATION = re.compile(r"^(?:(?P<parent>\S+)\s*(?:\+(?P<method>\w+))?>\s*)?(?P<child>\S+)$")


def deck(line: str, more: str = "") -> Deck:
    """Return the deck that `line` describes; `more` is YAML with further sections.

    Raises:
        DeckError: `line` or `more` do not make a valid deck.
    """
    return deck_from_text(deck_text(line, more))


def deck_from_text(text: str) -> Deck:
    """Return the deck that one file with this text is."""
    found, problems = check_texts({NAME: text}, "test")
    if found is None:
        raise DeckError(problems)
    return found


def deck_folder(folder: Path, text: str) -> Path:
    """Return `folder` with a deck of one file in it."""
    (folder / NAME).write_text(text, encoding="utf-8")
    return folder


def deck_text(line: str, more: str = "") -> str:
    """Return the file of the deck that `line` describes, followed by `more`."""
    derivations, dates = _read(line)
    children = {child for _, _, child in derivations}
    models = [_model(name, date, root=name not in children) for name, date in dates.items()]
    edges = [_derivation(*it) for it in derivations]
    steps = [
        f"      - {{id: {name}, view: {{select: {name}, lit: [{name}]}},"
        f" narration: [{{text: {{en: '{_SPOKEN.en}', zh: '{_SPOKEN.zh}'}}, claims: [C1]}}],"
        f" notes: {{en: Ask., zh: 提问。}}}}"
        for name in dates
    ]
    return "\n".join(
        [
            _HEAD,
            "models:",
            *models,
            *(["derivations:", *edges] if edges else []),
            _STAGE,
            *steps,
            more,
        ]
    )


_HEAD = """\
format: 1
id: tiny
title: {en: A tiny deck, zh: 小讲稿}
authors: [Nobody]
source: paper
methods:
  - {id: pretraining, name: {en: Pretraining, zh: 预训练}, short: {en: Pretraining, zh: 预训练}, style: pretraining}
  - {id: code, name: {en: Training on code, zh: 代码训练}, short: {en: Code, zh: 代码}, style: code}
  - {id: instruction, name: {en: Instruction tuning, zh: 指令微调}, short: {en: Instructions, zh: 指令}, style: instruction}
  - {id: rlhf, name: {en: RLHF, zh: 人类反馈}, short: {en: RLHF, zh: 反馈}, style: rlhf}
sources:
  - {id: paper, short: {en: Paper 2022, zh: 论文2022}, title: A paper, by: paper}
claims:
  - {id: C1, kind: fact, certainty: stated, text: {en: It is so., zh: 确是如此。}, source: paper}
terms:
  - {id: cot, name: {en: Chain of thought, zh: 思维链}, definition: {en: Thinking aloud., zh: 把想法写出来。}}
abilities:
  - {id: reasoning, name: {en: Reasoning, zh: 推理}, short: {en: Reasoning, zh: 推理}, definition: {en: Step by step., zh: 一步一步来。}}"""  # noqa: E501  a deck's line is as long as it is

_SPOKEN = Text(
    en=(
        "This is one of the models of a tiny deck. It was made for a test, it may have a parent"
        " and children, and nothing else is known about it, which is quite enough here."
    ),
    zh=(
        "这是小讲稿里的一个模型。它为测试而生，也许有父模型，也许有后代，"
        "此外人们对它一无所知，不过在这里已经足够用了。"
    ),
)

_STAGE = """\
stages:
  - id: lecture
    name: {en: Lecture, zh: 讲课}
    headline: {en: Every model has its step, zh: 每个模型都有一步}
    takeaway: {en: That was all., zh: 讲完了。}
    steps:"""


def _read(line: str) -> tuple[list[tuple[str, str, str]], dict[str, str]]:
    """Return the derivations as parent, method and child, and the dates of all models."""
    derivations: list[tuple[str, str, str]] = []
    given: dict[str, str] = {}
    depths: dict[str, int] = {}
    for part in filter(None, (part.strip() for part in line.split(","))):
        found = _DERIVATION.match(part)
        if not found:
            raise ValueError(part)
        parent, child = (_dated(found[name] or "", given) for name in ("parent", "child"))
        for name in filter(lambda it: it not in ("", "?"), (parent, child)):
            depths.setdefault(name, 0)
        if found["parent"]:
            derivations.append((parent, found["method"] or "", child))
    for _ in depths:  # as often as the longest way could be
        for parent, _, child in derivations:
            depths[child] = max(depths[child], depths.get(parent, 0) + 1)
    return derivations, {name: given.get(name, f"{2020 + at}-01") for name, at in depths.items()}


def _dated(word: str, given: dict[str, str]) -> str:
    """Return the model's id in `name@date`; remembers the date."""
    name, at, date = word.partition("@")
    if at:
        given[name] = date
    return name


def _model(name: str, date: str, *, root: bool) -> str:
    begins = ", begins: [pretraining]" if root else ""
    return (
        f"  - {{id: {name}, name: {name}, date: {date}{begins}, "
        f"kind: {{en: A model, zh: 模型}}, summary: {{en: It exists., zh: 它存在。}}}}"
    )


def _derivation(parent: str, method: str, child: str) -> str:
    base = "carries: [pretraining]" if parent == "?" else f"parent: {parent}"
    joins = f", method: {method}" if method else ""
    name = f"{parent.replace('?', 'x')}-{child}"
    return f"  - {{id: {name}, child: {child}, {base}{joins}, certainty: stated}}"
