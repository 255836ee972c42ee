"""A ledger of trades: what a path gained, unlocked and gave up, in the marks of the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from explainer.abilities import told
from explainer.chart.heads import heads, whole_or_cut
from explainer.deck import Deck
from explainer.deck.capacity import TRADE_ROWS
from explainer.deck.trades import group_of
from explainer.marks import fate_tile
from explainer.picture import Box, Picture, Span
from explainer.schema import AbilityId, Fate, ModelId, TradeSlide
from explainer.slide.sheet import Sheet
from explainer.strings import say
from explainer.theme import slide_type

GROUPS = ("gained", "unlocked", "given-up", "other")
"""What stands together, from the top."""
MOST_ROWS = TRADE_ROWS
_ROW = 0.092
"""Greatest height of a row, share of the slide's height."""
_TILE = 0.0963
_LEAST_HEAD = 0.028
_NAMES, _NAMES_NARROW = 0.5, 0.62
"""The most that groups and names take of the width, and on a narrow slide."""
_LEADING = 1.18


class Row(Struct, frozen=True):
    """An ability and those of its marks that belong to one group."""

    group: str
    ability: AbilityId
    fates: Mapping[ModelId, Fate]


def ledger(deck: Deck, slide: TradeSlide) -> tuple[Row, ...]:
    """Return the rows of the ledger: fates at the stations of the path, group by group."""
    fates_at = told(deck)
    abilities = slide.abilities or tuple(deck.abilities)
    rows: list[Row] = []
    for group in GROUPS:
        for ability in abilities:
            fates = {
                model: fate
                for model in slide.path
                if (fate := fates_at.get((ability, model))) and group_of(fate) == group
            }
            if fates:
                rows.append(Row(group, ability, fates))
    return tuple(rows)


def trade_picture(sheet: Sheet, slide: TradeSlide) -> Picture:
    """Return stations as columns and abilities as rows."""
    rows = ledger(sheet.deck, slide)
    shown = rows[:MOST_ROWS]
    label = _letters(sheet, len(shown))
    gap = sheet.share(0.028)
    groups = max(
        (
            _width(sheet, say(f"slide.trade.{group}", sheet.language), label)
            for group in (*GROUPS[:3], *(row.group for row in shown))
        ),
        default=0.0,
    )
    names = max((_width(sheet, _name(sheet, row), label) for row in shown), default=0.0)
    most = sheet.width * (_NAMES_NARROW if sheet.measures.narrow else _NAMES)
    left = min(max(groups + names + 2 * gap, _note_width(sheet) + gap), most)
    column = (sheet.width - left) / len(slide.path)
    top = _heads(sheet, slide.path, left, column)
    note = tuple(say(f"chart.slide-note.{part}", sheet.language) for part in ("marks", "scale"))
    floor = sheet.type("legend")
    for place, text in enumerate(note):
        middle = top - sheet.share(0.012) - floor * 1.24 * (len(note) - place - 0.5)
        sheet.line(text, 0, middle, floor, ink="muted", id="note")
    left_out = len(rows) > len(shown)
    spare = sheet.height - top - (label * 1.6 if left_out else sheet.share(0.008))
    row_height = min(sheet.share(_ROW), spare / max(1, len(shown)))
    before = ""
    for place, row in enumerate(shown):
        y = top + place * row_height
        if row.group != before:
            sheet.rule(y)
            words = say(f"slide.trade.{row.group}", sheet.language)
            middle = y + row_height / 2
            sheet.line(words, 0, middle, label, face="strong", ink="muted", id="group")
        else:
            sheet.rule(y, groups + gap)
        before = row.group
        _row(sheet, row, slide.path, (groups + gap, left, column, y, row_height), label)
    if left_out:
        words = say("slide.more", sheet.language, count=str(len(rows) - len(shown)))
        y = top + row_height * len(shown) + label * 0.8
        sheet.line(words, groups + gap, y, label, ink="muted", id="more")
    return sheet.picture()


def _note_width(sheet: Sheet) -> float:
    words = (say(f"chart.slide-note.{part}", sheet.language) for part in ("marks", "scale"))
    return max(sheet.ruler.width(text, "text", sheet.type("legend")) for text in words)


def _name(sheet: Sheet, row: Row) -> str:
    return sheet.deck.abilities[row.ability].short.of(sheet.language)


def _letters(sheet: Sheet, rows: int) -> float:
    """Return the size of the names of rows: larger where there are few."""
    row = min(sheet.share(_ROW), sheet.height * 0.86 / max(1, rows))
    return max(sheet.type("label"), min(sheet.type("body"), row * 0.6))


def _width(sheet: Sheet, text: str, letters: float) -> float:
    return sheet.ruler.width(text, "strong", letters)


def _heads(sheet: Sheet, path: Sequence[ModelId], left: float, column: float) -> float:
    """Add the names of the stations on two lines; return where the rows begin."""
    names = tuple(sheet.deck.models[model].name for model in path)
    known = [model.name for model in sheet.deck.models.values()]
    size, least = sheet.share(0.0306), sheet.share(_LEAST_HEAD)
    found = None
    while found is None and size >= least:
        found = heads(names, known, "mono-strong", size, column * 0.97, sheet.ruler)
        size *= 0.97
    size /= 0.97
    leading = size * _LEADING
    if found is None:
        cut = whole_or_cut(names, "mono-strong", size, column * 0.97, sheet.ruler, 2)
        found = tuple((lines[0] if len(lines) > 1 else "", lines[-1]) for lines in cut)
    for place, head in enumerate(found):
        for line, words in enumerate(head):
            x = left + (place + 0.5) * column
            middle = (line + 0.5) * leading
            if words:
                sheet.line(
                    words, x, middle, size, face="mono-strong", anchor="middle", id="station"
                )
    return max(2 * leading, sheet.type("legend") * 2.48) + sheet.share(0.012)


def _row(
    sheet: Sheet,
    row: Row,
    path: Sequence[ModelId],
    place: tuple[float, float, float, float, float],
    label: float,
) -> None:
    start, left, column, y, height = place
    middle = y + height / 2
    spans = (Span(_name(sheet, row), "medium"),)
    words = sheet.fitted(spans, label, left - start - sheet.share(0.004), 1)
    sheet.put(words, start, middle - words.height / 2, id="ability")
    for at, model in enumerate(path):
        x = left + (at + 0.5) * column
        fate = row.fates.get(model)
        if fate is None:
            dot = sheet.share(0.0056)
            sheet.shapes.append(
                Box(x - dot / 2, middle - dot / 2, dot, dot, dot / 2, fill="edge_dimmed")
            )
            continue
        width = min(sheet.share(_TILE), column * 0.8)
        tall = min(height * 0.78, sheet.share(0.058))
        cause = sheet.deck.methods.get(fate.cause)
        mark = sheet.share(slide_type("mark"))
        place_ = (x - width / 2, middle - tall / 2, width, tall)
        room = column - mark * 0.4
        sheet.shapes += fate_tile(fate, cause, sheet.language, *place_, mark, sheet.ruler, room)
        for claim in fate.claims[:1]:
            sheet.hit(sheet.deck.claims[claim], x - width / 2, middle - tall / 2, width, tall)
