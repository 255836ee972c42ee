"""What touches the world: export, open a deck, copy the view, full screen, help, menu, quit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, QPoint, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QAction, QCursor, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from explainer.actions import ACTIONS, GROUPS, Action, Group, menu_actions
from explainer.bibtex import bibliography, bibtex
from explainer.deck import Deck, load_deck
from explainer.errors import DeckError, Problem
from explainer.export import Outcome, Target, exporting
from explainer.intents import AskWhy, EndTalk, Order, SelectModel, Task
from explainer.links import view_text
from explainer.schema import ModelId, SourceId
from explainer.state import State
from explainer.story import shown_view, stage_of
from explainer.strings import say
from explainer.views.dialogs import (
    Acts,
    Choice,
    Dialog,
    ExportDialog,
    Help,
    Message,
    Overlay,
    Problems,
    Wish,
)
from explainer.views.style import style_sheet
from explainer.why import card_of

_FOLDED: tuple[Group, ...] = ("story", "map")
"""Groups that stand in a submenu: their actions are keys and clicks first."""


class Host(Protocol):
    """What tasks need of the app."""

    @property
    def deck(self) -> Deck: ...
    @property
    def state(self) -> State: ...
    @property
    def window(self) -> QWidget: ...
    @property
    def map(self) -> QWidget:
        """The widget of which a picture is copied."""
        ...

    def overlay(self) -> Overlay:
        """Return the place for dialogs, where the speaker looks."""
        ...

    def dispatch(self, order: Order) -> None: ...
    def show_deck(self, deck: Deck) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def quit(self) -> None: ...


class Tasks(QObject):
    """Carries out tasks by name; `choose_folder` asks the user for one."""

    def __init__(
        self,
        host: Host,
        choose_folder: Callable[[QWidget, str, Path, Callable[[Path], None]], None] | None = None,
    ) -> None:
        super().__init__()
        self._host = host
        self._choose_folder = choose_folder or ask_for_folder
        self._export: Export | None = None
        self._folder: Path | None = None

    def run(self, task: Task) -> None:  # noqa: C901 - one answer for each task
        """Do what `task` names."""
        match task:
            case "export":
                self._ask_export()
            case "open-deck":
                self._ask_deck()
            case "copy-view":
                self._copy_view()
            case "copy-bibtex":
                self._copy_bibtex()
            case "copy-bibliography":
                _copy(bibliography(self._host.deck.sources.values()))
            case "context":
                self._show_context()
            case "full-screen":
                self._host.toggle_full_screen()
            case "help":
                self._show_help()
            case "menu":
                self._show_menu()
            case "quit":
                self._quit()

    def end(self) -> None:
        """Stop a running export and wait until the pictures it has begun are written."""
        if self._export is not None:
            self._export.end()
        if QGuiApplication.platformName() == "offscreen":
            # WORKAROUND (seen with Qt 6.11): this platform lets go of what was copied only after
            # Python has ended, and the process crashes.
            QGuiApplication.clipboard().clear()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tell everything that is wrong with a deck."""
        overlay = self._host.overlay()

        def copy() -> None:
            language = self._host.state.language
            QGuiApplication.clipboard().setText("\n".join(it.say(language) for it in problems))

        dialog = Problems(problems, lambda: overlay.close_dialog(dialog), copy)
        overlay.open(dialog)

    def tell(
        self, title: str, text: str, choices: tuple[Choice, ...] = (), **values: object
    ) -> None:
        """Show a message; the words are given by key."""
        overlay = self._host.overlay()
        dialog = Message(title, text, lambda: overlay.close_dialog(dialog), values, choices)
        overlay.open(dialog)

    def _ask_export(self) -> None:
        overlay = self._host.overlay()
        host = self._host
        dialog: ExportDialog

        def choose(folder: Path) -> None:
            title = say("window.export.folder.title", host.state.language)
            self._choose_folder(host.window, title, folder, take)

        def take(folder: Path) -> None:
            self._folder = folder
            dialog.take_folder(folder)
            overlay.refresh()

        def start(targets: Sequence[Target]) -> None:
            self._export = Export(host.deck, targets, dialog, overlay.refresh)
            self._export.start()

        def cancel() -> None:
            if self._export is not None:
                self._export.cancel()

        acts = Acts(
            choose_folder=choose,
            start=start,
            cancel=cancel,
            open_folder=_open_folder,
            close=lambda: overlay.close_dialog(dialog),
        )
        stage = stage_of(host.deck, host.state.step).id
        folder = self._folder or _pictures() / host.deck.id
        wish = Wish(folder, language=host.state.language, look=host.state.hall_theme)
        dialog = ExportDialog(host.deck, stage, wish, acts)
        overlay.open(dialog)

    def _ask_deck(self) -> None:
        title = say("window.open.title", self._host.state.language)
        self._choose_folder(self._host.window, title, Path.home(), self.open_deck)

    def open_deck(self, folder: Path) -> None:
        """Show the deck in `folder`, or what is wrong with it."""
        try:
            deck = load_deck(folder)
        except DeckError as error:
            self.show_problems(error.problems)
            return
        self._host.show_deck(deck)

    def _copy_view(self) -> None:
        host = self._host
        data = QMimeData()
        data.setText(view_text(shown_view(host.deck, host.state)))
        data.setImageData(host.map.grab().toImage())
        QGuiApplication.clipboard().setMimeData(data)

    def _copy_bibtex(self) -> None:
        """Copy the entry of the work whose card is open."""
        host = self._host
        kind, name, _ = card_of(shown_view(host.deck, host.state).open)
        if kind == "source":
            _copy(bibtex(host.deck.sources[SourceId(name)]))

    def _show_context(self) -> None:
        """Show what can be done with what the pointer is on."""
        host = self._host
        menu = QMenu(host.window)
        menu.setStyleSheet(style_sheet(host.state.theme))
        fill_context(menu, host.deck, host.state, host.dispatch)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _show_help(self) -> None:
        overlay = self._host.overlay()
        dialog: Dialog = Help(lambda: overlay.close_dialog(dialog))
        overlay.open(dialog)

    def _show_menu(self) -> None:
        window = self._host.window
        menu = QMenu(window)
        menu.setStyleSheet(style_sheet(self._host.state.theme))
        fill_menu(menu, self._host.state, self._host.dispatch)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = window.mapToGlobal(QPoint(window.width(), 0))
        menu.popup(corner + QPoint(-menu.sizeHint().width() - 18, 52))

    def _quit(self) -> None:
        if not self._host.state.presenting:
            self._host.quit()
            return
        quits = Choice("window.quit.quit", self._host.quit, primary=True)
        ends = Choice("window.quit.end", lambda: self._host.dispatch(EndTalk()))
        self.tell("window.quit.title", "window.quit.text", (ends, quits))


class Export(QObject):
    """A running export: one picture after the other, between the events of the window."""

    def __init__(
        self,
        deck: Deck,
        targets: Sequence[Target],
        dialog: ExportDialog,
        on_progress: Callable[[], None],
    ) -> None:
        super().__init__()
        self._deck = deck
        self._targets = targets
        self._dialog = dialog
        self._on_progress = on_progress
        self._cancelled = False
        self._outcomes: Iterator[Outcome] = iter(())
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin."""
        from explainer.views.render import slide_painter  # only where something is exported

        self._outcomes = exporting(
            self._deck,
            self._targets,
            slide_painter(self._deck),
            cancelled=lambda: self._cancelled,
        )
        self._timer.start()

    def cancel(self) -> None:
        """Begin no further picture."""
        self._cancelled = True

    def end(self) -> None:
        """Begin no further picture, and wait for those that were begun."""
        self._cancelled = True
        self._timer.stop()
        for outcome in self._outcomes:
            self._dialog.hear(outcome)

    def _go_on(self) -> None:
        outcome = next(self._outcomes, None)
        if outcome is None:
            self._dialog.end()
        else:
            self._dialog.hear(outcome)
            self._timer.start()
        self._on_progress()


def fill_menu(menu: QMenu, state: State, dispatch: Callable[[Order], None]) -> None:
    """Put everything that can be done now into `menu`, group by group, with its keys."""
    for group in (*(it for it in GROUPS if it not in _FOLDED), *_FOLDED):
        actions = menu_actions(group, state)
        if not actions:
            continue
        target = menu
        if group in _FOLDED:
            target = menu.addMenu(say(f"actions.{group}", state.language))
        elif not menu.isEmpty():
            menu.addSeparator()
        for action in actions:
            target.addAction(_entry(action, state, menu, dispatch))


def fill_context(menu: QMenu, deck: Deck, state: State, dispatch: Callable[[Order], None]) -> None:
    """Put into `menu` what can be done with what is pointed at."""
    named = {action.id: action for action in ACTIONS}
    subject = state.hover
    asked = Action(
        id="why", group="map", keys=("Y",), story=AskWhy(subject), explore=AskWhy(subject)
    )
    menu.addAction(_entry(asked, state, menu, dispatch))
    if subject in deck.models or subject in deck.counterparts:
        select = QAction(say("window.look-up", state.language), menu)
        order = SelectModel(ModelId(subject))
        select.triggered.connect(lambda: dispatch(order))
        menu.addAction(select)
    menu.addSeparator()
    for name in ("established", "counterparts", "copy-view"):
        menu.addAction(_entry(named[name], state, menu, dispatch))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _entry(action: Action, state: State, menu: QMenu, dispatch: Callable[[Order], None]) -> QAction:
    entry = QAction(say(action.name, state.language), menu)
    order = action.order_in(state)
    keys = action.keys_in(state.mode)
    if keys:
        # Only shown: the key itself goes its own way, whether a menu is there or not.
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        entry.setText(f"{entry.text()}\t{shown}")
    if action.is_on is not None:
        entry.setCheckable(True)
        entry.setChecked(action.is_on(state))
    if order is not None:
        entry.triggered.connect(lambda: dispatch(order))
    return entry


def ask_for_folder(
    parent: QWidget, title: str, start: Path, on_chosen: Callable[[Path], None]
) -> None:
    """Ask for a folder in the system's own dialog; `on_chosen` hears of it, if one is chosen."""
    dialog = QFileDialog(parent, title, str(start if start.exists() else start.parent))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: on_chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _pictures() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(place) if place else Path.home()
