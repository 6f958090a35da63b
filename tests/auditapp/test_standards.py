# SPDX-License-Identifier: MPL-2.0
"""Test that the timescale rules in force are put together."""

import shutil

from auditapp.paths import PROGRAM
from auditapp.standards import BANK_HOLIDAYS, LOCAL_NAMES, RULES, load_standards

FOLDER = PROGRAM / "checklists"


def test_the_shipped_rules_and_calendar_are_read_once():
    """They belong to the program: every audit shares them."""
    first, second = load_standards(FOLDER, None), load_standards(FOLDER, {})

    assert first.calendar is second.calendar
    assert first.rules == second.rules
    assert first.rules["assessment"].on


def test_a_council_s_own_choice_lies_over_them():
    """A local rule is used once it is switched on, with the council's number."""
    rule = load_standards(FOLDER, None).rules["cp_visits"]
    shipped = load_standards(FOLDER, None).local
    local = load_standards(FOLDER, {"cp_visits": {"on": not rule.on, "number": 7}}).local

    assert (rule.on, None) == (shipped.is_on(rule), shipped.number(rule))
    assert (not rule.on, 7) == (local.is_on(rule), local.number(rule))


def test_each_folder_has_its_own(tmp_path):
    """What was read of one folder does not stand in for another."""
    for name in (RULES, BANK_HOLIDAYS, LOCAL_NAMES):
        shutil.copy(FOLDER / name, tmp_path)

    assert load_standards(tmp_path, None).calendar is not load_standards(FOLDER, None).calendar
