"""What a chart of published numbers plots, for slides and the panel: rows, scale, labels."""

from explainer.plot.look import Look, bar_shape, dot_shape
from explainer.plot.mix import MixLook, mix_shapes
from explainer.plot.rows import (
    Datum,
    Row,
    chart_rows,
    datum_says,
    folded,
    model_name,
    model_of,
    row_says,
)
from explainer.plot.scale import Scale, scale_to
from explainer.plot.table import Extras, Table, table_of
from explainer.plot.values import PERCENT, amount, printed

__all__ = [
    "PERCENT",
    "Datum",
    "Extras",
    "Look",
    "MixLook",
    "Row",
    "Scale",
    "Table",
    "amount",
    "bar_shape",
    "chart_rows",
    "datum_says",
    "dot_shape",
    "folded",
    "mix_shapes",
    "model_name",
    "model_of",
    "printed",
    "row_says",
    "scale_to",
    "table_of",
]
