"""What the words of a view light up: models, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from explainer.deck import Deck
from explainer.lineage import Lineage, ancestors, descendants, path
from explainer.schema import MethodId, ModelId


class Lit(Struct, frozen=True):
    """Models and links that stand out; all else is dimmed."""

    models: frozenset[ModelId]
    links: frozenset[str]
    """By id, `parent>child`; ties by the id of their derivation."""


def lit(deck: Deck, drawn: Lineage, words: tuple[str, ...], *, established: bool = False) -> Lit:
    """Return what `words` (of a view's `lit` or `focus`) mean in the lineage as it is drawn.

    A link or a tie is lit when both its ends are, or when one of its derivations is named. Where
    only what is `established` counts, a link is not that anything doubts.
    """
    models: set[ModelId] = set()
    links: set[str] = set()
    for word in words:
        named = [link for link in drawn.links if any(word == d.id for d in link.derivations)]
        links.update(link.id for link in named)
        models.update(end for link in named for end in (link.parent, link.child) if end)
        models.update(end for it in drawn.ties if it.id == word for end in (it.parent, it.child))
        models.update(_models(deck, drawn, word))
    for link in drawn.links:
        if link.child in models and (link.parent in models or not link.parent):
            links.add(link.id)
    links.update(it.id for it in drawn.ties if {it.parent, it.child} <= models)
    if established:
        links -= filtered_links(drawn)
    return Lit(frozenset(models), frozenset(links))


def filtered_links(drawn: Lineage) -> frozenset[str]:
    """Return the ids of the links and ties that are not stated."""
    doubted = {link.id for link in drawn.links if link.certainty != "stated"}
    return frozenset(doubted.union(tie.id for tie in drawn.ties if tie.certainty != "stated"))


def _models(  # noqa: PLR0911 - one answer for each word
    deck: Deck, drawn: Lineage, word: str
) -> Iterable[ModelId]:
    kind, _, rest = word.partition(":")
    model = ModelId(rest)
    if kind in ("ancestors", "descendants") and model not in drawn.parents:
        return ()  # a counterpart: see `counterparts.py`
    match kind:
        case "all":
            return drawn.parents
        case "path":
            start, _, end = rest.partition(">")
            return map(ModelId, path(drawn, ModelId(start), ModelId(end)))
        case "ancestors":
            return (model, *map(ModelId, ancestors(drawn, model)))
        case "descendants":
            return (model, *map(ModelId, descendants(drawn, model)))
        case "method":
            return (each for each, strands in drawn.strands.items() if MethodId(rest) in strands)
        case "ability":
            return (fate.model for fate in deck.fates if fate.ability == rest)
        case _:
            return (ModelId(word),) if word in deck.models else ()
