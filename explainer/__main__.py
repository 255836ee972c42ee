"""`python -m explainer`: the same as the command `explainer`."""

from __future__ import annotations

import sys

from explainer.cli import main

if __name__ == "__main__":
    sys.exit(main())
