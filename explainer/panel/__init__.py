"""The side panel: the step in words, a model, an ability, a claim, or where to begin."""

from explainer.panel.numbers import NumbersPicture, numbers_part
from explainer.panel.page import PanelPicture, panel_chart, panel_padding, panel_picture

__all__ = [
    "NumbersPicture",
    "PanelPicture",
    "numbers_part",
    "panel_chart",
    "panel_padding",
    "panel_picture",
]
