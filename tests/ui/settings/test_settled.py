# SPDX-License-Identifier: MPL-2.0
"""What the organisation has settled can be read in the window, and not be changed."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from auditapp.paths import find_paths
from tests.auditapp.settled_samples import SETTLED, write_organisation
from ui.data.backup_card import BackupCard
from ui.data.keeping_card import KeepingCard
from ui.moderation.agreement_card import AgreementCard
from ui.outside import Outside
from ui.preferences import Preferences
from ui.settings.layout_card import LayoutCard
from ui.settings.settings_view import SettingsView

SETTLED_WORDS = "Your organisation has settled this."


@pytest.fixture
def settled(tmp_path, preferences):
    """Return the settings of a person on a computer where much is settled."""
    del preferences  # it has written the person's own
    made = Preferences(tmp_path / "settings.json", write_organisation(tmp_path))
    made.settle()
    return made


@pytest.fixture
def view(theme, settled, tmp_path, show):
    """Return the page, shown."""
    return show(SettingsView(theme, settled, find_paths(tmp_path)))


def kept(tmp_path):
    """Return the person's own settings, as they lie on the disk."""
    return json.loads((tmp_path / "settings.json").read_bytes())


def type_over(field, text, qtbot):
    """Type a text over what is there, and leave the field."""
    field.line_edit.setFocus()
    field.line_edit.selectAll()
    qtbot.keyClicks(field.line_edit, text)
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)


def test_nothing_is_read_before_the_window_is_painted(tmp_path):
    """It would load what reads such files; then it holds, and is told."""
    made = Preferences(tmp_path / "settings.json", write_organisation(tmp_path))
    told = []
    made.changed.connect(lambda: told.append(made.settings.marking))
    assert "OFFICIAL-SENSITIVE" == made.settings.marking
    made.settle()
    made.settle()
    assert ["OFFICIAL"] == told


def test_fields_that_are_settled_can_be_read_alone(view, tmp_path, qtbot):
    """Each says why, to a screen reader too; typing changes nothing."""
    placement = view.names.fields["placement_panel"]
    for field, text in (
        (view.organisation, "Halden Council"),
        (view.references.pattern, "CF-[0-9]{5}"),
        (placement, "resource panel"),
    ):
        assert text == field.text
        type_over(field, "mine", qtbot)
        assert text == field.text
        assert SETTLED_WORDS in field.editor.accessibleDescription()
    assert "OFFICIAL" == view.marking.value
    assert SETTLED_WORDS in view.marking.editor.accessibleDescription()
    assert "Northshire" == kept(tmp_path)["organisation"]


def test_what_is_not_settled_is_changed_as_ever(view, tmp_path, qtbot):
    """And nothing of what is settled becomes the person's own."""
    type_over(view.auditor, "B. Auditor", qtbot)
    type_over(view.names.fields["care_panel"], "edge panel", qtbot)
    found = kept(tmp_path)
    assert "B. Auditor" == found["auditor"]
    assert {"care_panel": "edge panel"} == {
        name: words for name, words in found["local_names"].items() if words
    }
    assert "placement_panel" not in found["local_names"]
    assert ("Northshire", 10, 7) == (
        found["organisation"],
        found["idle_minutes"],
        found["backup_days"],
    )


def test_what_a_person_chose_before_it_was_settled_is_kept(view, settled, tmp_path, qtbot):
    """It holds again on the day when nothing is settled."""
    names = {"placement_panel": "our own panel"}
    standards = {"assessment_local": {"on": True, "number": 20}}
    settled.change(local_names=names, local_standards=standards)

    type_over(view.names.fields["care_panel"], "edge panel", qtbot)
    other = next(row for row in view.standards.rows if row.rule.id != "assessment_local")
    other.card.click()

    found = kept(tmp_path)
    assert names | {"care_panel": "edge panel"} == found["local_names"]
    assert standards["assessment_local"] == found["local_standards"]["assessment_local"]
    assert other.rule.id in found["local_standards"]
    assert "resource panel" == view.names.fields["placement_panel"].text


def test_what_is_settled_of_another_version_is_not_taken_over(theme, tmp_path, show, preferences):
    """A timescale that this version does not know is left to the organisation."""
    del preferences  # it has written the person's own
    text = SETTLED.replace("assessment_local", "later_one")
    made = Preferences(tmp_path / "settings.json", write_organisation(tmp_path, text))
    made.settle()
    page = show(SettingsView(theme, made, find_paths(tmp_path)))
    page.standards.rows[0].card.click()
    assert [page.standards.rows[0].rule.id] == list(kept(tmp_path)["local_standards"])


def test_the_time_until_the_window_locks_can_be_shorter_and_not_longer(view, settled, qtbot):
    """The field says the most."""
    assert 5 == view.idle_minutes.value
    type_over(view.idle_minutes, "20", qtbot)
    assert "The most is 5." == view.idle_minutes.error
    type_over(view.idle_minutes, "3", qtbot)
    assert 3 == settled.settings.idle_minutes
    assert "At most 5" in view.idle_minutes.editor.accessibleDescription()


def test_a_timescale_that_is_settled_cannot_be_switched(view, settled, tmp_path, qtbot):
    """It shows the number of the organisation; others are the person's."""
    rows = {row.rule.id: row for row in view.standards.rows}
    row = rows.pop("assessment_local")
    assert row.card.isChecked()
    assert SETTLED_WORDS in row.card.spec.detail
    row.card.setFocus()
    qtbot.keyClick(row.card, Qt.Key.Key_Space)
    row.card.click()
    assert row.card.isChecked()
    type_over(row.number, "10", qtbot)
    assert 35 == row.number.value

    other = next(iter(rows.values()))
    other.card.click()
    assert {other.rule.id} == set(kept(tmp_path)["local_standards"])
    assert {"on": True, "number": 35} == settled.settings.local_standards["assessment_local"]


def test_a_marking_of_the_organisation_s_own_is_shown(theme, tmp_path, show):
    """It need not be one of those on offer."""
    path = write_organisation(tmp_path, SETTLED.replace("OFFICIAL", "IN CONFIDENCE"))
    made = Preferences(tmp_path / "settings.json", path)
    made.settle()
    view = show(SettingsView(theme, made, find_paths(tmp_path)))
    assert "IN CONFIDENCE" == view.marking.value == view.marking.combo_box.currentText()


def test_the_other_pages_show_what_is_settled_too(theme, settled, workspace, jobs, show):
    """The reminder of backups, the time audits are kept, and the target of second readings."""
    backups = show(BackupCard(theme, workspace, settled, jobs, Outside()))
    keeping = show(KeepingCard(theme, workspace, settled))
    agreement = show(AgreementCard(theme, settled))
    for field, number in ((backups.days, 3), (keeping.months, 72), (agreement.target, 80)):
        assert number == field.value
        assert field.line_edit.isReadOnly()
        assert SETTLED_WORDS in field.editor.accessibleDescription()


@pytest.fixture
def layout_card(theme, workspace, preferences, jobs, show, monkeypatch):
    """Return the card about layouts where one is settled."""
    facts = replace(workspace.layout_facts(), name="council.yaml", is_settled=True)
    monkeypatch.setattr(workspace, "layout_facts", lambda: facts)
    return show(LayoutCard(theme, workspace, preferences, jobs, Outside()))


def test_a_layout_that_is_settled_is_named_and_offers_no_other(layout_card, qtbot):
    """Neither a file nor the usual one."""
    card = layout_card
    qtbot.waitUntil(lambda: "council.yaml" in card.name.text())
    assert "In use: council.yaml, settled by your organisation" == card.name.text()
    assert not card.choose_button.isVisible()
    assert not card.reset_button.isVisible()
