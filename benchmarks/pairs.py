"""Two programs run in turn, so that whatever else the machine does hits both alike."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_LONGEST_S = 120


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: two modules that are run as programs, and their names for a reader."""

    floor: str
    ours: str
    floor_module: tuple[str, ...]
    """Module and its arguments."""
    ours_module: tuple[str, ...]
    tells: bool = False
    """The program prints its seconds; otherwise they are those until it prints anything."""


def measured(
    pair: Pair, rounds: int, environment: Mapping[str, str]
) -> tuple[list[float], list[float]]:
    """Return the seconds of the floor and of ours in each round; a first one is not counted."""
    floors: list[float] = []
    ours: list[float] = []
    for _ in range(rounds + 1):
        floors.append(_seconds(pair.floor_module, environment, tells=pair.tells))
        ours.append(_seconds(pair.ours_module, environment, tells=pair.tells))
    return floors[1:], ours[1:]


def _seconds(words: tuple[str, ...], environment: Mapping[str, str], *, tells: bool) -> float:
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *words],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        said = running.stdout.readline() if running.stdout else ""
        seconds = time.perf_counter() - begin
        _, errors = running.communicate(timeout=_LONGEST_S)
    if running.returncode or not said:
        raise SystemExit(f"{' '.join(words)} ended with {running.returncode}:\n{errors}")
    return float(said) if tells else seconds
