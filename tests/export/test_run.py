"""How an export runs and ends, also when it is cancelled, killed or out of room."""

from __future__ import annotations

import errno
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from exports import DECK, FlatRaster, flat, wishes
from pngs import read_png

from explainer.export import Failure, Outcome, Target, Written, export, exporting, plan
from explainer.files import write_whole


def test_every_picture_is_written_in_the_order_of_the_plan(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path / "new" / "folder", steps="all"))
    heard: list[tuple[Outcome, int]] = []

    report = export(DECK, targets, flat, on_progress=lambda *it: heard.append(it))

    assert report.written == tuple(target.path for target in targets)
    assert report.asked == len(targets)
    assert heard == [(Written(it), number) for number, it in enumerate(targets, start=1)]
    assert sorted(tmp_path.rglob("*.png")) == sorted(report.written)


def test_nothing_but_the_pictures_is_left_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    report = export(DECK, plan(DECK, wishes(tmp_path)), flat)

    found = {it.name for it in tmp_path.iterdir() if it.is_file()}
    assert found == {"mine.txt", *(it.name for it in report.written)}


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_what_a_killed_export_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as killed:
        pass
    left = tmp_path / f".01-surprise.png.{killed.pid}.part"
    left.write_bytes(b"half")

    export(DECK, plan(DECK, wishes(tmp_path, slides="2")), flat)

    assert not left.exists()


def test_exporting_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        export(DECK, plan(DECK, wishes(tmp_path / folder, "zh", "en")), flat)

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_painting_stays_in_the_thread_that_asks(tmp_path: Path) -> None:
    threads = set()

    def watched(target: Target) -> FlatRaster:
        threads.add(threading.current_thread())
        return flat(target)

    export(DECK, plan(DECK, wishes(tmp_path)), watched)

    assert threads == {threading.current_thread()}


def test_few_pictures_wait_for_a_slow_disk(tmp_path: Path) -> None:
    painted = 0
    finished = 0
    most = 0

    def counted(target: Target) -> FlatRaster:
        nonlocal painted, most
        painted += 1
        most = max(most, painted - finished)
        return flat(target)

    def slow(_path: Path, _content: bytes) -> None:
        time.sleep(0.002)

    targets = plan(DECK, wishes(tmp_path, "zh", "en", steps="all"))
    for _ in exporting(DECK, targets, counted, write=slow):
        finished += 1

    assert finished == len(targets)
    assert most < 12


def test_a_cancelled_export_ends_what_it_began_and_begins_nothing_new(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path, "zh", "en", steps="all"))
    done = 0

    def hear(_outcome: Outcome, count: int) -> None:
        nonlocal done
        done = count

    report = export(DECK, targets, flat, on_progress=hear, cancelled=lambda: done >= 3)

    assert report.cancelled
    assert 3 <= len(report.written) < len(targets)
    assert sorted(report.written) == sorted(tmp_path.glob("*.png"))
    for path in report.written:
        read_png(path.read_bytes())


def test_an_export_that_is_given_up_leaves_no_thread_behind(tmp_path: Path) -> None:
    running = exporting(DECK, plan(DECK, wishes(tmp_path)), flat)
    next(running)

    running.close()

    assert not [it for it in threading.enumerate() if it.name.startswith("export")]


def test_a_picture_that_cannot_be_painted_does_not_cost_the_others(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path))

    def failing(target: Target) -> FlatRaster:
        if target.stage == "reasoning":
            raise ValueError("too many words")
        return flat(target)

    report = export(DECK, targets, failing)

    assert [it.target.stage for it in report.failed] == ["reasoning"]
    assert report.failed[0].reason == "ValueError: too many words"
    assert len(report.written) == len(targets) - 1


def test_a_place_that_takes_no_file_does_not_cost_the_others(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path))
    targets[4].path.mkdir()

    report = export(DECK, targets, flat)

    assert [it.target for it in report.failed] == [targets[4]]
    assert len(report.written) == len(targets) - 1
    assert targets[4].path.is_dir()


def test_a_full_disk_ends_the_export(tmp_path: Path) -> None:
    targets = plan(DECK, wishes(tmp_path, "zh", "en", steps="all"))
    tried = []

    def until_full(path: Path, content: bytes) -> None:
        tried.append(path)
        if len(tried) > 3:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write_whole(path, content)

    report = export(DECK, targets, flat, write=until_full)

    assert len(report.written) == 3
    assert len(tried) < 15
    assert {it.reason for it in report.failed} == {"No space left on device"}
    assert not report.cancelled
    assert all(isinstance(it, Failure) for it in report.failed)
    assert sorted(tmp_path.glob("*.png")) == sorted(report.written)


_KILLED = """
import sys
from pathlib import Path
from explainer.deck import load_embedded
from explainer.export import Pixels, Size, Wishes, export, plan

class Noise:
    # Large on purpose: writing takes long enough to be killed in its middle.
    def pixels(self):
        import random
        return Pixels(1600, 1200, 4800, random.Random(1).randbytes(4800 * 1200))

deck = load_embedded()
targets = plan(deck, Wishes(Path(sys.argv[1]), ("en", "zh"), steps="all", size=Size(1600, 1200)))
print("begun", flush=True)
export(deck, targets, lambda target: Noise())
print("ended", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
@pytest.mark.parametrize("delay_s", [0.05, 0.11, 0.17, 0.3])
def test_killed_in_the_middle_no_partial_file_stands_under_a_final_name(
    tmp_path: Path, delay_s: float
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "begun\n"
        # The delay is the subject: each falls into another moment of painting and writing.
        time.sleep(delay_s)
        running.send_signal(signal.SIGKILL)
        rest = running.stdout.read()

    assert rest == ""  # it was in the middle
    for path in tmp_path.iterdir():
        if re.match(r"\d\d-", path.name):
            assert read_png(path.read_bytes()).width == 1600
