"""What is remembered between starts: one small JSON file in the user's settings folder."""

from __future__ import annotations

import os
from base64 import b64decode
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from explainer.files import (
    NoHomeError,
    TooLargeError,
    locked,
    read_regular,
    remove_leftovers,
    settings_folder,
    write_whole,
)
from explainer.schema import Language, StepId
from explainer.state import ThemeName
from explainer.strings import say
from explainer.theme import text_scales

LARGEST = 1_000_000
"""Bytes of a file of settings; one of ours has some thousand."""
_WIDEST = 100_000
"""px of a panel; no screen is nearly as wide."""
FORMAT = 1
"""A file of another number was written by another version and is put aside."""


class Settings(msgspec.Struct, frozen=True):
    """What was chosen or reached the last time; a new one is that of the first start."""

    language: Language | None = None
    """None: nobody chose, so the system's wish counts."""
    theme: ThemeName | None = None
    """Of windows; None as above."""
    hall_theme: ThemeName = "light"
    text_scale: float = 1.0
    """Of windows; one that the tokens do not offer is 1."""
    still: bool | None = None
    """Nothing moves; None as above."""
    steps: Mapping[str, StepId] = msgspec.field(default_factory=dict)
    """The step at which each deck was left, by the deck's id."""
    window: str = ""
    """The window's place as Qt packs it, in base 64; "" before the first closing."""
    panel_width: int = 0
    """px at 100 %; 0 is the width that the panel has by itself."""
    panel: bool = True
    """The side panel is open."""
    click_steps: bool = True
    """A click on the empty ground of the hall is a step."""


class _File(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """How settings stand in the file; a key that is not ours makes the file an alien."""

    format: int
    language: Language | None = None
    theme: ThemeName | None = None
    hall_theme: ThemeName = "light"
    text_scale: float = 1.0
    still: bool | None = None
    steps: dict[str, str] = {}
    window: str = ""
    panel_width: int = 0
    panel: bool = True
    click_steps: bool = True


def settings_path() -> Path:
    """Return the file, whether it exists or not.

    Raises:
        NoHomeError: the user has no folder for it.
    """
    return settings_folder() / "settings.json"


def load_settings(language: Language = "en") -> tuple[Settings, str]:
    """Return what is remembered, and a message in `language` where something went wrong, else "".

    A file that cannot be understood is kept beside itself under another name; a value that cannot
    be is as if nobody had chosen it.
    """
    try:
        path = settings_path()
    except NoHomeError:
        return Settings(), say("settings.no-home", language)
    try:
        return _load(path, language)
    except OSError as error:
        return Settings(), say("settings.unreadable", language, path=path, reason=_reason(error))


def _load(path: Path, language: Language) -> tuple[Settings, str]:
    """Do as `load_settings`, but raise OSError where the file stands there and is not read."""
    try:
        found = _settings(read_regular(path, LARGEST))
    except FileNotFoundError:
        return Settings(), ""
    except (TooLargeError, msgspec.MsgspecError, ValueError):
        return Settings(), _put_aside(path, language)
    usual, impossible = Settings(), _impossible(found)
    if not impossible:
        return found, ""
    mended = replace(found, **{name: getattr(usual, name) for name in impossible})
    names = ", ".join(impossible)
    return mended, say("settings.impossible", language, path=path, names=names)


def save_settings(
    settings: Settings, language: Language = "en", *, names: Collection[str] | None = None
) -> str:
    """Remember the values called `names` (None: all); everything else stays as the file has it.

    So two windows that are open at once keep what the other one changed. Of `steps` only the decks
    in `settings` are replaced. Return a message in `language` where something went wrong, else "".
    """
    try:
        path = settings_path()
    except NoHomeError:
        return say("settings.no-home", language)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path.parent):
            # Where a file stands that cannot be read, nothing is written over it.
            found, trouble = _load(path, language)
            chosen = Settings.__struct_fields__ if names is None else names
            values = {name: getattr(settings, name) for name in chosen}
            if "steps" in values:
                values["steps"] = {**found.steps, **settings.steps}
            _write(path, replace(found, **values))
    except OSError as error:
        return say("settings.unwritable", language, path=path, reason=_reason(error))
    return trouble


def _write(path: Path, settings: Settings) -> None:
    values = {name: getattr(settings, name) for name in Settings.__struct_fields__}
    content = msgspec.json.encode(_File(format=FORMAT, **{**values, "steps": dict(settings.steps)}))
    remove_leftovers(path.parent, (path.name,))
    write_whole(path, msgspec.json.format(content, indent=2) + b"\n")


def _settings(content: bytes) -> Settings:
    found = msgspec.json.decode(content, type=_File)
    if found.format != FORMAT:
        raise ValueError(found.format)
    values = {name: getattr(found, name) for name in Settings.__struct_fields__}
    steps = {deck: StepId(step) for deck, step in found.steps.items()}
    return Settings(**{**values, "steps": steps})


def _impossible(found: Settings) -> tuple[str, ...]:
    """Return the names of the values that no window could have left."""
    return tuple(
        name
        for name, can_be in (
            ("text_scale", found.text_scale in text_scales()),
            ("panel_width", 0 <= found.panel_width <= _WIDEST),
            ("window", _is_base64(found.window)),
        )
        if not can_be
    )


def _is_base64(text: str) -> bool:
    try:
        b64decode(text, validate=True)
    except ValueError:
        return False
    return True


def _put_aside(path: Path, language: Language) -> str:
    """Rename the file at `path` and return what to tell about it."""
    aside = _free_name(path)
    try:
        path.rename(aside)
    except OSError as error:
        return say("settings.unreadable", language, path=path, reason=_reason(error))
    return say("settings.put-aside", language, path=path, aside=aside.name)


def _free_name(path: Path) -> Path:
    """Return a name for what is put aside at which nothing stands: an older one may matter too."""
    aside = path.with_name(f"{path.name}.bak")
    number = 2
    while os.path.lexists(aside):
        aside = path.with_name(f"{path.name}.{number}.bak")
        number += 1
    return aside


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
