"""Which input method is asked for where Qt lacks the one that the system names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from explainer.views.application import input_method_plugins, reach_input_method

WHEEL = ("libcomposeplatforminputcontextplugin.so", "libibusplatforminputcontextplugin.so")
OWN = "libfcitx5platforminputcontextplugin.so"


@pytest.mark.parametrize(
    "given, asked",
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus"}),
        (
            {"XMODIFIERS": "@im=fcitx"},
            {"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "ibus"},
        ),
        ({"QT_IM_MODULES": "wayland;fcitx"}, {"QT_IM_MODULES": "wayland;fcitx;ibus"}),
        (
            {"QT_IM_MODULES": "fcitx", "QT_IM_MODULE": "fcitx"},
            {"QT_IM_MODULES": "fcitx;ibus", "QT_IM_MODULE": "fcitx"},
        ),
    ],
)
def test_fcitx_is_reached_as_ibus_where_qt_has_no_plugin_for_it(
    given: dict[str, str], asked: dict[str, str]
) -> None:
    reach_input_method(given, WHEEL)

    assert given == asked


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"QT_IM_MODULE": "ibus"},
        {"QT_IM_MODULE": ""},
        {"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"},
        {"QT_IM_MODULES": "wayland;fcitx;ibus"},
        {"XMODIFIERS": "@im=ibus"},
    ],
)
def test_what_qt_has_stays_as_the_system_names_it(given: dict[str, str]) -> None:
    before = dict(given)

    reach_input_method(given, WHEEL)

    assert given == before


def test_a_plugin_of_its_own_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / OWN).touch()
    monkeypatch.setenv("QT_PLUGIN_PATH", str(tmp_path))
    given = {"QT_IM_MODULE": "fcitx"}

    reach_input_method(given, input_method_plugins())

    assert given == {"QT_IM_MODULE": "fcitx"}


@pytest.mark.skipif(sys.platform != "linux", reason="input methods are named so on Linux")
def test_a_window_asks_for_it_before_qt_looks() -> None:
    """The plugins of the wheel that the tests run with are looked at, and Qt starts with ibus."""
    program = (
        "import os; from explainer.views.application import application; application();"
        "print(os.environ['QT_IM_MODULE'])"
    )
    environment = {**os.environ, "QT_IM_MODULE": "fcitx", "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("QT_IM_MODULES", None)

    said = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )

    has_its_own = any("fcitx" in it for it in input_method_plugins())
    assert said.stdout.strip() == ("fcitx" if has_its_own else "ibus")
