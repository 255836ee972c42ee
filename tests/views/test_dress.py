"""A colour of the deck's own is painted: on the map, in the legend, the panel, charts, slides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from decks import deck_from_text, deck_text
from msgspec.structs import replace
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explainer.deck import Deck
from explainer.intents import SelectModel, SetMode, ToggleTheme
from explainer.schema import Language, ModelId, StepId
from explainer.state import ThemeName
from explainer.theme import colour
from explainer.update import first_state
from explainer.views.render import slide_image
from explainer.views.session import Session

OWN: dict[ThemeName, str] = {"light": "#7A3E9D", "dark": "#C99BEF"}
FATES = """\
fates:
  - {model: b, ability: reasoning, change: gained, mark: ++, cause: code, certainty: stated}
"""


@pytest.fixture(scope="module")
def dressed() -> Deck:
    text = deck_text("a +code> b, b > c", FATES).replace("lit: [b]", "lit: [all]")
    own = f'style: code, colour: {{light: "{OWN["light"]}", dark: "{OWN["dark"]}"}}}}'
    return deck_from_text(text.replace("style: code}", own))


@pytest.fixture
def session(dressed: Deck, qtbot: QtBot) -> Iterator[Session]:
    made = Session(dressed, replace(first_state(dressed, "en", "light"), still=True))
    made.window.resize(1440, 900)
    made.open()
    qtbot.waitUntil(lambda: not made.window.windowIcon().isNull())
    yield made
    made.end()


def amount(image: QImage, wanted: str) -> int:
    """Return how many pixels have exactly this colour."""
    return sum(
        image.pixelColor(x, y).name().upper() == wanted
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def seen(part: QWidget) -> QImage:
    return part.grab().toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_part_of_the_window_shows_the_colour(
    session: Session, qtbot: QtBot, theme: ThemeName
) -> None:
    if theme == "dark":
        session.dispatch(ToggleTheme())
    session.dispatch(SetMode("explore"))
    session.dispatch(SelectModel(ModelId("b")))
    qtbot.wait(50)
    areas = session.window.areas()
    image = seen(session.window)
    usual = colour(theme, "method.code.stroke")

    assert areas.panel is not None
    for place in (areas.map, areas.legend, areas.panel):
        part = image.copy(round(place.x), round(place.y), round(place.width), round(place.height))
        assert amount(part, OWN[theme]) > 10, place
        assert amount(part, usual) == 0, place


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_slide_shows_the_colour(dressed: Deck, language: Language, theme: ThemeName) -> None:
    image = slide_image(dressed, StepId("lecture/b"), language, theme, 960, 540)

    assert amount(image, OWN[theme]) > 50
    assert amount(image, colour(theme, "method.code.stroke")) == 0
