"""`python -m benchmarks [NAME ...]`: each ratio, and each time of a frame, beside its goal."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import canvas, export, motion, start
from benchmarks.frames import Frames, frames_missed
from benchmarks.pairs import Pair, measured

GOALS = {"start": (start.PAIR, 2.0, 15), "export": (export.PAIR, 1.5, 9)}
"""By name: what is compared with what, the largest ratio that is good, and how many rounds."""
MOTIONS: dict[str, Frames] = {"motion": motion.FRAMES, "canvas": canvas.FRAMES}


def main(names: list[str]) -> int:
    """Run the benchmarks of these `names`, all if there are none; 1 where a goal is missed."""
    known = (*GOALS, *MOTIONS)
    if unknown := set(names).difference(known):
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
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
        for name in names or known:
            if name in MOTIONS:
                missed |= frames_missed(name, MOTIONS[name], environment)
                continue
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
