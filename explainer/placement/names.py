"""The name of a model as the map shows it: all of it where there is room."""

from __future__ import annotations

from functools import lru_cache

from explainer.lines import cut
from explainer.picture import Ruler, Span
from explainer.placement.scale import Scale


@lru_cache(maxsize=4096)
def shown_name(name: str, scale: Scale, ruler: Ruler) -> str:
    """Return a model's `name`, or its beginning and an ellipsis where the scale asks for that."""
    if ruler.width(name, "mono-strong", scale.name) <= scale.widest_name:
        return name
    spans = cut(ruler, (Span(name, "mono-strong"),), scale.name, scale.widest_name)
    return "".join(span.text for span in spans)
