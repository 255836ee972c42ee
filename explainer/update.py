"""How each intent changes the state; what views become on the way is in `look.py`."""

from __future__ import annotations

from typing import Literal, assert_never

from msgspec.structs import replace

from explainer import look
from explainer.deck import Deck
from explainer.intents import (
    AskWhy,
    BlankScreen,
    Confirm,
    DrawOtherReading,
    EndTalk,
    Escape,
    FirstStep,
    FitMap,
    ForgetEscape,
    ForgetTyped,
    GoToStep,
    Hover,
    Intent,
    LastStep,
    LookUp,
    MoveCamera,
    NextStage,
    NextStep,
    OpenCard,
    Present,
    PreviousStage,
    PreviousStep,
    ResizeText,
    ReturnToStep,
    SelectBeside,
    SelectModel,
    SelectNewest,
    SelectRoot,
    SetLens,
    SetMode,
    ShowView,
    ToggleClickSteps,
    ToggleCounterparts,
    ToggleEstablished,
    ToggleExplore,
    ToggleLanguage,
    ToggleNotes,
    TogglePanel,
    ToggleStill,
    ToggleTheme,
    TypeDigit,
    Zoom,
)
from explainer.schema import Language, ModelId, StepId, View
from explainer.state import State, ThemeName
from explainer.story import (
    first,
    is_away,
    last,
    shown_view,
    shows_map,
    stage_after,
    stage_before,
    stage_numbered,
    step,
    step_after,
    step_before,
    steps,
)
from explainer.theme import text_scales
from explainer.why import card_about, card_of, next_card

MOST_DIGITS = 3
"""Of a stage's number; more are a slip of the finger."""
_LEAVE_TYPED = (TypeDigit, Confirm, Escape, ForgetEscape, Hover)
"""What a number that was begun outlives."""


def first_state(deck: Deck, language: Language, theme: ThemeName) -> State:
    """Return the state in which the app first opens: the story's first step."""
    return State(step=first(deck), language=language, theme=theme)


def update(deck: Deck, state: State, intent: Intent) -> State:
    """Return the state that `intent` leads to; `state` itself where it leads nowhere."""
    before = state
    # A pointer that trembles is no answer to "press Escape again".
    if state.leaving and not isinstance(intent, Escape | Hover):
        before = replace(state, leaving=False)
    # Who does something else has no number in mind any more.
    if state.typed and not isinstance(intent, _LEAVE_TYPED):
        before = replace(before, typed="")
    after = _updated(deck, before, intent)
    return state if after == state else after


def _updated(deck: Deck, state: State, intent: Intent) -> State:
    view = shown_view(deck, state)
    match intent:
        case NextStep():
            return _step(deck, state, step_after(deck, state.step))
        case PreviousStep():
            return _step(deck, state, step_before(deck, state.step))
        case NextStage():
            return _enter(state, stage_after(deck, state.step))
        case PreviousStage():
            return _enter(state, stage_before(deck, state.step))
        case FirstStep():
            return _enter(state, first(deck))
        case LastStep():
            return _enter(state, last(deck))
        case GoToStep(name):
            return _enter(state, name) if name in steps(deck) else state
        case ReturnToStep():
            return _step(deck, state, state.step)
        case TypeDigit(digit):
            return _type(deck, state, digit)
        case ForgetTyped():
            return replace(state, typed="")
        case Confirm():
            return _confirm(deck, state)
        case Escape():
            return _escape(deck, state)
        case ForgetEscape():
            return replace(state, leaving=False)
        case SetMode(mode):
            return state if mode == state.mode else _toggle_explore(deck, state)
        case ToggleExplore():
            return _toggle_explore(deck, state)
        case SelectModel(model):
            return _select(deck, state, model)
        case LookUp(subject):
            return _look_up(deck, state, subject)
        case SelectBeside(direction):
            return _walk(deck, state, look.beside(deck, view, direction))
        case SelectRoot():
            return _walk(deck, state, look.first_model(deck))
        case SelectNewest():
            return _walk(deck, state, look.newest_model(deck))
        case OpenCard(card):
            return _open(deck, state, card)
        case AskWhy(subject):
            return _why(deck, state, subject)
        case ShowView(other):
            return _look(deck, state, other)
        case SetLens(lens):
            return _look(deck, state, look.lay_lens(deck, view, lens))
        case ToggleEstablished():
            return _look(deck, state, look.toggle_established(view))
        case ToggleCounterparts():
            return _look(deck, state, look.toggle_counterparts(deck, view))
        case DrawOtherReading():
            return _look(deck, state, look.other_reading(deck, view))
        case MoveCamera(x, y, zoom):
            return _frame(deck, state, look.move_camera(deck, view, x, y, zoom))
        case Zoom(factor):
            return _frame(deck, state, look.zoom_by(deck, view, factor))
        case FitMap():
            return _frame(deck, state, look.fit(view))
        case Hover(name):
            return replace(state, hover=name)
        case TogglePanel():
            return replace(state, panel=not state.panel)
        case ToggleNotes():
            # They stand beside the step and nowhere else.
            if state.mode == "explore" or is_away(deck, state):
                return state
            # A panel that is closed shows none: then they come, whatever was wished before.
            return replace(state, notes=not (state.notes and state.panel), panel=True)
        case ToggleLanguage():
            return replace(state, language="zh" if state.language == "en" else "en")
        case ToggleTheme():
            return _toggle_theme(state)
        case ResizeText(direction):
            return replace(state, text_scale=_scale(state.text_scale, direction))
        case ToggleStill():
            return replace(state, still=not state.still)
        case ToggleClickSteps():
            return replace(state, click_steps=not state.click_steps)
        case Present(from_start):
            return _present(state, first(deck) if from_start else state.step)
        case EndTalk():
            return _end_talk(state)
        case BlankScreen(colour):
            return _blank(state, colour)
        case _:
            assert_never(intent)


def _step(deck: Deck, state: State, target: StepId) -> State:
    """Do what a step key does: one thing, and going on only where nothing else is in the way."""
    if state.blank:
        return replace(state, blank="", typed="")
    if state.mode == "explore" or is_away(deck, state):
        return _enter(state, state.step)
    return _enter(state, target)


def _enter(state: State, target: StepId) -> State:
    """Stand at a step, as if nothing else had ever been looked at."""
    return replace(
        state, step=target, away=None, looked_up=False, cards=(), mode="story", typed="", blank=""
    )


def _look(deck: Deck, state: State, view: View, *, looked_up: bool = False) -> State:
    """Look at `view`; in the story a look at the step's own view is none, unless `looked_up`."""
    before = shown_view(deck, state)
    if view == before and looked_up <= state.looked_up:
        return state
    own = state.mode == "story" and view == step(deck, state.step).view and not looked_up
    cards = state.cards if view.open and view.open == before.open else ()
    return replace(state, away=None if own else view, looked_up=looked_up, cards=cards)


def _frame(deck: Deck, state: State, view: View) -> State:
    """Look at another section of the map; where a slide shows none, a camera would do no good."""
    if not shows_map(deck, state):
        return state
    return _look(deck, state, view, looked_up=state.looked_up)


def _select(deck: Deck, state: State, model: ModelId) -> State:
    view = shown_view(deck, state)
    selected = look.select(deck, view, model)
    if selected != view and state.mode == "explore":
        selected = look.light_up(deck, selected)
    # A step may have selected it: then the panel tells of the step, and now of the model.
    again = model == view.select != "" and not _shows_itself(deck, state)
    return _look(deck, state, selected, looked_up=again)


def _walk(deck: Deck, state: State, model: ModelId) -> State:
    """Select a model by key, where another one is."""
    return state if model == shown_view(deck, state).select else _select(deck, state, model)


def _look_up(deck: Deck, state: State, subject: str) -> State:
    """Show what was searched for, and open the panel; `state` itself where all that is so."""
    view = shown_view(deck, state)
    kind, _, name = subject.partition(":")
    if kind == "model":
        wanted = replace(look.select(deck, view, name), open="")
        wanted = look.bring_near(deck, look.light_up(deck, wanted))
    elif kind == "ability" and state.presenting:
        wanted = look.lay_lens(deck, view, subject) if view.lens != subject else view
    elif look.has_card(deck, subject):
        return _show_card(deck, state, subject)
    else:
        return state
    looked_up = state.looked_up or not _shows_itself(deck, state)
    return replace(_look(deck, state, wanted, looked_up=looked_up), panel=True)


def _shows_itself(deck: Deck, state: State) -> bool:
    """Tell whether the panel tells of the view itself, and not of a step that has it too."""
    return state.mode == "explore" or is_away(deck, state)


def _open(deck: Deck, state: State, card: str) -> State:
    """Open a card over the one that is open, or close that one."""
    if card and card == shown_view(deck, state).open:
        return _close_card(deck, state)
    if card and not look.has_card(deck, card):
        return state
    return _show_card(deck, state, card)


def _show_card(deck: Deck, state: State, card: str) -> State:
    view = shown_view(deck, state)
    looked_up = state.looked_up or (card == view.open and not _shows_itself(deck, state))
    shown = _look(deck, state, replace(view, open=card), looked_up=looked_up)
    return replace(shown, panel=True, cards=look.cards_under(state.cards, view.open, card))


def _close_card(deck: Deck, state: State) -> State:
    """Return to the card under the open one; else to the page, with the step's own card."""
    view = shown_view(deck, state)
    own = step(deck, state.step).view.open if state.mode == "story" else ""
    under = state.cards[-1] if state.cards else ("" if view.open == own else own)
    shown = _look(deck, state, replace(view, open=under), looked_up=state.looked_up)
    return replace(shown, cards=state.cards[:-1])


def why_card(deck: Deck, state: State, subject: str = "") -> str:
    """Return the card that answers why: of `subject`, else of what is looked at; "" for none.

    Where a claim is open, it is the next one of its subject. In the story one looks at the step;
    else at an open ability, then at the selected model, with the ability that colours the map.
    """
    view = shown_view(deck, state)
    if not subject and (following := next_card(deck, view.open)):
        return following
    telling = state.mode == "story" and not is_away(deck, state)
    asked = subject or (f"step:{state.step}" if telling else look.subject_of(deck, view))
    if asked and card_of(view.open)[2] == asked:
        return next_card(deck, view.open)
    return card_about(deck, asked)


def _why(deck: Deck, state: State, subject: str) -> State:
    """Open the claim behind `subject`, else behind what the panel is about."""
    card = why_card(deck, state, subject)
    view = shown_view(deck, state)
    if not card or card == view.open:
        return state
    return _show_card(deck, state, card)


def _toggle_explore(deck: Deck, state: State) -> State:
    if state.mode == "explore":
        return _enter(state, state.step)
    # What the step dims is its own affair: who explores sees the whole map lit.
    view = replace(shown_view(deck, state), lit=look.ALL)
    return replace(state, mode="explore", away=view, looked_up=False)


def _type(deck: Deck, state: State, digit: str) -> State:
    if digit == "0" and not state.typed:
        return _frame(deck, state, look.fit(shown_view(deck, state)))
    typed = state.typed + digit
    return state if len(typed) > MOST_DIGITS else replace(state, typed=typed)


def _confirm(deck: Deck, state: State) -> State:
    if state.typed:
        target = stage_numbered(deck, state.typed)
        return _enter(state, target) if target else replace(state, typed="")
    if state.mode == "story":
        return _step(deck, state, step_after(deck, state.step))
    return replace(state, panel=True)


def _escape(deck: Deck, state: State) -> State:
    """Close one thing, the topmost; at the bottom ask whether the talk shall end, then end it."""
    if state.leaving:
        return _end_talk(state)
    if state.typed:
        return replace(state, typed="")
    if state.blank:
        return replace(state, blank="")
    closed = _closed(deck, state)
    if closed is not state:
        return closed
    # In the window nothing: a clicker's start button sends Escape again after the end of a talk.
    return replace(state, leaving=True) if state.presenting else state


def _closed(deck: Deck, state: State) -> State:
    """Close what is looked at, one thing at a time: card, own camera, look-up or selection."""
    view = shown_view(deck, state)
    own = step(deck, state.step).view if state.mode == "story" else View()
    if view.open and view.open != own.open:
        return _close_card(deck, state)
    if state.mode == "story" and not is_away(deck, state):
        return _look(deck, state, own)
    if view.camera is not None and view.camera != own.camera:
        return _look(deck, state, replace(view, camera=own.camera), looked_up=state.looked_up)
    if state.mode == "story":
        return replace(_look(deck, state, own), away=None, looked_up=False, cards=())
    return _look(deck, state, replace(view, select=ModelId(""), lit=look.ALL))


def _toggle_theme(state: State) -> State:
    shown = state.hall_theme if state.presenting else state.theme
    other: ThemeName = "dark" if shown == "light" else "light"
    return replace(state, hall_theme=other) if state.presenting else replace(state, theme=other)


def _scale(scale: float, direction: Literal[-1, 0, 1]) -> float:
    """Return the next larger or smaller size of words; `scale` where there is none."""
    if direction == 0:
        return 1.0
    if direction > 0:
        return min((it for it in text_scales() if it > scale), default=scale)
    return max((it for it in text_scales() if it < scale), default=scale)


def _present(state: State, start: StepId) -> State:
    # A clicker's start button sends F5 also in a talk; it must not begin anew.
    return state if state.presenting else replace(_enter(state, start), presenting=True)


def _end_talk(state: State) -> State:
    return replace(state, presenting=False, leaving=False, blank="")


def _blank(state: State, colour: Literal["black", "white"]) -> State:
    if not state.presenting:
        return state
    return replace(state, blank="" if state.blank == colour else colour)
