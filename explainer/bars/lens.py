"""The button over the map that says what its colours stand for, and leads to other lenses."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from explainer.bars.controls import ICON, Look, Place, words
from explainer.bars.field import shortened
from explainer.deck import Deck
from explainer.intents import Run
from explainer.picture import Box, Hit, Icon, Picture, Ruler, Shape, enlarged
from explainer.routes import Rect
from explainer.schema import AbilityId, Language, MethodId
from explainer.state import State
from explainer.story import shown_view
from explainer.strings import say
from explainer.theme import number, window_type

_HEIGHT = 36.0
_PAD = 13.0
_BETWEEN = 9.0
"""px between two words."""
_MARGIN = (24.0, 18.0)
"""px from the right and the upper edge of the map."""
_NARROW = 660.0
"""px; over a narrower map the button is as short as can be."""
_SHARE = 0.42
"""Of the map's width; the button is never wider."""


class LensButton(Struct, frozen=True):
    """The button, and where it stands in the window."""

    picture: Picture
    place: Place


def lens_word(deck: Deck, lens: str, language: Language) -> str:
    """Return how a lens of the map is called: by method, an ability, or what a method did."""
    kind, _, name = lens.partition(":")
    if kind == "ability":
        return deck.abilities[AbilityId(name)].short.plain(language)
    if kind == "cause":
        return deck.methods[MethodId(name)].name.plain(language)
    return say("lens.method", language)


def lens_button(  # noqa: PLR0913 - a place, and what is there
    deck: Deck,
    state: State,
    drawn: Place,
    ruler: Ruler,
    scale: float = 1.0,
    *,
    taken: Sequence[Rect] = (),
    axis: float = 0.0,
) -> LensButton:
    """Return the button for a map that is drawn at `drawn`, `scale` times as large as usual.

    It stands at the upper right, or where that would cover what is `taken` (px of the
    map's place) at the upper left, `axis` px from the edge; or is as short as can be.
    """
    wide = drawn.width / scale >= _NARROW
    forms = (True, False) if wide else (False,)
    shown = [_button(deck, state, drawn, ruler, scale, full=full) for full in forms]
    places = [
        LensButton(picture, place)
        for picture in shown
        for place in _places(drawn, picture, scale, axis)
    ]
    return next((it for it in places if not _covers(it.place, drawn, taken)), places[0])


def _places(drawn: Place, picture: Picture, scale: float, axis: float) -> list[Place]:
    """Return where the button may stand, the best first."""
    aside = min(_MARGIN[0], drawn.width / scale * 0.025) * scale
    right = float(round(drawn.x + drawn.width - aside - picture.width))
    left = float(round(drawn.x + max(aside, axis)))
    top = drawn.y + _MARGIN[1] * scale
    xs = [right, left] if left < right else [right]
    return [Place(x, top, picture.width, picture.height) for x in xs]


def _covers(place: Place, drawn: Place, taken: Sequence[Rect]) -> bool:
    left, top = place.x - drawn.x, place.y - drawn.y
    room = Rect(left, top, left + place.width, top + place.height)
    return any(room.meets(other) for other in taken)


def _button(  # noqa: PLR0913 - as lens_button
    deck: Deck, state: State, drawn: Place, ruler: Ruler, scale: float, *, full: bool
) -> Picture:
    """Return the button with its label and the lens, or with one of them."""
    room = drawn.width / scale
    language = state.language
    size = window_type("ui")
    lens = shown_view(deck, state).lens
    label = say("lens.label", language)
    value = lens_word(deck, lens, language)
    plain, strong = Look(size, ink="muted"), Look(size, "medium")
    texts = [(label, plain), (value, strong)]
    most = room * _SHARE - 2 * _PAD - _BETWEEN - ICON
    whole = sum(ruler.width(text, look.face, look.size) for text, look in texts) + _BETWEEN
    if not full or whole > most:
        # Its label alone says nothing of a lens that has been laid on.
        texts = [(label, strong)] if lens == "method" else [(value, strong)]
    x = _PAD
    shapes: list[Shape] = []
    for text, look in texts:
        fitting = shortened(ruler, text, look, most - (x - _PAD))
        line = words(ruler, fitting, x, _HEIGHT / 2, look)
        shapes.append(line)
        x += line.width + _BETWEEN
    width = float(round(x + ICON - 4 + _PAD))
    frame = Box(
        0.5,
        0.5,
        width - 1,
        _HEIGHT - 1,
        number("radius", "control"),
        "surface",
        "edge_dimmed",
        number("line_width", "hair"),
    )
    chevron = Icon("chev", x + ICON / 2 - 4, _HEIGHT / 2, ICON - 2, "muted", 2.0)
    name = say("lens.name", language, lens=value)
    radius = number("radius", "control")
    hit = Hit(0, 0, width, _HEIGHT, Run("lens"), name, radius=radius)
    return enlarged(Picture(width, _HEIGHT, (frame, *shapes, chevron), (hit,)), scale)
