"""What tests of an export share: a painter without Qt, and small wishes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from explainer.deck import load_embedded
from explainer.export import Pixels, Size, Target, Wishes

DECK = load_embedded()
SMALL = Size(320, 240)


@dataclass(frozen=True)
class FlatRaster:
    """An image in one colour, made without Qt."""

    width: int
    height: int
    grey: int

    def pixels(self) -> Pixels:
        """Return all pixels, each of the same grey."""
        stride = self.width * 3
        return Pixels(self.width, self.height, stride, bytes([self.grey]) * stride * self.height)


def flat(target: Target) -> FlatRaster:
    """Return a grey image of the target's size."""
    return FlatRaster(target.width, target.height, len(target.step))


def wishes(
    folder: Path,
    *languages: Literal["en", "zh"],
    themes: tuple[Literal["light", "dark"], ...] = ("light",),
    slides: str | None = None,
    steps: Literal["last", "all"] = "last",
) -> Wishes:
    """Return what is asked for, at the smallest size."""
    return Wishes(folder, languages or ("en",), themes, slides, steps, SMALL)
