"""The chart of abilities against models, in the source's marks, for panel and slides."""

from explainer.chart.cells import ChartCell, ChartPicture, hovered
from explainer.chart.matrix import matrix_picture
from explainer.chart.upright import chart_picture

__all__ = ["ChartCell", "ChartPicture", "chart_picture", "hovered", "matrix_picture"]
