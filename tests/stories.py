"""A small deck with all that a state can name, and short words for states and what becomes of them.

`davinci` leads to `codex` and `instruct`; `codex`, in the other reading `instruct`, to `chat`.
"""

from __future__ import annotations

from functools import cache

from decks import deck_text
from msgspec.structs import replace

from explainer.deck import Deck
from explainer.deck.load import check_texts
from explainer.errors import DeckError
from explainer.intents import Intent
from explainer.schema import ModelId, StepId, View
from explainer.state import State
from explainer.story import shown_view, step
from explainer.update import update

STEPS = (
    "lecture/davinci",
    "lecture/codex",
    "lecture/instruct",
    "tuning/how",
    "tuning/why",
    "end/all",
)

CODEX, CHAT, DAVINCI = ModelId("codex"), ModelId("chat"), ModelId("davinci")
HOW, END = StepId("tuning/how"), StepId("end/all")

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


def at(name: str) -> State:
    """Return the state of somebody who tells the story and has come to a step."""
    return State(step=StepId(name))


def exploring(view: View | None = None) -> State:
    """Return the state of somebody who explores, and came from the step `tuning/how`."""
    return replace(at(HOW), mode="explore", away=view or View())


def after(state: State, *intents: Intent) -> State:
    """Return what becomes of a state in the end."""
    for intent in intents:
        state = update(story_deck(), state, intent)
    return state


def view_after(state: State, *intents: Intent) -> View:
    """Return what is looked at in the end."""
    return shown_view(story_deck(), after(state, *intents))


def own(name: str) -> View:
    """Return the view of a step."""
    return step(story_deck(), StepId(name)).view
