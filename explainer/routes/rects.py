"""Parts of the map that are taken."""

from __future__ import annotations

from msgspec import Struct


class Rect(Struct, frozen=True, gc=False):
    """A part of the map that strands keep clear of, px."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, across: float, down: float = 0.0) -> Rect:
        """Return the rectangle with more room at its sides."""
        return Rect(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def holds(self, other: Rect) -> bool:
        """Return whether `other` lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def meets(self, other: Rect) -> bool:
        """Return whether both have a part in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )
