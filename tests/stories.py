"""A small deck with all that a state can name: three stages, four models, a disputed derivation.

davinci ─┬─ codex ─── chat        chat's other parent, where the other reading is drawn:
└─ instruct              instruct
"""

from __future__ import annotations

from functools import cache

from decks import deck_text

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.errors import DeckError

STEPS = (
    "lecture/davinci",
    "lecture/codex",
    "lecture/instruct",
    "tuning/how",
    "tuning/why",
    "end/all",
)

_LINE = "davinci@2020-07 +code> codex@2021-07, davinci +instruction> instruct@2021-07"

_STAGES = """\
  - id: tuning
    name: {en: Tuning, zh: 微调}
    headline: {en: It was tuned, zh: 后来微调了}
    takeaway: {en: Tuned., zh: 微调。}
    steps:
      - id: how
        view: {select: codex, lit: ["path:davinci>codex"], lens: "cause:code", focus: [codex]}
        narration: [{text: {en: It was tuned., zh: 微调了。}, claims: [C1]}]
        notes: {en: Ask., zh: 提问。}
      - id: why
        view: {open: "claim:C1", lit: []}
        narration: [{text: {en: It was tuned., zh: 微调了。}, claims: [C1]}]
        notes: {en: Ask., zh: 提问。}
  - id: end
    name: {en: End, zh: 结尾}
    headline: {en: Here it ends, zh: 到此结束}
    takeaway: {en: The end., zh: 结束。}
    steps:
      - id: all
        view: {}
        narration: [{text: {en: That was it., zh: 讲完了。}, claims: [C1]}]
        notes: {en: Ask., zh: 提问。}
"""

_CHAT = """\
models:
  - id: chat
    name: chat
    date: 2022-11
    kind: {en: A model, zh: 模型}
    summary: {en: It chats., zh: 它聊天。}
readings:
  - id: parent-of-chat
    drawn: figure
    asks: {en: What was it tuned from?, zh: 由谁微调？}
    options:
      - id: figure
        says: {en: the figure, zh: 据图}
        derivations:
          - {id: chat-figure, child: chat, parent: codex, method: rlhf, certainty: conjectured}
      - id: text
        says: {en: the text, zh: 据正文}
        derivations:
          - {id: chat-text, child: chat, parent: instruct, method: rlhf, certainty: stated}
fates:
  - {model: codex, ability: reasoning, change: gained, certainty: likely, claims: [C1]}
"""


@cache
def story_deck(last_view: str = "{}") -> Deck:
    """Return the deck, always the same one; `last_view` is written into its last step."""
    stages = _STAGES.replace("view: {}", f"view: {last_view}")
    texts = {"deck.yaml": deck_text(_LINE, stages), "more.yaml": _CHAT}
    found, problems = check_texts(texts, "story")
    if found is None:
        raise DeckError(problems)
    return found
