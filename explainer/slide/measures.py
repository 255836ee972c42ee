"""The sizes of a slide, px at its height; all are shares of it."""

from __future__ import annotations

from msgspec import Struct

from explainer.theme import number

_NARROW = 1.5
"""Width to height; on a narrower slide margins and headline are smaller."""


class Measures(Struct, frozen=True):
    """A slide of `width` x `height` px."""

    width: float
    height: float

    @property
    def narrow(self) -> bool:
        """Return whether it is nearer to 4:3 than to 16:9."""
        return self.width < self.height * _NARROW

    @property
    def margin(self) -> float:
        """Left and right."""
        return self.height * number("space_slide", "margin_x") * (0.75 if self.narrow else 1.0)

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    def type(self, name: str) -> float:
        """Return the size of letters for a use named in the tokens."""
        return self.height * number("type_slide", name)

    def share(self, part: float) -> float:
        """Return a share of the height."""
        return self.height * part

    @property
    def picture_foot(self) -> float:
        """Where the picture ends above the sources."""
        return self.height * 0.912

    @property
    def second_line(self) -> float:
        """How much higher the foot's other line stands: a key of methods above the sources."""
        return self.height * 0.041
