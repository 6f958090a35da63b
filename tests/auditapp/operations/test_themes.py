# SPDX-License-Identifier: MPL-2.0
"""Test that themes of audits and registers are counted together, on a real store."""

from auditapp.model.edits import put_action
from auditapp.model.follow_up import Action
from auditapp.model.register import Dispute, LearningMessage, QualityActivity
from auditapp.operations.themes import ThemeTotals


def test_themes_stand_side_by_side(workspace, audit_id, by):
    """Whatever the letter case of their names; the one with most first, what has none as well."""
    action = Action(what="Write it down", question="visits/VS2", created_at=by.now)
    workspace.commit(audit_id, put_action("a" * 32, action, by))
    (theme,) = workspace.action_choices().themes
    made = {"author": by.name, "created_at": by.now}
    day = by.now.date()
    entries = (
        Dispute(matter="Who pays", raised_by_role="Head", raised_on=day, theme=theme, **made),
        LearningMessage(message="Ask", audience="All", sent_on=day, theme=theme.upper(), **made),
        QualityActivity(kind="other", held_on=day, found="Much", theme="Taxis", **made),
        QualityActivity(kind="other", held_on=day, found="Little", **made),
    )
    for entry in entries:
        workspace.add_to_register(entry, by)
    first, *others = workspace.themes_side_by_side()
    assert ThemeTotals(theme, 1, 1, 1, 1, 0) == first
    assert {ThemeTotals("Taxis", 0, 0, 0, 0, 1), ThemeTotals("", 0, 0, 0, 0, 1)} == set(others)
    assert 3 == first.total


def test_an_empty_workspace_has_no_themes(workspace):
    """Nor does it need a register."""
    assert [] == workspace.themes_side_by_side()
