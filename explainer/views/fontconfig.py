"""What fontconfig may say about the app's own faces: nothing, for they look the same everywhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from explainer.files import cache_folder, read_regular, resource_folder, write_whole

VARIABLE = "FONTCONFIG_FILE"
_NAME = "fontconfig.conf"
_AROUND = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<!-- The system's fonts and the user's wishes for them, and then: the app's own are smooth. -->
<fontconfig>
  <include ignore_missing="yes">{theirs}</include>
  <match target="pattern">
    <test name="family" compare="contains"><string>Explainer</string></test>
    <edit name="antialias" mode="assign" binding="strong"><bool>true</bool></edit>
  </match>
  <match target="font">
    <test name="family" compare="contains"><string>Explainer</string></test>
    <edit name="antialias" mode="assign" binding="strong"><bool>true</bool></edit>
  </match>
</fontconfig>
"""


def without_system_fonts() -> None:
    """Let fontconfig know no font and no wish for one; to be called before Qt starts.

    A user's file may turn smoothing off for all fonts, and then for those in files too.
    """
    if _has_fontconfig():
        os.environ[VARIABLE] = os.fspath(resource_folder() / _NAME)


def with_own_fonts_smooth() -> None:
    """Keep the user's wishes for fonts from the app's own; to be called before Qt starts.

    What goes wrong is no trouble: then they count for those too.
    """
    if not _has_fontconfig():
        return
    try:
        path = cache_folder() / _NAME
        theirs = os.environ.get(VARIABLE) or "fonts.conf"
        if theirs == os.fspath(path):
            return
        content = _AROUND.format(theirs=_escaped(theirs)).encode("utf-8", "surrogateescape")
        if not _holds(path, content):
            write_whole(path, content)
    except OSError:
        return
    os.environ[VARIABLE] = os.fspath(path)


def _holds(path: Path, content: bytes) -> bool:
    """Return whether a file has just this content; whatever else lies there is replaced."""
    try:
        return read_regular(path, len(content)) == content
    except OSError:
        return False


def _escaped(text: str) -> str:
    """Return `text` as it stands in XML; the library for that would cost the start 5 ms."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _has_fontconfig() -> bool:
    return sys.platform not in ("win32", "darwin")
