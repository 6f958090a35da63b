# SPDX-License-Identifier: MPL-2.0
"""Test the registers: entries added, changed and removed through their forms, on a real store."""

import datetime as dt

import pytest

from auditapp.model.register import Dispute, LearningMessage, QualityActivity, Register
from ui.registers.read_part import AT_A_TIME

DISPUTE = {"matter": "The plan was not changed.", "raised_by_role": "Reviewing officer"}
LEARNING = {"message": "Write down what the child said.", "audience": "All practitioners"}


def fill(part, fields):
    """Write into the form that is open."""
    for name, text in fields.items():
        part.desk.dialog.form.editors[name].set_text(text)


def titles(part):
    """Return what the list shows."""
    return [each.row.title for each in part.list.model_of_rows.rows]


def states(part):
    """Return the last cell of each line."""
    return [each.row.cells[-1].text for each in part.list.model_of_rows.rows]


def test_an_entry_is_added_and_listed(make_part, workspace, settle):
    """From the empty register; it names who wrote it, and the audit it is about."""
    part = make_part()
    assert part.states.nothing is part.states.currentWidget()
    part.states.nothing.button.click()
    fill(part, {**DISPUTE, "audit": "hx-1", "theme": "Plans", "reply_due": "1 January 2027"})
    part.desk.dialog.save_button.click()
    settle()
    assert None is part.desk.dialog
    (entry,) = workspace.disputes().values()
    assert ("R. Okafor", workspace.audits()[0].id, "Plans") == (
        entry.author,
        entry.audit,
        entry.theme,
    )
    assert [DISPUTE["matter"]] == titles(part)


def test_what_is_missing_is_named_at_its_field(make_part, workspace):
    """All of it, and the first one has the focus."""
    part = make_part()
    part.desk.ask()
    fill(part, {"audit": "HX-9", "raised_on": ""})
    part.desk.dialog.save_button.click()
    errors = {name for name, each in part.desk.dialog.form.editors.items() if each.error}
    assert {"matter", "audit", "raised_by_role", "raised_on"} == errors
    assert {} == workspace.disputes()
    part.desk.dialog.reject()


def test_what_contradicts_itself_is_refused(make_part, workspace):
    """By the rules of the register, in the dialog, with what was typed."""
    part = make_part()
    part.desk.ask()
    fill(part, {**DISPUTE, "raised_on": "3 March 2026", "settled_on": "2 March 2026"})
    part.desk.dialog.save_button.click()
    assert "settled before it was raised" in part.desk.dialog.banner.accessibleName()
    assert {} == workspace.disputes()
    part.desk.dialog.reject()


@pytest.fixture
def one(workspace, by):
    """Keep one dispute about an audit and its question; return its id."""
    audit_id = workspace.audits()[0].id if workspace.audits() else None
    fields = {"author": "A. Nother", "created_at": by.now, "raised_on": by.now.date()}
    entry = Dispute(**DISPUTE, **fields, audit=audit_id, question="visits/VS2")
    return workspace.add_to_register(entry, by)


def test_an_entry_is_changed_by_its_form(make_part, one, workspace, settle):
    """Settled, with the result; who wrote it first stays."""
    part = make_part()
    part.list.row_chosen.emit(part.list.model_of_rows.rows[0].key)
    assert DISPUTE["matter"] == part.desk.dialog.form.editors["matter"].text
    fill(part, {"settled_on": "30 November 2026", "result": "The plan was changed."})
    part.desk.dialog.save_button.click()
    settle()
    entry = workspace.disputes()[one]
    assert ("A. Nother", "The plan was changed.", "visits/VS2") == (
        entry.author,
        entry.result,
        entry.question,
    )
    assert ["Settled"] == states(part)


def test_an_entry_is_removed_for_a_reason(make_part, one, workspace, settle):
    """Asked for first; the history keeps it."""
    part = make_part()
    part.desk.ask(one)
    dialog = part.desk.dialog
    dialog.remove_button.click()
    assert not dialog.reason.isHidden()
    dialog.remove_button.click()
    assert "Write why" in dialog.reason.error
    dialog.reason.set_text("It was written down twice.")
    dialog.remove_button.click()
    settle()
    assert {} == workspace.disputes()
    assert "It was written down twice." == workspace.register_history()[-1].detail


def test_nothing_is_lost_when_it_cannot_be_written(make_part, one, full_disk):
    """The dialog stays with what was typed, for a change as for a removal."""
    part = make_part()
    part.desk.ask(one)
    full_disk.set()
    fill(part, {"matter": "The plan was changed too late."})
    part.desk.dialog.save_button.click()
    assert "The plan was changed too late." == part.desk.dialog.form.editors["matter"].text
    assert part.desk.dialog.banner.isVisible()
    part.desk.dialog.remove_button.click()
    part.desk.dialog.reason.set_text("Twice.")
    part.desk.dialog.remove_button.click()
    assert part.desk.dialog.banner.isVisible()
    full_disk.clear()
    part.desk.dialog.reject()


def test_nobody_writes_without_a_name(make_part, preferences, workspace):
    """It says where to put one."""
    preferences.change(auditor="")
    part = make_part()
    part.desk.ask()
    fill(part, DISPUTE)
    part.desk.dialog.save_button.click()
    assert "Nobody is named" in part.desk.dialog.banner.accessibleName()
    assert {} == workspace.disputes()
    part.desk.dialog.reject()


def test_what_wants_doing_stands_first(make_part, workspace, by):
    """A late reply before an open dispute, that before a settled one."""
    today = by.now.date()
    fields = {"author": by.name, "created_at": by.now, "raised_on": today - dt.timedelta(days=9)}
    days = {"settled_on": today, "result": "Agreed."}, {}, {"reply_due": today - dt.timedelta(1)}
    for number, more in enumerate(days):
        entry = Dispute(matter=f"Dispute {number}", raised_by_role="Head", **fields, **more)
        workspace.add_to_register(entry, by)
    part = make_part()
    assert ["Dispute 2", "Dispute 1", "Dispute 0"] == titles(part)
    assert ["Reply overdue", "Open", "Settled"] == states(part)


def test_learning_is_looked_at_later(make_part, workspace, by, settle):
    """A message whose effect is due is overdue until somebody writes what they found."""
    sent = by.now.date() - dt.timedelta(days=90)
    entry = LearningMessage(
        **LEARNING,
        author=by.name,
        created_at=by.now,
        sent_on=sent,
        check_due=sent + dt.timedelta(days=30),
        method="Team meetings",
    )
    workspace.add_to_register(entry, by)
    part = make_part(Register.LEARNING)
    assert ["Check overdue"] == states(part)
    part.desk.ask(next(iter(workspace.learning_messages())))
    fill(part, {"checked_on": "20 November 2026", "check_found": "Most records do so now."})
    part.desk.dialog.save_button.click()
    settle()
    assert ["Effect looked at"] == states(part)


def test_other_activity_is_listed_by_kind(make_part, workspace, by):
    """The newest first; the list of kinds narrows it."""
    fields = {"author": by.name, "created_at": by.now, "source": "Complaint 12", "theme": "Plans"}
    for number, kind in enumerate(("complaint", "observation")):
        held = by.now.date() - dt.timedelta(days=number)
        workspace.add_to_register(
            QualityActivity(kind=kind, held_on=held, found=f"Found {number}", **fields), by
        )
    part = make_part(Register.ACTIVITIES)
    assert ["Found 0", "Found 1"] == titles(part)
    part.state.set_value("observation")
    part.state.value_chosen.emit("observation")
    assert ["Found 1"] == titles(part)


def test_a_long_register_comes_a_part_at_a_time(make_part, workspace, by):
    """All of it in the end, in its order."""
    fields = {"author": by.name, "created_at": by.now, "kind": "other"}
    count = AT_A_TIME + 5
    for number in range(count):
        held = by.now.date() - dt.timedelta(days=number)
        workspace.add_to_register(
            QualityActivity(held_on=held, found=f"Found {number}", **fields), by
        )
    part = make_part(Register.ACTIVITIES)
    assert part.list.model_of_rows.has_more or count == len(titles(part))
    part.list.model_of_rows.fetchMore(part.list.rootIndex())
    assert [f"Found {number}" for number in range(count)] == titles(part)


def test_an_entry_that_went_meanwhile_opens_no_form(make_part, one, workspace, by):
    """The list is read again."""
    part = make_part()
    workspace.remove_from_register(Register.DISPUTES, one, "Twice.", by)
    part.desk.ask(one)
    assert None is part.desk.dialog


def test_the_form_fits_a_narrow_window(make_part):
    """Its fields stand one below the other."""
    part = make_part(width=560)
    part.desk.ask()
    assert part.desk.dialog.width() <= 560
    part.desk.dialog.reject()
