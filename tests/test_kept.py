"""What was made of files is not made again until one of them changes, and is never wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from explainer.deck import EMBEDDED, Deck, load_deck, load_embedded
from explainer.kept import kept
from explainer.strings import say


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two files, one of them further in."""
    (tmp_path / "words" / "inner").mkdir(parents=True)
    (tmp_path / "words" / "first.txt").write_text("one", encoding="utf-8")
    (tmp_path / "words" / "inner" / "second.txt").write_text("two", encoding="utf-8")
    return tmp_path / "words"


def _as_before(file: Path, words: str) -> None:
    """Write `words` into `file`, and set its time back to what it was."""
    time = file.stat().st_mtime_ns
    file.write_text(words, encoding="utf-8")
    os.utime(file, ns=(time, time))


def counted(folder: Path) -> tuple[Callable[[], dict[str, str]], list[str]]:
    """Return what joins the files of `folder`, and a list that grows whenever they are read."""
    made: list[str] = []

    def make() -> dict[str, str]:
        made.append("made")
        return {it.name: it.read_text(encoding="utf-8") for it in sorted(folder.rglob("*.txt"))}

    def ask() -> dict[str, str]:
        return kept("words", (folder,), dict[str, str], make)

    return ask, made


def test_what_was_made_once_is_not_made_again(folder: Path) -> None:
    ask, made = counted(folder)

    assert ask() == ask() == {"first.txt": "one", "second.txt": "two"}
    assert made == ["made"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda it: (it / "first.txt").write_text("other words"), id="another size"),
        pytest.param(lambda it: _as_before(it / "first.txt", "six"), id="same size and time"),
        pytest.param(lambda it: (it / "inner" / "third.txt").write_text("three"), id="one more"),
        pytest.param(lambda it: (it / "first.txt").unlink(), id="one less"),
        pytest.param(lambda it: (it / "first.txt").rename(it / "1.txt"), id="another name"),
    ],
)
def test_it_is_made_again_when_a_file_changes(
    folder: Path, change: Callable[[Path], object]
) -> None:
    ask, made = counted(folder)
    ask()
    change(folder)

    assert ask() == {it.name: it.read_text("utf-8") for it in folder.rglob("*.txt")}
    assert made == ["made", "made"]


def test_what_python_keeps_beside_its_files_changes_nothing(folder: Path) -> None:
    ask, made = counted(folder)
    ask()
    (folder / "__pycache__").mkdir()

    ask()
    assert made == ["made"]


def test_another_version_makes_it_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask, made = counted(folder)
    ask()
    monkeypatch.setattr("explainer.kept.__version__", "another")

    ask()
    assert made == ["made", "made"]


def test_a_file_that_is_only_touched_is_not_read_again(folder: Path) -> None:
    ask, made = counted(folder)
    ask()
    os.utime(folder / "first.txt", ns=(0, 0))

    ask()
    assert made == ["made"]


def _flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes((content[at] ^ 4,)) + content[at + 1 :]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda it: it[:0],
        lambda it: it[:-3],
        lambda it: it + b"\0",
        lambda it: it[:-3] + b"\xc1\xc1\xc1",
        lambda it: it.replace(b"one", b"six"),
        *(partial(_flipped, at=at) for at in (0, 31, 32, 33, -1, -2, -9)),
    ],
)
def test_a_spoilt_file_is_made_again(
    folder: Path, own_settings: Path, spoil: Callable[[bytes], bytes]
) -> None:
    ask, made = counted(folder)
    whole = ask()
    (file,) = (own_settings / "cache").iterdir()
    file.write_bytes(spoil(file.read_bytes()))

    assert ask() == whole
    assert made == ["made", "made"]
    assert ask() == whole
    assert made == ["made", "made"]


def test_what_was_made_of_other_files_does_not_count(folder: Path, own_settings: Path) -> None:
    ask, made = counted(folder)
    ask()
    (file,) = (own_settings / "cache").iterdir()
    foreign = file.read_bytes()
    (folder / "first.txt").write_text("mine", encoding="utf-8")
    file.write_bytes(foreign)

    assert ask() == {"first.txt": "mine", "second.txt": "two"}
    assert made == ["made", "made"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows guards the user's folders itself")
def test_a_file_that_others_may_write_does_not_count(folder: Path, own_settings: Path) -> None:
    ask, made = counted(folder)
    ask()
    (file,) = (own_settings / "cache").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o666)

    ask()
    ask()
    assert made == ["made", "made"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
@pytest.mark.parametrize("special", ["pipe", "folder", "device"])
def test_something_else_in_the_place_of_the_file_never_waits(
    folder: Path, own_settings: Path, special: str
) -> None:
    place = own_settings / "cache" / "words.msgpack"
    place.parent.mkdir(parents=True)
    match special:
        case "pipe":
            os.mkfifo(place)
        case "folder":
            place.mkdir()
        case _:
            place.symlink_to("/dev/zero")
    ask, _ = counted(folder)

    assert ask() == ask() == {"first.txt": "one", "second.txt": "two"}


def test_where_nothing_can_be_written_it_is_made_each_time(
    folder: Path, own_settings: Path
) -> None:
    own_settings.write_bytes(b"a file in the folder's place")
    ask, made = counted(folder)

    assert ask() == ask()
    assert made == ["made", "made"]


def test_the_embedded_deck_is_the_same_when_it_was_kept() -> None:
    told, read_first, found = load_deck(EMBEDDED), load_embedded(), load_embedded()

    for name in Deck.__struct_fields__:
        first, kept_one = getattr(read_first, name), getattr(found, name)
        assert first == kept_one == getattr(told, name)
        if isinstance(first, dict):
            assert [*first] == [*kept_one]


@pytest.mark.usefixtures("own_settings")
def test_words_that_the_cache_lacks_are_read_from_the_files_again() -> None:
    forge = (
        "import explainer.kept as k, explainer.strings as s, msgspec;"
        "stamp = k._stamp((s._FOLDER,));"
        "body = msgspec.msgpack.encode({'cli.see-help': {'en': '{command.__class__}'}});"
        "k.write_whole(k.cache_folder() / 'strings.msgpack', k._checksum(stamp, body) + body,"
        " own=True);"
        "print(s.say('cli.see-help', 'en', command='x'));"
        "print(s.say('cli.no-problems', 'en'));"
    )
    ask = "from explainer.strings import say; print(say('cli.see-help', 'en', command='x'))"

    def said(program: str) -> list[str]:
        answer = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        return answer.stdout.splitlines()

    assert said(forge) == ["{command.__class__}", say("cli.no-problems", "en")]
    assert said(ask) == [say("cli.see-help", "en", command="x")]


def test_a_start_that_finds_the_deck_kept_needs_no_parser(own_settings: Path) -> None:
    program = (
        "import sys; from explainer.deck import load_embedded; from explainer.strings import say;"
        "load_embedded(); say('cli.see-help', 'en', command='');"
        "print([name for name in ('yaml', 'explainer.deck.load') if name in sys.modules])"
    )

    def start() -> str:
        answer = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        return answer.stdout.strip()

    assert start() == "['yaml', 'explainer.deck.load']"
    assert sorted(it.name for it in (own_settings / "cache").iterdir()) == [
        "embedded-deck.msgpack",
        "strings.msgpack",
    ]
    assert start() == "[]"
