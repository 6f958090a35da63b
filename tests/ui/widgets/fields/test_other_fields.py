# SPDX-License-Identifier: MPL-2.0
"""Tests of ``PassphraseField``, ``SearchField``, ``NumberField`` and ``ComboField``."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.passphrase_field import PassphraseField
from ui.widgets.fields.search_field import SearchField


def _heard(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def _type(qtbot, field, text):
    field.line_edit.clear()
    qtbot.keyClicks(field.line_edit, text)
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)


class TestPassphraseField:
    """A passphrase is hidden until asked to show it."""

    @pytest.fixture
    def field(self, theme, show):
        """Return a field with a passphrase in it."""
        field = show(PassphraseField(theme, "Passphrase"))
        field.set_text("four plain words here")
        return field

    def test_letters_are_hidden_at_first(self, field):
        """Neither the screen nor a screen reader gives the letters away."""
        accessible = QAccessible.queryAccessibleInterface(field.line_edit)
        assert (QLineEdit.EchoMode.Password, False) == (
            field.line_edit.echoMode(),
            "plain" in accessible.text(QAccessible.Text.Value),
        )

    def test_eye_shows_and_hides(self, field):
        """The button changes what is shown, and its own name."""
        eye = field.findChild(IconButton)
        seen = [(field.line_edit.echoMode(), eye.accessibleName())]
        for _ in range(2):
            eye.click()
            seen.append((field.line_edit.echoMode(), eye.accessibleName()))
        hidden = (QLineEdit.EchoMode.Password, "Show what is typed")
        assert [hidden, (QLineEdit.EchoMode.Normal, "Hide what is typed"), hidden] == seen

    def test_clear_hides_again(self, field):
        """After clearing nothing is left, and the next one typed is hidden."""
        field.findChild(IconButton).click()
        field.clear()
        assert ("", QLineEdit.EchoMode.Password) == (field.text, field.line_edit.echoMode())


class TestSearchField:
    """A search can be cleared by button and by key."""

    @pytest.fixture
    def field(self, theme, show):
        """Return an empty search field."""
        return show(SearchField(theme, "Search audits"))

    def test_name_is_for_screen_readers(self, field):
        """The label is not shown; the editor has it as name and as placeholder."""
        assert (False, "Search audits", "Search audits") == (
            field.label.isVisible(),
            field.line_edit.accessibleName(),
            field.line_edit.placeholderText(),
        )

    def test_button_is_there_while_there_is_text(self, field, qtbot):
        """Only a search can be cleared."""
        button = field.findChild(IconButton)
        seen = [button.isVisible()]
        qtbot.keyClicks(field.line_edit, "CASE")
        seen.append(button.isVisible())
        settled = _heard(field.text_settled)
        button.click()
        seen.append(button.isVisible())
        assert ([False, True, False], [""]) == (seen, settled)

    def test_escape_clears_first(self, field, qtbot):
        """Esc empties the field and tells so; in an empty field it is left to the window."""
        edited = _heard(field.text_edited)
        qtbot.keyClicks(field.line_edit, "C")
        qtbot.keyClick(field.line_edit, Qt.Key.Key_Escape)
        qtbot.keyClick(field.line_edit, Qt.Key.Key_Escape)
        assert (["C", ""], "") == (edited, field.text)


class TestNumberField:
    """Numbers are read as people write them."""

    @pytest.fixture
    def field(self, theme, show):
        """Return a field for whole numbers from 0 to 60."""
        return show(NumberField(theme, "Visits", unit="visits", least=0, most=60))

    def test_good_number_is_told(self, field, qtbot):
        """A number within the limits is told once, as an int."""
        heard = _heard(field.value_changed)
        _type(qtbot, field, "12")
        _type(qtbot, field, " 12 ")
        assert ([12], 12, None) == (heard, field.value, field.error)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("twelve", "This is not a whole number. Write figures only, such as 12."),
            ("1.5", "This is not a whole number. Write figures only, such as 12."),
            ("-1", "The least is 0."),
            ("61", "The most is 60."),
        ],
    )
    def test_wrong_number_is_said_in_words(self, field, qtbot, typed, sentence):
        """What is wrong is said, and the last good number stays."""
        field.set_value(9)
        heard = _heard(field.value_changed)
        _type(qtbot, field, typed)
        assert (sentence, 9, []) == (field.error, field.value, heard)

    def test_pause_does_not_scold(self, field, qtbot):
        """While somebody types, a number that is still wrong is not an error."""
        with qtbot.waitSignal(field.text_settled):
            qtbot.keyClicks(field.line_edit, "-")
        assert None is field.error

    def test_emptied_field_is_none(self, field, qtbot):
        """No number is an answer too."""
        field.set_value(9)
        heard = _heard(field.value_changed)
        _type(qtbot, field, "")
        assert [None] == heard

    def test_settling_is_leaving(self, field, qtbot):
        """Before moving on, an emptied field is no number, and a wrong one is said to be wrong."""
        field.set_value(9)
        heard = _heard(field.value_changed)
        field.line_edit.selectAll()
        qtbot.keyClick(field.line_edit, Qt.Key.Key_Delete)
        field.settle_now()
        qtbot.keyClicks(field.line_edit, "much")
        field.settle_now()
        assert ([None], True) == (heard, field.error.startswith("This is not a whole number."))

    def test_fractions(self, theme, show, qtbot):
        """A field for fractions takes them, with commas between thousands."""
        field = show(NumberField(theme, "Cost", takes_fractions=True))
        _type(qtbot, field, "1,234.5")
        value = field.value
        _type(qtbot, field, "much")
        assert (1234.5, "This is not a number.") == (value, field.error)

    def test_set_value_is_silent(self, field):
        """A stored number is shown without a signal, and takes an error back."""
        heard = _heard(field.value_changed)
        field.set_error("Wrong")
        field.set_value(7)
        assert ([], "7", None) == (heard, field.text, field.error)

    def test_limits_can_change(self, field, qtbot):
        """The next question has limits and a unit of its own."""
        field.set_limits(None, 5, "weeks")
        _type(qtbot, field, "6")
        assert "The most is 5." == field.error


class TestComboField:
    """A drop-down list gives values."""

    @pytest.fixture
    def field(self, theme, show):
        """Return a list of two items with nothing chosen."""
        field = ComboField(theme, "Legal status", placeholder="Choose one")
        field.set_items([("s20", "Section 20"), ("s31", "Care order")])
        return show(field)

    def test_nothing_is_chosen_at_first(self, field):
        """The first item is not taken by default."""
        assert (None, -1) == (field.value, field.combo_box.currentIndex())

    def test_name_and_role(self, field):
        """Screen readers get the label and the role of a drop-down list."""
        accessible = QAccessible.queryAccessibleInterface(field.combo_box)
        assert (QAccessible.Role.ComboBox, "Legal status") == (
            accessible.role(),
            accessible.text(QAccessible.Text.Name),
        )

    def test_key_chooses(self, field, qtbot):
        """The arrow key chooses the next item and tells its value."""
        heard = _heard(field.value_chosen)
        field.setFocus()
        qtbot.keyClick(field.combo_box, Qt.Key.Key_Down)
        qtbot.keyClick(field.combo_box, Qt.Key.Key_Down)
        assert (["s20", "s31"], "s31") == (heard, field.value)

    def test_set_value_is_silent(self, field):
        """A stored value is shown without a signal."""
        heard = _heard(field.value_chosen)
        field.set_value("s31")
        assert ([], "Care order") == (heard, field.combo_box.currentText())

    def test_unknown_value_is_an_error(self, field):
        """A value that is not on offer fails."""
        with pytest.raises(KeyError):
            field.set_value("s99")

    def test_wheel_scrolls_the_page_only(self, field):
        """Turning the wheel over the list changes nothing."""
        field.set_value("s20")
        field.setFocus()
        centre = QPointF(field.combo_box.rect().center())
        turn = QWheelEvent(
            centre,
            field.combo_box.mapToGlobal(centre),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field.combo_box, turn)
        assert ("s20", False) == (field.value, turn.isAccepted())

    def test_read_only_list_can_be_read_and_not_changed(self, field, qtbot):
        """Tab reaches the item chosen; neither keys nor pointer open the list or change it."""
        field.set_hint("On the last day of the period.")
        field.set_value("s20")
        field.set_read_only(True)
        heard = _heard(field.value_chosen)
        field.setFocus()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_C, Qt.Key.Key_Space, Qt.Key.Key_F4):
            qtbot.keyClick(field.combo_box, key)
        qtbot.mouseClick(field.combo_box, Qt.MouseButton.LeftButton)
        accessible = QAccessible.queryAccessibleInterface(field.combo_box)
        assert ([], "Section 20", False, True) == (
            heard,
            field.combo_box.currentText(),
            field.combo_box.view().isVisible(),
            field.combo_box.hasFocus(),
        )
        assert (False, "On the last day of the period. Read only") == (
            bool(accessible.state().disabled),
            accessible.text(QAccessible.Text.Description),
        )

    def test_hint_fits_the_widest_item(self, field, theme):
        """At the width it asks for, no item is cut, at any text size."""
        field.set_items([("long", "Placement order made in 2025")])
        before = field.combo_box.sizeHint().width()
        theme.set_text_scale(2.0)
        assert before * 1.8 < field.combo_box.sizeHint().width()
