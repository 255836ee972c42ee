"""Which libraries Qt needs of a Linux system, and the command that installs them there.

Also used by scripts/system_libraries.py before anything is installed, so it needs Python alone.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from typing import Literal, get_args

Kind = Literal["offscreen", "xcb", "wayland"]
"""What Qt paints on, by the name of its platform."""

MANAGERS = ("apt-get install", "dnf install", "pacman -S", "zypper install")
"""Commands that install packages: of Debian and Ubuntu, Fedora, Arch, openSUSE."""

_TABLE: dict[Kind, str] = {
    "offscreen": """
    libEGL.so.1 libegl1 mesa-libEGL libglvnd Mesa-libEGL1
    libGL.so.1 libgl1 mesa-libGL libglvnd Mesa-libGL1
    libxkbcommon.so.0 libxkbcommon0 libxkbcommon libxkbcommon libxkbcommon0
    libdbus-1.so.3 libdbus-1-3 dbus-libs dbus libdbus-1-3
    libfontconfig.so.1 libfontconfig1 fontconfig fontconfig fontconfig
    libfreetype.so.6 libfreetype6 freetype freetype2 libfreetype6
    libglib-2.0.so.0 libglib2.0-0 glib2 glib2 libglib-2_0-0
    libX11.so.6 libx11-6 libX11 libx11 libX11-6
    """,
    "xcb": """
    libX11-xcb.so.1 libx11-xcb1 libX11-xcb libx11 libX11-xcb1
    libxcb-cursor.so.0 libxcb-cursor0 xcb-util-cursor xcb-util-cursor libxcb-cursor0
    libxcb-icccm.so.4 libxcb-icccm4 xcb-util-wm xcb-util-wm libxcb-icccm4
    libxcb-image.so.0 libxcb-image0 xcb-util-image xcb-util-image libxcb-image0
    libxcb-keysyms.so.1 libxcb-keysyms1 xcb-util-keysyms xcb-util-keysyms libxcb-keysyms1
    libxcb-randr.so.0 libxcb-randr0 libxcb libxcb libxcb-randr0
    libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil xcb-util-renderutil libxcb-render-util0
    libxcb-shape.so.0 libxcb-shape0 libxcb libxcb libxcb-shape0
    libxcb-shm.so.0 libxcb-shm0 libxcb libxcb libxcb-shm0
    libxcb-sync.so.1 libxcb-sync1 libxcb libxcb libxcb-sync1
    libxcb-util.so.1 libxcb-util1 xcb-util xcb-util libxcb-util1
    libxcb-xfixes.so.0 libxcb-xfixes0 libxcb libxcb libxcb-xfixes0
    libxcb-xkb.so.1 libxcb-xkb1 libxcb libxcb libxcb-xkb1
    libxkbcommon-x11.so.0 libxkbcommon-x11-0 libxkbcommon-x11 libxkbcommon-x11 libxkbcommon-x11-0
    """,  # noqa: E501
    "wayland": """
    libwayland-client.so.0 libwayland-client0 libwayland-client wayland libwayland-client0
    libwayland-cursor.so.0 libwayland-cursor0 libwayland-cursor wayland libwayland-cursor0
    libwayland-egl.so.1 libwayland-egl1 libwayland-egl wayland libwayland-egl1
    """,
}
"""A library, then the package that brings it, for each of `MANAGERS`."""

_ROWS = {
    kind: [line.split() for line in rows.strip().splitlines()] for kind, rows in _TABLE.items()
}


def libraries(kind: Kind) -> tuple[str, ...]:
    """Return what Qt needs for `kind`, by the names under which it is loaded."""
    kinds: tuple[Kind, ...] = ("offscreen",) if kind == "offscreen" else ("offscreen", kind)
    return tuple(row[0] for it in kinds for row in _ROWS[it])


def packages(names: Iterable[str], manager: str) -> list[str]:
    """Return the packages that bring the libraries called `names`, as `manager` calls them."""
    column = MANAGERS.index(manager) + 1
    brings = {row[0]: row[column] for rows in _ROWS.values() for row in rows}
    return list(dict.fromkeys(brings[name] for name in names if name in brings))


def install_command(names: Iterable[str]) -> str:
    """Return the command that installs the libraries here; "" where it is not known."""
    for manager in MANAGERS:
        if shutil.which(manager.split()[0]):
            found = packages(names, manager)
            return " ".join(["sudo", manager, *found]) if found else ""
    return ""


def missing(kind: Kind) -> list[str]:
    """Return those libraries that Qt needs for `kind` and that cannot be loaded."""
    return [name for name in libraries(kind) if cannot_load(name)]


def cannot_load(library: str) -> str:
    """Return why `library`, a name or path, cannot be loaded; "" where it can."""
    import ctypes  # only where something went wrong

    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def library_in(reason: str) -> str:
    """Return which library the system says it could not load; "" where `reason` names none."""
    found = re.match(r"(?:\S*/)?([^\s/]+\.so[.\d]*): ", reason)
    return found[1] if found else ""


def kind_named(name: str) -> Kind | None:
    """Return the kind that is called so; None where it is none of those known here."""
    return next((kind for kind in get_args(Kind) if kind == name), None)
