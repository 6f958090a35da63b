# SPDX-License-Identifier: MPL-2.0
"""Test the timescale command as somebody types it."""

import argparse
import json
import shlex
import subprocess
import sys
from datetime import datetime

import pytest

from auditapp.commands import timescale
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import ChecklistInvalidError
from auditapp.paths import PROGRAM


@pytest.fixture
def typed():
    """Return a function that runs a command line and returns its exit code and its lines."""
    parser = argparse.ArgumentParser()
    timescale.add_parser(parser.add_subparsers())

    def run(line, **folder):
        lines = []
        code = timescale.run(
            parser.parse_args(["timescale", *shlex.split(line)]), lines.append, **folder
        )
        return code, lines

    return run


def test_a_single_rule_is_worked_out(typed):
    """One start and one date give the title with the limit, the badge and the sentence."""
    line = "assessment --from 2026-04-02 --dates 2026-06-11 --as-of 2026-07-01"
    assert (
        0,
        [
            "Assessment completed: 45 working days",
            "Late by 1 working day",
            "Done on 11 June 2026, 1 working day late; it was due by 10 June 2026.",
        ],
    ) == typed(line)


def test_a_series_is_worked_out_for_a_situation(typed):
    """A series takes a list of dates and what was set."""
    line = (
        "visits_in_care --from 2026-01-01 --dates 2026-01-08,2026-01-22"
        " --set situation=parents_assessing --set changes_on=2026-01-28 --as-of 2026-02-01"
    )
    assert (
        0,
        [
            "Visits to a child in care: 1 week, then 6 weeks from the first review on",
            "Late by 7 days",
            (
                "1 of 2 visits was late, by 7 days; longest gap 14 days; last visit 22 January"
                " 2026; the next is due on 5 March 2026."
            ),
        ],
    ) == typed(line)


def test_a_local_rule_is_on_for_who_asks_for_it(typed):
    """Somebody who names a local rule wants it worked out, with the council's number if given."""
    line = "cp_visits --from 2026-04-02 --set number=5 --as-of 2026-04-03"
    assert (
        0,
        [
            "Visits to a child on a child protection plan: 5 working days",
            "Due in 5 working days",
            "No visit on file; one is due on 13 April 2026.",
        ],
    ) == typed(line)


def test_a_period_leaves_out_what_was_before(typed):
    """Dates of the period looked at are enough."""
    line = (
        "cin_visits --from 2020-01-01 --dates 2026-01-20 --set period_from=2026-01-01"
        " --as-of 2026-01-21"
    )
    assert "Met" in typed(line)[1]


def test_without_a_day_it_is_judged_today(typed):
    """The day to judge on is today unless another is given."""
    today = datetime.now().astimezone().date().isoformat()
    assert typed(f"return_interview --from {today} --as-of {today}") == typed(
        f"return_interview --from {today}"
    )


def test_without_dates_there_is_no_date_on_file(typed):
    """A rule with nothing to work on says so."""
    assert (0, "No date on file") == (typed("cp_visits")[0], typed("cp_visits")[1][1])


def test_json_holds_the_whole_result(typed):
    """A program gets every figure, the steps, and the words."""
    line = "cp_visits --from 2026-04-02 --dates 2026-04-21 --as-of 2026-04-30 --json"
    code, (text,) = typed(line)
    found = json.loads(text)
    assert (0, "late", "working days", 1, "2026-04-20") == (
        code,
        found["state"],
        found["unit"],
        found["late_by"],
        found["steps"][0]["due"],
    )
    assert {"badge": "Late by 1 working day", "event": {"one": "visit", "many": "visits"}} == {
        key: found[key] for key in ("badge", "event")
    }


def test_json_of_a_single_rule_has_no_events(typed):
    """A rule about one event has no words for many."""
    _code, (text,) = typed("assessment --from 2026-04-02 --as-of 2026-04-30 --json")
    assert json.loads(text)["event"] is None


def test_the_list_names_every_rule(typed, rules_file):
    """Each rule, each situation and each timescale left out is a line."""
    code, lines = typed("list")
    assert 0 == code
    assert "assessment (national, on) Assessment completed: 45 working days" in lines
    assert (
        "cp_visits (local, off) Visits to a child on a child protection plan: 10 working days"
        in lines
    )
    assert "    situation=first_year First year of the placement: 1 week, then 6 weeks" in lines
    assert rules_file.count("\n  - id: ") == sum(
        "(national, " in x or "(local, " in x for x in lines
    )
    assert 4 == sum(line.startswith("Not worked out: ") for line in lines)


@pytest.fixture
def rules_file():
    """Return the text of the shipped rules."""
    return (PROGRAM / "checklists" / "timescales.yaml").read_text(encoding="utf-8")


def test_the_list_can_be_json(typed):
    """A program gets the rules as they are in the file."""
    code, (text,) = typed("list --json")
    found = json.loads(text)
    assert (0, "timescales/1") == (code, found["schema"])
    assert {"unit": "working_days", "number": 45} == next(
        rule["limit"] for rule in found["rules"] if rule["id"] == "assessment"
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("cp_visit", "There is no timescale 'cp_visit'. Did you mean 'cp_visits'?"),
        (
            "assessment --from 31/3/2026",
            "'31/3/2026' is not a date. Write the year, month and day like this: 2026-03-31.",
        ),
        (
            "cp_visits --dates 2026-01-01,soon",
            "'soon' is not a date. Write the year, month and day like this: 2026-03-31.",
        ),
        (
            "assessment --from 1066-10-14",
            "'1066-10-14' is too far away. Bank holidays are known from 1990 to 2100.",
        ),
        (
            "assessment --as-of 9999-12-31",
            "'9999-12-31' is too far away. Bank holidays are known from 1990 to 2100.",
        ),
        (
            "assessment --set speed=9",
            (
                "'--set speed=9' means nothing here."
                " Write one of situation, ends_on, changes_on, period_from, number, then = and a"
                " value."
            ),
        ),
        (
            "assessment --set number",
            (
                "'--set number' means nothing here."
                " Write one of situation, ends_on, changes_on, period_from, number, then = and a"
                " value."
            ),
        ),
        (
            "assessment --set number=9",
            "'assessment' is a national timescale, so its numbers are fixed.",
        ),
        (
            "cp_visits --set number=0",
            "'0' cannot be the number of this timescale. Write a whole number from 1 to 1000.",
        ),
        (
            "cp_visits --set number=1001",
            "'1001' cannot be the number of this timescale. Write a whole number from 1 to 1000.",
        ),
        (
            "cp_visits --set number=ten",
            "'ten' cannot be the number of this timescale. Write a whole number from 1 to 1000.",
        ),
        (
            "temporary_approval",
            (
                "Choose whether the temporary approval was extended."
                " Add --set situation= and one of approved, extended."
            ),
        ),
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(typed, line, sentence):
    """What makes no sense is answered with what to write instead."""
    with pytest.raises(WrongUseError) as caught:
        typed(line)
    assert sentence == f"{caught.value} {caught.value.remedy}".rstrip()


def test_faults_of_the_rules_are_listed(typed, tmp_path):
    """A rules file with faults is refused, with the place of each fault."""
    text = "schema: timescales/1\nrules:\n  - {id: letter}\n"
    (tmp_path / "timescales.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistInvalidError, match=r"'timescales\.yaml' has faults") as caught:
        typed("list", folder=tmp_path)
    assert str(caught.value.faults[0]).startswith("timescales.yaml:3:5: ")


def test_the_parser_needs_no_heavy_library():
    """The command line can be read without loading pydantic or YAML."""
    program = (
        "import argparse, sys; from auditapp.commands import timescale;"
        "timescale.add_parser(argparse.ArgumentParser().add_subparsers());"
        "print(sorted({'pydantic', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROGRAM
    )
    assert "[]\n" == done.stdout


def test_a_series_can_be_given_its_end(typed):
    """After which nothing is due."""
    line = (
        "cp_visits --from 2026-04-02 --dates 2026-04-10 --set ends_on=2026-04-20 --as-of 2026-06-01"
    )
    words = "last visit 10 April 2026; nothing was overdue at the end on 20 April 2026."
    code, lines = typed(line)
    assert (0, "Met") == (code, lines[1])
    assert lines[2].endswith(words)
