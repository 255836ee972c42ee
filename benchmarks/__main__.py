"""`python -m benchmarks [start] [export]`: print each ratio beside its goal."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import export, start
from benchmarks.pairs import Pair, measured

GOALS = {"start": (start.PAIR, 2.0, 15), "export": (export.PAIR, 1.5, 9)}
"""By name: what is compared with what, the largest ratio that is good, and how many rounds."""


def main(names: list[str]) -> int:
    """Run the benchmarks of these `names`, all if there are none; 1 where a goal is missed."""
    if unknown := set(names) - GOALS.keys():
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are: {', '.join(GOALS)}")
        return 2
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "EXPLAINER_SETTINGS_DIR": str(Path(folder) / "settings"),
            "LC_ALL": "C.UTF-8",
        }
        # What is installed has its modules compiled.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for name in names or GOALS:
            pair, goal, rounds = GOALS[name]
            missed |= _ratio(name, pair, rounds, environment) > goal
            print(f"  goal: {goal:.1f} or less")
    return int(missed)


def _ratio(name: str, pair: Pair, rounds: int, environment: dict[str, str]) -> float:
    floors, ours = measured(pair, rounds, environment)
    ratios = sorted(our / floor for floor, our in zip(floors, ours, strict=True))
    ratio = median(ours) / median(floors)
    print(f"{name}: {pair.ours} against {pair.floor}")
    print(f"  ratio: {ratio:.2f} (medians of {rounds} rounds;", end=" ")
    print(f"single rounds {ratios[0]:.2f} to {ratios[-1]:.2f})")
    print(f"  medians: {median(ours) * 1000:.0f} ms against {median(floors) * 1000:.0f} ms")
    return ratio


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
