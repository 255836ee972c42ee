"""The name of a model as the map shows it: all of it where there is room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from explainer.deck import Deck
from explainer.lines import ELLIPSIS, cut, longest
from explainer.picture import Face, Ruler, Span
from explainer.placement.scale import Scale
from explainer.schema import ModelId

_FACE: Face = "mono-strong"


def shown_name(deck: Deck, model: ModelId, scale: Scale, ruler: Ruler) -> str:
    """Return a model's name, or its beginning and an ellipsis where the scale asks for that.

    Names that would then be the same keep their ends too: the ellipsis stands between.
    """
    return _shown_names(deck, scale, ruler)[model]


@lru_cache(maxsize=64)
def _shown_names(deck: Deck, scale: Scale, ruler: Ruler) -> Mapping[ModelId, str]:
    names = {one.id: one.name for one in (*deck.models.values(), *deck.counterparts.values())}
    shown = {model: _begun(name, scale, ruler) for model, name in names.items()}
    counts = Counter(shown.values())
    ends = {
        model: _both_ends(names[model], scale, ruler)
        for model, words in shown.items()
        if counts[words] > 1 and words != names[model]
    }
    return {**shown, **ends}


def _begun(name: str, scale: Scale, ruler: Ruler) -> str:
    if ruler.width(name, _FACE, scale.name) <= scale.widest_name:
        return name
    spans = cut(ruler, (Span(name, _FACE),), scale.name, scale.widest_name)
    return "".join(span.text for span in spans)


def _both_ends(name: str, scale: Scale, ruler: Ruler) -> str:
    """Return as much of the two ends of a name as there is room for."""

    def ends(count: int) -> str:
        tail = (count + 1) // 2
        begin = name[: count - tail].rstrip(" -–—")
        return begin + ELLIPSIS + name[len(name) - tail :].lstrip(" -–—")

    most = longest(
        len(name) - 1,
        lambda count: ruler.width(ends(count), _FACE, scale.name) <= scale.widest_name,
    )
    return ends(max(most, 1))
