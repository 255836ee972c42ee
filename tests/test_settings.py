"""What is remembered between starts, and what happens to a file that is not ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.schema import StepId
from explainer.settings import Settings, load_settings, save_settings, settings_path

CHOSEN = Settings(
    language="zh",
    theme="dark",
    hall_theme="dark",
    text_scale=1.3,
    still=True,
    steps={"gpt-to-chatgpt": StepId("reasoning/who-can")},
    window="AdnQywAD",
    panel_width=420,
    panel=False,
    click_steps=False,
)


def test_the_first_start_remembers_nothing_and_has_nothing_to_say() -> None:

    assert load_settings() == (Settings(), "")


def test_what_was_saved_is_loaded_again() -> None:

    assert save_settings(CHOSEN) == ""
    assert load_settings() == (CHOSEN, "")


def test_settings_stand_in_the_folder_that_the_environment_names(own_settings: Path) -> None:
    save_settings(Settings())

    assert [it.name for it in own_settings.iterdir()] == ["settings.json"]


def test_without_that_name_they_stand_in_the_users_own_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("EXPLAINER_SETTINGS_DIR")

    assert settings_path().parent.name == "explainer"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b'{"format":1,"theme":"li', id="cut off"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"format":1,"theme":"purple"}', id="a theme that there is not"),
        pytest.param(b'{"format":2}', id="another version's"),
        pytest.param(b'{"format":1,"zoom":3}', id="a key of somebody else"),
        pytest.param(b"[" * 100_000, id="100,000 brackets"),
        pytest.param(b" " * 1_000_001, id="a file that cannot be one of settings"),
    ],
)
def test_a_file_that_is_not_understood_is_kept_and_named(
    own_settings: Path, content: bytes
) -> None:
    own_settings.mkdir()
    (own_settings / "settings.json").write_bytes(content)

    settings, message = load_settings()

    assert settings == Settings()
    assert "settings.json.bak" in message
    assert (own_settings / "settings.json.bak").read_bytes() == content
    assert not (own_settings / "settings.json").exists()


@pytest.mark.parametrize(
    "name, value",
    [
        ("text_scale", 0.0),
        ("text_scale", 1.01),
        ("text_scale", 1e300),
        ("panel_width", -1),
        ("panel_width", 10**9),
        ("window", "not base 64!"),
    ],
)
def test_a_value_that_cannot_be_is_not_heard_and_named_and_the_others_stay(
    own_settings: Path, name: str, value: object
) -> None:
    own_settings.mkdir()
    content = {"format": 1, "theme": "dark", "panel": False, name: value}
    (own_settings / "settings.json").write_text(json.dumps(content))

    settings, message = load_settings("zh")

    assert settings == Settings(theme="dark", panel=False)
    assert name in message
    assert "已忽略" in message
    assert (own_settings / "settings.json").exists()


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_makes_no_start_fail(own_settings: Path, number: str) -> None:
    own_settings.mkdir()
    text = f'{{"format": 1, "text_scale": {number}, "panel_width": 400}}'
    (own_settings / "settings.json").write_text(text)

    settings, message = load_settings()

    assert settings.text_scale == 1.0
    assert message


def test_a_second_file_put_aside_does_not_replace_the_first(own_settings: Path) -> None:
    own_settings.mkdir()
    for content in ("first", "second"):
        (own_settings / "settings.json").write_text(content)
        load_settings()

    assert {it.read_text() for it in own_settings.glob("*.bak")} == {"first", "second"}


def test_a_folder_that_takes_no_file_is_a_message_in_the_chosen_language(
    own_settings: Path,
) -> None:
    own_settings.write_text("a file where the folder should be")

    assert "设置无法存入" in save_settings(CHOSEN, "zh")
    assert "cannot be saved" in save_settings(CHOSEN, "en")


def test_a_file_that_cannot_be_read_stays_where_it_is(own_settings: Path) -> None:
    (own_settings / "settings.json").mkdir(parents=True)

    settings, message = load_settings()

    assert settings == Settings()
    assert "cannot be read" in message
    assert (own_settings / "settings.json").is_dir()


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders there")
@pytest.mark.parametrize("kind", ["pipe", "device", "loop", "folder"])
def test_what_is_no_file_is_neither_waited_for_nor_replaced(own_settings: Path, kind: str) -> None:
    own_settings.mkdir()
    path = own_settings / "settings.json"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "loop":
            path.symlink_to(path)
        case _:
            path.mkdir()
    before = path.lstat()

    settings, message = load_settings()
    unsaved = save_settings(CHOSEN)

    assert settings == Settings()
    assert str(path) in message
    assert str(path) in unsaved
    assert path.lstat() == before


def test_saving_some_values_leaves_the_others_as_another_window_saved_them() -> None:
    save_settings(Settings(theme="dark", steps={"one": StepId("a/1"), "two": StepId("b/1")}))

    mine = Settings(theme="light", panel=False, steps={"two": StepId("b/2")})
    save_settings(mine, names=("panel", "steps"))

    expected = {"one": StepId("a/1"), "two": StepId("b/2")}
    assert load_settings() == (Settings(theme="dark", panel=False, steps=expected), "")


def test_two_processes_that_save_at_once_lose_nothing(own_settings: Path) -> None:
    code = (
        "import sys\n"
        "from explainer.settings import Settings, save_settings\n"
        "for n in range(20):\n"
        "    save_settings(Settings(steps={f'{sys.argv[1]}-{n}': 's/1'}), names=('steps',))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name]) for name in ("a", "b")]

    assert [it.wait(60) for it in running] == [0, 0]
    assert len(load_settings()[0].steps) == 40
    assert not list(own_settings.glob(".*"))
