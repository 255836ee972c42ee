"""How the app looks: a picture of each part, and what eyes would see differ from its reference.

The references in `tests/references` are renewed by `make references`, and by nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from lectures import embedded, lecture, opening, settle
from msgspec.structs import replace
from pixelmatch import pixelmatch
from PySide6.QtGui import QImage

from explainer.intents import Order, Run, SetMode, ShowView
from explainer.picture import Picture
from explainer.schema import Language, ModelId, StepId, View
from explainer.state import ThemeName
from explainer.views.render import framed_slide, picture_image

REFERENCES = Path(__file__).parent / "references"
SIZE = (1280, 720)
"""px of a slide and of a window."""
SEEN = 0.015
"""From where pixelmatch counts a pixel as another: its share of black against white.

It measures in YIQ, as eyes do, who see lightness before hue. At this a grey may be four levels of
255 off, as another processor may round it, and not five.
"""
NOISE = 3
"""Levels of 255 that every part of a colour may be off without its pixel reaching `SEEN`."""
SPECKS = 20
"""Pixels that may be others, beyond those at the soft edges of letters and lines."""
_AROUND = 3
"""px around what differs that are compared too: edges are known by what is beside them."""

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide as an export writes it."""

    step: str
    language: Language
    theme: ThemeName
    size: tuple[int, int] = SIZE

    def picture(self) -> Picture:
        """Return what is to be painted."""
        return framed_slide(embedded(), StepId(self.step), self.language, *self.size)

    def image(self) -> QImage:
        """Return it as it is painted."""
        return picture_image(self.picture(), self.theme)


@dataclass(frozen=True, slots=True)
class Scene:
    """The main window after a few orders."""

    step: str
    language: Language
    theme: ThemeName
    orders: tuple[Order, ...] = ()
    size: tuple[int, int] = SIZE

    def image(self) -> QImage:
        """Return it as it is painted."""
        state = replace(opening(self.step), language=self.language, theme=self.theme, still=True)
        with lecture(state, *self.size) as told:
            for order in self.orders:
                told.session.dispatch(order)
                settle()
            return told.image()


_EXPLORED = View(select=ModelId("code-davinci-002"), open="ability:cot")
LOOKS: dict[str, Slide | Scene] = {
    "title": Slide("surprise/title", "en", "light"),
    "map": Slide("meeting/complete", "zh", "dark"),
    "map-4-3": Slide("reasoning/signs", "en", "light", (960, 720)),
    "question": Slide("cause/how-sure", "zh", "light"),
    "reveal": Slide("cause/correlation", "en", "dark"),
    "terms": Slide("gpt3/writing", "zh", "dark"),
    "mix": Slide("origins/mix", "en", "light"),
    "chart": Slide("reasoning/who-can", "zh", "light"),
    "argument": Slide("reasoning/case", "en", "dark"),
    "compare": Slide("tax/crossing", "zh", "light"),
    "trace": Slide("cause/weakest-link", "en", "light"),
    "text": Slide("cause/guesses", "zh", "dark"),
    "unlock": Slide("injected/plenty-of-code", "en", "light"),
    "fates": Slide("bargains/regained", "zh", "light"),
    "trade": Slide("bargains/swap", "en", "dark"),
    "matrix": Slide("table/all-marks", "en", "light"),
    "summary": Slide("table/by-model", "zh", "dark"),
    "limits": Slide("limits/reasoning", "en", "light"),
    "sources": Slide("limits/sources", "zh", "light"),
    "end": Slide("limits/end", "en", "dark"),
    "window-story": Scene("reasoning/signs", "zh", "light"),
    "window-explore": Scene(
        "reasoning/signs", "en", "light", (SetMode("explore"), ShowView(_EXPLORED))
    ),
    "window-small": Scene("surprise/title", "en", "dark", size=(1024, 768)),
    "dialog-help": Scene("reasoning/signs", "zh", "dark", (SetMode("explore"), Run("help"))),
}
"""By name: each kind of slide, the window telling and exploring, and a dialog."""


def reference(name: str) -> QImage:
    """Return how `name` is meant to look.

    Raises:
        FileNotFoundError: it has no reference yet.
    """
    path = reference_path(name)
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no reference, see `make references`")
    return QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)


def reference_path(name: str) -> Path:
    """Return where the reference of `name` lies."""
    return REFERENCES / f"{name}.png"


def renew(name: str) -> bool:
    """Write how `name` looks now as its reference; tell whether it differs from before.

    What is the same but for noise keeps its file.
    """
    image, path = LOOKS[name].image(), reference_path(name)
    if path.exists() and _differs(reference(name), image).sum() <= SPECKS:
        return False
    path.parent.mkdir(exist_ok=True)
    if not image.save(str(path), quality=0):  # 0: as small as it gets
        raise OSError(f"{path} could not be written")
    return True


@dataclass(frozen=True, slots=True)
class Difference:
    """What eyes see differ between two images."""

    pixels: int
    shown: QImage
    """The place that differs, pale, what differs in red and soft edges in yellow."""


def difference(expected: QImage, actual: QImage) -> Difference:
    """Compare two images pixel by pixel, as eyes do; images of two sizes differ everywhere."""
    if expected.size() != actual.size():
        return Difference(actual.width() * actual.height(), actual)
    differs = _differs(expected, actual)
    rows, columns = (np.flatnonzero(differs.any(axis=it)) for it in (1, 0))
    if not rows.size:
        return Difference(0, QImage())
    # The comparison is written in Python: what is equal is left out.
    place = (_around(rows), _around(columns))
    one, other = _pixels(expected)[place], _pixels(actual)[place]
    high, wide = one.shape[:2]
    seen: list[int | float] = [0] * (wide * high * 4)
    count = pixelmatch(one.tobytes(), other.tobytes(), wide, high, seen, threshold=SEEN)
    shown = QImage(bytes(map(int, seen)), wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    return Difference(count, shown.copy())


def _differs(expected: QImage, actual: QImage) -> npt.NDArray[np.bool_]:
    """Return which pixels differ by more than noise; all where the sizes do."""
    one, other = _pixels(expected).astype(np.int16), _pixels(actual).astype(np.int16)
    if one.shape != other.shape:
        return np.ones(other.shape[:2], np.bool_)
    differs: npt.NDArray[np.bool_] = (np.abs(one - other) > NOISE).any(axis=2)
    return differs


def _around(places: npt.NDArray[np.intp]) -> slice:
    return slice(max(0, int(places[0]) - _AROUND), int(places[-1]) + 1 + _AROUND)


def _pixels(image: QImage) -> Pixels:
    rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(bytes(rgba.constBits()), np.uint8)
    return flat.reshape(rgba.height(), rgba.width(), 4)


def trouble(name: str, image: QImage, folder: Path) -> str:
    """Say what is wrong with `image` as the look of `name`, "" where nothing is.

    What is seen, and what differs, is written into `folder`.
    """
    found = difference(reference(name), image)
    if found.pixels <= SPECKS:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    seen, differs = folder / f"{name}.png", folder / f"{name}-difference.png"
    image.save(str(seen))
    found.shown.save(str(differs))
    return (
        f"{name} looks another way, in {found.pixels} pixels: see {differs}\n"
        f"now: {seen}\nmeant: {reference_path(name)}\n"
        f'if it is meant to look so: make references ARGS="{name}"'
    )
