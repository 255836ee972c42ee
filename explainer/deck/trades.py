"""In which group of a ledger of trades a fate stands."""

from __future__ import annotations

from explainer.schema import Fate


def group_of(fate: Fate) -> str:
    """Return where a fate stands: by the sign of its mark, else by its change.

    A trade without a mark is neither a gain nor a loss, nor is what is only absent or latent.
    """
    if fate.mark:
        given_up = fate.mark.startswith("-")
        return "given-up" if given_up else "unlocked" if fate.change == "unlocked" else "gained"
    match fate.change:
        case "unlocked":
            return "unlocked"
        case "weakened" | "lost":
            return "given-up"
        case "traded" | "absent" | "latent":
            return "other"
        case _:
            return "gained"
