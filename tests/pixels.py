"""Looks at painted pixels."""

from __future__ import annotations

from PySide6.QtGui import QImage


def dark(image: QImage, below: int = 128) -> set[tuple[int, int]]:
    """Return the places of the pixels that are darker than `below` of 255."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    levels, stride = bytes(grey.constBits()), grey.bytesPerLine()
    return {
        (x, y)
        for y in range(grey.height())
        for x, level in enumerate(levels[y * stride : y * stride + grey.width()])
        if level < below
    }


def edges(image: QImage, below: int = 200) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is dark; the last two are outside."""
    places = dark(image, below)
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1
