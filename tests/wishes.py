"""Random intents and views of a deck, for tests of what must hold whatever a user does."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from explainer import intents as wish
from explainer.deck import Deck
from explainer.intents import Intent
from explainer.lineage import descendants, lineage
from explainer.schema import Camera, ModelId, View
from explainer.story import steps
from explainer.why import LISTS

_shares = st.floats(-0.5, 1.5)
_zooms = st.floats(0.1, 12.0)

_PLAIN: tuple[Intent, ...] = (
    wish.NextStep(),
    wish.PreviousStep(),
    wish.NextStage(),
    wish.PreviousStage(),
    wish.FirstStep(),
    wish.LastStep(),
    wish.Confirm(),
    wish.Escape(),
    wish.ForgetEscape(),
    wish.SetMode("story"),
    wish.SetMode("explore"),
    wish.ToggleExplore(),
    wish.ReturnToStep(),
    wish.SelectBeside("up"),
    wish.SelectBeside("down"),
    wish.SelectBeside("left"),
    wish.SelectBeside("right"),
    wish.SelectRoot(),
    wish.SelectNewest(),
    wish.DrawOtherReading(),
    wish.AskWhy(),
    wish.ToggleEstablished(),
    wish.ToggleCounterparts(),
    wish.FitMap(),
    wish.TogglePanel(),
    wish.ToggleNotes(),
    wish.ToggleLanguage(),
    wish.ToggleTheme(),
    wish.ToggleStill(),
    wish.ToggleClickSteps(),
    wish.ResizeText(1),
    wish.ResizeText(-1),
    wish.Present(from_start=True),
    wish.Present(from_start=False),
    wish.EndTalk(),
    wish.BlankScreen("black"),
    wish.BlankScreen("white"),
)


@cache
def intents(deck: Deck) -> st.SearchStrategy[Intent]:
    """Return any intent; some name what the deck does not have."""
    models = [ModelId(""), *deck.models, ModelId("no-model")]
    return st.one_of(
        st.sampled_from(_PLAIN),
        st.builds(wish.GoToStep, st.sampled_from(steps(deck))),
        st.builds(wish.TypeDigit, st.sampled_from("0123456789")),
        st.builds(wish.SelectModel, st.sampled_from(models)),
        st.builds(wish.Hover, st.sampled_from(models)),
        st.builds(wish.OpenCard, st.sampled_from([*_cards(deck), "claim:none"])),
        st.builds(wish.AskWhy, st.sampled_from(["", *_subjects(deck), "no:thing"])),
        st.builds(wish.SetLens, st.sampled_from([*_lenses(deck), "cause:none"])),
        st.builds(wish.ShowView, views(deck)),
        st.builds(wish.MoveCamera, _shares, _shares, _zooms),
        st.builds(wish.Zoom, _zooms),
    )


@cache
def views(deck: Deck) -> st.SearchStrategy[View]:
    """Return any view that a step or a link can describe."""
    words = st.lists(st.sampled_from(_words(deck)), max_size=4).map(tuple)
    readings = st.tuples(
        *(
            st.sampled_from(["", *(f"{reading.id}/{option.id}" for option in reading.options)])
            for reading in deck.readings.values()
        )
    ).map(lambda chosen: tuple(filter(None, chosen)))
    cameras = st.builds(Camera, x=st.floats(0, 1), y=st.floats(0, 1), zoom=st.floats(0.01, 100.0))
    return st.builds(
        View,
        select=st.sampled_from([ModelId(""), *deck.models]),
        lit=words,
        focus=words,
        camera=st.none() | cameras,
        lens=st.sampled_from(_lenses(deck)),
        readings=readings,
        open=st.sampled_from(["", *_cards(deck)]),
        established=st.booleans(),
    )


def _cards(deck: Deck) -> list[str]:
    return [
        *(f"ability:{it}" for it in deck.abilities),
        *(f"claim:{it}" for it in deck.claims),
        *(f"source:{it}" for it in deck.sources),
        *(f"term:{it}" for it in deck.terms),
        *(f"discrepancy:{it}" for it in deck.discrepancies),
        *LISTS,
    ]


def _subjects(deck: Deck) -> list[str]:
    return [
        *deck.models,
        *(f"fate:{fate.model}/{fate.ability}" for fate in deck.fates),
        *(f"step:{name}" for name in steps(deck)),
        *(f"paragraph:{name}/0" for name in steps(deck)),
        *_cards(deck),
    ]


def _lenses(deck: Deck) -> list[str]:
    abilities = (f"ability:{it}" for it in deck.abilities)
    return ["method", *abilities, *(f"cause:{it}" for it in deck.methods)]


def _words(deck: Deck) -> list[str]:
    drawn = lineage(deck)
    return [
        "all",
        *deck.models,
        *(derivation.id for derivation in deck.derivations),
        *(f"path:{model}>{end}" for model in deck.models for end in descendants(drawn, model)),
        *(f"ancestors:{model}" for model in deck.models),
        *(f"descendants:{model}" for model in deck.models),
        *(f"method:{method}" for method in deck.methods),
        *(f"ability:{ability}" for ability in deck.abilities),
    ]
