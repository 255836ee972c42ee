"""Ids, closed lists of words, and the base of every record of a deck."""

from typing import Literal, NewType

import msgspec

ModelId = NewType("ModelId", str)
MethodId = NewType("MethodId", str)
AbilityId = NewType("AbilityId", str)
ClaimId = NewType("ClaimId", str)
SourceId = NewType("SourceId", str)
TermId = NewType("TermId", str)
BranchId = NewType("BranchId", str)
DerivationId = NewType("DerivationId", str)
ReadingId = NewType("ReadingId", str)
DiscrepancyId = NewType("DiscrepancyId", str)
ArgumentId = NewType("ArgumentId", str)
ExperimentId = NewType("ExperimentId", str)
LimitId = NewType("LimitId", str)
ChartId = NewType("ChartId", str)
NumberId = NewType("NumberId", str)
StageId = NewType("StageId", str)
StepId = NewType("StepId", str)
"""`stage/step`."""
Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Certainty = Literal["stated", "likely", "conjectured", "open"]
CERTAINTIES: tuple[Certainty, ...] = ("stated", "likely", "conjectured", "open")
"""From the firmest to the weakest."""
Change = Literal[
    "absent",
    "latent",
    "gained",
    "injected",
    "unlocked",
    "strengthened",
    "recovered",
    "weakened",
    "lost",
    "traded",
]
Mark = Literal["", "+", "++", "-", "--"]
"""The article's own signs, typed in ASCII; "" where it prints none."""
FactKind = Literal["released", "size", "window", "data", "method", "paper"]
FACT_KINDS: tuple[FactKind, ...] = ("released", "size", "window", "data", "method", "paper")
ClaimKind = Literal[
    "fact",
    "attribution",
    "observation",
    "hypothesis",
    "opinion",
    "open-question",
    "argument",
    "definition",
    "limitation",
    "trade",
]
DerivationKind = Literal["lineage", "influence", "reproduction", "counterpart"]
Authority = Literal["article", "maker", "paper", "third-party"]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a deck: immutable, its fields named, unknown ones refused.

    `frozen` and `kw_only` stand at every class again because a type checker reads them there.
    """


class Text(Record, frozen=True, kw_only=True):
    """One text in both languages; neither may be missing or empty."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.en if language == "en" else self.zh

    def plain(self, language: Language) -> str:
        """Return the text in `language` without the author's marks for where a line may break."""
        return self.of(language).replace("\u200b", "")
