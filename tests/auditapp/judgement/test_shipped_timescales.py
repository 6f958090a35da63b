# SPDX-License-Identifier: MPL-2.0
"""Test every shipped rule on dates worked out by hand with a calendar on the wall."""

from datetime import date

import pytest

from auditapp.judgement.local_standards import AS_SHIPPED
from auditapp.judgement.timescales import TimescaleInputs, judge

LATER = date(2030, 1, 1)

SINGLE_RULES = [
    # From the Thursday before Easter 2026: 3 and 6 April, 4 and 25 May are bank holidays.
    ("referral_decision", None, "2026-04-02", "2026-04-07"),
    ("child_seen_in_enquiry", None, "2026-04-02", "2026-04-07"),
    ("allegation_reported", None, "2026-04-02", "2026-04-07"),
    ("case_note_significant", None, "2026-04-02", "2026-04-08"),
    ("strategy_meeting", None, "2026-04-02", "2026-04-13"),
    ("review_decisions", None, "2026-04-02", "2026-04-13"),
    ("iro_named", None, "2026-04-02", "2026-04-13"),
    ("case_note_other", None, "2026-04-02", "2026-04-13"),
    ("private_fostering_first_visit", None, "2026-04-02", "2026-04-15"),
    ("first_core_group", None, "2026-04-02", "2026-04-20"),
    ("first_cin_meeting", None, "2026-04-02", "2026-04-20"),
    ("pep_started", None, "2026-04-02", "2026-04-20"),
    ("life_story_book", None, "2026-04-02", "2026-04-20"),
    ("later_life_letter", None, "2026-04-02", "2026-04-20"),
    ("initial_conference", None, "2026-04-02", "2026-04-27"),
    ("review_record", None, "2026-04-02", "2026-04-27"),
    ("review_record_sent", None, "2026-04-02", "2026-05-05"),
    ("initial_health_assessment", None, "2026-04-02", "2026-05-05"),
    ("assessment_local", None, "2026-04-02", "2026-05-19"),
    ("assessment", None, "2026-04-02", "2026-06-10"),
    # Back from the Thursday after Easter 2026.
    ("report_before_initial_conference", None, "2026-04-09", "2026-04-07"),
    ("report_before_review_conference", None, "2026-04-09", "2026-04-02"),
    ("report_before_review", None, "2026-04-09", "2026-04-02"),
    # Over Christmas: 25 and 26 December and 1 January are bank holidays.
    ("placement_plan", None, "2025-12-19", "2025-12-30"),
    ("care_plan", None, "2025-12-19", "2026-01-07"),
    ("domestic_abuse_adviser_visit", None, "2025-12-30", "2026-01-01"),
    ("return_interview", None, "2025-12-30", "2026-01-02"),
    # Leap days and the ends of months.
    ("strategy_discussion", None, "2024-02-28", "2024-02-29"),
    ("case_note_critical", None, "2026-02-28", "2026-03-01"),
    ("pathway_review_after_move", None, "2024-02-01", "2024-02-29"),
    ("audit_returned", None, "2026-02-01", "2026-03-01"),
    ("cin_plan_length", None, "2024-01-01", "2024-03-25"),
    ("temporary_approval", "approved", "2024-01-01", "2024-04-22"),
    ("temporary_approval", "extended", "2024-01-01", "2024-06-17"),
    ("care_proceedings", None, "2024-01-01", "2024-07-01"),
    ("placement_order_to_match", None, "2024-01-01", "2024-05-01"),
    ("care_to_adoptive_family", None, "2023-01-01", "2024-03-02"),
    ("pathway_needs_assessment", None, "2023-11-30", "2024-02-29"),
    ("repeat_audit", None, "2026-01-31", "2026-04-30"),
    ("cp_plan_length", None, "2024-08-31", "2026-02-28"),
    ("permanence_plan", None, "2026-04-02", "2026-04-02"),
]

# Rule, situation, day of the change, start, events, and the day by which each and the next is due.
SERIES_RULES = [
    ("core_groups", None, None, "2024-02-01", "2024-02-29", "2024-02-29 2024-03-28"),
    ("review_conferences", None, None, "2025-11-30", "2026-02-27", "2026-02-28 2026-08-27"),
    ("cp_visits", None, None, "2026-04-02", "2026-04-20", "2026-04-20 2026-05-05"),
    ("cin_visits", None, None, "2026-04-02", "2026-05-05", "2026-05-05 2026-06-03"),
    ("cin_reviews", None, None, "2026-01-01", "2026-01-29", "2026-01-29 2026-02-26"),
    (
        "visits_in_care",
        "first_year",
        None,
        "2026-01-01",
        "2026-01-08 2026-02-19",
        "2026-01-08 2026-02-19 2026-04-02",
    ),
    (
        "visits_in_care",
        "to_18",
        None,
        "2025-01-01",
        "2025-01-08 2025-11-30",
        "2025-01-08 2025-02-19 2026-02-28",
    ),
    (
        "visits_in_care",
        "after_year",
        None,
        "2025-01-01",
        "2025-01-08 2025-11-30",
        "2025-01-08 2025-02-19 2026-01-11",
    ),
    (
        "visits_in_care",
        "long_term_agreed",
        None,
        "2025-01-01",
        "2025-01-08 2025-11-30",
        "2025-01-08 2025-02-19 2026-05-30",
    ),
    (
        "visits_in_care",
        "parents_assessing",
        "2026-01-28",
        "2026-01-01",
        "2026-01-08 2026-01-15 2026-01-22",
        "2026-01-08 2026-01-15 2026-01-22 2026-03-05",
    ),
    (
        "visits_in_care",
        "parents_assessing",
        None,
        "2026-01-01",
        "2026-01-08 2026-01-22",
        "2026-01-08 2026-01-15 2026-01-29",
    ),
    (
        "visits_in_care",
        "connected_temporary",
        "2026-01-28",
        "2026-01-01",
        "2026-01-08 2026-01-22",
        "2026-01-08 2026-01-15 2026-02-19",
    ),
    (
        "visits_in_care",
        "full_order_parents",
        None,
        "2026-01-01",
        "2026-01-05",
        "2026-01-08 2026-02-16",
    ),
    (
        "care_reviews",
        None,
        None,
        "2026-04-02",
        "2026-05-05 2026-08-05",
        "2026-05-05 2026-08-05 2027-02-05",
    ),
    (
        "health_reviews",
        "under_5",
        "2026-03-15",
        "2025-01-31",
        "2025-08-31 2026-02-28",
        "2025-07-31 2026-02-28 2027-02-28",
    ),
    ("health_reviews", "from_5", None, "2024-02-29", "2025-02-28", "2025-02-28 2026-02-28"),
    ("sdq", None, None, "2024-02-29", "2025-02-01", "2025-02-28 2026-02-01"),
    ("dental_checks", None, None, "2025-03-31", "2026-03-01", "2026-03-31 2027-03-01"),
    ("worker_supervision", "settled", None, "2026-01-31", "2026-02-28", "2026-02-28 2026-03-28"),
    (
        "worker_supervision",
        "new",
        None,
        "2026-01-01",
        "2026-01-08 2026-02-05 2026-06-20",
        "2026-01-08 2026-01-15 2026-02-19 2026-07-20",
    ),
    ("case_supervision", None, None, "2024-02-01", "2024-02-29", "2024-02-29 2024-03-28"),
    ("pathway_plan_reviews", None, None, "2025-08-31", "2026-02-28", "2026-02-28 2026-08-28"),
    ("adviser_visits", None, None, "2025-12-25", "2025-12-31", "2026-01-01 2026-02-28"),
    ("adviser_contact", None, None, "2026-01-01", "2026-02-26", "2026-02-26 2026-04-23"),
    ("life_story_updates", None, None, "2025-08-30", "2026-02-28", "2026-02-28 2026-08-28"),
    (
        "adoption_reviews",
        None,
        None,
        "2026-01-01",
        "2026-01-29 2026-04-29",
        "2026-01-29 2026-04-29 2026-10-29",
    ),
    (
        "private_fostering_visits",
        None,
        None,
        "2025-01-01",
        "2025-02-12 2025-11-30",
        "2025-02-12 2025-03-26 2026-02-22",
    ),
    ("chronology_entries", None, None, "2025-08-31", "2025-11-30", "2025-11-30 2026-02-28"),
]

# Numbers of the field study.
SWITCHED_ON = (
    1,
    5,
    6,
    8,
    10,
    11,
    19,
    *range(21, 32),
    35,
    36,
    39,
    40,
    43,
    44,
    46,
    48,
    50,
    53,
    56,
    59,
)

# The ids that docs and checklists rely on, with who sets the limit and the kind of question.
PROMISED = {
    "visits_in_care": ("national", "series"),
    "cp_visits": ("local", "series"),
    "cin_visits": ("local", "series"),
    "chronology_entries": ("local", "series"),
    "life_story_book": ("national", "single"),
    "later_life_letter": ("national", "single"),
    "pathway_needs_assessment": ("national", "single"),
    "pathway_plan_reviews": ("national", "series"),
    "adviser_visits": ("national", "series"),
    "adviser_contact": ("local", "series"),
    "case_supervision": ("local", "series"),
    "care_reviews": ("national", "series"),
    "life_story_updates": ("local", "series"),
}


def days(text):
    """Return the dates in ``text``."""
    return tuple(date.fromisoformat(each) for each in text.split())


def judged(rules, calendar, rule_id, inputs):
    """Return what a rule finds when it is in use."""
    rule = rules.rule(rule_id).model_copy(update={"on": True})
    return judge(rule, inputs, calendar, AS_SHIPPED)


@pytest.mark.parametrize(("rule_id", "situation", "start", "due"), SINGLE_RULES)
def test_single_rules_are_due_on_the_day_worked_out_by_hand(
    rules, calendar, rule_id, situation, start, due
):
    """A single event is due on the right day: then it is met, a working day later it is late."""
    start, due = date.fromisoformat(start), date.fromisoformat(due)
    met = judged(rules, calendar, rule_id, TimescaleInputs(start, (due,), LATER, situation))
    after = calendar.add(due, 1)
    late = judged(rules, calendar, rule_id, TimescaleInputs(start, (after,), LATER, situation))
    assert (due, "met", "late") == (met.due_on, met.state, late.state)


@pytest.mark.parametrize("row", SERIES_RULES)
def test_series_are_due_on_the_days_worked_out_by_hand(rules, calendar, row):
    """Each event of a series, and the one to come, is due on the right day."""
    rule_id, situation, changes_on, start, events, due = row
    changed = date.fromisoformat(changes_on) if changes_on else None
    happened = days(events)
    inputs = TimescaleInputs(date.fromisoformat(start), happened, happened[-1], situation, changed)
    result = judged(rules, calendar, rule_id, inputs)
    assert days(due) == tuple(step.due for step in result.steps)
    assert days(due)[-1] == result.next_due


def test_every_rule_and_situation_is_in_a_table(rules):
    """No shipped rule or situation goes without a date worked out by hand."""
    shipped = {
        (rule.id, situation)
        for rule in rules.rules
        for situation in ([each.id for each in rule.situations] or [None])
    }
    assert shipped == {row[:2] for row in SINGLE_RULES} | {row[:2] for row in SERIES_RULES}


def test_every_known_timescale_is_a_rule_or_has_a_reason(rules):
    """The 66 timescales of the field study are all there, or it is said why not."""
    refs = {ref for rule in rules.rules for ref in rule.ref}
    refs |= {left.ref for left in rules.not_computed}
    assert {f"T{number:02}" for number in range(1, 67)} == refs


def test_what_is_switched_on_is_national_and_sure(rules):
    """Only well-sourced national rules are on as shipped."""
    on = [rule for rule in rules.rules if rule.on]
    assert {f"T{number:02}" for number in SWITCHED_ON} == {ref for rule in on for ref in rule.ref}
    assert {("national", "high")} == {(rule.standard, rule.confidence) for rule in on}


def test_promised_rules_are_there(rules):
    """The rules that checklists name keep their ids, kinds and standards."""
    found = {rule_id: rules.rule(rule_id) for rule_id in PROMISED}
    assert PROMISED == {key: (rule.standard, rule.kind) for key, rule in found.items()}


def test_local_rules_have_a_number_to_set(rules):
    """A council can put its own number into every local rule, and into no national one."""
    assert {rule.id for rule in rules.rules if rule.standard == "local"} == {
        rule.id for rule in rules.rules if rule.number is not None
    }
