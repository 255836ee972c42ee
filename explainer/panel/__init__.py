"""The side panel: the step in words, a model, an ability, a claim, or where to begin."""

from explainer.panel.page import (
    PanelPicture,
    panel_chart,
    panel_padding,
    panel_picture,
)

__all__ = ["PanelPicture", "panel_chart", "panel_padding", "panel_picture"]
