"""Frames of something that moves: how long each takes, measured in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.pairs import ROOT

_LONGEST_S = 600
_RANK = 0.95


@dataclass(frozen=True, slots=True)
class Frames:
    """What moves, and how long a frame of it may take.

    `module` prints one JSON object: the ms of each frame, by the name of what moved.
    """

    what: str
    module: tuple[str, ...]
    goal_ms: float
    """For 95 % of the frames of each motion."""


def rank_95(times: list[float]) -> float:
    """Return the least of `times` that 95 % of them do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def frames_missed(name: str, frames: Frames, environment: Mapping[str, str]) -> bool:
    """Measure and tell; return whether the goal is missed."""
    run = subprocess.run(
        [sys.executable, "-m", *frames.module],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=_LONGEST_S,
        check=False,
    )
    if run.returncode:
        raise SystemExit(f"{' '.join(frames.module)} ended with {run.returncode}:\n{run.stderr}")
    motions: dict[str, list[float]] = json.loads(run.stdout)
    times = [time for each in motions.values() for time in each]
    within = sum(time <= frames.goal_ms for time in times) / len(times)
    worst = max(motions, key=lambda each: rank_95(motions[each]))
    slow = [each for each in motions if rank_95(motions[each]) > frames.goal_ms]
    print(f"{name}: {frames.what}")
    print(f"  {len(motions)} motions, {len(times)} frames: median {median(times):.1f} ms,", end=" ")
    print(f"95th percentile {rank_95(times):.1f} ms, {within:.1%} within {frames.goal_ms} ms")
    print(f"  slowest motion: {worst}, median {median(motions[worst]):.1f} ms,", end=" ")
    print(f"95th percentile {rank_95(motions[worst]):.1f} ms")
    print(f"  goal: {_RANK:.0%} of the frames of each within {frames.goal_ms} ms;", end=" ")
    print("all are" if not slow else f"{len(slow)} are not: {', '.join(slow[:5])}")
    return bool(slow)
