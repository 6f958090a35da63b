# SPDX-License-Identifier: MPL-2.0
"""The settings page: every change applies and is kept at once."""

import pytest
from PySide6.QtCore import Qt

from auditapp import settings as settings_file
from auditapp.judgement.timescale_rules import Standard
from auditapp.paths import find_paths
from auditapp.standards import timescale_groups
from ui.settings.settings_view import SettingsView


@pytest.fixture
def view(theme, preferences, tmp_path, show):
    """Return the page, shown."""
    return show(SettingsView(theme, preferences, find_paths(tmp_path)))


@pytest.fixture
def kept(tmp_path):
    """Return a function that reads the settings from the disk."""
    return lambda: settings_file.load(tmp_path / "settings.json")


def type_over(field, text, qtbot):
    """Type a text over what is there, and leave the field."""
    field.line_edit.setFocus()
    field.line_edit.selectAll()
    qtbot.keyClicks(field.line_edit, text)
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)


def test_light_and_dark(view, kept):
    """A card chooses, and what the settings hold is shown as chosen."""
    assert "system" == view.look.colours.value
    view.look.colours.card("dark").click()
    assert "dark" == kept().theme


def test_the_text_grows_by_the_keyboard(view, qtbot, kept):
    """Arrow keys change the size in steps of ten; the words beside it follow."""
    slider = view.look.size_slider
    assert "Text size" == slider.accessibleName()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert 1.1 == kept().text_scale
    assert "110%" == view.look._percent.text()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert 2.0 == kept().text_scale


def test_dragging_counts_at_its_end(view, preferences):
    """While the handle is dragged only the percentage follows."""
    slider = view.look.size_slider
    slider.setSliderDown(True)
    slider.setSliderPosition(150)
    assert "150%" == view.look._percent.text()
    assert 1.0 == preferences.settings.text_scale
    slider.setSliderDown(False)
    assert 1.5 == preferences.settings.text_scale


def test_name_organisation_and_marking(view, qtbot, kept):
    """Texts are kept when they have settled, a choice at once."""
    type_over(view.auditor, "M. Silva", qtbot)
    type_over(view.organisation, "Southshire", qtbot)
    index = view.marking.combo_box.findData("")
    view.marking.combo_box.activated.emit(index)
    assert ("M. Silva", "Southshire", "") == (
        kept().auditor,
        kept().organisation,
        kept().marking,
    )


def test_minutes_until_the_lock(view, qtbot, kept):
    """Minutes out of the limits are explained and not kept; empty means as before."""
    type_over(view.idle_minutes, "25", qtbot)
    assert 25 == kept().idle_minutes
    type_over(view.idle_minutes, "500", qtbot)
    assert "The most is 120." == view.idle_minutes.error
    assert 25 == kept().idle_minutes

    view.idle_minutes.line_edit.clear()
    view.settle_now()
    assert 25 == view.idle_minutes.value


def test_leaving_the_page_keeps_what_was_typed(view, qtbot, kept):
    """What has not settled yet is kept on demand."""
    view.auditor.line_edit.selectAll()
    qtbot.keyClicks(view.auditor.line_edit, "A. Nother")
    view.settle_now()
    assert "A. Nother" == kept().auditor


def test_a_reference_pattern_is_tried_out(view, qtbot, kept):
    """The trial field says at once whether a reference would be taken."""
    card = view.references
    type_over(card.pattern, r"[A-Z]{2}-\d{4}", qtbot)
    assert r"[A-Z]{2}-\d{4}" == kept().reference_pattern

    qtbot.keyClicks(card.trial.line_edit, "HX-20")
    assert "refuses" in card.trial.error
    qtbot.keyClicks(card.trial.line_edit, "47")
    assert card.trial.error is None
    assert "takes" in card.trial.editor.accessibleDescription()


@pytest.mark.parametrize("typed", ["[A-", "x{99999999999}", "([A-Z]+)+-1"])
def test_what_is_no_pattern_is_not_kept(view, qtbot, kept, typed):
    """While a pattern cannot be read, or could try for ever, the one before stays in force."""
    type_over(view.references.pattern, "[A-Z]", qtbot)
    type_over(view.references.pattern, typed, qtbot)
    assert "[A-Z]" == kept().reference_pattern
    assert "pattern" in view.references.pattern.error

    type_over(view.references.pattern, " ", qtbot)
    assert ("", None) == (kept().reference_pattern, view.references.pattern.error)


def test_a_local_timescale_is_switched_on(view, qtbot, kept):
    """A tick and a number are kept; unticking goes back to what is shipped."""
    row = view.standards.rows[0]
    assert row.number is None
    row.card.click()
    assert {row.rule.id: {"on": True, "number": row.rule.number}} == kept().local_standards

    type_over(row.number, "3", qtbot)
    assert 3 == kept().local_standards[row.rule.id]["number"]

    row.number.line_edit.clear()
    row.number.settle_now()
    assert row.rule.number == kept().local_standards[row.rule.id]["number"]

    row.card.click()
    assert not row.number.isVisible()
    assert {} == kept().local_standards


def test_a_timescale_of_another_version_is_kept(theme, preferences, tmp_path, show):
    """A choice for a rule that is not known here is not thrown away."""
    strange = {"not_known_here": {"on": True, "number": 4}}
    preferences.change(local_standards=strange)
    view = show(SettingsView(theme, preferences, find_paths(tmp_path)))
    view.standards.rows[0].card.click()
    assert strange.items() <= preferences.settings.local_standards.items()


def test_a_screen_reader_switches_a_timescale(view, kept):
    """What toggles the row without a click is heard as well, and counts once."""
    row = view.standards.rows[0]
    row.card.toggle()
    assert row.number.isVisible()
    assert {row.rule.id: {"on": True, "number": row.rule.number}} == kept().local_standards


def test_every_timescale_is_shown_and_only_local_ones_can_be_switched(view, tmp_path):
    """Each rule of the file stands under its heading; law and guidance are there to be read."""
    groups = timescale_groups(find_paths(tmp_path).checklists)
    shown = [row.rule.id for group in view.standards.groups for row in group.national_rows]
    local = [row.rule.id for row in view.standards.rows]
    rules = [rule for _title, rules in groups for rule in rules]
    assert {rule.id for rule in rules if rule.standard is Standard.NATIONAL} == set(shown)
    assert {rule.id for rule in rules if rule.standard is Standard.LOCAL} == set(local)
    assert len(rules) == len(shown) + len(local)


def national(view, rule_id):
    """Return the row of a national timescale."""
    rows = (row for group in view.standards.groups for row in group.national_rows)
    return next(row for row in rows if row.rule.id == rule_id)


def test_a_national_timescale_says_where_it_is_from(view):
    """Number, source and confidence stand in plain words; situations each have their line."""
    words = national(view, "referral_decision").detail
    assert words.startswith("1 working day, counted from the day the referral was received.")
    assert "Source: Working Together to Safeguard Children. The wording was read" in words
    assert "Extended once: 24 weeks." in national(view, "temporary_approval").detail.split("\n")
    assert national(view, "allegation_reported").detail.startswith("Not in use.")


def test_a_local_timescale_says_how_sure_it_is(view):
    """Where a number is only a habit, the row says so."""
    row = next(row for row in view.standards.rows if row.rule.id == "child_seen_in_enquiry")
    assert "A common habit only" in row.card.accessibleDescription()


def test_timescales_are_found_by_their_words(view, qtbot):
    """Every word has to be there; what does not fit is hidden, its heading too."""
    card = view.standards
    everything = card.count_words
    qtbot.keyClicks(card.search.line_edit, "local core")
    shown = [row.rule.id for row in card.rows if row.isVisible()]
    assert ["core_groups"] == shown
    assert ["1 timescale", 1] == [card.count_words, sum(g.isVisible() for g in card.groups)]
    qtbot.keyClicks(card.search.line_edit, " zebra")
    assert "No timescale holds these words." == card.count_words
    qtbot.keyClick(card.search.line_edit, Qt.Key.Key_Escape)
    assert everything == card.count_words


def test_a_change_made_elsewhere_is_shown(view, preferences):
    """The page follows the settings."""
    preferences.change(theme="light", text_scale=1.3, auditor="S. Other")
    assert "light" == view.look.colours.value
    assert 130 == view.look.size_slider.value()
    assert "S. Other" == view.auditor.text


def test_the_folder_can_be_read_and_not_changed(view, tmp_path):
    """Where the audits lie is told."""
    assert str(tmp_path) == view.folder.text
    assert view.folder.line_edit.isReadOnly()


def test_it_paints_in_every_look(view, theme):
    """Dark, large and narrow paint."""
    theme.set_dark(True)
    theme.set_text_scale(2.0)
    view.resize(560, 700)
    assert not view.grab().isNull()


def test_local_names_are_kept(view, preferences, qtbot, kept):
    """What is typed is kept under its placeholder; an emptied field means the usual name."""
    preferences.change(local_names={"of_a_later_version": "Hub"})
    field = view.names.fields["practice_model"]
    assert "practice model" == field.line_edit.placeholderText()
    type_over(field, "Signs of Safety", qtbot)
    assert {"of_a_later_version": "Hub", "practice_model": "Signs of Safety"} == kept().local_names
    field.line_edit.selectAll()
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Delete)
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)
    assert {"of_a_later_version": "Hub"} == kept().local_names


def test_contrast_and_movement(view, kept):
    """Both are chosen beside light and dark, and kept at once."""
    view.look.contrast.card("more").click()
    view.look.less_movement.click()
    assert ("more", True) == (kept().contrast, kept().less_movement)
    assert "does not blink" in view.look.less_movement.accessibleDescription()
