# SPDX-License-Identifier: MPL-2.0
"""The card about layouts: try one out, use it, go back, and be told what is wrong."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from auditapp.errors import ReportError
from auditapp.model.report_kinds import ReportKind
from tests.auditapp.report.some_layouts import write_layout
from ui.jobs import Jobs
from ui.outside import Outside
from ui.settings.layout_card import LayoutCard
from ui.settings.settings_view import SettingsView

TEXT = "organisation: Example Council\nparts: [concerns, amendments, grades, sign_off]"


class LayoutOutside(Outside):
    """Somebody who chooses the file that the test says, and no other."""

    def __init__(self):
        self.path = None

    def ask_layout_path(self, parent):
        """Return the file."""
        assert isinstance(parent, QWidget)
        return self.path


@pytest.fixture
def outside():
    """Return who answers the dialog."""
    return LayoutOutside()


@pytest.fixture
def examples(workspace, monkeypatch, pdf):
    """Have every example be one small PDF; return which layouts were shown."""
    shown = []
    shown_kinds = workspace.shown_kinds = []

    def preview_layout(read, kind, *, report_progress, is_cancelled):
        assert not is_cancelled()
        report_progress(1, 1)
        shown.append(read)
        shown_kinds.append(kind)
        return pdf

    monkeypatch.setattr(workspace, "preview_layout", preview_layout)
    return shown


@pytest.fixture
def made(theme, workspace, preferences, jobs, outside):
    """Return the card, in the settings and not shown yet."""
    card = LayoutCard(theme, workspace, preferences, jobs, outside)
    view = SettingsView(theme, preferences, workspace.paths, layout=card)
    yield card
    del view


@pytest.fixture
def wait(made, jobs, qtbot):
    """Return a function that waits until nothing is under way, nor about to be told."""
    return lambda: qtbot.waitUntil(lambda: not jobs.is_busy and made._doing is None)


@pytest.fixture
def card(made, examples, show, wait):
    """Return the card, shown in the settings."""
    del examples
    show(made.window())
    wait()
    return made


@pytest.fixture
def press(wait):
    """Return a function that presses a button, and waits for what comes of it."""

    def press(button):
        button.click()
        wait()

    return press


@pytest.fixture
def choose(card, outside, tmp_path, press):
    """Return a function that chooses a file with these lines."""

    def choose(text=TEXT):
        outside.path = write_layout(tmp_path, text)
        press(card.choose_button)

    return choose


def buttons(card):
    """Return the words of the buttons in sight."""
    every = (card.use_button, card.drop_button, card.choose_button, card.reset_button)
    return [button.text() for button in every if button.isVisible()]


def said(card):
    """Return what the banner says."""
    return f"{card.banner.accessibleName()} {card.banner.accessibleDescription()}"


def words_of(part):
    """Return every text in a widget."""
    return " ".join(label.text() for label in part.findChildren(QLabel))


def test_at_first_it_is_the_usual_one(card, examples):
    """There is nothing to go back to, and no example is made before somebody wants one."""
    assert "In use: the usual layout, which came with the program" == card.name.text()
    assert ["Choose a layout file …"] == buttons(card)
    assert not examples
    assert "Nothing of your audits is in it." in words_of(card.example.empty)


def test_a_file_is_tried_out_before_it_is_used(card, choose, press, workspace, examples):
    """The example shows it; reports are as they were until then."""
    choose()
    assert said(card).startswith("own.yaml can be used It sets the organisation: Example Council.")
    assert ["Use this layout", "Do not use it"] == buttons(card)
    assert card.use_button.hasFocus()
    assert ["own.yaml"] == [read.source.name for read in examples]
    assert workspace.layout_facts().name is None

    press(card.use_button)
    assert "own.yaml" == workspace.layout_facts().name
    assert "In use: own.yaml" == card.name.text()
    assert "It leaves out 10 parts of the report" in card.facts.text()
    assert ["Choose a layout file …", "Back to the usual layout"] == buttons(card)
    assert examples[-1] is None


def test_a_file_can_be_left_alone(card, choose, press, workspace):
    """Having looked at it changes nothing."""
    choose()
    press(card.drop_button)
    assert "Reports stay as they were" == card.banner.accessibleName()
    assert (["Choose a layout file …"], None) == (buttons(card), workspace.layout_facts().name)
    assert card.choose_button.hasFocus()


def test_the_usual_one_comes_back(card, choose, press, workspace):
    """By one button."""
    choose()
    press(card.use_button)
    press(card.reset_button)
    assert workspace.layout_facts().name is None
    assert not card.facts.isVisible()
    assert ["Choose a layout file …"] == buttons(card)


def test_what_is_wrong_with_a_file_is_told(card, choose):
    """Each fault with its line and what to do; of very many the first ones."""
    choose("accent: red\nfoot: x")
    assert said(card).startswith("own.yaml has 2 faults. Line 2: 'red' is not a colour.")
    assert "Line 3: There is no key 'foot'. Did you mean 'footer'?" in said(card)
    assert ["Choose a layout file …"] == buttons(card)
    many = "\n".join(f"key{number}: x" for number in range(7))
    choose(many)
    assert said(card).endswith("And 2 more.")


def test_no_file_chosen_changes_nothing(card, outside, press):
    """The dialog was cancelled."""
    outside.path = None
    press(card.choose_button)
    assert not card.banner.isVisible()


def test_a_layout_that_somebody_changed_is_told(card, choose, press, wait, workspace, examples):
    """The person can choose again, or go back for good."""
    choose()
    press(card.use_button)
    workspace.paths.layout.write_text("{}", "utf-8")
    card.refresh()
    wait()
    assert "was changed, or put there," in said(card)
    assert [None, None] == examples[1:]
    assert ["Choose a layout file …", "Back to the usual layout"] == buttons(card)
    press(card.reset_button)
    assert not workspace.layout_facts().problem


def test_what_cannot_be_saved_is_told(card, choose, press, workspace):
    """It is still tried out."""
    choose()
    workspace.paths.layout.mkdir()
    press(card.use_button)
    assert "The layout could not be saved." == card.banner.accessibleName()
    assert "Use this layout" in buttons(card)


def test_the_example_follows_the_settings(card, preferences, press, wait, examples):
    """Once somebody wants one."""
    preferences.change(organisation="Southshire")
    assert not examples
    press(card.example.empty.button)
    preferences.change(organisation="Eastshire")
    wait()
    assert [None, None] == examples


def test_an_example_that_fails_says_why(card, press, workspace, monkeypatch):
    """The rest of the card goes on."""

    def refuse(*_args, **_named):
        raise ReportError("There is no checklist to make an example with.")

    monkeypatch.setattr(workspace, "preview_layout", refuse)
    press(card.example.empty.button)
    assert "There is no checklist" in words_of(card.example.empty)
    assert card.choose_button.isEnabled()


def test_locking_lets_the_example_go(card, press):
    """As it does every picture of a report."""
    press(card.example.empty.button)
    assert card.example.file is not None
    card.stop()
    assert card.example.file is None


@pytest.mark.parametrize(("width", "scale"), [(560, 1.0), (560, 2.0), (1366, 2.0)])
def test_it_fits_every_width(card, theme, press, qtbot, width, scale):
    """Below each other where there is no room for both; nothing is wider than the card."""
    press(card.example.empty.button)
    theme.set_text_scale(scale)
    card.window().resize(width, 900)
    qtbot.waitUntil(lambda: card.width() <= width)
    assert card.minimumSizeHint().width() <= card.width()


def test_the_home_has_it_in_the_settings(theme, workspace, preferences, qapp, show):
    """With the example ended when the window locks."""
    from ui.home.home_view import HomeView

    jobs = Jobs()
    home = show(HomeView(theme, workspace, preferences, jobs))
    home.places.settings.show()
    assert home.places.settings.view.layout_card.isVisible()
    home.settle_now()
    jobs.shut_down()
    qapp.processEvents()


def test_the_example_can_be_of_any_kind(card, workspace, wait):
    """It is made at once when another kind is chosen."""
    box = card.kinds.combo_box
    box.setCurrentIndex(box.findData("board-pack"))
    box.activated.emit(box.currentIndex())
    wait()
    assert [ReportKind.BOARD_PACK] == workspace.shown_kinds
    assert -1 == box.findData("changes")
