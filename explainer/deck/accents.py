"""Colours that a deck gives its methods: seen on every ground, in a lit hall, and told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from explainer.colours import contrast, distance, is_colour, mixed
from explainer.deck.places import Finding, Path
from explainer.schema import DeckFile, Method
from explainer.theme import colour, number

THEMES = ("light", "dark")
GROUNDS = ("background", "surface")
_MOST_COMPARED = 64
"""Colours of methods that are compared; far fewer can be told apart on a map."""
_STEPS = 50
"""How finely a better colour is looked for."""


class _Worn(Struct, frozen=True):
    """The colour of a method in one theme, and where a deck gives it; None where it does not."""

    method: Method
    theme: str
    colour: str
    file: str
    path: Path


def accent_findings(contents: Sequence[tuple[str, DeckFile]]) -> Iterator[Finding]:
    """Yield colours that are none, that are too pale, or that are much like another's."""
    worn: list[_Worn] = []
    for each in _all_worn(contents):
        if each.path is None or is_colour(each.colour):
            worn.append(each)
        else:
            given = (("given", each.colour),)
            yield Finding("E222-colour", each.file, each.path, given)
    del worn[_MOST_COMPARED:]
    for at, each in enumerate(worn):
        if each.path is not None:
            yield from _pale(each)
        yield from _alike(each, worn[:at])


def _all_worn(contents: Iterable[tuple[str, DeckFile]]) -> Iterator[_Worn]:
    for file, content in contents:
        for number_, method in enumerate(content.methods):
            # A section of which not everything fits has gaps.
            if not method:
                continue
            for theme in THEMES:
                if method.colour is None:
                    usual = colour(theme, f"method.{method.style}.stroke")
                    yield _Worn(method, theme, usual, file, None)
                else:
                    path: Path = ((((None, "methods"), number_), "colour"), theme)
                    yield _Worn(method, theme, getattr(method.colour, theme), file, path)


def _pale(worn: _Worn) -> Iterator[Finding]:
    """Yield that a strand would hardly be seen on the ground where it is seen worst."""
    for key, least, veil in (
        ("E608-contrast", number("contrast", "graphics_min"), 0.0),
        (
            "E609-contrast-in-hall",
            number("contrast", "graphics_min_veiled"),
            number("contrast", "veil"),
        ),
    ):
        found, ground = min(
            (contrast(worn.colour, colour(worn.theme, it), veil), colour(worn.theme, it))
            for it in GROUNDS
        )
        if found < least:
            values = (
                ("given", worn.colour),
                ("theme", worn.theme),
                ("ground", ground),
                # Rounded down: what is just too little must not be told as enough.
                ("found", f"{int(found * 100) / 100:.2f}"),
                ("least", f"{least:g}"),
                ("better", _better(worn)),
            )
            yield Finding(key, worn.file, worn.path, values)
            return


def _better(worn: _Worn) -> str:
    """Return the nearest colour that could be seen: the given one with ink in it."""
    ink = colour(worn.theme, "ink")
    shades = (mixed(worn.colour, ink, step / _STEPS) for step in range(1, _STEPS + 1))
    return next(it for it in shades if _seen(it, worn.theme))


def _seen(shade: str, theme: str) -> bool:
    veil = number("contrast", "veil")
    plain, veiled = number("contrast", "graphics_min"), number("contrast", "graphics_min_veiled")
    grounds = [colour(theme, it) for it in GROUNDS]
    return all(
        contrast(shade, it) >= plain and contrast(shade, it, veil) >= veiled for it in grounds
    )


def _alike(worn: _Worn, others: Iterable[_Worn]) -> Iterator[Finding]:
    """Yield another method, told earlier, whose strand would look much the same."""
    least = number("accent", "apart")
    for other in others:
        if other.theme != worn.theme or other.method.id == worn.method.id:
            continue
        here = worn if worn.path is not None else other
        found = distance(worn.colour, other.colour)
        if here.path is not None and found < least:
            values = (
                ("given", here.colour),
                ("theme", here.theme),
                ("other", (other if here is worn else worn).method.id),
                ("found", f"{found:.0f}"),
                ("least", f"{least:g}"),
            )
            yield Finding("W610-colours-alike", here.file, here.path, values)
