# SPDX-License-Identifier: MPL-2.0
"""Test the list of the kinds of report."""

from auditapp.model.report_kinds import KINDS, Content, MadeOf, ReportKind


def test_every_kind_is_described():
    """Each has a name of its own, and a sentence that says whom it is for."""
    assert list(ReportKind) == list(KINDS)
    assert len(KINDS) == len({about.name for about in KINDS.values()})
    assert all(about.kind is kind for kind, about in KINDS.items())
    assert all(about.purpose.startswith("For ") for about in KINDS.values())
    assert frozenset(Content) == KINDS[ReportKind.AUDIT].holds


def test_what_a_kind_is_made_of():
    """An action plan and a learning note are made of one audit as well as of several."""
    of_one = {kind for kind, about in KINDS.items() if about.is_of_one_audit}
    of_many = {kind for kind, about in KINDS.items() if about.is_of_audits}
    both = {ReportKind.ACTIONS, ReportKind.LEARNING}
    assert both == of_one & of_many
    of_two = {ReportKind.COMPARISON, ReportKind.RE_AUDIT}
    assert of_two == {kind for kind, about in KINDS.items() if about.is_of_two_audits}
    papers = {kind for kind, about in KINDS.items() if about.made_of is MadeOf.CHECKLISTS}
    of_rounds = {ReportKind.SAMPLING, ReportKind.COMPLETION}
    assert of_rounds == {kind for kind, about in KINDS.items() if about.made_of is MadeOf.ROUND}
    assert set(ReportKind) == of_one | of_two | of_many | papers | of_rounds
    assert {ReportKind.LEARNING} == {kind for kind, about in KINDS.items() if about.needs_signed}
