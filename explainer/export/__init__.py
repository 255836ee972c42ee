"""Slides as files: which, under which names, with what inside. The painter is handed in."""

from explainer.export.existing import Existing, sorted_by_existing
from explainer.export.plan import OneFileError, Steps, Target, Wishes, already_there, plan
from explainer.export.png import Pixels, encode_png
from explainer.export.reasons import reason_words, remedy_words
from explainer.export.remaining import remaining_s, remaining_words
from explainer.export.run import Failure, Outcome, Raster, Report, Written, export, exporting
from explainer.export.selection import SlideError, selected
from explainer.export.size import FULL_HD, Area, Size, SizeError, inner_area, read_size

__all__ = [
    "FULL_HD",
    "Area",
    "Existing",
    "Failure",
    "OneFileError",
    "Outcome",
    "Pixels",
    "Raster",
    "Report",
    "Size",
    "SizeError",
    "SlideError",
    "Steps",
    "Target",
    "Wishes",
    "Written",
    "already_there",
    "encode_png",
    "export",
    "exporting",
    "inner_area",
    "plan",
    "read_size",
    "reason_words",
    "remaining_s",
    "remaining_words",
    "remedy_words",
    "selected",
    "sorted_by_existing",
]
