"""Every word is read and every sign seen on what it really stands on, in both themes.

Words stand out by 7 to 1, signs by 4 to 1; with the light of a hall over both, by 4.5 and 3. The
limits are the tokens'. What need not is named in one place: `standing.NO_MEANING`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
from ink import RULER
from lectures import Lecture, embedded, lecture, lines, opening, settle
from msgspec.structs import replace
from PySide6.QtGui import QColor, QPalette
from seeing import LIMITS, THEMES, faint, ratio, shown
from standing import Standing, looked_at, stands
from windows import seen_picture

from explainer.intents import GoToStep, Order, Run, SetMode, ShowView
from explainer.picture import Picture, Shape, placed
from explainer.schema import LANGUAGES, Language, ModelId, StepId, View
from explainer.slide import slide_picture
from explainer.state import ThemeName
from explainer.story import step, steps
from explainer.theme import number
from explainer.views.fonts import load_fonts
from explainer.views.render import picture_image
from explainer.views.sheet import RING_GAP
from explainer.views.style import palette

RING_WIDTH = number("line_width", "focus_ring")
SLIDES = ((1920, 1080), (1024, 768))
LARGE = (3840, 2160)
ROUNDED = 1.5
"""px by which a slide twice as large may differ from one enlarged: hairlines stay thin."""
WINDOWS: tuple[tuple[tuple[int, int], Language], ...] = (((1024, 768), "en"), (LARGE, "zh"))
"""The large one shows pages to their end that the small one scrolls.

Between the two the same parts stand in other places, in both languages in the same colours.
"""


@cache
def slide(name: StepId, language: Language, width: int, height: int) -> Picture:
    load_fonts()
    return slide_picture(embedded(), name, language, width, height, RULER)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SLIDES, ids=lambda it: f"{it[0]}x{it[1]}")
def test_everything_on_a_slide_stands_out(size: tuple[int, int], language: Language) -> None:
    found: set[Standing] = set()
    for name in steps(embedded()):
        found.update(stands(slide(name, language, *size), f"{name} {language} {size}"))

    assert {it.kind for it in found} == {"text", "icon", "graphics"}
    assert faint(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_of_4k_is_one_of_full_hd_twice_as_large(language: Language) -> None:
    """So what stands out on the one does on the other."""
    width, height = LARGE
    for name in steps(embedded()):
        small = slide(name, language, width // 2, height // 2)
        enlarged = placed(small, 0, 0, 2.0)[0]
        assert alike(enlarged, slide_picture(embedded(), name, language, *LARGE, RULER).shapes)


def alike(one: object, other: object) -> bool:
    """Tell whether two descriptions say the same, but for roundings and the places in ids."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= ROUNDED
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    fields: tuple[str, ...] = getattr(one, "__struct_fields__", ())
    if fields:
        named = [name for name in fields if name != "id"]
        same = (alike(getattr(one, name), getattr(other, name)) for name in named)
        return type(one) is type(other) and all(same)
    return one == other


def one_of_each_kind() -> list[StepId]:
    """Return a step for each kind of slide."""
    deck = embedded()
    return list({type(step(deck, name).slide): name for name in reversed(steps(deck))}.values())


def sights() -> Iterator[Order]:
    """Yield what leads through all that the window's parts can show."""
    for name in one_of_each_kind():
        yield GoToStep(name)
    yield SetMode("explore")
    model = ModelId("code-davinci-002")
    for view in (
        View(),
        View(select=model),
        View(select=model, open="ability:cot"),
        View(select=ModelId("text-davinci-003"), counterparts=True),
        View(select=ModelId("chatgpt"), established=True),
        View(select=ModelId("bloom"), counterparts=True),
        View(select=ModelId("davinci"), lit=("path:davinci>chatgpt",)),
        View(select=model, lens="ability:cot"),
        View(lens="ability:icl"),
        View(lens="cause:code"),
        View(open="claim:C108"),
        View(open="ability:cot"),
        View(open="source:ouyang2022instructgpt"),
        View(open="term:cot"),
        View(open="glossary"),
        View(open="discrepancies"),
    ):
        yield ShowView(view)
    for task in ("overview", "search", "help", "export"):
        yield Run(task)


def watched(told: Lecture) -> Iterator[tuple[Order, Picture]]:
    """Yield the whole window after each of `sights`."""
    for order in sights():
        told.session.dispatch(order)
        settle()
        settle()  # a chart is made when its page has been painted
        yield order, seen_picture(told)
        if isinstance(order, Run):
            overlay = told.session.overlay()
            assert overlay.top is not None
            overlay.escape()


@pytest.mark.parametrize("size, language", WINDOWS)
def test_everything_in_the_window_stands_out(size: tuple[int, int], language: Language) -> None:
    found: set[Standing] = set()
    under_rings: set[Standing] = set()
    known: set[Shape] = set()
    with lecture(replace(opening(), language=language), *size) as told:
        for order, picture in watched(told):
            name = f"{order} {language} {size}"
            look = looked_at(picture, name, known)
            found.update(look.found)
            under_rings.update(
                Standing("graphics", "focus", ground, f"{name}: ring around {hit.name}")
                for hit in picture.hits
                for ground in look.along(hit, round(RING_GAP), round(RING_GAP + RING_WIDTH) + 1)
            )

    assert faint(found) == []
    assert faint(under_rings) == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_of_native_widgets_stand_out(theme: ThemeName) -> None:
    roles = QPalette.ColorRole
    pairs = {
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.PlaceholderText, roles.Base),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.HighlightedText, roles.Highlight),
    }
    made = palette(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        for pair in pairs:
            ink, ground = (made.color(group, role).name() for role in pair)
            assert ratio(ink, ground) >= LIMITS["text"][0], (group, pair)


def pixels(picture: Picture, theme: ThemeName) -> npt.NDArray[np.uint32]:
    """Return `picture` as it is painted, one number for each pixel."""
    image = picture_image(picture, theme)
    return np.frombuffer(bytes(image.constBits()), np.uint32)


def as_pixel(given: str) -> int:
    """Return a colour as a painted pixel has it."""
    return QColor(given).rgb()


SAMPLES = ("surprise/title", "meeting/complete", "table/all-marks", "origins/hunch")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_words_stand_on_are_the_colours_that_are_painted(name: str, theme: ThemeName) -> None:
    """The picture is painted in its own colours, once with a line and once without it."""
    picture = slide(StepId(name), "en", 1280, 720)
    whole = pixels(picture, theme)
    found = stands(picture, "")
    checked = 0
    for line in list(lines(picture.shapes))[::3]:
        # The halo stays where the words were.
        bare = replace(line, spans=tuple(replace(it, ink=line.halo) for it in line.spans))
        shapes = tuple(bare if it is line else it for it in picture.shapes)
        without = pixels(replace(picture, shapes=shapes), theme)
        for ink in {span.ink for span in line.spans if span.text.strip()}:
            inked = (whole != without) & (whole == as_pixel(shown(ink, theme)))
            said = {it.ground for it in found if it.kind == "text" and it.ink == ink}
            under = set(np.unique(without[inked]).tolist())
            assert under <= {as_pixel(shown(it, theme)) for it in said}, line
            checked += bool(under)
    assert checked >= 3
