# SPDX-License-Identifier: MPL-2.0
"""Test what a thematic summary says of timescales, actions, and of those who were heard."""

from auditapp.judgement.audit_states import AuditState
from auditapp.model.follow_up import ActionStatus, Feedback, FeedbackFrom
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across import summary_follow_up
from auditapp.report.blocks import Bullets
from auditapp.report.kinds import report_across
from tests.auditapp.report.kind_samples import (
    ACROSS,
    DAY,
    SHARED,
    action,
    many,
    records,
    signed_off,
)
from tests.auditapp.report.reading import NOW, blocks_of, tables
from tests.making import make_checklist
from tests.making import make_outline as outline_of

SUMMARY = ReportKind.SUMMARY


def dated(seen):
    """Return a signed audit whose one timescale ended on a day, or was never met."""
    rule = {"rule": "life_story_book", "starts_from": "start"}
    checklist = make_checklist(
        {"id": "start", "kind": "date"}, {"id": "q", "kind": "date", "timescale": rule}
    )
    end = {"q": {"value": seen}} if seen else {"q": {"none_on_file": True}}
    answers = {"start": {"value": "2026-05-01"}} | end
    return AuditState(outline_of(checklist, answers, **signed_off()), [])


def test_timescales_are_counted_with_their_lateness(words_in):
    """Of three, one in time and two late; the lateness is the median of those."""
    days = ("2026-05-05", "2026-06-30", "2026-06-30")
    document = report_across(SUMMARY, [dated(day) for day in days], ACROSS)
    (table,) = tables(document, "each timescale was kept")
    name, in_time, late, without = table.rows[0]
    assert (("Sample",), "1 of 3: 33% (6% to 79%)", "0") == (name.notes, in_time, without)
    assert late.endswith("days")
    (shared,) = tables(
        report_across(SUMMARY, [dated(day) for day in days * 2], SHARED), "each timescale was kept"
    )
    assert ("not shown", "not shown") == shared.rows[0][1:3]


def test_a_timescale_that_all_kept_has_no_lateness():
    """A dash stands where there is nothing to say."""
    (table,) = tables(report_across(SUMMARY, [dated("2026-05-05")], ACROSS), "timescale was kept")
    assert "–" == table.rows[0][2]


def test_where_the_share_is_not_shown_a_missing_lateness_is_not_either():
    """A dash would say that none was late, and so how many of the few were in time."""
    document = report_across(SUMMARY, [dated(day) for day in ("2026-05-05", "") * 3], SHARED)
    (table,) = tables(document, "timescale was kept")
    assert ("not shown", "not shown") == table.rows[0][1:3]


def test_actions_are_counted_by_what_they_are_about(make_outline, questions):
    """The section of the question, with how many audits have one."""
    key = questions[0][0]
    acts = records(action(question=key, due=NOW.date() - DAY), action(question=key), action())
    states = many(make_outline, questions, "North", actions=acts)
    document = report_across(SUMMARY, states, ACROSS)
    (table,) = tables(document, "Actions by the section")
    first, second = table.rows
    assert "Chronology and history: Is the child’s story known?" == first[0]
    assert ("1 of 1: 100% (21% to 100%)", "2", "2", "1") == first[1:]
    assert "No single question" == second[0]
    assert "Actions set: 3, of these overdue: 1." in blocks_of(document, Bullets)[0].items
    others = many(make_outline, questions, "North")
    shared = report_across(SUMMARY, states * 4 + others, SHARED)
    (table,) = tables(shared, "Actions by the section")
    assert [("2 sections with few audits", *["not shown"] * 4)] == table.rows
    assert not any("Actions set" in item for item in blocks_of(shared, Bullets)[0].items)


def test_no_count_of_actions_tells_a_small_one_beside_it(make_outline, questions):
    """Ten of twelve are open, so two are not; and none is overdue."""
    key = questions[0][0]
    done = records(*[action(question=key)] * 2, action(question=key, status=ActionStatus.DONE))
    states = [
        *many(
            make_outline, questions, *["North"] * 3, actions=records(*[action(question=key)] * 2)
        ),
        *many(make_outline, questions, *["North"] * 2, actions=done),
    ]
    (table,) = tables(report_across(SUMMARY, states, SHARED), "Actions by the section")
    assert ("5 of 5: 100% (57% to 100%)", "12", "not shown", "0") == table.rows[0][1:]


def test_a_section_of_few_audits_is_not_the_rest_of_all_actions(make_outline, questions):
    """It is counted together with another, because an action plan beside it tells the sum."""
    first, last = questions[0][0], questions[-1][0]
    acts = [records(action(question=first), action())] * 5 + [records(action(question=last))]
    states = [each for made in acts for each in many(make_outline, questions, "A", actions=made)]
    (table,) = tables(report_across(SUMMARY, states, SHARED), "Actions by the section")
    assert ["5", "6"] == [row[2] for row in table.rows]
    assert "2 sections with few audits" == table.rows[-1][0]


def test_few_who_were_asked_and_said_nothing_are_not_told(make_outline, questions):
    """Six were asked and five spoke: one did not."""
    asked = {FeedbackFrom.CHILD: Feedback(asked=True)}
    spoke = {FeedbackFrom.CHILD: Feedback(asked=True, said="They listen.")}
    states = [
        *many(make_outline, questions, *["North"] * 5, feedback=spoke),
        *many(make_outline, questions, "North", feedback=asked),
    ]
    (table,) = tables(report_across(SUMMARY, states, SHARED), "Who was asked")
    assert ("6 of 6", "not shown") == table.rows[0][1:3]
    (table,) = tables(report_across(SUMMARY, states, ACROSS), "Who was asked")
    assert ("6 of 6", "5 of 6") == table.rows[0][1:3]


def test_only_the_most_frequent_themes_are_listed(make_outline, questions, words_in, monkeypatch):
    """How many more there are is said."""
    monkeypatch.setattr(summary_follow_up, "MOST_THEMES", 1)
    acts = records(action(question=questions[0][0]), action(question=questions[-1][0]), action())
    states = many(make_outline, questions, "North", actions=acts)
    document = report_across(SUMMARY, states, ACROSS)
    (table,) = tables(document, "Actions by the section")
    assert 1 == len(table.rows)
    assert "2 more sections have fewer actions." in words_in(document)


def test_what_people_said_stays_within_the_service(make_outline, questions, words_in):
    """A shared copy has no words of a case but those that five or more used."""
    feedback = {FeedbackFrom.CHILD: Feedback(asked=True, said="They listen. I like our walks.")}
    states = many(make_outline, questions, *["North"] * 5, feedback=feedback)
    assert "I like our walks." in words_in(report_across(SUMMARY, states, ACROSS))
    shared = words_in(report_across(SUMMARY, states, SHARED))
    assert "I like our walks." not in shared
    assert "listen (5)" in shared
