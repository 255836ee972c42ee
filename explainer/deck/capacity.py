"""How much of a list that the program makes itself one slide shows; the rest is counted there.

Lists that an author writes have their limits in `slides.py`; a longer one is an error.
"""

MATRIX_ROWS, MATRIX_COLUMNS = 16, 12
SUMMARY_MODELS = 16
TRADE_ROWS = 14
REASONS_FOR, REASONS_AGAINST = 5, 2
EXAMPLES = 4
"""Of one limit."""
