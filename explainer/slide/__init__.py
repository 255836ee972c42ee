"""What one slide shows: its headline, its picture, its sources. Painted by `views/paint.py`."""

from explainer.slide.bodies import body_picture
from explainer.slide.picture import slide_picture

__all__ = ["body_picture", "slide_picture"]
