"""Overview and search in the real window: opened, typed into, chosen from, closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lectures import Lecture, embedded, focus, lecture, opening, settle, until
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explainer.intents import GoToStep, OpenCard, Present, Run, SelectModel, SetMode, ShowView
from explainer.schema import CompareSlide, ModelId, StageId, StepId, View
from explainer.story import shown_view, step, steps, steps_of
from explainer.views.dialogs import Spread
from explainer.views.finder import OverviewPage, SearchPage
from explainer.views.finder.field import Field
from explainer.views.sheet import Sheet

Key = Qt.Key
HERE = "reasoning/who-can"


@pytest.fixture
def told() -> Iterator[Lecture]:
    """Return the lecture halfway through its story."""
    with lecture(opening(HERE)) as opened:
        yield opened


def shown(told: Lecture) -> Spread:
    top = told.session.overlay().top
    assert isinstance(top, Spread)
    return top


def field(told: Lecture) -> Field:
    page = shown(told)
    assert isinstance(page, OverviewPage | SearchPage)
    return page.field


def write(told: Lecture, text: str) -> None:
    """Type `text`; what stands on no key comes from an input method."""
    if text.isascii():
        QTest.keyClicks(field(told), text)
        return
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(field(told), done)


def painted(told: Lecture) -> int:
    """Return how many slides of the overview are painted."""
    page = shown(told)
    assert isinstance(page, OverviewPage)
    return len(page.painted)


@pytest.mark.parametrize(
    "key, page",
    [
        (Key.Key_O, OverviewPage),
        (Key.Key_G, OverviewPage),
        (Key.Key_Slash, SearchPage),
    ],
    ids=["O", "G", "/"],
)
@pytest.mark.parametrize("exploring", [True, False])
def test_a_key_opens_it_with_the_cursor_in_its_field_and_escape_gives_the_focus_back(
    told: Lecture, key: Key, page: type[QWidget], *, exploring: bool
) -> None:
    if exploring:
        told.session.dispatch(SetMode("explore"))
    told.canvas.setFocus()
    before = told.state

    told.press(key)
    assert isinstance(shown(told), page)
    assert field(told).hasFocus()
    assert field(told).text() == "", "the key that opened it was not typed"
    told.press(Key.Key_Escape)

    assert told.session.overlay().top is None
    assert told.canvas.hasFocus()
    assert told.state == before


def test_ctrl_f_opens_the_search(told: Lecture) -> None:
    told.press(Key.Key_F, modifiers=Qt.KeyboardModifier.ControlModifier)

    assert isinstance(shown(told), SearchPage)


def test_the_top_bar_opens_both(told: Lecture) -> None:
    for order, page in ((Run("overview"), OverviewPage), (Run("search"), SearchPage)):
        told.click(order)
        assert isinstance(shown(told), page)
        told.press(Key.Key_Escape)


class TestOverview:
    def test_a_number_and_enter_lead_to_its_stage(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        write(told, "12")
        told.press(Key.Key_Return)

        stage = list(embedded().stages)[11]
        assert told.state == opening(steps_of(embedded(), stage)[0])
        assert told.session.overlay().top is None

    def test_number_and_step_lead_to_the_step(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        write(told, "12.2")
        told.press(Key.Key_Enter)

        stage = list(embedded().stages)[11]
        assert told.state.step == steps_of(embedded(), stage)[1]

    def test_arrows_and_enter_lead_to_a_stage(self, told: Lecture) -> None:
        told.press(Key.Key_O, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Return)

        assert told.state.step == steps_of(embedded(), StageId("cause"))[0]

    def test_end_and_home_lead_to_the_last_and_the_first_stage(self, told: Lecture) -> None:
        stages = tuple(embedded().stages)

        told.press(Key.Key_O, Key.Key_Home, Key.Key_End, Key.Key_Return)
        assert told.state.step == steps_of(embedded(), stages[-1])[0]
        told.press(Key.Key_O, Key.Key_Home, Key.Key_Return)
        assert told.state.step == steps_of(embedded(), stages[0])[0]

    def test_enter_alone_stays_at_the_step(self, told: Lecture) -> None:
        told.press(Key.Key_O, Key.Key_Return)

        assert told.state == opening(HERE)

    def test_a_click_opens_a_stage(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        page = shown(told)
        sheet = next(it for it in page.findChildren(Sheet) if len(it.picture.hits) == 18)
        hit = sheet.picture.hits[0]
        QTest.mouseClick(
            sheet,
            Qt.MouseButton.LeftButton,
            pos=QPoint(round(hit.x + hit.width / 2), round(hit.y + hit.height / 2)),
        )

        assert told.state.step == steps_of(embedded(), StageId("surprise"))[0]

    def test_a_click_between_the_stages_leaves_the_cursor_in_the_field(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        page = shown(told)
        sheet = next(it for it in page.findChildren(Sheet) if len(it.picture.hits) == 18)
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))

        assert field(told).hasFocus()

    def test_slides_are_painted_after_it_is_there_and_none_when_it_is_gone(
        self, told: Lecture
    ) -> None:
        told.press(Key.Key_O)
        assert painted(told) == 0

        until(lambda: painted(told) == 18)
        told.press(Key.Key_Escape)
        settle()

    def test_it_can_be_closed_before_all_is_painted(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        until(lambda: painted(told) > 1)

        told.press(Key.Key_Escape)
        settle()

        assert told.session.overlay().top is None

    def test_every_slide_in_it_is_the_slide_itself(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        until(lambda: painted(told) == 18)
        page = shown(told)
        assert isinstance(page, OverviewPage)

        images = [page.painted[at].toImage() for at in range(18)]

        assert len({image.size().toTuple() for image in images}) == 1
        assert all(one != other for at, one in enumerate(images) for other in images[at + 1 :])

    def test_what_does_not_fit_stays_where_it_is(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        sheet = next(it for it in shown(told).findChildren(Sheet) if len(it.picture.hits) == 18)
        before = [(it.x, it.y) for it in sheet.picture.hits]
        write(told, "code")

        assert [(it.x, it.y) for it in sheet.picture.hits] == before

    def test_where_nothing_fits_enter_searches_the_whole_deck(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        write(told, "C108")
        told.press(Key.Key_Return)

        assert isinstance(shown(told), SearchPage)
        assert field(told).text() == "C108"
        told.press(Key.Key_Return)
        assert shown_view(embedded(), told.state).open == "claim:C108"

    def test_ctrl_f_leads_on_to_the_search_with_what_was_typed(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        write(told, "corpus")
        told.press(Key.Key_F, modifiers=Qt.KeyboardModifier.ControlModifier)

        assert isinstance(shown(told), SearchPage)
        assert field(told).text() == "corpus"
        told.press(Key.Key_F, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert field(told).selectedText() == "corpus"

    def test_larger_words_make_larger_captions_and_fewer_columns(self, told: Lecture) -> None:
        def columns() -> int:
            told.press(Key.Key_O)
            sheet = next(it for it in shown(told).findChildren(Sheet) if len(it.picture.hits) == 18)
            told.press(Key.Key_Escape)
            return len({hit.x for hit in sheet.picture.hits})

        assert columns() == 4
        for _ in range(4):
            told.press(Key.Key_Plus, modifiers=Qt.KeyboardModifier.ControlModifier)
        assert told.state.text_scale > 1.3
        assert columns() == 3

    def test_it_says_what_is_selected(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        assert "Stage 8" in field(told).accessibleDescription()
        told.press(Key.Key_Right)
        assert "Stage 9" in field(told).accessibleDescription()
        write(told, "nowhere")
        assert "nowhere" in field(told).accessibleDescription()

    def test_it_follows_the_size_of_its_window(self, told: Lecture) -> None:
        told.press(Key.Key_O)
        until(lambda: painted(told) == 18)
        told.window.resize(1024, 768)

        page = shown(told)
        until(lambda: page.width() == 1024)
        sheet = next(it for it in page.findChildren(Sheet) if len(it.picture.hits) == 18)
        assert len({hit.x for hit in sheet.picture.hits}) == 3
        assert isinstance(page, OverviewPage)
        until(lambda: page.painted[17].width() < 340)


class TestSearch:
    def test_a_model_is_looked_up_and_the_step_kept(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "chatgpt")
        told.press(Key.Key_Return)

        assert shown_view(embedded(), told.state).select == "chatgpt"
        assert told.state.step == HERE
        told.press(Key.Key_PageDown)
        assert told.state == opening(HERE)

    def test_arrows_walk_over_the_rows(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "text-davinci")
        told.press(Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)

        assert shown_view(embedded(), told.state).select == "text-davinci-002"

    def test_end_and_home_lead_to_the_last_and_the_first_row(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "text-davinci")
        first = field(told).accessibleDescription()
        told.press(Key.Key_End)
        last = field(told).accessibleDescription()
        told.press(Key.Key_Up, Key.Key_End)
        assert last == field(told).accessibleDescription() != first

        # The first press leads to the head of what was typed.
        told.press(Key.Key_Home)
        assert (field(told).cursorPosition(), field(told).accessibleDescription()) == (0, last)
        told.press(Key.Key_Home)
        assert field(told).accessibleDescription() == first

    def test_a_kind_is_unfolded_and_the_first_new_row_selected(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "chain of thought")
        page = shown(told)
        sheet = max(page.findChildren(Sheet), key=lambda it: len(it.picture.hits))
        names = [hit.name for hit in sheet.picture.hits]
        at = next(at for at, name in enumerate(names) if name.startswith("All "))
        told.press(*[Key.Key_Down] * at, Key.Key_Return)

        assert len(sheet.picture.hits) > len(names)
        assert field(told).accessibleDescription() == sheet.picture.hits[at].name
        told.press(Key.Key_Return)
        assert shown_view(embedded(), told.state).open.startswith("claim:")

    def test_a_click_chooses_a_row(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "思维链")
        page = shown(told)
        sheet = max(page.findChildren(Sheet), key=lambda it: len(it.picture.hits))
        hit = sheet.picture.hits[0]
        QTest.mouseClick(
            sheet, Qt.MouseButton.LeftButton, pos=QPoint(round(hit.x + 30), round(hit.y + 20))
        )

        assert shown_view(embedded(), told.state).open == "ability:cot"

    def test_a_click_beside_it_closes_it_and_one_on_its_edge_does_not(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        page = shown(told)
        box = field(told).geometry()
        for place, closed in (
            (QPoint(box.left() - 20, box.center().y()), False),
            (QPoint(5, 5), True),
        ):
            target = page.childAt(place)
            assert target is not None
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(page, place))
            assert (told.session.overlay().top is None) == closed

    def test_where_nothing_is_found_enter_takes_what_is_like_it(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "code-davincy-002")
        told.press(Key.Key_Return)

        assert shown_view(embedded(), told.state).select == "code-davinci-002"

    def test_where_nothing_is_like_it_enter_does_nothing(self, told: Lecture) -> None:
        told.press(Key.Key_Slash)
        write(told, "qqqqq")
        told.press(Key.Key_Down, Key.Key_Return)

        assert isinstance(shown(told), SearchPage)
        assert told.state == opening(HERE)

    def test_words_composed_by_an_input_method_are_taken_when_they_are_whole(
        self, told: Lecture
    ) -> None:
        told.press(Key.Key_Slash)
        box = field(told)
        assert box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        QApplication.sendEvent(box, QInputMethodEvent("si wei lian", []))
        assert box.text() == ""
        write(told, "思维链")

        assert box.text() == "思维链"
        told.press(Key.Key_Return)
        assert shown_view(embedded(), told.state).open == "ability:cot"

    def test_the_same_card_again_is_no_step_back(self, told: Lecture) -> None:
        told.session.dispatch(OpenCard("claim:C108"))
        told.press(Key.Key_Slash)
        write(told, "C108")
        told.press(Key.Key_Return)

        assert shown_view(embedded(), told.state).open == "claim:C108"


class TestInATalk:
    @pytest.fixture
    def talk(self, told: Lecture) -> Lecture:
        told.session.dispatch(Present(from_start=False))
        until(told.session.hall.isActiveWindow)
        return told

    @pytest.mark.parametrize("key", [Key.Key_O, Key.Key_Slash], ids=["O", "/"])
    def test_it_stands_over_the_hall_and_keys_that_type_do_not_step(
        self, talk: Lecture, key: Key
    ) -> None:
        QTest.keyClick(talk.session.hall, key)
        assert shown(talk).window() is talk.session.hall
        assert focus() is field(talk)
        before = talk.state

        for other in (Key.Key_N, Key.Key_Space, Key.Key_P, Key.Key_B, Key.Key_Period):
            talk.press(other)
        talk.press(Key.Key_Right, Key.Key_Left, Key.Key_Backspace, Key.Key_Down, Key.Key_Up)

        assert talk.state == before
        assert field(talk).text()

    @pytest.mark.parametrize("key", [Key.Key_O, Key.Key_Slash], ids=["O", "/"])
    def test_a_clicker_closes_it_and_steps(self, talk: Lecture, key: Key) -> None:
        hall, names = talk.session.hall, steps(embedded())
        before = names.index(talk.state.step)
        for clicked, distance in ((Key.Key_PageDown, 1), (Key.Key_PageUp, 0)):
            QTest.keyClick(hall, key)
            write(talk, "chat")
            talk.press(clicked)

            assert talk.session.overlay().top is None
            assert talk.state.step == names[before + distance]

    def test_a_stage_is_gone_to_and_the_talk_goes_on(self, talk: Lecture) -> None:
        QTest.keyClick(talk.session.hall, Key.Key_G)
        write(talk, "9")
        talk.press(Key.Key_Return)

        assert talk.state.presenting
        assert talk.state.step == steps_of(embedded(), StageId("cause"))[0]
        until(talk.session.hall.isActiveWindow)
        talk.press(Key.Key_PageDown)
        assert talk.state.step == steps_of(embedded(), StageId("cause"))[1]

    def test_a_look_up_keeps_the_step(self, talk: Lecture) -> None:
        QTest.keyClick(talk.session.hall, Key.Key_Slash)
        write(talk, "思维链")
        talk.press(Key.Key_Return)

        assert shown_view(embedded(), talk.state).lens == "ability:cot"
        assert talk.state.step == HERE
        talk.press(Key.Key_PageDown)
        assert (talk.state.step, talk.state.away) == (HERE, None)

    def test_what_no_hall_can_show_is_not_found(self, talk: Lecture) -> None:
        QTest.keyClick(talk.session.hall, Key.Key_Slash)
        write(talk, "C108")
        talk.press(Key.Key_Return)

        assert isinstance(shown(talk), SearchPage)

    def test_it_wears_the_halls_colours(self, talk: Lecture) -> None:
        QTest.keyClick(talk.session.hall, Key.Key_T)
        QTest.keyClick(talk.session.hall, Key.Key_O)

        assert talk.state.hall_theme == "dark"
        assert "#F1F4F3" in field(talk).styleSheet()

    def test_it_goes_with_the_hall(self, talk: Lecture) -> None:
        QTest.keyClick(talk.session.hall, Key.Key_O)
        talk.session.hall.close()
        settle()

        assert not talk.state.presenting
        talk.press(Key.Key_PageDown)
        assert talk.state.step != HERE


def test_a_message_stands_over_an_overview_and_gives_it_back(told: Lecture) -> None:
    told.press(Key.Key_O)
    page = shown(told)
    told.session.tasks.tell("window.quit.title", "window.quit.text")
    told.press(Key.Key_Escape)

    assert shown(told) is page
    assert field(told).hasFocus()


def test_the_lens_is_changed_by_its_button(told: Lecture) -> None:
    told.session.dispatch(SetMode("explore"))
    told.session.dispatch(SelectModel(ModelId("chatgpt")))
    told.click(Run("lens"))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    entries = {it.text(): it for it in menu.actions()}
    assert entries["Training method"].isChecked()
    fates = entries["Fate of an ability"].menu()
    lens = {it.text(): it for it in fates.actions()}  # type: ignore[attr-defined]  # a QMenu
    lens["Chain of thought"].trigger()
    menu.close()

    assert shown_view(embedded(), told.state).lens == "ability:cot"
    assert told.session.lens.isVisible()


def test_a_step_lays_its_lens_on_itself_and_offers_none(told: Lecture) -> None:
    told.session.dispatch(GoToStep(StepId("gpt3/writing")))
    assert not told.session.lens.isVisible()

    told.session.dispatch(SelectModel(ModelId("chatgpt")))
    assert told.session.lens.isVisible()


@pytest.mark.parametrize("at", range(len(embedded().views)))
def test_a_question_to_start_from_brings_its_answer_into_view(told: Lecture, at: int) -> None:
    told.session.dispatch(SetMode("explore"))
    told.session.dispatch(ShowView(View()))
    question = embedded().views[at]
    if question.view is None:
        told.click(GoToStep(question.step))
        assert told.state == opening(question.step)
        slide = step(embedded(), question.step).slide
        assert isinstance(slide, CompareSlide)
        assert all(name in slide.models for name in ("code-davinci-002", "text-davinci-002"))
        return
    told.click(ShowView(question.view))
    settle()

    row = OpenCard(question.view.open)
    sheet = next(it for it in told.sheets for hit in it.picture.hits if hit.order == row)
    top = next(hit.y for hit in sheet.picture.hits if hit.order == row)
    below = [hit.y for hit in sheet.picture.hits if hit.y > top and "claim:" in str(hit.order)]
    seen = sheet.visibleRegion().boundingRect()
    assert seen.top() <= top
    assert min(below) < seen.bottom()
