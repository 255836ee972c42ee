"""Whether the words of slides fit: measured on what is painted, told at the text that is too long.

Without Qt; the ruler that is handed in measures with the app's own faces.
"""

from explainer.fits.faults import Fault, faults
from explainer.fits.ink import Inked, InkRuler, inked_line
from explainer.fits.stage import RATIOS, Measured, fit_problems

__all__ = [
    "RATIOS",
    "Fault",
    "InkRuler",
    "Inked",
    "Measured",
    "faults",
    "fit_problems",
    "inked_line",
]
