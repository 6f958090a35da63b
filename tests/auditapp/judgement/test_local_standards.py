# SPDX-License-Identifier: MPL-2.0
"""Test a council's own choices about timescales."""

import pytest

from auditapp.judgement.local_standards import AS_SHIPPED, LocalStandards

CHOICES = {"cp_visits": {"on": True, "number": 5}, "visits_in_care": {"on": False, "number": 9}}


@pytest.mark.parametrize(
    ("local", "rule_id", "expected"),
    [
        (AS_SHIPPED, "cp_visits", (False, None)),
        (AS_SHIPPED, "visits_in_care", (True, None)),
        (LocalStandards.from_settings(CHOICES), "cp_visits", (True, 5)),
        (LocalStandards.from_settings(CHOICES), "visits_in_care", (True, None)),
        (LocalStandards.from_settings({"cp_visits": {"on": True}}), "cp_visits", (True, None)),
        (
            LocalStandards.from_settings({"cp_visits": {"on": True, "number": 0}}),
            "cp_visits",
            (True, 1),
        ),
        (
            LocalStandards.from_settings({"case_note_other": {"on": True, "number": 0}}),
            "case_note_other",
            (True, 0),
        ),
    ],
)
def test_choices_switch_rules_and_set_local_numbers(rules, local, rule_id, expected):
    """Those for local rules count, within reason; no file switches a national one off."""
    rule = rules.rule(rule_id)
    assert expected == (local.is_on(rule), local.number(rule))


@pytest.mark.parametrize(
    "choice",
    [None, [], {"number": 5}, {"on": "yes"}, {"on": True, "number": -1}, {"on": 1, "x": 2}],
)
def test_a_choice_that_makes_no_sense_is_left_out(choice):
    """A settings file may have been edited by hand; the other choices in it still count."""
    held = {"cp_visits": choice, "cin_visits": {"on": True}}
    assert ["cin_visits"] == list(LocalStandards.from_settings(held).root)


def test_no_settings_are_no_choices():
    """Somebody who never chose anything has the rules as shipped."""
    assert AS_SHIPPED == LocalStandards.from_settings(None)


def test_choices_come_back_from_settings():
    """What is stored is what is read."""
    stored = LocalStandards.from_settings(CHOICES).model_dump(mode="json")
    assert LocalStandards.from_settings(CHOICES) == LocalStandards.from_settings(stored)
