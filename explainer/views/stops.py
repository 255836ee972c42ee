"""Where the keyboard goes in a picture: from hit to hit with Tab, within a row with arrows."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.picture import Hit


def row_of(hit: Hit, hits: Sequence[Hit]) -> list[Hit]:
    """Return the row of choices that `hit` is one of, empty where it stands alone."""
    return [it for it in hits if hit.group and it.group == hit.group]


def tab_stops(hits: Sequence[Hit]) -> list[Hit]:
    """Return where Tab stops: in a row of choices at the one that is taken, else at the first."""
    stops = []
    for hit in hits:
        row = row_of(hit, hits)
        if not row or hit is next((it for it in row if it.chosen), row[0]):
            stops.append(hit)
    return stops


def tabbed(focused: Hit | None, hits: Sequence[Hit], *, forward: bool) -> Hit | None:
    """Return where Tab leads from `focused`; None where it leaves the picture."""
    stops = tab_stops(hits)
    if focused is None:
        place = 0 if forward else len(stops) - 1
    else:
        row = row_of(focused, hits) or [focused]
        place = next(at for at, it in enumerate(stops) if it in row) + (1 if forward else -1)
    return stops[place] if 0 <= place < len(stops) else None


def beside(focused: Hit, hits: Sequence[Hit], steps: int) -> Hit | None:
    """Return the choice so many `steps` further in the row, round its end; None outside a row."""
    row = row_of(focused, hits)
    return row[(row.index(focused) + steps) % len(row)] if row else None
