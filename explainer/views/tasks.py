"""What touches the world: export, open a deck, copy the view, full screen, help, menu, quit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QMimeData, QObject, QPoint, QStandardPaths, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication, QImage, QRegion
from PySide6.QtWidgets import QMenu, QWidget

from explainer.bibtex import bibliography, bibtex
from explainer.deck import Deck
from explainer.export import Target
from explainer.files import NoHomeError, home_folder
from explainer.intents import EndTalk, Order, Task, Visit
from explainer.links import view_text
from explainer.schema import SourceId
from explainer.state import State
from explainer.story import shown_view, stage_of
from explainer.strings import say
from explainer.views.decks import Decks
from explainer.views.dialogs import (
    Acts,
    Choice,
    Dialog,
    ExportDialog,
    Help,
    Message,
    Overlay,
    Wish,
)
from explainer.views.exporting import Export
from explainer.views.menus import fill_context, fill_menu
from explainer.views.style import style_sheet
from explainer.why import card_of


class Host(Protocol):
    """What tasks need of the app."""

    @property
    def deck(self) -> Deck: ...
    @property
    def place(self) -> Path:
        """Where the deck was read."""
        ...

    @property
    def state(self) -> State: ...
    @property
    def window(self) -> QWidget: ...
    @property
    def map(self) -> QWidget:
        """The widget of which a picture is copied."""
        ...

    @property
    def lens(self) -> QWidget:
        """The button over the map."""
        ...

    def overlay(self) -> Overlay:
        """Return the place for dialogs, where the speaker looks."""
        ...

    def dispatch(self, order: Order) -> None: ...
    def leads(self, visit: Visit) -> bool:
        """Return whether `visit` leads to another place."""
        ...

    def notify(self, key: str, **values: object) -> None:
        """Say for a moment what was done; the words are given by key."""
        ...

    def show_deck(self, deck: Deck, place: Path) -> None: ...
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
        self._choose_folder = choose_folder or self._ask_for_folder
        self._export: Export | None = None
        self._decks = Decks(host, _copy)
        self._folder: Path | None = None
        self._export_choices: dict[str, str] = {}
        """What was chosen in the export dialog while the app runs."""

    def run(self, task: Task) -> None:  # noqa: C901, PLR0912 - one answer for each task
        """Do what `task` names."""
        match task:
            case "export":
                self._ask_export()
            case "open-deck":
                self._ask_deck()
            case "check-deck":
                self._decks.check(self._host.place)
            case "copy-view":
                self._copy_view()
            case "copy-bibtex":
                self._copy_bibtex()
            case "copy-bibliography":
                _copy(bibliography(self._host.deck.sources.values()))
                self._host.notify("window.copied.bibliography")
            case "context":
                self._show_context()
            case "full-screen":
                self._host.toggle_full_screen()
            case "help":
                self._show_help()
            case "menu":
                self._show_menu()
            case "lens":
                self._show_lenses()
            case "overview" | "search":
                self._find(task)
            case "quit":
                self._quit()

    def end(self) -> None:
        """Stop a check and an export; wait until the pictures that it has begun are written."""
        self._decks.end()
        if self._export is not None:
            self._export.end()
        if QGuiApplication.platformName() == "offscreen":
            # WORKAROUND (seen with Qt 6.11): this platform lets go of what was copied only after
            # Python has ended, and the process crashes.
            QGuiApplication.clipboard().clear()

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
        dialog = ExportDialog(
            host.deck, stage, wish, acts, step=host.state.step, choices=self._export_choices
        )
        overlay.open(dialog)

    def _ask_deck(self) -> None:
        title = say("window.open.title", self._host.state.language)
        self._choose_folder(self._host.window, title, _home(), self.open_deck)

    def open_deck(self, place: Path) -> None:
        """Show the deck in the folder or file `place`, or what is wrong with it."""
        self._decks.open(place)

    def _ask_for_folder(
        self, parent: QWidget, title: str, start: Path, on_chosen: Callable[[Path], None]
    ) -> None:
        from explainer.views.folders import ask_for_folder  # only where one is asked for

        state = self._host.state
        ask_for_folder(parent, title, start, on_chosen, state.language, state.theme)

    def _copy_view(self) -> None:
        host = self._host
        data = QMimeData()
        data.setText(view_text(shown_view(host.deck, host.state)))
        data.setImageData(_alone(host.map))
        QGuiApplication.clipboard().setMimeData(data)
        host.notify("window.copied.view")

    def _copy_bibtex(self) -> None:
        """Copy the entry of the work whose card is open."""
        host = self._host
        kind, name, _ = card_of(shown_view(host.deck, host.state).open)
        if kind == "source":
            _copy(bibtex(host.deck.sources[SourceId(name)]))
            host.notify("window.copied.work")

    def _show_context(self) -> None:
        """Show what can be done with what the pointer is on; in a talk there is no such menu."""
        host = self._host
        if host.state.presenting:
            return
        menu = QMenu(host.window)
        menu.setStyleSheet(style_sheet(host.state.theme, host.state.text_scale))
        fill_context(menu, host.deck, host.state, host.dispatch)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _show_help(self) -> None:
        overlay = self._host.overlay()
        state = self._host.state
        dialog: Dialog = Help(
            lambda: overlay.close_dialog(dialog), state.mode, presenting=state.presenting
        )
        overlay.open(dialog)

    def _show_menu(self) -> None:
        window = self._host.window
        menu = QMenu(window)
        menu.setStyleSheet(style_sheet(self._host.state.theme, self._host.state.text_scale))
        host = self._host
        fill_menu(menu, host.deck, host.state, host.dispatch, host.leads)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = window.mapToGlobal(QPoint(window.width(), 0))
        menu.popup(corner + QPoint(-menu.sizeHint().width() - 18, 52))

    def _show_lenses(self) -> None:
        """Show what the map can be coloured by, under the button that says what it is."""
        from explainer.views.lenses import fill_lenses  # loaded when first asked for

        host = self._host
        menu = QMenu(host.window)
        menu.setStyleSheet(style_sheet(host.state.theme, host.state.text_scale))
        fill_lenses(menu, host.deck, host.state, host.dispatch, lambda: host.notify("lens.already"))
        menu.aboutToHide.connect(menu.deleteLater)
        button = host.lens
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def _find(self, task: Literal["overview", "search"]) -> None:
        """Show all stages, or look for words, where the speaker looks."""
        # Loaded when first asked for.
        from explainer.views.finder import open_overview, open_search

        self._host.overlay().window().activateWindow()
        if task == "overview":
            open_overview(self._host)
        else:
            open_search(self._host)

    def _quit(self) -> None:
        if not self._host.state.presenting:
            self._host.quit()
            return
        quits = Choice("window.quit.quit", self._host.quit, primary=True)
        ends = Choice("window.quit.end", lambda: self._host.dispatch(EndTalk()))
        self.tell("window.quit.title", "window.quit.text", (ends, quits))


def _alone(widget: QWidget) -> QImage:
    """Return what `widget` paints by itself, without what lies over it."""
    density = widget.devicePixelRatioF()
    image = QImage(widget.size() * density, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(density)
    flags = QWidget.RenderFlag.DrawWindowBackground
    widget.render(image, QPoint(), QRegion(), flags)
    return image


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _pictures() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(place) if Path(place).is_absolute() else _home()


def _home() -> Path:
    try:
        return home_folder()
    except NoHomeError:
        return Path.cwd()
