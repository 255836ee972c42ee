"""Finding: what of a deck can be looked for by words, and what words lead to."""

from explainer.find.entries import KINDS, TALK_KINDS, Entry, Kind, entries, order_for
from explainer.find.groups import Group, groups, suggestions
from explainer.find.match import Query, matching, normal, rank, readings

__all__ = [
    "KINDS",
    "TALK_KINDS",
    "Entry",
    "Group",
    "Kind",
    "Query",
    "entries",
    "groups",
    "matching",
    "normal",
    "order_for",
    "rank",
    "readings",
    "suggestions",
]
