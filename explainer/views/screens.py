"""The screens of this machine, and which of them the hall sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from explainer.views.application import application


@dataclass(frozen=True, slots=True)
class Screen:
    """What is known of a screen when one is chosen."""

    name: str
    geometry: tuple[int, int, int, int]
    """x, y, width, height."""
    has_window: bool = False
    """The app's window stands there."""


def screens(window: QWidget | None = None) -> tuple[Screen, ...]:
    """Return the screens there are, in the order of the system; `window` stands on one of them."""
    if QGuiApplication.instance() is None:
        application()
    return tuple(_known(screen, window) for screen in QGuiApplication.screens())


def named(known: Sequence[Screen], wanted: str) -> int | None:
    """Return which screen is called `wanted`, else the first whose name contains it; None if none.

    Capital letters do not count, and "" is nobody's name.
    """
    wish = wanted.strip().casefold()
    for fits in (lambda name: name == wish, lambda name: wish in name):
        for at, screen in enumerate(known):
            if wish and fits(screen.name.casefold()):
                return at
    return None


def screen_for(known: Sequence[Screen], wanted: str = "") -> int:
    """Return which of the screens that are `known` the hall sees.

    The one called `wanted`; without a wish, or where there is none like it, the first on which the
    window does not stand. A screen that mirrors the window's is none.
    """
    found = named(known, wanted)
    if found is not None:
        return found
    own = [screen.geometry for screen in known if screen.has_window]
    others = (at for at, screen in enumerate(known) if screen.geometry not in own)
    held = (at for at, screen in enumerate(known) if screen.has_window)
    return next(others, next(held, 0)) if own else len(known) - 1


def _known(screen: QScreen, window: QWidget | None) -> Screen:
    place = screen.geometry()
    return Screen(
        screen.name(),
        (place.x(), place.y(), place.width(), place.height()),
        has_window=window is not None and screen is window.screen(),
    )
