# SPDX-License-Identifier: MPL-2.0
"""Setting up at the first start."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible

from auditapp import store_place_facts
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.auditapp.settled_samples import write_organisation
from tests.ui.one_path import OnePath
from ui.preferences import Preferences
from ui.start import first_start_view
from ui.start.first_start_view import FirstStartView
from ui.start.key_reminder import KeyReminder
from ui.widgets.surfaces.banner import Banner

CHOSEN = "lantern tuba gravel mint"


@pytest.fixture
def paths(tmp_path):
    """Return the folders of a person who has nothing yet."""
    return find_paths(tmp_path)


@pytest.fixture
def view(theme, paths, preferences, jobs, show, tmp_path):
    """Return the first start, shown; a workspace that it made is closed after the test."""
    view = show(
        FirstStartView(
            theme, paths, preferences, jobs, outside=OnePath(tmp_path / "out" / "key.txt")
        )
    )
    yield view
    view.abandon()


def choose_passphrase(view, first=CHOSEN, second=CHOSEN):
    """Go through the second step."""
    view.passphrase.fields.passphrase.line_edit.setText(first)
    view.passphrase.fields.again.line_edit.setText(second)
    view.passphrase.next_button.click()


def reach_key(view, qtbot):
    """Go to the third step; return the key as a person would copy it."""
    view.welcome.next_button.click()
    choose_passphrase(view)
    qtbot.waitUntil(lambda: view.step is view.recovery_key, timeout=20_000)
    return view.recovery_key.panel.key.accessibleName().replace(",", "")


def test_an_organisation_that_is_settled_is_shown(theme, paths, jobs, show, tmp_path, qtbot):
    """It is known once the window is painted; what is typed is nobody's, and changes nothing."""
    settings = Preferences(tmp_path / "settings.json", write_organisation(tmp_path))
    view = show(FirstStartView(theme, paths, settings, jobs))
    settings.settle()
    field = view.welcome.organisation
    qtbot.keyClicks(field.line_edit, "Northshire")
    assert ("Halden Council", True) == (field.text, field.line_edit.isReadOnly())
    assert "Your organisation has settled this." in field.editor.accessibleDescription()
    view.welcome.name.set_text("M. Silva")
    view.welcome.next_button.click()
    assert view.step is view.passphrase
    assert ("M. Silva", "") == (settings.own.auditor, settings.own.organisation)
    again = show(FirstStartView(theme, paths, settings, jobs))
    assert again.welcome.organisation.line_edit.isReadOnly()


def test_the_three_steps_make_a_workspace(view, qtbot, paths, preferences):
    """Name, passphrase and the key typed back hand over a workspace that both secrets open."""
    view.welcome.name.line_edit.setText("M. Silva")
    view.welcome.organisation.line_edit.setText("Southshire")
    key = reach_key(view, qtbot)
    assert KeyReminder(paths).is_due

    view.recovery_key.panel.again.line_edit.setText(key.lower())
    with qtbot.waitSignal(view.created) as created:
        view.recovery_key.finish_button.click()

    assert ("M. Silva", "Southshire") == (
        preferences.settings.auditor,
        preferences.settings.organisation,
    )
    assert not KeyReminder(paths).is_due
    created.args[0].close()
    for secret in (CHOSEN, key):
        Workspace.unlock(paths, secret).close()


def test_a_network_drive_is_chosen_or_not_at_all(view, qtbot, tmp_path, monkeypatch):
    """Before there is anything to lose: it takes a tick to go on."""
    table = tmp_path / "mounts"
    table.write_text("29 1 0:1 / / rw - cifs //files/share rw\n")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)
    monkeypatch.setattr(store_place_facts.sys, "platform", "linux")
    for _time in range(2):
        view.welcome.next_button.click()
        assert view.step is view.welcome
    (banner,) = view.welcome.findChildren(Banner)
    assert "network drive" in banner.accessibleName()
    view.welcome.place_box.click()
    view.welcome.next_button.click()

    assert view.step is view.passphrase


def test_a_name_is_needed(view):
    """Without a name the first step stays, and says so."""
    view.welcome.name.line_edit.setText("  ")
    view.welcome.next_button.click()

    assert view.step is view.welcome
    assert "name or initials" in view.welcome.name.error


def test_enter_goes_on(view, qtbot):
    """The keyboard alone goes from field to field and on."""
    qtbot.keyClick(view.welcome.name.line_edit, Qt.Key.Key_Return)
    assert view.focusWidget() is view.welcome.organisation.line_edit

    qtbot.keyClick(view.welcome.organisation.line_edit, Qt.Key.Key_Return)
    assert view.focusWidget() is view.passphrase.fields.passphrase.line_edit


@pytest.mark.parametrize(
    ("first", "second", "field", "words"),
    [
        ("short", "short", "passphrase", "7 more characters"),
        (CHOSEN, CHOSEN + "s", "again", "not the same"),
    ],
)
def test_a_passphrase_that_will_not_do_is_explained(view, first, second, field, words):
    """The faulty field says why, and has the focus."""
    view.welcome.next_button.click()
    choose_passphrase(view, first, second)

    faulty = getattr(view.passphrase.fields, field)
    assert words in faulty.error
    assert view.focusWidget() is faulty.line_edit
    assert view.step is view.passphrase


def test_the_passphrase_is_judged_while_it_is_typed(view, qtbot):
    """A hint says what is missing, then how good it is; nothing is red yet."""
    view.welcome.next_button.click()
    field = view.passphrase.fields.passphrase
    qtbot.keyClicks(field.line_edit, "lantern")
    assert "5 more characters" in field.editor.accessibleDescription()

    qtbot.keyClicks(field.line_edit, " tuba gravel mint")
    assert "Very hard to guess" in field.editor.accessibleDescription()
    assert field.error is None


def test_back_returns_to_the_name(view):
    """The second step leads back to the first."""
    view.welcome.next_button.click()
    view.passphrase.back_button.click()
    assert view.step is view.welcome


def test_closing_before_the_end_locks_the_workspace(view, qtbot, paths):
    """A first start that is cut short leaves a workspace that opens, and the reminder."""
    reach_key(view, qtbot)
    view.abandon()

    Workspace.unlock(paths, CHOSEN).close()
    assert KeyReminder(paths).is_due


def test_another_key_is_refused(view, qtbot):
    """What is not the key keeps the third step, with a sentence."""
    key = reach_key(view, qtbot)
    view.recovery_key.panel.again.line_edit.setText(key[:-1] + ("B" if key[-1] == "A" else "A"))
    with qtbot.assertNotEmitted(view.created):
        view.recovery_key.finish_button.click()
    assert "not the key" in view.recovery_key.panel.again.error


def test_the_key_is_saved_as_a_file(view, qtbot, tmp_path):
    """The file holds the key and what to do with it, and only its owner may read it."""
    (tmp_path / "out").mkdir()
    key = reach_key(view, qtbot)
    view.recovery_key.panel.save_button.click()

    saved = tmp_path / "out" / "key.txt"
    text = saved.read_text(encoding="utf-8")
    assert key.replace(" ", "") in "".join(text.split())
    assert "R. Okafor" in text
    assert 0o600 == saved.stat().st_mode & 0o777
    assert "Saved as key.txt" in view.recovery_key.panel.kept.text()


def test_a_file_that_cannot_be_written_is_told(view, qtbot):
    """A folder that is not there is explained, and the key stays on show."""
    reach_key(view, qtbot)
    view.recovery_key.panel.save_button.click()
    assert "refused" in view.recovery_key.panel.kept.text()


def test_the_key_is_printed(view, qtbot, tmp_path):
    """The sheet goes to the printer that was chosen."""
    (tmp_path / "out").mkdir()
    reach_key(view, qtbot)
    view.recovery_key.panel.print_button.click()
    assert (tmp_path / "out" / "key.txt").read_bytes().startswith(b"%PDF")
    assert "Sent to the printer" in view.recovery_key.panel.kept.text()


def test_a_folder_with_audits_is_not_overwritten(view, qtbot, workspace):
    """A workspace made meanwhile is left alone, and the step can be tried again."""
    view.welcome.next_button.click()
    choose_passphrase(view)
    qtbot.waitUntil(view.passphrase.fault.isVisible, timeout=20_000)
    assert view.passphrase.next_button.isEnabled()
    assert view.passphrase.fault.accessibleName()


def test_the_key_is_spelled_out(view, qtbot):
    """A screen reader is given the letters one by one, group by group."""
    view.recovery_key.panel.set_key("ABCD-2345", "R. Okafor", "3F2A-91BC")
    assert "A B C D, 2 3 4 5" == view.recovery_key.panel.key.accessibleName()


def test_a_step_looked_at_early_stays_hidden(view):
    """A step that is made before its turn is not shown beside the one on show."""
    early = view.recovery_key
    QCoreApplication.processEvents()
    assert not early.isVisible()


def test_each_step_is_announced(view, monkeypatch):
    """Whoever does not see the page change hears it."""
    heard = []
    monkeypatch.setattr(first_start_view, "announce", lambda _widget, words: heard.append(words))
    view.welcome.name.set_text("M. Silva")
    view.welcome.next_button.click()
    view.passphrase.back_button.click()
    assert ["Step 2 of 3, Choose a passphrase", "Step 1 of 3, Welcome"] == heard


def test_the_key_reads_as_text(view):
    """A label is read; an empty box is passed over. What the letters are is told with them."""
    key = view.recovery_key.panel.key
    assert QAccessible.Role.StaticText == QAccessible.queryAccessibleInterface(key).role()
    assert "The recovery key" == key.accessibleDescription()
