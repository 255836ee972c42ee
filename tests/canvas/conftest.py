"""What tests of the map share."""

from __future__ import annotations

import pytest
from decks import deck

from explainer.deck import Deck

LINE = "a@2020 > b@2021, a +code> c@2021, b +instruction> d@2022, c +rlhf> e@2022"
FATES = """fates:
  - {model: c, ability: reasoning, change: gained, cause: code, certainty: likely}
  - {model: e, ability: reasoning, change: weakened, cause: rlhf, certainty: open}
levels:
  - {model: d, ability: reasoning, says: {en: very weak, zh: 很弱}}
"""


@pytest.fixture(scope="module")
def made() -> Deck:
    """Return a small lineage with all methods, and one ability."""
    return deck(LINE, FATES)
